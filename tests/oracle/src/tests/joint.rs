//! Every row again, by visiting all joint states of its groups and taking the smallest share of its tiers.

use super::elimination::{self, Group};
use crate::chains::{database_cluster, load_balancer_pair};
use crate::figures::{CONTENT, GROUP_CHAT, IM_AND_PRESENCE, OFFICE, REMOTE};
use crate::units::{load_balancer, planned_work_begins, server, shared_storage};
use crate::{
    Expected, entry_tier, entry_tier_with_a_file_share, group_chat_maximum, relative_error,
    small_organisation,
};

/// The figures of one row, in the order: any, full, outage, over capacity, planned, reconnect minutes.
type Figures = [f64; 6];

fn enumerate(groups: &[Group], share: &dyn Fn(&[u8]) -> f64) -> Figures {
    let mut figures = [0.0; 6];
    let mut at = vec![0_usize; groups.len()];
    loop {
        visit(groups, share, &at, &mut figures);
        let Some(next) = (0..groups.len()).find(|&group| at[group] + 1 < groups[group].law.len()) else {
            figures[5] *= 8_760.0 * 1.5;
            return figures;
        };
        at[..next].fill(0);
        at[next] += 1;
    }
}

fn visit(groups: &[Group], share: &dyn Fn(&[u8]) -> f64, at: &[usize], figures: &mut Figures) {
    let here = || groups.iter().zip(at);
    let probability: f64 = here().map(|(group, &state)| group.law[state]).product();
    let serving: Vec<u8> = here().map(|(group, &state)| group.serving[state]).collect();
    let counted_up: Vec<u8> = here().map(|(group, &state)| group.counted_up[state]).collect();
    let (now, counted) = (share(&serving), share(&counted_up));
    if now == 0.0 {
        figures[0] += probability;
    }
    if now < 1.0 {
        figures[1] += probability;
    }
    if counted == 0.0 {
        figures[2] += probability;
    } else {
        figures[3] += probability * (1.0 - counted);
    }
    figures[4] += probability * (counted - now);
    for (index, (group, &state)) in here().enumerate() {
        for (to, &rate) in group.rates[state].iter().enumerate() {
            if rate == 0.0 {
                continue;
            }
            let mut after = serving.clone();
            after[index] = group.serving[to];
            let then = share(&after);
            let (before, left) = (serving[index], after[index]);
            let moved = if group.shares_load && left >= 1 && left < before {
                f64::from(before - left) / f64::from(before)
            } else {
                0.0
            };
            figures[5] += probability * rate * (moved * now.min(then) + (then - now).max(0.0));
        }
    }
}

/// The share that a tier serves.
fn tier(capacity: f64, demand: f64) -> f64 {
    (capacity / demand).min(1.0)
}

/// The share that the core of a pool serves: load balancers, Front Ends, cluster, storage in this order.
fn core(up: &[u8], users: f64) -> f64 {
    let front_ends = (f64::from(up[1].min(8)) * 12_500.0).min(100_000.0);
    f64::from(up[0] * up[2] * up[3]) * tier(front_ends, users)
}

fn core_groups(begins: f64) -> Vec<Group> {
    vec![
        elimination::pair(&load_balancer_pair(load_balancer())),
        elimination::load_shared(4, server(), begins),
        elimination::pair(&database_cluster(server(), begins)),
        elimination::load_shared(1, shared_storage(), 0.0),
    ]
}

fn assert_row(plan: &Expected, workload: &str, location: &str, joint: Figures) {
    let row = plan.row(workload, location).unwrap();
    let factored = [
        row.unavailability_any,
        row.unavailability_full,
        row.outage,
        row.over_capacity,
        row.planned,
        row.reconnect_minutes,
    ];
    for (figure, (one, other)) in factored.into_iter().zip(joint).enumerate() {
        let error = relative_error(one, other);
        assert!(error <= 1e-12, "{} {workload} {location} {figure}: {one:e}, {other:e}", plan.template);
    }
    let sum = joint[2] + joint[3] + joint[4] + joint[5] / 525_600.0;
    assert!(relative_error(row.unavailability_user_weighted, sum) <= 1e-12);
}

#[test]
fn small_organisation_by_enumeration() {
    for planned_work in [true, false] {
        let begins = planned_work_begins(planned_work);
        let plan = small_organisation(planned_work);
        let servers = [(); 3].map(|()| elimination::load_shared(1, server(), begins));
        let home = |up: &[u8]| f64::from(up[0]) * tier(5_000.0, 4_000.0);
        let both = |up: &[u8]| home(up).min(tier(5_000.0 * f64::from(up[1]), 400.0));
        assert_row(&plan, IM_AND_PRESENCE, OFFICE, enumerate(&servers[..1], &home));
        let content = |up: &[u8]| both(up).min(f64::from(up[2]));
        assert_row(&plan, IM_AND_PRESENCE, REMOTE, enumerate(&servers[..2], &both));
        assert_row(&plan, CONTENT, OFFICE, enumerate(&servers[..1], &home));
        assert_row(&plan, CONTENT, REMOTE, enumerate(&servers, &content));
    }
}

#[test]
fn entry_tier_by_enumeration() {
    for planned_work in [true, false] {
        let begins = planned_work_begins(planned_work);
        let plan = entry_tier(planned_work);
        let mut groups = core_groups(begins);
        let office = |up: &[u8]| core(up, 30_000.0);
        assert_row(&plan, IM_AND_PRESENCE, OFFICE, enumerate(&groups, &office));
        groups.push(elimination::pair(&load_balancer_pair(load_balancer())));
        groups.push(elimination::load_shared(4, server(), begins));
        let remote =
            |up: &[u8]| office(up).min(f64::from(up[4])).min(tier(5_000.0 * f64::from(up[5]), 3_000.0));
        assert_row(&plan, IM_AND_PRESENCE, REMOTE, enumerate(&groups, &remote));
        groups.push(elimination::load_shared(1, server(), begins));
        let published = |up: &[u8]| remote(up).min(f64::from(up[6]));
        assert_row(&plan, CONTENT, REMOTE, enumerate(&groups, &published));
        groups.push(elimination::load_shared(1, server(), begins));
        let stored = |up: &[u8]| published(up).min(f64::from(up[7]));
        let plan = entry_tier_with_a_file_share(planned_work);
        assert_row(&plan, CONTENT, REMOTE, enumerate(&groups, &stored));
        let share = groups.pop();
        groups.truncate(4);
        groups.extend(share);
        let stored = |up: &[u8]| office(up).min(f64::from(up[4]));
        assert_row(&plan, CONTENT, OFFICE, enumerate(&groups, &stored));
    }
}

#[test]
fn group_chat_maximum_by_enumeration() {
    for planned_work in [true, false] {
        let begins = planned_work_begins(planned_work);
        let plan = group_chat_maximum(planned_work);
        let mut groups = core_groups(begins);
        let office = |up: &[u8]| core(up, 10_000.0);
        assert_row(&plan, IM_AND_PRESENCE, OFFICE, enumerate(&groups, &office));
        groups.push(elimination::load_shared(5, server(), begins));
        groups.push(elimination::load_shared(1, server(), begins));
        let chat = |up: &[u8]| {
            let rooms = tier(f64::from(up[4].min(5)) * 2_000.0, 10_000.0);
            office(up).min(rooms).min(f64::from(up[5]))
        };
        assert_row(&plan, GROUP_CHAT, OFFICE, enumerate(&groups, &chat));
    }
}
