use std::rc::Rc;

use crate::analysis::FailureSet;
use crate::catalog::Catalog;
use crate::panel::order::carry_out;
use crate::panel::{Asked, Order, Panel, PanelKind, write};
use crate::plan::Scenario;
use crate::plan::build::PlanBuilder;

fn plan(id: &str) -> Rc<Scenario> {
    let plan = match id {
        "group-chat" => PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
            .chat("chat", 5, "pool", 1)
            .users_with("users", 10_000, "pool", |users| users.group_chat_share = 1.0),
        _ => PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(4).balancers(1).back_ends(1))
            .edge("edge", 1, "pool")
            .users_with("users", 30_000, "pool", |users| users.remote_share = 0.1),
    };
    Rc::new(plan.scenario())
}

fn panel(scenario: &Rc<Scenario>) -> Panel {
    let catalog = Catalog::bundled();
    write(PanelKind::Capacity, &Asked::new(scenario, &catalog, &FailureSet::default(), &[]))
}

fn ordered(scenario: &Rc<Scenario>, name: &str, value: Option<&str>) -> Result<Rc<Scenario>, String> {
    let order = Order { name: name.into(), value: value.map(Into::into) };
    let catalog = Catalog::bundled();
    let (label, edits) = carry_out(scenario, &catalog, &[], &order)?;
    assert!(!label.is_empty());
    scenario.edited(&catalog, &edits).map(Rc::new).map_err(|error| error.to_string())
}

/// The row of that name, up to its end.
#[track_caller]
fn row<'a>(html: &'a str, name: &str) -> &'a str {
    let from = html.find(&format!("data-row=\"{name}\"")).unwrap_or_else(|| panic!("no row {name}"));
    let row = &html[from..];
    &row[..row.find("</tr>").unwrap()]
}

#[test]
fn a_row_says_needed_drawn_and_left_with_sign_and_words() {
    let html = panel(&plan("pool")).html;
    let pool = row(&html, "homes/pool");
    assert!(pool.contains("data-verdict=\"spare\">✓ fits with one lost"), "{pool}");
    // 50,000, 37,500 and 25,000 of 30,000 users: the last is marked by a shape and not by colour alone.
    for words in [">30,000 users<", ">12,500 users<", ">3<", ">4<", ">1.67 ×<", ">1.25 ×<", ">0.833 ×<", "▼"]
    {
        assert!(pool.contains(words), "{words} is missing in {pool}");
    }
    assert_eq!(pool.matches("▼").count(), 1, "{pool}");
    assert_eq!(pool.matches("<rect").count(), 5);
    assert!(row(&html, "edge/access/edge").contains("▲ fits, none to spare"));
}

#[test]
fn both_pages_on_group_chat_stand_there_and_either_can_be_taken() {
    let plan = plan("group-chat");
    let html = panel(&plan).html;
    for words in [
        "Planning for High Availability Support",
        "Group Chat component (May 2009)",
        "8,000 users",
        "4,000 users",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let order = "figure/chat-servers-counted/3";
    assert!(html.contains(&format!("data-order=\"{order}\"")) && html.contains("✓ the plan goes by it"));
    let three = ordered(&plan, order, None).unwrap();
    assert_eq!(three.figures.get(&"chat-servers-counted".into()), Some(&3.0));
    let html = panel(&three).html;
    assert!(row(&html, "chat/chat").contains("data-verdict=\"short\">✕ too few"));
    assert!(html.contains("data-order=\"figure/chat-servers-counted/5\""));
}

#[test]
fn a_figure_of_the_profile_is_typed_in_per_cent_and_can_be_reset() {
    let plan = plan("pool");
    let before = panel(&plan).html;
    let conferees = row(&before, "conferencing-share").to_owned();
    assert!(
        conferees.contains("value=\"5\"") && conferees.contains("data-mark=\"documented\""),
        "{conferees}"
    );
    assert!(conferees.contains("<a class=\"source\"") && !conferees.contains("Reset"), "{conferees}");
    let changed = ordered(&plan, "figure/conferencing-share", Some("7 %")).unwrap();
    assert_eq!(changed.figures.get(&"conferencing-share".into()), Some(&0.07));
    let after = panel(&changed).html;
    let conferees = row(&after, "conferencing-share");
    assert!(conferees.contains("value=\"7\"") && conferees.contains("data-mark=\"entered\""), "{conferees}");
    assert!(conferees.contains("data-order=\"figure/conferencing-share/default\""), "{conferees}");
    // 7 % of 30,000.
    assert!(row(&after, "conferences/pool").contains(">2,100 users<"));
    let reset = ordered(&changed, "figure/conferencing-share/default", None).unwrap();
    assert_eq!(panel(&reset).html, before);
}

#[test]
fn what_is_typed_wrongly_is_answered_in_words() {
    let plan = plan("pool");
    for (name, value, says) in [
        ("figure/meeting-size", "many", "Participants of a meeting at the most: Type a number"),
        ("figure/meeting-size", "", "Type a number"),
        ("figure/meeting-size", "1", "Type at least 2"),
        ("figure/meeting-size", "1,5", "Commas part thousands"),
        ("figure/conferencing-share", "101", "Type at most 100"),
        ("figure/conferencing-share", "-1", "Type at least 0"),
        ("figure/conferencing-share/default", "", "has its default already"),
        ("figure/users-per-edge/0", "", "Type at least 1"),
        ("figure/colour", "1", "has no figure “colour”"),
        ("family/brave", "", "choose default or one of conservative, optimistic"),
    ] {
        let told = ordered(&plan, name, Some(value)).unwrap_err();
        assert!(told.contains(says), "{name} {value}: {told}");
    }
}

#[test]
fn a_family_is_chosen_by_a_button_and_says_what_it_changes_and_why() {
    let plan = plan("pool");
    let html = panel(&plan).html;
    assert!(html.contains("aria-pressed=\"true\">✓ Default</button>"), "{html}");
    for family in Catalog::bundled().families() {
        assert!(html.contains(&format!("data-order=\"family/{}\"", family.id)));
        for words in family.values.iter().map(|value| &value.reason).chain([&family.about]) {
            assert!(html.contains(&crate::chart::escaped(words)), "{words}");
        }
    }
    let chosen = ordered(&plan, "family/conservative", None).unwrap();
    assert_eq!(chosen.family.as_deref(), Some("conservative"));
    assert!(panel(&chosen).html.contains("aria-pressed=\"true\">✓ Conservative</button>"));
    let back = ordered(&chosen, "family/default", None).unwrap();
    assert_eq!(back, plan);
}

#[test]
fn every_figure_of_the_profile_is_in_the_catalog_and_can_be_typed_as_it_stands() {
    let (plan, catalog) = (plan("pool"), Catalog::bundled());
    let html = panel(&plan).html;
    for id in crate::analysis::PROFILE.iter().flat_map(|(_, ids)| ids.iter()) {
        let figure = catalog.figure(&(*id).into()).unwrap_or_else(|| panic!("no {id}"));
        let field = row(&html, id);
        let value = field.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
        let typed = ordered(&plan, &format!("figure/{id}"), Some(value)).unwrap();
        let stored = typed.figures.get(&(*id).into()).unwrap();
        assert!((stored - figure.value).abs() <= 1e-12 * figure.value, "{id}: {stored}");
    }
}
