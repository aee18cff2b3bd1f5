//! How many servers, ports and addresses are needed, by figures worked out by hand from what the capacity pages state.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::rc::Rc;

use availability_planner::analysis::{LoadRow, Need, Sizing, Topic, Verdict, sizing};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::{Derivation, Figure, Mark, Unit};
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::plan::Scenario;
use availability_planner::plan::build::PlanBuilder;

fn sized(plan: PlanBuilder) -> Sizing {
    sizing(&plan.scenario(), &Catalog::bundled()).unwrap()
}

#[track_caller]
fn need<'a>(sizing: &'a Sizing, id: &str) -> &'a Need {
    let mut needs = sizing.sections.iter().flat_map(|section| &section.needs);
    needs.find(|need| need.id == id).unwrap_or_else(|| panic!("there is no need {id}"))
}

#[track_caller]
fn load<'a>(sizing: &'a Sizing, id: &str) -> &'a LoadRow {
    let mut rows = sizing.sections.iter().flat_map(|section| &section.loads);
    rows.find(|row| row.id == id).unwrap_or_else(|| panic!("there is no load {id}"))
}

#[track_caller]
fn is(figure: &Figure, expected: f64) {
    let value = figure.value;
    assert!((value - expected).abs() <= 1e-12 * expected.abs(), "{}: {value}, not {expected}", figure.name);
}

#[track_caller]
fn are<'a>(figures: impl IntoIterator<Item = &'a Rc<Figure>>, expected: &[f64]) {
    let figures: Vec<&Rc<Figure>> = figures.into_iter().collect();
    assert_eq!(figures.len(), expected.len(), "{figures:?}");
    for (figure, expected) in figures.into_iter().zip(expected) {
        is(figure, *expected);
    }
}

/// The values of a row of loads under the heads given.
#[track_caller]
fn carries(row: &LoadRow, expected: &[(&str, f64)]) {
    for (head, value) in expected {
        let found = row.figures.iter().find(|(known, _)| known == head);
        is(&found.unwrap_or_else(|| panic!("{} has no {head}", row.id)).1, *value);
    }
}

fn pool(front_ends: usize, users: u32) -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(front_ends).balancers(1).back_ends(1))
        .users("users", users, "pool")
}

#[test]
fn front_ends_are_users_by_what_one_carries_rounded_up() {
    // users, drawn, needed, with a spare, carried, verdict
    let table = [
        (100_000, 8, 8.0, 9.0, 100_000.0, Verdict::NoSpare),
        (100_000, 9, 8.0, 9.0, 100_000.0, Verdict::Spare),
        (100_001, 9, 9.0, 10.0, 100_000.0, Verdict::Short),
        (30_000, 4, 3.0, 4.0, 50_000.0, Verdict::Spare),
        (12_500, 1, 1.0, 2.0, 12_500.0, Verdict::NoSpare),
        (12_501, 1, 2.0, 3.0, 12_500.0, Verdict::Short),
        (12_501, 2, 2.0, 3.0, 25_000.0, Verdict::NoSpare),
    ];
    for (users, front_ends, needed, with_spare, carried, verdict) in table {
        let sizing = sized(pool(front_ends, users));
        let need = need(&sizing, "homes/pool");
        is(&need.needed, needed);
        is(need.with_spare.as_ref().unwrap(), with_spare);
        is(need.carried.as_ref().unwrap(), carried);
        assert_eq!(need.verdict, verdict, "{users} users on {front_ends} Front Ends");
    }
}

#[test]
fn eight_front_ends_carry_a_full_pool_with_nothing_to_spare() {
    let sizing = sized(pool(8, 100_000));
    let need = need(&sizing, "homes/pool");
    are(&need.headroom, &[1.0, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125, 0.0]);
    assert!(need.hints.iter().any(|hint| hint.text.contains("87,500 of 100,000 users are carried")));
}

