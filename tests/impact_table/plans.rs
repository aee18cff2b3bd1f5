//! The plans that things fail in: every role, and every workload wanted.

use std::rc::Rc;

use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{LinkKind, Population, WanLink};

/// What is drawn around a home.
#[derive(Debug, Clone, Copy)]
struct Around {
    edges: usize,
    director: bool,
    web: usize,
    host: &'static str,
}

const USUAL: Around = Around { edges: 2, director: false, web: 2, host: "pool" };

/// Users who want everything, few enough for one Edge Server, one gateway and two chat servers.
fn wanting_all(users: &mut Population) {
    users.remote_share = 0.2;
    users.group_chat_share = 0.1;
    users.voice_share = 0.01;
    users.web_access_share = 0.1;
    users.federation_share = 0.1;
    users.public_im_share = 0.1;
    users.dial_in_share = 0.01;
}

fn surrounded(plan: PlanBuilder, around: Around) -> PlanBuilder {
    let Around { edges, director, web, host } = around;
    let plan = if director {
        plan.edge("edge", edges, "director").director("director", host)
    } else {
        plan.edge("edge", edges, host)
    };
    let plan = if edges > 1 { plan.balancers("edge-balancers", 2, "edge") } else { plan };
    let plan = plan.web_access("web", web, host);
    let plan = if web > 1 { plan.balancers("web-balancers", 2, "web") } else { plan };
    plan.reverse_proxy("proxy", host)
        .mediation("mediation-a", host)
        .mediation("mediation-b", host)
        .archiving("archiving", 1, host, 1)
        .monitoring("monitoring", host)
        .chat("chat", 3, host, 1)
        .compliance("compliance", 1, "chat")
}

fn pooled(front_ends: usize, balancers: usize, back_ends: usize, around: Around) -> PlanBuilder {
    let plan = PlanBuilder::new().pool("pool", |pool| {
        let pool = pool.front_ends(front_ends).back_ends(back_ends).file_share();
        if balancers > 0 { pool.balancers(balancers) } else { pool }
    });
    surrounded(plan, around).users_with("users", 20_000, "pool", wanting_all)
}

/// A Standard Edition server.
pub fn standard() -> PlanBuilder {
    let plan = PlanBuilder::new().standard_edition("home");
    surrounded(plan, Around { host: "home", ..USUAL }).users_with("users", 4_000, "home", wanting_all)
}

/// A pool of four Front Ends, of which two are enough, and everything else in pairs that can be.
pub fn pool() -> PlanBuilder {
    pooled(4, 2, 2, USUAL)
}

/// A pool of two Front Ends, of which one is too few.
pub fn crowded() -> PlanBuilder {
    pooled(2, 2, 2, USUAL)
}

/// A pool of one Front End.
pub fn one_front_end() -> PlanBuilder {
    pooled(1, 0, 2, USUAL).adjusted(|scenario| {
        for population in &mut scenario.populations {
            Rc::make_mut(population).users = 10_000;
        }
    })
}

/// A pool with one Back-End.
pub fn one_back_end() -> PlanBuilder {
    pooled(4, 2, 1, USUAL)
}

/// A pool behind one load balancer.
pub fn one_balancer() -> PlanBuilder {
    pooled(4, 1, 2, USUAL)
}

/// One Edge Server.
pub fn one_edge() -> PlanBuilder {
    pooled(4, 2, 2, Around { edges: 1, ..USUAL })
}

/// Remote users come in through a Director.
pub fn directed() -> PlanBuilder {
    pooled(4, 2, 2, Around { director: true, ..USUAL })
}

/// One server of the browser client.
pub fn one_web_access() -> PlanBuilder {
    pooled(4, 2, 2, Around { web: 1, ..USUAL })
}

/// Front Ends stop when nothing archives their messages.
pub fn critical() -> PlanBuilder {
    pool().adjusted(|scenario| Rc::make_mut(&mut scenario.targets).archiving_critical = true)
}

/// The pool needs domain controllers and DNS.
pub fn with_directory() -> PlanBuilder {
    pool().shared("directory", "directory", 2, "pool")
}

/// Users at a branch: some homed on the pool far away, some on a Standard Edition server with a gateway of their own.
pub fn branches() -> PlanBuilder {
    pool()
        .site_called("branch")
        .with_site(|site| {
            let line = WanLink { to: "branch".into(), availability: 0.999, mean_down_time_hours: 4.0 };
            site.wan_links.push(line);
        })
        .users_with("far", 500, "pool", |users| {
            wanting_all(users);
            users.site = Some("branch".into());
        })
        .standard_edition("branch-home")
        .mediation("branch-mediation", "branch-home")
        .at_site("branch", &["branch-home", "branch-mediation", "branch-mediation-gateway"])
        .linked(LinkKind::Publishes, "proxy", "branch-home")
        .linked(LinkKind::Archives, "branch-home", "archiving")
        .linked(LinkKind::Reports, "branch-home", "monitoring")
        .users_with("near", 500, "branch-home", |users| {
            wanting_all(users);
            // No server of the browser client stands at the branch.
            (users.web_access_share, users.dial_in_share) = (0.0, 0.0);
        })
}
