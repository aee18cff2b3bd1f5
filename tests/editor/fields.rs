//! Numbers and choices that are typed: each is one step for all that is selected.

use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::catalog::workload::Workload;
use availability_planner::editor::field::{Entry, Field, Flag, Outage, Share, Value, Wish};
use availability_planner::editor::{Action, Choice, State, Target};
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Edit, Site, validate};

fn sample() -> Rc<State> {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(4).balancers(2).back_ends(2))
        .edge("edge", 2, "pool")
        .standard_edition("branch")
        .users("users", 1_000, "pool")
        .users("others", 50, "pool")
        .adjusted(|scenario| {
            let site =
                |id: &str| Site { id: id.into(), name: id.into(), common_mode: None, wan_links: Vec::new() };
            scenario.sites.extend([Rc::new(site("north")), Rc::new(site("south"))]);
        });
    State::new("key", Rc::new(plan.document()))
}

fn act(state: &Rc<State>, action: Action) -> Rc<State> {
    let next = state.reduce(&Catalog::bundled(), action);
    validate(&next.document, &Catalog::bundled()).unwrap();
    next
}

fn selecting(state: &Rc<State>, nodes: &[&str]) -> Rc<State> {
    act(state, Action::Select(nodes.iter().map(|id| Target::Node((*id).into())).collect()))
}

fn typed(state: &Rc<State>, field: &Field, typed: impl Into<Option<f64>>) -> Rc<State> {
    act(state, Action::Enter { field: field.clone(), typed: typed.into() })
}

fn chosen(state: &Rc<State>, choice: &Choice, value: &str) -> Rc<State> {
    act(state, Action::Choose { choice: choice.clone(), value: value.into() })
}

fn entry(state: &State, field: &Field) -> Entry {
    state.entry(&Catalog::bundled(), field).unwrap_or_else(|| panic!("no {field:?}"))
}

/// Every field, with what is selected for it and a number that will do.
fn fields() -> Vec<(&'static [&'static str], Field, f64)> {
    let parts: &[&str] = &["edge", "pool-front-ends"];
    let users: &[&str] = &["users", "others"];
    let north = || "north".into();
    vec![
        (parts, Field::Figure("hardware-mtbf".into()), 70_000.0),
        (parts, Field::Figure("self-restart-share".into()), 35.0),
        (parts, Field::RepairCrews, 1.0),
        (users, Field::Users, 123.0),
        (users, Field::Share(Share::Connected), 80.0),
        (users, Field::Share(Share::Remote), 20.0),
        (users, Field::Share(Share::GroupChat), 30.0),
        (users, Field::Share(Share::Voice), 40.0),
        (users, Field::Share(Share::WebAccess), 50.0),
        (users, Field::Share(Share::DialIn), 15.0),
        (users, Field::Share(Share::Federation), 25.0),
        (users, Field::Share(Share::PublicIm), 5.0),
        (parts, Field::Flag(Flag::Virtualised), 1.0),
        (&["pool"], Field::Flag(Flag::Director), 1.0),
        (&[], Field::Target(Workload::Conferencing), 99.95),
        (&[], Field::Wish(Wish::PlannedWorkCounts), 0.0),
        (&[], Field::Wish(Wish::SpareServer), 1.0),
        (&[], Field::Wish(Wish::HighAvailabilityInternal), 1.0),
        (&[], Field::Wish(Wish::HighAvailabilityPerimeter), 1.0),
        (&[], Field::Wish(Wish::ExternalConferencing), 0.0),
        (&[], Field::Wish(Wish::ArchivingRequired), 1.0),
        (&[], Field::Wish(Wish::ArchivingCritical), 1.0),
        (&[], Field::Wish(Wish::ComplianceRequired), 1.0),
        (&[], Field::Wish(Wish::SiteResiliency), 1.0),
        (&[], Field::DaysPerWeek, 5.0),
        (&[], Field::HoursPerDay, 10.0),
        (&[], Field::Site(north(), Outage::Availability), 99.9),
        (&[], Field::Line(north(), "south".into(), Outage::Availability), 99.5),
    ]
}

#[test]
fn what_is_typed_stands_in_the_field_after_one_step_that_can_be_undone() {
    for (selected, field, number) in fields() {
        let before = selecting(&sample(), selected);
        let after = typed(&before, &field, number);
        let Value::One(shown) = entry(&after, &field).value else { panic!("{field:?} shows no number") };
        assert!((shown - number).abs() < 1e-9, "{field:?}: {shown}");
        assert_eq!(after.history.past().len(), 1, "{field:?}");
        let undone = act(&after, Action::Undo);
        assert_eq!(undone.document, before.document, "{field:?}");
        assert_eq!(entry(&undone, &field), entry(&before, &field), "{field:?}");
    }
}