#[test]
fn users_of_the_entry_tier_fit_with_one_front_end_lost_and_not_with_two() {
    let template = TEMPLATES.iter().find(|template| template.id == "entry-tier").unwrap();
    let document = template.open(&Catalog::bundled()).unwrap();
    let sizing = sizing(document.scenarios.first().unwrap(), &Catalog::bundled()).unwrap();
    let section = sizing.section(Topic::Homes).unwrap();
    let [need] = &section.needs[..] else { panic!("one home") };
    is(&need.demand, 30_000.0);
    is(&need.needed, 3.0);
    // 50,000, 37,500, 25,000, 12,500 and no users by 30,000.
    are(&need.headroom, &[5.0 / 3.0, 1.25, 2.5 / 3.0, 1.25 / 3.0, 0.0]);
    assert_eq!(need.verdict, Verdict::Spare);
}

#[test]
fn a_pool_that_is_too_large_says_how_many_it_would_take() {
    let sizing = sized(pool(8, 250_000));
    let need = need(&sizing, "homes/pool");
    assert_eq!(need.verdict, Verdict::Short);
    assert!(need.hints.iter().any(|hint| hint.text.contains("take 3 pools")), "{:?}", need.hints);
}

#[test]
fn a_virtual_pool_says_how_many_users_were_tested() {
    let said = |virtualised: bool| {
        let plan = pool(4, 30_000).with("pool-front-ends", |front| front.virtualised = virtualised);
        let sizing = sized(plan);
        let need = need(&sizing, "homes/pool");
        need.hints.iter().filter(|hint| hint.text.contains("40,000") && hint.mark == Mark::Documented).count()
    };
    assert_eq!((said(true), said(false)), (1, 0));
}

#[test]
fn servers_without_a_load_balancer_count_once() {
    let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(4).back_ends(1));
    let sizing = sized(plan.users("users", 20_000, "pool"));
    is(need(&sizing, "homes/pool").drawn.as_ref().unwrap(), 1.0);
    assert_eq!(need(&sizing, "homes/pool").verdict, Verdict::Short);
}

#[test]
fn a_standard_edition_server_has_no_spare() {
    for (users, verdict) in [(4_999, Verdict::NoSpare), (5_001, Verdict::Short)] {
        let sizing = sized(PlanBuilder::new().standard_edition("se").users("users", users, "se"));
        let need = need(&sizing, "homes/se");
        assert_eq!((need.verdict, &need.with_spare), (verdict, &None));
    }
}

#[test]
fn only_connected_users_are_counted() {
    let plan = PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1));
    let plan = plan.users_with("users", 50_000, "pool", |users| users.connected_share = 0.5);
    let sizing = sized(plan);
    is(&need(&sizing, "homes/pool").demand, 25_000.0);
    is(&need(&sizing, "homes/pool").needed, 2.0);
}

fn external(edges: usize, users: u32) -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(8).balancers(1).back_ends(1))
        .edge("edge", edges, "pool")
        .balancers("edge-balancers", 1, "edge")
        .users_with("users", users, "pool", |users| users.remote_share = 0.1)
}

#[test]
fn edge_servers_are_sized_by_each_of_their_services() {
    let sizing = sized(external(2, 80_000));
    // 8,000 from outside; 5 % of them in a web conference; half of these with audio and video.
    let table = [
        ("access", 8_000.0, 5_000.0, 2.0, Verdict::NoSpare),
        ("web", 400.0, 1_000.0, 1.0, Verdict::Spare),
        ("av", 200.0, 500.0, 1.0, Verdict::Spare),
    ];
    for (service, demand, each, needed, verdict) in table {
        let need = need(&sizing, &format!("edge/{service}/edge"));
        is(&need.demand, demand);
        is(need.each.as_ref().unwrap(), each);
        is(&need.needed, needed);
        assert_eq!(need.verdict, verdict, "{service}");
    }
    carries(load(&sizing, "external/pool"), &[("External users", 8_000.0), ("By the user model", 8_000.0)]);
}

