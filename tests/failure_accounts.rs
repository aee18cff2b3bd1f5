//! What is told of failures: what they interrupt, who is back when, what survives, what to do and in which order.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::knowledge::{Effect, Survival, WorkloadGroup};
use availability_planner::analysis::{
    Casualty, FailureAccount, FailureSet, Options, failures_of, under_failure,
};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::Mark;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{LinkKind, Population, Scenario, Targets, WanLink, validate_scenario};

fn wishes(users: &mut Population) {
    users.remote_share = 0.1;
    users.group_chat_share = 0.1;
    users.voice_share = 0.5;
    users.web_access_share = 0.1;
    users.federation_share = 0.1;
    users.dial_in_share = 0.1;
}

/// Everything that the product has, much of it twice.
fn everything() -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(3).balancers(2).back_ends(2).file_share())
        .director("director", "pool")
        .edge("edge", 2, "director")
        .balancers("edge-balancers", 2, "edge")
        .reverse_proxy("proxy", "pool")
        .chat("chat", 2, "pool", 1)
        .compliance("compliance", 2, "chat")
        .mediation("call-1", "pool")
        .mediation("call-2", "pool")
        .web_access("browser", 1, "pool")
        .archiving("archive", 1, "pool", 1)
        .monitoring("monitor", "pool")
        .shared("domain", "directory", 2, "pool")
        .shared("switch", "switch", 1, "director")
        .users_with("users", 10_000, "pool", wishes)
}

fn account_of(scenario: &Scenario, ids: &[&str]) -> FailureAccount {
    let catalog = Catalog::bundled();
    validate_scenario(scenario, &catalog).unwrap();
    let mut down = FailureSet::default();
    for id in ids {
        let server = scenario.servers().find(|(_, server)| server.id.as_str() == *id);
        let casualty = match server {
            Some((component, server)) => {
                Casualty::Server { component: component.id.clone(), server: server.id.clone() }
            }
            None if scenario.site(&(*id).into()).is_some() => Casualty::Site((*id).into()),
            None => Casualty::Node((*id).into()),
        };
        assert!(casualty.exists(scenario), "{id}");
        down.kill(scenario, &casualty);
    }
    under_failure(scenario, &catalog, Options::default(), &down).unwrap().account
}

fn account(plan: PlanBuilder, ids: &[&str]) -> FailureAccount {
    account_of(&plan.scenario(), ids)
}

fn rows(account: &FailureAccount) -> Vec<&str> {
    account.lost.iter().map(|lost| lost.row.id.as_str()).collect()
}

#[test]
fn what_is_left_decides_which_row_is_told() {
    let table: [(&[&str], &[&str]); 23] = [
        (&["pool-front-ends-1"], &["front-end/one-lost"]),
        (&["pool-front-ends-1", "pool-front-ends-2"], &["front-end/one-lost"]),
        (&["pool-front-ends"], &["front-end/last-lost"]),
        (&["pool-back-end-1"], &["back-end/failing-over"]),
        (&["pool-back-end-2"], &["stand-by/lost"]),
        (&["pool-back-end"], &["back-end/last-lost"]),
        (&["pool-balancers-1"], &["pool-balancer/unit-lost"]),
        (&["pool-balancers"], &["pool-balancer/last-lost"]),
        (&["pool-file-share"], &["file-share/lost"]),
        (&["edge-1"], &["edge/one-lost"]),
        (&["edge"], &["edge/last-lost"]),
        (&["edge-balancers-1"], &["balancer/unit-lost"]),
        (&["edge-balancers"], &["edge/last-lost"]),
        (&["director"], &["director/last-lost"]),
        (&["call-1"], &["mediation/one-lost"]),
        (&["call-1", "call-2-gateway"], &["mediation/last-lost"]),
        (&["browser"], &["web-access/last-lost"]),
        (&["archive"], &["archiving/lost"]),
        (&["monitor-database"], &["monitoring/lost"]),
        (&["chat-1"], &["chat-server/one-lost"]),
        (&["compliance-1"], &["compliance/switching"]),
        (&["domain"], &["active-directory/lost", "dns/lost"]),
        (&["domain-1"], &["directory/one-lost"]),
    ];
    let scenario = everything().scenario();
    for (ids, expected) in table {
        assert_eq!(rows(&account_of(&scenario, ids)), expected, "{ids:?}");
    }
}

#[test]
fn the_only_mediation_server_of_a_home_is_its_last_one_whatever_others_have() {
    let plan = || {
        PlanBuilder::new()
            .standard_edition("a")
            .standard_edition("b")
            .mediation("call-a", "a")
            .mediation("call-b", "b")
            .users_with("users", 100, "a", |users| users.voice_share = 1.0)
    };
    assert_eq!(rows(&account(plan(), &["call-a"])), ["mediation/last-lost"]);
    let shared = plan().linked(LinkKind::Calls, "a", "call-b");
    assert_eq!(rows(&account(shared, &["call-a"])), ["mediation/one-lost"]);
}

