//! For each rule and severity a plan that breaks it and one that just passes.

mod archiving;
mod balancers;
mod compliance;
mod computers;
mod director;
mod edge;
mod group_chat;
pub(super) mod items;
mod pools;
mod sites;
mod virtualisation;
mod voice;
mod web_access;

use super::super::Severity;
use crate::plan::build::PlanBuilder;
use crate::plan::{Component, Link, LinkKind, Scenario};

/// A rule, broken and just kept.
pub(super) struct Case {
    pub rule: &'static str,
    pub severity: Severity,
    pub fixable: bool,
    pub breaks: fn() -> Scenario,
    pub passes: fn() -> Scenario,
}

fn standard_edition(users: u32) -> Scenario {
    PlanBuilder::new().standard_edition("server").users("users", users, "server").scenario()
}

fn pool(front_ends: usize, users: u32) -> PlanBuilder {
    PlanBuilder::new()
        .pool("pool", |pool| pool.front_ends(front_ends).balancers(2).back_ends(2))
        .users("users", users, "pool")
}

fn edges(servers: usize) -> PlanBuilder {
    pool(2, 10_000).edge("edge", servers, "pool")
}

fn remote(plan: PlanBuilder) -> PlanBuilder {
    plan.users_with("remote", 1_000, "pool", |users| users.remote_share = 0.1)
}

fn all_remote(plan: PlanBuilder, users: u32) -> PlanBuilder {
    let plan = plan.reverse_proxy("proxy", "pool");
    plan.users_with("remote", users, "pool", |users| users.remote_share = 1.0)
}

fn chat(servers: usize, users: u32) -> PlanBuilder {
    chatting(pool(2, 0).chat("chat", servers, "pool", 2), users)
}

fn chatting(plan: PlanBuilder, users: u32) -> PlanBuilder {
    plan.users_with("chatters", users, "pool", |users| users.group_chat_share = 1.0)
}

fn calling(plan: PlanBuilder) -> PlanBuilder {
    plan.users_with("callers", 100, "pool", |users| users.voice_share = 1.0)
}

fn dialling_in(plan: PlanBuilder) -> PlanBuilder {
    plan.users_with("hosts", 100, "pool", |users| users.dial_in_share = 0.5)
}

/// Makes the servers of these components virtual machines.
fn virtually(plan: PlanBuilder, ids: &[&str]) -> PlanBuilder {
    ids.iter().fold(plan, |plan, id| plan.with(id, |component| component.virtualised = true))
}

pub(super) fn two_pools() -> PlanBuilder {
    pool(2, 0).pool("other", |pool| pool.front_ends(2).balancers(2).back_ends(2))
}

/// Puts one server of a component on that computer.
fn on(server: usize, computer: &'static str) -> impl FnOnce(&mut Component) {
    move |component| component.servers[server].computer = computer.into()
}

fn twice(component: &mut Component) {
    let mut second = component.servers[0].clone();
    (second.id, second.computer) = ("second".into(), "second-computer".into());
    component.servers.push(second);
}

/// Gives a component so many servers, each on a computer of its own.
fn resize(plan: &mut Scenario, id: &str, servers: usize) {
    let edit = crate::plan::Edit::SetServerCount { component: id.into(), count: servers };
    *plan = plan.edited(&crate::catalog::Catalog::bundled(), &[edit]).unwrap();
}

fn with_branch(plan: PlanBuilder) -> PlanBuilder {
    plan.adjusted(|scenario| {
        let mut branch = (*scenario.sites[0]).clone();
        (branch.id, branch.name) = ("branch".into(), "Branch".into());
        scenario.sites.push(branch.into());
    })
}

fn move_to_branch(component: &mut Component) {
    component.site = "branch".into();
}

fn without_links(scenario: &mut Scenario) {
    scenario.links.clear();
}

fn without(scenario: &mut Scenario, kind: LinkKind) {
    scenario.links.retain(|link| link.kind != kind);
}

/// Leaves of the pool one part that stands alone.
fn without_pools(scenario: &mut Scenario) {
    scenario.components.retain(|component| component.pool.is_none());
    scenario.pools.clear();
    scenario.populations.clear();
}

fn linked(scenario: &mut Scenario, kind: LinkKind, from: &str, to: &str) {
    let id = scenario.fresh_link_id();
    scenario.links.push(Link { id, kind, from: from.into(), to: to.into() }.into());
}

fn second_host(scenario: &mut Scenario) {
    linked(scenario, LinkKind::ChatHost, "chat", "server");
}

fn pool_balances_edges(scenario: &mut Scenario) {
    linked(scenario, LinkKind::Balances, "pool-balancers", "edge");
}

fn internal(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.high_availability_internal = true)
}

fn perimeter(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.high_availability_perimeter = true)
}

fn spare(plan: PlanBuilder) -> Scenario {
    wanting(plan, |targets| targets.spare_server = true)
}

fn wanting(plan: PlanBuilder, wish: impl FnOnce(&mut crate::plan::Targets)) -> Scenario {
    plan.adjusted(|scenario| wish(std::rc::Rc::make_mut(&mut scenario.targets))).scenario()
}

const fn case(
    rule: &'static str,
    severity: Severity,
    fixable: bool,
    breaks: fn() -> Scenario,
    passes: fn() -> Scenario,
) -> Case {
    Case { rule, severity, fixable, breaks, passes }
}

const YES: bool = true;
const NO: bool = false;

/// All cases.
pub(super) fn cases() -> impl Iterator<Item = &'static Case> {
    let tables = [
        pools::CASES,
        balancers::CASES,
        computers::CASES,
        virtualisation::CASES,
        edge::CASES,
        director::CASES,
        archiving::CASES,
        group_chat::CASES,
        compliance::CASES,
        web_access::CASES,
        voice::CASES,
        sites::CASES,
    ];
    tables.into_iter().flatten()
}