#[test]
fn the_ends_of_every_range_are_valid_plans() {
    for (selected, field, _) in fields() {
        let state = selecting(&sample(), selected);
        let Entry { min, max, .. } = entry(&state, &field);
        for number in [min, max] {
            // Refused numbers leave a notice and the plan as it was.
            assert_eq!(typed(&state, &field, number).notice, None, "{field:?} {number}");
        }
    }
}

#[test]
fn an_emptied_field_gives_back_what_holds_without_it() {
    for (selected, field, number) in fields() {
        let before = selecting(&sample(), selected);
        let optional = entry(&before, &field).none.is_some() || matches!(field, Field::Figure(_));
        if optional {
            let emptied = typed(&typed(&before, &field, number), &field, None);
            assert_eq!(emptied.document, before.document, "{field:?}");
        }
    }
}

#[test]
fn a_field_about_different_numbers_says_so_and_gives_all_of_them_the_one_that_is_typed() {
    let field = Field::Figure("hardware-mtbf".into());
    let one = typed(&selecting(&sample(), &["edge"]), &field, 70_000.0);
    let both = selecting(&one, &["edge", "pool-front-ends"]);
    assert_eq!(entry(&both, &field).value, Value::Mixed);
    assert_eq!(entry(&typed(&both, &field, 80_000.0), &field).value, Value::One(80_000.0));
    assert_eq!(entry(&typed(&both, &field, None), &field).value, Value::One(50_000.0));
    let crews = typed(&selecting(&sample(), &["edge"]), &Field::RepairCrews, 1.0);
    assert_eq!(entry(&selecting(&crews, &["edge", "branch"]), &Field::RepairCrews).value, Value::Mixed);
}

#[test]
fn a_field_that_nothing_selected_has_is_not_there() {
    let state = selecting(&sample(), &["users"]);
    let catalog = Catalog::bundled();
    assert_eq!(state.entry(&catalog, &Field::Figure("hardware-mtbf".into())), None);
    assert_eq!(state.entry(&catalog, &Field::Figure("nonsense".into())), None);
    assert_eq!(selecting(&state, &["edge"]).entry(&catalog, &Field::Users), None);
}

#[test]
fn a_mean_down_time_waits_for_an_availability() {
    let (up, down) = (Outage::Availability, Outage::MeanDownTime);
    for of in [&(|outage| Field::Site("north".into(), outage)) as &dyn Fn(Outage) -> Field, &|outage| {
        Field::Line("north".into(), "south".into(), outage)
    }] {
        let state = sample();
        assert!(Rc::ptr_eq(&typed(&state, &of(down), 2.0), &state), "there is nothing to say it of");
        let known = typed(&state, &of(up), 99.9);
        assert_eq!(entry(&known, &of(down)).value, Value::One(4.0));
        let slower = typed(&known, &of(down), 9.0);
        assert_eq!(entry(&slower, &of(down)).value, Value::One(9.0));
        assert_eq!(entry(&typed(&slower, &of(up), 99.0), &of(down)).value, Value::One(9.0));
    }
}

#[test]
fn a_line_is_stated_once_whichever_end_is_asked() {
    let there = Field::Line("north".into(), "south".into(), Outage::Availability);
    let back = Field::Line("south".into(), "north".into(), Outage::Availability);
    let state = typed(&typed(&sample(), &back, 98.0), &there, 99.0);
    assert_eq!(entry(&state, &back), entry(&state, &there));
    let stated: usize = state.scenario().sites.iter().map(|site| site.wan_links.len()).sum();
    assert_eq!(stated, 1);
    let gone = typed(&state, &there, None);
    assert!(gone.scenario().sites.iter().all(|site| site.wan_links.is_empty()));
}

#[test]
fn users_are_counted_in_whole_numbers() {
    let state = typed(&selecting(&sample(), &["users"]), &Field::Users, 12.6);
    assert_eq!(entry(&state, &Field::Users).value, Value::One(13.0));
}

#[test]
fn a_choice_holds_for_all_that_is_selected() {
    let catalog = Catalog::bundled();
    let users = selecting(&sample(), &["users", "others"]);
    let homes = users.choices(&catalog, &Choice::Home);
    let names: Vec<_> = homes.options.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!((names, homes.chosen.as_deref()), (vec!["none", "pool", "branch"], Some("pool")));
    let moved = chosen(&users, &Choice::Home, "branch");
    assert!(moved.scenario().populations.iter().all(|users| users.home == Some("branch".into())));
    let homeless = chosen(&moved, &Choice::Home, "");
    assert!(homeless.scenario().populations.iter().all(|users| users.home.is_none()));

    let elsewhere = chosen(&chosen(&users, &Choice::Seat, "north"), &Choice::RecoveryHome, "branch");
    for users in &elsewhere.scenario().populations {
        assert_eq!(
            (users.site.clone(), users.recovery_home.clone()),
            (Some("north".into()), Some("branch".into()))
        );
    }
    assert_eq!(elsewhere.choices(&catalog, &Choice::Seat).chosen.as_deref(), Some("north"));
    assert_eq!(elsewhere.choices(&catalog, &Choice::RecoveryHome).chosen.as_deref(), Some("branch"));
    let back = chosen(&chosen(&elsewhere, &Choice::Seat, ""), &Choice::RecoveryHome, "");
    assert!(
        back.scenario().populations.iter().all(|users| users.site.is_none() && users.recovery_home.is_none())
    );

    let parts = selecting(&sample(), &["pool", "edge"]);
    let north = chosen(&parts, &Choice::Site, "north");
    assert_eq!(north.choices(&catalog, &Choice::Site).chosen.as_deref(), Some("north"));
    let mixed = selecting(&north, &["edge", "branch"]).choices(&catalog, &Choice::Site);
    assert_eq!(mixed.chosen, None);
}

