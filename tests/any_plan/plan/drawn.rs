//! Deployments as somebody would draw them, with every role that the product has.

use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{LinkKind, Population, Scenario};
use proptest::prelude::*;

/// How many there are of everything.
#[derive(Debug, Clone)]
struct Sizes {
    front_ends: usize,
    balancers: usize,
    back_ends: usize,
    expanded: usize,
    edges: usize,
    directors: usize,
    mediation: usize,
    browser: usize,
    chat: usize,
    compliance: usize,
    archiving: usize,
    archives: usize,
    shared: usize,
    branch: usize,
}

fn sizes() -> impl Strategy<Value = Sizes> {
    let few = || 0..3_usize;
    let pool = (1..10_usize, few(), 1..4_usize, 0..2_usize);
    let around = (few(), few(), few(), few(), 0..6_usize, few(), few(), 1..3_usize, few(), few());
    (pool, around).prop_map(|(pool, around)| {
        let (front_ends, balancers, back_ends, expanded) = pool;
        let (edges, directors, mediation, browser, chat, compliance, archiving, archives, shared, branch) =
            around;
        Sizes {
            front_ends,
            balancers,
            back_ends,
            expanded,
            edges,
            directors,
            mediation,
            browser,
            chat,
            compliance,
            archiving,
            archives,
            shared,
            branch,
        }
    })
}

/// A pool with everything around it, and sometimes a branch with a Standard Edition server of its own.
pub fn plan() -> impl Strategy<Value = Scenario> {
    let users = prop_oneof![Just(0_u32), Just(100_000), 1..40_000_u32];
    (sizes(), users, any::<bool>()).prop_map(|(sizes, users, critical)| {
        let plan = around(home(&sizes), &sizes).users_with("users", users, "pool", wanting_all);
        let plan = branch(plan, &sizes);
        plan.adjusted(|scenario| {
            std::rc::Rc::make_mut(&mut scenario.targets).archiving_critical = critical;
        })
        .scenario()
    })
}

fn wanting_all(users: &mut Population) {
    users.remote_share = 0.2;
    users.group_chat_share = 0.1;
    users.voice_share = 0.01;
    users.web_access_share = 0.1;
    users.federation_share = 0.1;
    users.public_im_share = 0.1;
    users.dial_in_share = 0.01;
}

fn home(sizes: &Sizes) -> PlanBuilder {
    PlanBuilder::new().pool("pool", |pool| {
        let pool = pool.front_ends(sizes.front_ends).back_ends(sizes.back_ends).file_share();
        let pool = if sizes.balancers > 0 { pool.balancers(sizes.balancers) } else { pool };
        if sizes.expanded > 0 { pool.expanded(sizes.expanded) } else { pool }
    })
}

fn around(mut plan: PlanBuilder, sizes: &Sizes) -> PlanBuilder {
    let next = if sizes.directors > 0 { "director" } else { "pool" };
    if sizes.directors > 0 {
        plan = plan.director("director", "pool");
    }
    if sizes.edges > 0 {
        plan = plan.edge("edge", sizes.edges, next).reverse_proxy("proxy", "pool");
        plan = plan.linked(LinkKind::Federates, "pool", "edge");
    }
    if sizes.edges > 1 {
        plan = plan.balancers("edge-balancers", sizes.edges, "edge");
    }
    for number in 0..sizes.mediation {
        plan = plan.mediation(&format!("mediation-{number}"), "pool");
    }
    if sizes.browser > 0 {
        plan = plan.web_access("web", sizes.browser, "pool");
    }
    if sizes.browser > 1 {
        plan = plan.balancers("web-balancers", 1, "web");
    }
    if sizes.chat > 0 {
        plan = plan.chat("chat", sizes.chat, "pool", sizes.archives);
        if sizes.compliance > 0 {
            plan = plan.compliance("compliance", sizes.compliance, "chat");
        }
    }
    if sizes.archiving > 0 {
        plan = plan.archiving("archiving", sizes.archiving, "pool", sizes.archives);
    }
    if sizes.shared > 0 {
        plan = plan.monitoring("monitoring", "pool");
        plan = plan.shared("switch", "switch", sizes.shared, "pool");
        plan = plan.shared("directory", "directory", 2, "pool").shared("anything", "custom", 1, "pool");
    }
    plan
}

/// Users at a second site, with the pool as their home or with one of their own.
fn branch(plan: PlanBuilder, sizes: &Sizes) -> PlanBuilder {
    if sizes.branch == 0 {
        return plan;
    }
    let plan = plan.site_called("branch");
    let sit = |users: &mut Population| {
        wanting_all(users);
        users.site = Some("branch".into());
    };
    if sizes.branch == 1 {
        return plan.users_with("far", 700, "pool", |users| sit(users));
    }
    let plan = plan.standard_edition("near-home").at_site("branch", &["near-home"]);
    plan.users_with("near", 4_500, "near-home", |users| {
        sit(users);
        users.recovery_home = Some("pool".into());
    })
}
