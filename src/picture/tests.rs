//! What pictures show, and that the plan comes back from them.

use std::rc::Rc;

use super::*;
use crate::analysis::{Casualty, FailureSet};
use crate::catalog::Catalog;
use crate::exchange::file;
use crate::exchange::template::TEMPLATES;
use crate::plan::build::PlanBuilder;
use crate::plan::{Scenario, SiteId};
use crate::rules::check;

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

fn drawn_with(document: &Document, down: &FailureSet, theme: Theme) -> String {
    let (catalog, scenario) = (Catalog::bundled(), document.scenarios.first().unwrap());
    let findings = check(scenario, &catalog);
    draw(document, &Asked::new(scenario, &catalog, down, &findings), theme)
}

fn drawn(document: &Document) -> String {
    drawn_with(document, &FailureSet::default(), Theme::Light)
}

/// All words that are drawn.
fn words(svg: &str) -> Vec<String> {
    let read = roxmltree::Document::parse(svg).unwrap();
    let texts = read.descendants().filter(|node| node.tag_name().name() == "text");
    texts.map(|text| text.text().unwrap_or_default().to_owned()).collect()
}

fn template(id: &str) -> Document {
    TEMPLATES.iter().find(|template| template.id == id).unwrap().open(&Catalog::bundled()).unwrap()
}

#[test]
fn every_part_of_every_template_is_in_its_picture_by_name_and_the_plan_comes_back_from_it() {
    let catalog = Catalog::bundled();
    for template in TEMPLATES {
        let document = template.open(&catalog).unwrap();
        let scenario: &Scenario = document.scenarios.first().unwrap();
        for theme in THEMES {
            let svg = drawn_with(&document, &FailureSet::default(), theme);
            let said = words(&svg);
            let is_said = |name: &str| {
                said.iter().any(|said| {
                    said == name || said.strip_suffix('…').is_some_and(|cut| name.starts_with(cut))
                })
            };
            let parts = scenario.components.iter().map(|part| &part.name);
            let users = scenario.populations.iter().map(|users| &users.name);
            let stands_in = |site: &SiteId| scenario.components.iter().any(|part| part.site == *site);
            let several = scenario.sites.len() > 1;
            let sites =
                scenario.sites.iter().filter(|site| several && stands_in(&site.id)).map(|site| &site.name);
            for name in parts.chain(scenario.pools.iter().map(|pool| &pool.name)).chain(users).chain(sites) {
                assert!(is_said(name), "{}: {name} is missing", template.id);
            }
            assert!(is_said(&document.name), "{}", template.id);
            assert_eq!(file::read(&svg, &catalog).unwrap(), document);
            assert_eq!(file::read_bytes(svg.as_bytes(), &catalog).unwrap(), document);
        }
    }
}

#[test]
fn a_picture_says_what_the_page_says_above_its_canvas() {
    let said = words(&drawn(&template("entry-tier")));
    for words in [
        "Availability, user-weighted",
        "99.985 %",
        "Downtime per user",
        "1 h 21 min",
        "30,000",
        "no single point of failure",
        "▲ 3 warnings",
        "1 active, 1 passive",
        "30,000 of 50,000 users · 60 %",
    ] {
        assert!(said.iter().any(|said| said == words), "“{words}” is missing in {said:?}");
    }
}

#[test]
fn names_are_words_and_never_markup() {
    let catalog = Catalog::bundled();
    let evil = "</text></metadata><script>\"&'{]]>";
    let mut document = PlanBuilder::new()
        .standard_edition("se")
        .with("se", |part| part.name = evil.into())
        .users("users", 10, "se")
        .document();
    document.name = evil.into();
    let svg = drawn(&document);
    let read = roxmltree::Document::parse(&svg).unwrap();
    assert!(!read.descendants().any(|node| node.tag_name().name() == "script"));
    let title = read.root_element().children().find(|node| node.tag_name().name() == "title").unwrap();
    assert_eq!(title.text().unwrap(), evil);
    assert_eq!(file::read(&svg, &catalog).unwrap(), document);
}

#[test]
fn an_empty_plan_is_a_picture_too() {
    let document = PlanBuilder::new().document();
    let svg = drawn(&document);
    let said = words(&svg);
    assert!(said.iter().any(|said| said == "no users yet"), "{said:?}");
    assert_eq!(file::read(&svg, &Catalog::bundled()).unwrap(), document);
}

#[test]
fn what_is_down_is_drawn_and_told() {
    let document = template("entry-tier");
    let scenario: &Rc<Scenario> = document.scenarios.first().unwrap();
    let mut down = FailureSet::default();
    down.kill(scenario, &Casualty::Server { component: "front-ends".into(), server: "front-end-2".into() });
    let said = words(&drawn_with(&document, &down, Theme::Dark));
    for words in ["3 of 4 up", "10,000 of 12,500 each · 80 %", "down"] {
        assert!(said.iter().any(|said| said == words), "“{words}” is missing in {said:?}");
    }
    assert!(said.iter().any(|said| said.contains("7,500 users reconnect")), "{said:?}");
}

#[test]
fn each_theme_has_its_own_colours_and_no_others() {
    let document = template("two-sites");
    let [light, dark] = THEMES.map(|theme| drawn_with(&document, &FailureSet::default(), theme));
    for (svg, own, other) in [(&light, Theme::Light, Theme::Dark), (&dark, Theme::Dark, Theme::Light)] {
        let (own, other) = (own.colours(), other.colours());
        for (own, other) in
            [(own.surface, other.surface), (own.ink, other.ink), (own.internal, other.internal)]
        {
            assert!(svg.contains(own) && !svg.contains(other), "{own} {other}");
        }
        assert!(
            !svg.contains("<style") && !svg.contains("style=") && !svg.contains("var("),
            "it stands by itself"
        );
    }
}

#[test]
fn a_picture_without_a_plan_says_so_and_one_with_a_wrong_plan_says_where() {
    let catalog = Catalog::bundled();
    let svg = drawn(&template("entry-tier"));
    let told = |svg: &str| file::read(svg, &catalog).unwrap_err().to_string();
    for foreign in ["<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<svg>{</svg", "<", "<html>{}"] {
        let told = told(foreign);
        assert!(told.contains("picture") || told.contains("not a plan"), "{told}");
    }
    assert!(told("<svg/>").contains("There is no plan in this picture"));
    assert!(told(&svg.replacen("\"remote_share\":0.1", "\"remote_share\":7", 1)).contains("remote_share"));
    assert!(told(&svg.replacen("\"version\":1", "\"version\":9", 1)).contains("version 9"));
}