#[test]
fn a_server_is_put_on_a_computer_that_the_list_names_after_its_servers() {
    let catalog = Catalog::bundled();
    let choice = Choice::Computer("edge-1".into());
    let state = sample();
    let choices = state.choices(&catalog, &choice);
    assert_eq!(choices.chosen.as_deref(), Some(""));
    let host = choices.options.iter().find(|(_, name)| name == "with branch").unwrap();
    let shared = chosen(&state, &choice, &host.0);
    let now = shared.choices(&catalog, &choice);
    assert_eq!(now.chosen.as_deref(), Some("branch-1-computer"));
    let third = Choice::Computer("edge-2".into());
    let names: Vec<_> = shared.choices(&catalog, &third).options.into_iter().map(|(_, name)| name).collect();
    assert_eq!(names.iter().filter(|name| *name == "with edge 1").count(), 1, "{names:?}");
    assert!(!names.contains(&"with branch".to_string()), "one computer, one entry: {names:?}");
    assert_eq!(chosen(&shared, &choice, "").document, state.document);
    let refused = chosen(&state, &choice, "nowhere");
    assert!(refused.notice.is_some() && refused.document == state.document);
}

#[test]
fn a_line_to_a_site_that_is_gone_is_refused() {
    let gone = Action::Edit { label: "x".into(), edits: vec![Edit::RemoveSite("north".into())] };
    let state = act(&sample(), gone);
    let there = Field::Line("south".into(), "north".into(), Outage::Availability);
    let after = typed(&state, &there, 99.0);
    assert!(after.notice.is_some() && after.document == state.document);
}

#[test]
fn a_figure_shows_the_components_own_value_before_the_plans_and_this_before_the_familys() {
    let field = Field::Figure("hardware-mtbf".into());
    let shown = |state: &State| entry(state, &field).value;
    let edited = |state: &Rc<State>, edit: Edit| {
        act(state, Action::Edit { label: "Change".into(), edits: vec![edit] })
    };
    let state = selecting(&sample(), &["edge"]);
    assert_eq!(shown(&state), Value::One(50_000.0));
    let of_family = edited(&state, Edit::SetFamily(Some("optimistic".into())));
    assert_eq!(shown(&of_family), Value::One(110_000.0));
    let plan = Edit::SetPlanFigure { figure: "hardware-mtbf".into(), value: Some(90_000.0) };
    let of_plan = edited(&of_family, plan);
    assert_eq!(shown(&of_plan), Value::One(90_000.0));
    let own = typed(&of_plan, &field, 70_000.0);
    assert_eq!(shown(&own), Value::One(70_000.0));
    // Given up in turn, each leaves the one before it.
    let no_own = typed(&own, &field, None);
    assert_eq!((shown(&no_own), &no_own.document), (Value::One(90_000.0), &of_plan.document));
    let no_plan = edited(&no_own, Edit::SetPlanFigure { figure: "hardware-mtbf".into(), value: None });
    assert_eq!(shown(&no_plan), Value::One(110_000.0));
    assert_eq!(shown(&edited(&no_plan, Edit::SetFamily(None))), Value::One(50_000.0));
}

#[test]
fn what_a_value_replaces_is_what_giving_it_up_brings_back() {
    let catalog = Catalog::bundled();
    let id = "hardware-mtbf".into();
    let plan = PlanBuilder::new().edge("edge", 1, "none").adjusted(|plan| {
        plan.figures.insert("hardware-mtbf".into(), 90_000.0);
    });
    let with_own = plan.clone().with("edge", |edge| {
        edge.overrides.insert("hardware-mtbf".into(), 70_000.0);
    });
    let figures = [with_own, plan].map(|plan| {
        let scenario = plan.scenario();
        let edge = scenario.component(&"edge".into()).unwrap();
        let figure = scenario.figure(&catalog, edge, &id).unwrap();
        (figure.value, figure.below().first().unwrap().value)
    });
    assert_eq!(figures, [(70_000.0, 90_000.0), (90_000.0, 50_000.0)]);
}