#[test]
fn edge_figures_of_other_editions_stand_beside_the_one_taken() {
    let sizing = sized(external(2, 80_000));
    let access = need(&sizing, "edge/access/edge");
    let beside: Vec<(f64, f64, bool)> = access
        .alternatives
        .iter()
        .map(|other| (other.figure.value, other.outcome.value, other.is_taken))
        .collect();
    assert_eq!(beside, [(15_000.0, 1.0, false), (5_000.0, 2.0, true)]);
    for other in &access.alternatives {
        assert_eq!(other.figure.mark, Mark::Assumed, "no other edition documents this one");
        assert!(
            matches!(&other.figure.derivation, Derivation::Catalog { source, .. } if source.url.is_some())
        );
    }
    let others = |service| need(&sizing, service).alternatives.iter().map(|other| other.figure.value);
    assert_eq!(others("edge/web/edge").collect::<Vec<_>>(), [3_000.0, 1_500.0]);
    assert_eq!(others("edge/av/edge").collect::<Vec<_>>(), [1_500.0]);
    let plan = external(2, 80_000).adjusted(|plan| {
        plan.figures.insert("users-per-edge".into(), 15_000.0);
    });
    let taken = sized(plan);
    let access = need(&taken, "edge/access/edge");
    is(&access.needed, 1.0);
    assert_eq!((access.verdict, access.alternatives.first().unwrap().is_taken), (Verdict::Spare, true));
    assert_eq!(access.each.as_ref().unwrap().mark, Mark::Entered);
}

#[test]
fn calls_of_voice_users_outside_go_through_the_edge_servers() {
    let plan = PlanBuilder::new().standard_edition("se").edge("edge", 1, "se").mediation("mediation", "se");
    let plan = plan.users_with("users", 4_000, "se", |users| {
        users.remote_share = 0.25;
        users.voice_share = 0.5;
    });
    // 1,000 from outside: 25 conferees with audio and video, and 500 voice users, ten to a call.
    is(&need(&sized(plan), "edge/av/edge").demand, 75.0);
}

#[test]
fn remote_users_without_a_way_in_need_one() {
    let plan = PlanBuilder::new().standard_edition("se");
    let sizing = sized(plan.users_with("users", 1_000, "se", |users| users.remote_share = 0.1));
    let none = need(&sizing, "im-presence/none");
    assert_eq!((none.verdict, none.needed.value), (Verdict::Missing, 1.0));
}

#[test]
fn a_director_carries_all_who_come_in_from_outside() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(8).balancers(1).back_ends(1))
        .placed("edge", "edge", 1)
        .director("director", "pool")
        .linked(availability_planner::plan::LinkKind::NextHop, "edge", "director");
    let sizing = sized(plan.users_with("users", 100_000, "pool", |users| users.remote_share = 0.2));
    let director = need(&sizing, "director/director");
    is(&director.demand, 20_000.0);
    // 15,000 each in Lync Server 2010.
    is(&director.needed, 2.0);
    assert_eq!((director.verdict, &director.with_spare), (Verdict::Short, &None));
}

#[test]
fn browser_users_take_a_server_for_every_five_thousand() {
    for (users, servers, needed, verdict) in [
        (10_000, 2, 2.0, Verdict::NoSpare),
        (10_001, 2, 3.0, Verdict::Short),
        (10_000, 3, 2.0, Verdict::Spare),
    ] {
        let plan = PlanBuilder::new()
            .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
            .web_access("web", servers, "pool")
            .balancers("web-balancers", 1, "web")
            .users_with("users", users, "pool", |users| users.web_access_share = 1.0);
        let sizing = sized(plan);
        let need = need(&sizing, "browser/web");
        is(&need.needed, needed);
        assert_eq!(need.verdict, verdict, "{users} on {servers}");
    }
}

fn chat(servers: usize, users: u32) -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
        .chat("chat", servers, "pool", 1)
        .compliance("compliance", 1, "chat")
        .users_with("users", users, "pool", |users| users.group_chat_share = 1.0)
}

#[test]
fn ten_thousand_group_chat_users_have_no_room_for_a_spare_and_eight_thousand_do() {
    let full = sized(chat(5, 10_000));
    let need_full = need(&full, "chat/chat");
    is(&need_full.needed, 5.0);
    is(need_full.with_spare.as_ref().unwrap(), 6.0);
    assert_eq!(need_full.verdict, Verdict::NoSpare);
    let said = "With a spare they would take 6 servers of 5 that count: 8,000 users are the most that survive the loss of one.";
    assert!(need_full.hints.iter().any(|hint| hint.text == said), "{:?}", need_full.hints);
    let smaller = sized(chat(5, 8_000));
    let need_smaller = need(&smaller, "chat/chat");
    assert_eq!((need_smaller.verdict, need_smaller.hints.len()), (Verdict::Spare, 0));
    is(need_smaller.with_spare.as_ref().unwrap(), 5.0);
}