#[test]
fn a_line_between_sites_that_is_killed_is_told() {
    let plan = PlanBuilder::new().standard_edition("home").site_called("branch").users("users", 100, "home");
    let plan = plan.with_site(|site| {
        let line = WanLink { to: "branch".into(), availability: 0.999, mean_down_time_hours: 2.0 };
        site.wan_links.push(line);
    });
    let (scenario, catalog, mut down) = (plan.scenario(), Catalog::bundled(), FailureSet::default());
    down.kill(&scenario, &Casualty::Line("headquarters".into(), "branch".into()));
    assert!(!down.is_empty());
    let told = under_failure(&scenario, &catalog, Options::default(), &down).unwrap().account;
    assert_eq!(rows(&told), ["wan-link/lost"]);
    assert_eq!(told.restoration[0].stage.id, "site");
}

#[test]
fn archiving_that_must_not_fail_takes_the_pool_with_it() {
    let critical = everything().adjusted(|scenario| {
        scenario.targets = Targets { archiving_critical: true, ..Targets::default() }.into();
    });
    let told = account(critical, &["archive-database"]);
    assert_eq!(rows(&told), ["archiving/lost-critical"]);
    assert_eq!(told.worst(WorkloadGroup::ImPresence), Effect::Outage);
    assert_eq!(told.worst(WorkloadGroup::Archiving), Effect::None);
    assert!(told.timing.iter().any(|timing| timing.seconds == Some(1_800.0)));
    let normal = account(everything(), &["archive-database"]);
    assert_eq!(normal.worst(WorkloadGroup::ImPresence), Effect::None);
    assert_eq!(normal.worst(WorkloadGroup::Archiving), Effect::Partial);
}

#[test]
fn workloads_that_nobody_wants_are_left_out() {
    let plan = || PlanBuilder::new().pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1));
    let groups = |plan: PlanBuilder| {
        let told = account(plan, &["pool-front-ends-1"]);
        told.interrupted.iter().map(|told| told.cell.group).collect::<Vec<_>>()
    };
    assert_eq!(
        groups(plan().users("users", 100, "pool")),
        [WorkloadGroup::ImPresence, WorkloadGroup::Conferencing]
    );
    let chatting =
        plan().edge("edge", 1, "pool").chat("chat", 1, "pool", 1).users_with("users", 100, "pool", |users| {
            users.remote_share = 0.5;
            users.group_chat_share = 0.5;
        });
    assert_eq!(
        groups(chatting),
        [
            WorkloadGroup::ImPresence,
            WorkloadGroup::Conferencing,
            WorkloadGroup::RemoteAccess,
            WorkloadGroup::GroupChat
        ]
    );
}

#[test]
fn data_is_told_with_where_it_is_kept_and_what_becomes_of_it() {
    let scenario = everything().scenario();
    let survival = |told: &FailureAccount| -> Vec<(String, Survival, Vec<String>)> {
        let data = told.data.iter().map(|data| {
            let holders = data.holders.iter().map(ToString::to_string).collect();
            (data.store.id.clone(), data.survives.survival, holders)
        });
        data.collect()
    };
    let lost = survival(&account_of(&scenario, &["pool-front-ends-1", "pool-back-end"]));
    let of = |id: &str| lost.iter().find(|(known, ..)| known == id).unwrap();
    assert_eq!((of("rtc").1, &of("rtc").2[..]), (Survival::AfterRestore, &["pool-back-end".to_owned()][..]));
    assert_eq!((of("files").1, &of("files").2[..]), (Survival::Kept, &["pool-file-share".to_owned()][..]));
    assert_eq!(of("archive").1, Survival::QueueWaits, "the worst of what both failures mean");
    let alone = PlanBuilder::new().standard_edition("home").users("users", 100, "home");
    let restarted = survival(&account(alone, &["home"]));
    let ids: Vec<&str> = restarted.iter().map(|(id, ..)| id.as_str()).collect();
    assert_eq!(ids, ["rtc", "rtc-config", "rtc-dyn", "files"], "nothing of what is not drawn");
    assert!(restarted.iter().all(|(_, survival, _)| *survival == Survival::AfterRestart));
}

#[test]
fn what_is_down_is_restored_in_the_documented_order() {
    let scenario = everything().scenario();
    let all = account_of(&scenario, &["headquarters"]);
    let stages: Vec<&str> = all.restoration.iter().map(|restored| restored.stage.id.as_str()).collect();
    assert_eq!(
        stages,
        [
            "site",
            "domain",
            "file-share",
            "back-end",
            "balancer",
            "front-end",
            "director",
            "archiving",
            "monitoring",
            "telephony",
            "mediation",
            "edge",
            "proxy",
            "web-access",
            "group-chat",
            "compliance",
            "users",
        ]
    );
    for restored in &all.restoration {
        assert!(!restored.steps.is_empty(), "{}", restored.stage.id);
    }
    assert_eq!(all.restoration[0].names, ["Headquarters", "switch"]);
    let two = account_of(&scenario, &["edge", "pool-back-end"]);
    let stages: Vec<&str> = two.restoration.iter().map(|restored| restored.stage.id.as_str()).collect();
    assert_eq!(stages, ["back-end", "edge", "users"]);
    // Nobody is moved where all have a home.
    let one = account_of(&scenario, &["pool-front-ends-1"]);
    assert_eq!(one.restoration.len(), 1);
    let standard = PlanBuilder::new()
        .standard_edition("home")
        .archiving("archive", 1, "home", 1)
        .edge("edge", 1, "home")
        .users("users", 100, "home");
    let standard = account(standard, &["headquarters"]);
    let stages: Vec<&str> = standard.restoration.iter().map(|restored| restored.stage.id.as_str()).collect();
    assert_eq!(stages, ["site", "standard-edition", "archiving", "edge", "users"]);
}

