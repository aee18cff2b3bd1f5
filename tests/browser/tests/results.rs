//! The panel of results: charts that say what the library says, what they say when pointed at, tabs, and what stands there
//! before there are users.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use availability_planner::analysis::{Analysis, Options, ServedUsers, analyse, served_users};
use availability_planner::catalog::Catalog;
use availability_planner::chart::{self, Frame};
use availability_planner::exchange::template::TEMPLATES;
use browser::{Error, Key, Page, Pointer, Result, visit};

/// The library's figures of a template.
fn figures(template: &str) -> (Analysis, ServedUsers) {
    let catalog = Catalog::bundled();
    let template = TEMPLATES.iter().find(|known| known.id == template).expect("a template");
    let document = template.open(&catalog).expect("a valid plan");
    let scenario = document.scenarios.first().expect("a scenario");
    let analysis = analyse(scenario, &catalog, Options::default()).expect("figures");
    (analysis, served_users(scenario, &catalog, Options::default()).expect("a law"))
}

/// What a chart says, wherever it is drawn.
fn said(chart: std::result::Result<chart::Chart, chart::ChartError>) -> String {
    chart.expect("a chart").text
}

/// What a chart of the page says to those who hear it.
fn heard(page: &Page, chart: &str) -> Result<String> {
    let selector = format!("[data-chart={chart}] figcaption");
    page.wait_for(&selector)?;
    text(page, "return document.querySelector(arguments[0]).textContent", &selector)
}

fn text(page: &Page, script: &str, argument: &str) -> Result<String> {
    let value = page.script(script, &[argument.into()])?;
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| Error::Unexpected { command: argument.into(), value: value.to_string() })
}

fn open(page: &Page, template: &str) -> Result<()> {
    page.wait_for("[data-menu=open]")?;
    page.click("[data-menu=open]")?;
    page.wait_for(&format!("[data-template={template}]"))?;
    page.click(&format!("[data-template={template}]"))
}

/// Waits for the chart to say what is expected.
fn says(page: &Page, chart: &str, expected: &str) -> Result<()> {
    let selector = format!("[data-chart={chart}] figcaption");
    let body = "return document.querySelector(arguments[0])?.textContent === arguments[1]";
    let outcome = page.wait_until(chart, body, &[selector.into(), expected.into()]);
    if outcome.is_err() {
        assert_eq!(heard(page, chart)?, expected, "{chart}");
    }
    outcome
}

#[test]
fn the_charts_say_what_the_library_says_of_the_plan() -> Result<()> {
    visit("/", |page| {
        let frame = Frame::of_width(600);
        for template in ["entry-tier", "group-chat-maximum", "small-organisation"] {
            open(page, template)?;
            let (analysis, law) = figures(template);
            says(page, "served", &said(chart::served(&law, frame)))?;
            // The overview has room for the worst.
            let all = said(chart::availability(&analysis.workloads, frame));
            for line in heard(page, "availability")?.lines() {
                let counted = line.ends_with("none worse than these");
                assert!(counted || all.lines().any(|known| known == line), "{line} is not in {all}");
            }
            let all = said(chart::failures(&analysis.failures, frame));
            // The overview has room for the worst.
            let worst = heard(page, "failures")?;
            let alike = worst.lines().zip(all.lines()).take_while(|(one, other)| one == other).count();
            let counted = worst.ends_with("more servers with less") && alike + 1 == worst.lines().count();
            assert!(alike >= 3 && (worst == all || counted), "{worst} instead of {all}");
            page.screenshot(template)?;
            page.click("#tab-failures")?;
            says(page, "failures", &all)?;
            page.wait_for("tr[data-server]")?;
            page.click("#tab-losses")?;
            let all = analysis.headline.as_ref();
            says(page, "losses", &said(chart::losses(all, &analysis.workloads, frame)))?;
            page.click("#tab-overview")?;
        }
        Ok(())
    })
}

#[test]
fn the_parts_of_a_chart_say_the_figures_of_the_entry_tier() -> Result<()> {
    visit("/", |page| {
        open(page, "entry-tier")?;
        heard(page, "availability")?;
        let expected = oracle::entry_tier(true);
        let mut worst: Vec<f64> = expected.rows.iter().map(|row| row.unavailability_user_weighted).collect();
        worst.sort_by(|a, b| b.total_cmp(a));
        let shown = page.count("[data-chart=availability] .hit")?;
        assert!(shown >= 3, "{shown}");
        for (index, unavailability) in (1..=shown).zip(worst) {
            let selector = format!("[data-chart=availability] .hit:nth-child({index})");
            let value = text(page, "return document.querySelector(arguments[0]).dataset.value", &selector)?;
            // As many digits as the chart says, which go by the nines.
            let digits =
                value.split(' ').next().and_then(|number| number.split('.').nth(1)).map_or(0, str::len);
            let available = format!("{:.digits$} %", 100.0 * (1.0 - unavailability));
            assert!(value.starts_with(&available), "{value} instead of {available}");
        }
        Ok(())
    })
}

/// What is shown over the page, the label and then the value.
fn tip(page: &Page) -> Result<Option<String>> {
    let shown = page.script("return document.querySelector('.tip')?.textContent", &[])?;
    Ok(shown.as_str().map(str::to_owned))
}