#[test]
fn both_pages_on_group_chat_servers_are_shown_with_what_follows() {
    let sizing = sized(chat(5, 6_000));
    let pages = &need(&sizing, "chat/chat").alternatives;
    let said: Vec<(f64, f64, bool)> =
        pages.iter().map(|page| (page.figure.value, page.outcome.value, page.is_taken)).collect();
    assert_eq!(said, [(5.0, 8_000.0, true), (3.0, 4_000.0, false)]);
    let sources: BTreeSet<String> = pages
        .iter()
        .filter_map(|page| match &page.figure.derivation {
            Derivation::Catalog { source, .. } => source.url.clone(),
            _ => None,
        })
        .collect();
    assert_eq!(sources.len(), 2, "{sources:?}");
    let three = chat(5, 6_001).adjusted(|plan| {
        plan.figures.insert("chat-servers-counted".into(), 3.0);
    });
    let by_three = sized(three);
    let need = need(&by_three, "chat/chat");
    is(need.carried.as_ref().unwrap(), 6_000.0);
    assert_eq!(need.verdict, Verdict::Short);
}

#[test]
fn one_compliance_server_is_active_and_another_stands_by() {
    for (servers, verdict) in [(1, Verdict::NoSpare), (2, Verdict::Spare)] {
        let plan = PlanBuilder::new()
            .standard_edition("se")
            .chat("chat", 1, "se", 1)
            .compliance("compliance", servers, "chat")
            .users_with("users", 100, "se", |users| users.group_chat_share = 1.0);
        let sizing = sized(plan);
        let need = need(&sizing, "compliance/compliance");
        assert_eq!((need.verdict, &need.each), (verdict, &None));
        is(&need.needed, 1.0);
        is(need.with_spare.as_ref().unwrap(), 2.0);
    }
}

#[test]
fn a_load_balancer_takes_an_address_for_every_sixty_five_thousand_users() {
    for (users, addresses) in [(65_000, 1.0), (65_001, 2.0), (100_000, 2.0)] {
        let sizing = sized(pool(8, users));
        let need = need(&sizing, "snat/pool-balancers");
        is(&need.needed, addresses);
        assert_eq!((need.verdict, &need.drawn), (Verdict::NotSaid, &None));
    }
    let sizing = sized(external(2, 80_000));
    is(&need(&sizing, "snat/edge-balancers").demand, 8_000.0);
}

/// Two offices with 46 channels: two lines of 23.
fn litware() -> PlanBuilder {
    PlanBuilder::new()
        .standard_edition("se")
        .mediation("first", "se")
        .mediation("second", "se")
        .users_with("headquarters", 250, "se", |users| users.voice_share = 1.0)
        .users_with("branch", 80, "se", |users| users.voice_share = 1.0)
}

#[test]
fn forty_six_ports_for_330_users_are_enough_for_moderate_use_and_not_for_heavy() {
    let sizing = sized(litware());
    // 330 by 15, 10 and 5; 46 ports carry 690, 460 and 230, and 23 half of that.
    let table = [
        ("light", 22.0, 690.0, Verdict::Spare),
        ("moderate", 33.0, 460.0, Verdict::NoSpare),
        ("heavy", 66.0, 230.0, Verdict::Short),
    ];
    for (class, needed, carried, verdict) in table {
        let need = need(&sizing, &format!("ports/{class}/first"));
        is(need.drawn.as_ref().unwrap(), 46.0);
        is(&need.needed, needed);
        is(need.carried.as_ref().unwrap(), carried);
        are(&need.headroom, &[carried / 330.0, carried / 660.0, 0.0]);
        assert_eq!(need.verdict, verdict, "{class}");
    }
    let row = load(&sizing, "voice/first");
    // Calls by moderate use, each of 64 kbit/s.
    carries(
        row,
        &[
            ("Users for each port", 330.0 / 46.0),
            ("Calls", 33.0),
            ("Their bandwidth", 2_112.0),
            ("With all ports in use", 2_944.0),
        ],
    );
    let each = &row.figures.first().unwrap().1;
    assert_eq!(format!("{:.1}", each.value), "7.2");
}