#[test]
fn steps_speak_only_of_what_is_drawn() {
    let told = |plan: PlanBuilder| {
        let account = account(plan, &["pool-front-ends-1"]);
        let steps = account.restoration.iter().flat_map(|restored| &restored.steps);
        steps.map(|step| step.text.clone()).collect::<Vec<_>>().join(" ")
    };
    let bare = PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(2).balancers(1).back_ends(1))
        .users("users", 100, "pool");
    assert!(!told(bare).contains("archive"));
    assert!(told(everything()).contains("archive"));
}

#[test]
fn recovery_tells_point_and_time_with_their_marks() {
    let told = account(everything(), &["pool-back-end", "edge"]);
    let ids: Vec<&str> = told.recovery.iter().map(|loss| loss.id.as_str()).collect();
    assert_eq!(ids, ["back-end", "edge"]);
    let [database, edge] = &told.recovery[..] else { panic!() };
    let day = database.point.iter().find(|point| point.hours == Some(24.0)).unwrap();
    assert_eq!(day.fact.mark(), Mark::Derived);
    assert_eq!(edge.point[0].hours, Some(0.0));
    for time in told.recovery.iter().flat_map(|loss| &loss.time) {
        assert_eq!(time.fact.mark(), Mark::Assumed);
        assert!(time.fact.text.ends_with("The planner’s default."), "{}", time.fact.text);
    }
}

#[test]
fn nobody_is_told_to_connect_again_who_has_nothing_to_connect_to() {
    let reconnects = |told: &FailureAccount| told.timing.iter().any(|timing| timing.id == "client-reconnect");
    let scenario = everything().scenario();
    assert!(reconnects(&account_of(&scenario, &["pool-front-ends-1"])));
    assert!(!reconnects(&account_of(&scenario, &["pool-front-ends-1", "pool-back-end"])));
}

#[test]
fn no_sentence_is_said_twice() {
    let scenario = everything().scenario();
    for ids in [&["pool-front-ends-1"][..], &["pool-back-end"], &["headquarters"], &["edge", "domain"]] {
        let told = account_of(&scenario, ids);
        let cells = told.interrupted.iter().flat_map(|told| &told.cell.facts);
        let mut texts: Vec<(&str, &str)> = cells.map(|fact| ("interrupted", fact.text.as_str())).collect();
        texts.extend(told.timing.iter().map(|timing| ("timing", timing.fact.text.as_str())));
        for loss in &told.recovery {
            // Servers of different kinds are rebuilt in the same time and lose as little.
            let points = loss.point.iter().map(|point| ("point", point.fact.text.as_str()));
            let points: Vec<_> = points.filter(|point| !texts.contains(point)).collect();
            texts.extend(points);
        }
        for restored in &told.restoration {
            // Several kinds of servers get their settings back in the same way.
            let steps = restored.steps.iter().map(|step| ("step", step.text.as_str()));
            let steps: Vec<_> = steps.filter(|step| !texts.contains(step)).collect();
            texts.extend(steps);
        }
        let mut sentences: Vec<&str> = texts.iter().map(|(_, text)| *text).collect();
        assert!(sentences.len() > 10, "{ids:?}");
        sentences.sort_unstable();
        for pair in sentences.windows(2) {
            assert_ne!(pair[0], pair[1], "{ids:?}");
        }
        let said: Vec<&str> = told.statements().iter().map(|(_, fact)| fact.text.as_str()).collect();
        assert!(said.iter().all(|text| said.iter().filter(|known| *known == text).count() == 1), "{ids:?}");
    }
}

#[test]
fn whatever_is_drawn_can_fail_and_is_told_before_it_does() {
    let scenario = everything().scenario();
    let catalog = Catalog::bundled();
    let told = failures_of(&scenario, &catalog);
    for component in &scenario.components {
        assert!(told.iter().any(|row| row.components.contains(&component.id)), "{}", component.id);
    }
    let rows: Vec<&str> = told.iter().map(|told| told.row.id.as_str()).collect();
    for id in ["front-end/one-lost", "back-end/storage-lost", "stand-by/lost", "site/lost", "archiving/lost"]
    {
        assert!(rows.contains(&id), "{id}");
    }
    assert!(!rows.contains(&"archiving/lost-critical") && !rows.contains(&"standard-edition/lost"));
    let single = PlanBuilder::new().standard_edition("home").scenario();
    let rows: Vec<String> = failures_of(&single, &catalog).iter().map(|told| told.row.id.clone()).collect();
    assert_eq!(rows, ["standard-edition/lost", "site/lost"]);
}