fn wait_for_tip(page: &Page, of: &str) -> Result<()> {
    let body = "const part = document.querySelector(arguments[0]).dataset;
        return document.querySelector('.tip')?.textContent === part.label + part.value";
    page.wait_until(&format!("the words of {of}"), body, &[of.into()])
}

#[test]
fn a_part_of_a_chart_that_is_pointed_at_or_has_the_focus_says_what_it_is() -> Result<()> {
    visit("/", |page| {
        heard(page, "served")?;
        let part = "[data-chart=failures] .hit:nth-child(2)";
        let boxes = |page: &Page| -> Result<Vec<browser::Rect>> {
            [".canvas", ".panel", part, "[data-chart=served]"]
                .into_iter()
                .map(|what| page.rect(what))
                .collect()
        };
        let before = boxes(page)?;
        let middle = page.rect(part)?.centre();
        page.move_to(Pointer::Mouse, middle)?;
        wait_for_tip(page, part)?;
        assert!(tip(page)?.is_some_and(|words| words.contains("30,000 connect again within")));
        assert_eq!(boxes(page)?, before, "nothing moves");
        page.screenshot("pointed at")?;
        page.key(Key::Escape)?;
        page.wait_for_no(".tip")?;

        page.move_to(Pointer::Mouse, page.rect("[data-chart=served] .hit")?.centre())?;
        wait_for_tip(page, "[data-chart=served] .hit")?;
        page.move_to(Pointer::Mouse, page.rect(".canvas")?.centre())?;
        page.wait_for_no(".tip")?;

        // By keys: from the tabs over the button and the panel to the first part, and on with an arrow.
        page.script("document.querySelector('#tab-overview').focus()", &[])?;
        for _ in 0..3 {
            page.key(Key::Tab)?;
        }
        wait_for_tip(page, "[data-chart=availability] .hit:nth-child(1)")?;
        page.key(Key::Down)?;
        wait_for_tip(page, "[data-chart=availability] .hit:nth-child(2)")?;
        page.key(Key::Tab)?;
        wait_for_tip(page, "[data-chart=failures] .hit:nth-child(1)")?;
        page.key(Key::Escape)?;
        page.wait_for_no(".tip")
    })
}

/// Waits until the tab is chosen, has the focus, and names the panel.
fn is_at(page: &Page, tab: &str) -> Result<()> {
    let body = "const chosen = [...document.querySelectorAll('[role=tab][aria-selected=true]')];
        return chosen.length === 1 && chosen[0].id === arguments[0] && document.activeElement === chosen[0]
            && document.querySelectorAll('[role=tab][tabindex=\"0\"]').length === 1
            && document.getElementById(chosen[0].getAttribute('aria-controls')).getAttribute('aria-labelledby') === arguments[0]";
    page.wait_until(tab, body, &[tab.into()])
}

#[test]
fn arrow_keys_choose_tabs_and_the_panel_folds_away() -> Result<()> {
    visit("/", |page| {
        heard(page, "served")?;
        page.click("#tab-overview")?;
        for (key, tab) in [
            (Key::Right, "tab-findings"),
            (Key::Right, "tab-checklist"),
            (Key::End, "tab-years"),
            (Key::Right, "tab-overview"),
            (Key::Left, "tab-years"),
            (Key::Home, "tab-overview"),
        ] {
            page.key(key)?;
            is_at(page, tab)?;
        }
        page.wait_for("[data-chart=availability]")?;

        let canvas = page.rect(".canvas")?.height;
        assert!(canvas >= 380, "the canvas is only {canvas} pixels high");
        page.click("[data-command=fold-results]")?;
        page.wait_for("[data-command=fold-results][aria-expanded=false]")?;
        assert!(page.rect(".canvas")?.height > canvas + 180);
        assert_eq!(page.count(".panel *")?, 0);
        page.click("#tab-workloads")?;
        page.wait_for("tr[data-workload]")?;
        assert_eq!(page.rect(".canvas")?.height, canvas);
        Ok(())
    })
}

#[test]
fn before_there_are_users_every_tab_says_what_will_appear() -> Result<()> {
    visit("/", |page| {
        open(page, "empty")?;
        page.wait_for(".question p")?;
        assert_eq!(page.count(".question p")?, 3);
        for tab in ["overview", "workloads", "failures", "losses"] {
            page.click(&format!("#tab-{tab}"))?;
            page.wait_for(&format!("#tab-{tab}[aria-selected=true]"))?;
            page.wait_until(
                "what will appear is said",
                "return document.querySelector('.panel').innerText.includes('Add users to see')",
                &[],
            )?;
            assert_eq!(page.count(".panel .chart")?, 0);
        }
        page.click("#tab-overview")?;
        page.screenshot("empty")?;
        for item in ["standard-edition", "users"] {
            page.click(&format!("[data-item={item}]"))?;
        }
        // The server was there before the users: what is told of it alone may come first.
        page.wait_until(
            "all users are told of",
            "return document.querySelector('[data-chart=served] figcaption')?.textContent.includes('Everybody')",
            &[],
        )?;
        page.wait_for("[data-chart=availability] .hit")?;
        page.wait_for("[data-chart=failures] .hit")
    })
}