#[test]
fn mediation_servers_are_sized_by_calls() {
    let sizing = sized(litware());
    let need = need(&sizing, "mediation/first");
    is(&need.demand, 33.0);
    are([&need.needed, need.with_spare.as_ref().unwrap(), need.drawn.as_ref().unwrap()], &[1.0, 2.0, 2.0]);
    assert_eq!(need.verdict, Verdict::Spare);
}

#[test]
fn conferences_follow_the_user_model() {
    let sizing = sized(pool(8, 100_000));
    // 5 % of 100,000; 15 % of these by telephone; 250 to a meeting.
    carries(
        load(&sizing, "conferences/pool"),
        &[
            ("Conferees", 5_000.0),
            ("Scheduled", 2_500.0),
            ("By telephone", 750.0),
            ("Audio and video", 2_500.0),
            ("Meetings at the largest size", 20.0),
        ],
    );
}

#[test]
fn messages_and_subscriptions_follow_the_user_model() {
    let sizing = sized(pool(8, 90_000));
    // 90,000 · 2 · 10 an hour; 400 bytes each; 50 contacts, 8 devices.
    carries(
        load(&sizing, "messages/pool"),
        &[
            ("Messages sent", 500.0),
            ("Copies, at the most", 1_000.0),
            ("Text", 1_600.0),
            ("Subscriptions", 36_000_000.0),
            ("if all mobile", 57_600_000.0),
            ("of them inside", 25_200_000.0),
            ("federated", 3_600_000.0),
        ],
    );
}

#[test]
fn media_of_branch_users_crosses_the_line_to_their_home() {
    let plan = PlanBuilder::new()
        .standard_edition("se")
        .site_called("branch")
        .mediation("mediation", "se")
        .users("headquarters", 1_000, "se")
        .users_with("branch-users", 400, "se", |users| {
            users.site = Some("branch".into());
            users.voice_share = 0.5;
        });
    let sizing = sized(plan);
    // 400 · 5 % · half of these = 10 conferees; 200 voice users by 10 = 20 calls; two streams each.
    carries(
        load(&sizing, "line/branch/headquarters"),
        &[
            ("Users", 400.0),
            ("Audio sessions", 30.0),
            ("Video sessions", 10.0),
            ("Audio", 2_700.0),
            ("Video", 6_000.0),
            ("Together", 8_700.0),
        ],
    );
    assert_eq!(sizing.section(Topic::Lines).unwrap().loads.len(), 2, "a line, and the network of the home");
}

#[test]
fn archiving_and_monitoring_are_sized_by_users() {
    let plan = pool(8, 100_000).archiving("archiving", 2, "pool", 1).monitoring("monitoring", "pool");
    let sizing = sized(plan);
    let archiving = need(&sizing, "records/archiving");
    are([&archiving.needed, archiving.with_spare.as_ref().unwrap()], &[2.0, 3.0]);
    assert_eq!(archiving.verdict, Verdict::NoSpare);
    let monitoring = need(&sizing, "records/monitoring");
    assert_eq!((monitoring.verdict, &monitoring.with_spare), (Verdict::NoSpare, &None));
    carries(load(&sizing, "recorded/archiving"), &[("Conversations", 200_000.0)]);
}

#[test]
fn arrays_that_share_users_are_sized_together() {
    let plan = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(8).balancers(1).back_ends(1))
        .edge("one", 1, "pool")
        .edge("other", 1, "pool")
        .users_with("users", 80_000, "pool", |users| users.remote_share = 0.1);
    let sizing = sized(plan);
    let access = need(&sizing, "edge/access/one");
    is(&access.demand, 8_000.0);
    is(access.drawn.as_ref().unwrap(), 2.0);
    assert_eq!(access.verdict, Verdict::NoSpare);
}

#[test]
fn values_of_a_component_and_of_the_plan_hold() {
    let own = pool(2, 20_000).with("pool-front-ends", |front| {
        front.overrides.insert("users-per-front-end".into(), 20_000.0);
    });
    let sizing_own = sized(own);
    is(&need(&sizing_own, "homes/pool").needed, 1.0);
    let planned = pool(2, 20_000).adjusted(|plan| {
        plan.figures.insert("users-per-front-end".into(), 5_000.0);
        plan.figures.insert("im-sessions".into(), 6.0);
    });
    let sizing_plan = sized(planned);
    is(&need(&sizing_plan, "homes/pool").needed, 4.0);
    carries(load(&sizing_plan, "messages/pool"), &[("Messages sent", 20_000.0 * 60.0 / 3_600.0)]);
}

/// Plans with something of every subject.
fn plans() -> Vec<Scenario> {
    let catalog = Catalog::bundled();
    let templates = TEMPLATES
        .iter()
        .map(|template| template.open(&catalog).unwrap().scenarios.first().unwrap().as_ref().clone());
    let full = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(4).balancers(2).back_ends(2).file_share())
        .standard_edition("se")
        .site_called("branch")
        .edge("edge", 2, "pool")
        .balancers("balancers", 2, "edge")
        .reverse_proxy("proxy", "pool")
        .chat("chat", 5, "pool", 2)
        .compliance("compliance", 2, "chat")
        .mediation("mediation", "pool")
        .web_access("web", 1, "se")
        .archiving("archiving", 1, "pool", 1)
        .monitoring("monitoring", "se")
        .users_with("users", 30_000, "pool", |users| {
            users.remote_share = 0.1;
            users.group_chat_share = 0.3;
            users.voice_share = 0.2;
            users.web_access_share = 0.1;
            users.site = Some("branch".into());
        });
    let none =
        PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)).edge("edge", 1, "pool");
    templates.chain([full.scenario(), none.scenario(), PlanBuilder::new().scenario()]).collect()
}

#[track_caller]
fn ends_in_statements(figure: &Figure) {
    assert!(figure.value.is_finite() && !figure.name.is_empty(), "{figure:?}");
    match &figure.derivation {
        Derivation::Computed { formula, inputs } => {
            assert_eq!(figure.mark, Mark::Derived, "{}", figure.name);
            assert!(!formula.is_empty() && (!inputs.is_empty() || figure.value == 0.0), "{}", figure.name);
            for input in inputs.iter() {
                ends_in_statements(input);
            }
        }
        Derivation::Entered { replaces } => replaces.iter().for_each(|old| ends_in_statements(old)),
        Derivation::Catalog { source, note } => {
            assert!(!source.title.is_empty() && !note.is_empty(), "{}", figure.name);
        }
    }
}

#[test]
fn every_figure_can_be_traced_and_every_name_stands_once() {
    for plan in plans() {
        let sizing = sizing(&plan, &Catalog::bundled()).unwrap();
        sizing.figures().for_each(|figure| ends_in_statements(figure));
        let needs = sizing.sections.iter().flat_map(|section| section.needs.iter().map(|need| &need.id));
        let loads = sizing.sections.iter().flat_map(|section| section.loads.iter().map(|row| &row.id));
        let names: Vec<&String> = needs.chain(loads).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    }
}

#[test]
fn rows_of_one_table_have_the_same_columns() {
    for plan in plans() {
        for section in sizing(&plan, &Catalog::bundled()).unwrap().sections {
            let heads = |row: &LoadRow| -> Vec<(&'static str, Unit)> {
                row.figures.iter().map(|(head, figure)| (*head, figure.unit)).collect()
            };
            let all: BTreeSet<String> = section.loads.iter().map(|row| format!("{:?}", heads(row))).collect();
            assert!(all.len() <= 1, "{all:?}");
        }
    }
}

#[test]
fn a_plan_without_users_asks_for_nothing() {
    let sizing = sized(PlanBuilder::new().pool("pool", |pool| pool.front_ends(1).back_ends(1)));
    assert!(sizing.sections.is_empty(), "{:?}", sizing.sections);
}
