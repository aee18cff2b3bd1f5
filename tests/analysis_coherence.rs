//! What holds of every plan: figures are numbers within their bounds, views stand in order, and one more server never
//! takes anything away.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{Analysis, Measures, Options, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::Figure;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{CommonMode, Scenario, validate_scenario};
use proptest::prelude::*;

/// A plan in numbers.
#[derive(Debug, Clone)]
struct Sketch {
    front_ends: usize,
    balancers: usize,
    back_ends: usize,
    edges: usize,
    edge_balancers: usize,
    chat: usize,
    chat_databases: usize,
    small_home: bool,
    proxy: bool,
    users: [u32; 2],
    connected: f64,
    remote: f64,
    chatting: f64,
    /// Servers of these components share a computer, by number.
    shared: Vec<(usize, usize)>,
    site: Option<f64>,
    common_cause: f64,
    crews: Option<u32>,
    planned_work: bool,
}

impl Sketch {
    fn scenario(&self) -> Scenario {
        let mut plan = PlanBuilder::new().pool("pool", |pool| {
            let pool = pool.front_ends(self.front_ends).back_ends(self.back_ends).file_share();
            if self.balancers > 0 { pool.balancers(self.balancers) } else { pool }
        });
        let wishes = |users: &mut availability_planner::plan::Population| {
            users.connected_share = self.connected;
            users.remote_share = self.remote;
            users.group_chat_share = self.chatting;
        };
        if self.edges > 0 {
            plan = plan.edge("edge", self.edges, "pool");
            if self.edge_balancers > 0 {
                plan = plan.balancers("edge-balancers", self.edge_balancers, "edge");
            }
        }
        if self.chat > 0 {
            plan = plan.chat("chat", self.chat, "pool", self.chat_databases);
        }
        if self.proxy {
            plan = plan.reverse_proxy("proxy", "pool");
        }
        plan = plan.users_with("many", self.users[0], "pool", wishes);
        if self.small_home {
            plan = plan.standard_edition("home").users_with("few", self.users[1], "home", wishes);
        }
        for component in ["pool-front-ends", "edge", "chat"] {
            plan = plan.with(component, |component| {
                component.overrides.insert("common-cause-share".into(), self.common_cause);
                component.repair_crews = self.crews;
            });
        }
        if let Some(availability) = self.site {
            plan = plan.with_site(|site| {
                site.common_mode = Some(CommonMode { availability, mean_down_time_hours: 3.0 });
            });
        }
        plan.adjusted(|scenario| {
            for (from, to) in &self.shared {
                let parts = scenario.components.len();
                let computer = scenario.components[from % parts].servers[0].computer.clone();
                let part = std::rc::Rc::make_mut(&mut scenario.components[to % parts]);
                part.servers.last_mut().unwrap().computer = computer;
            }
        })
        .scenario()
    }

    fn analysed(&self) -> Analysis {
        let (catalog, scenario) = (Catalog::bundled(), self.scenario());
        validate_scenario(&scenario, &catalog).unwrap();
        analyse(&scenario, &catalog, Options { planned_work: self.planned_work }).unwrap()
    }
}

fn sketches() -> impl Strategy<Value = Sketch> {
    let servers = (1..10_usize, 0..3_usize, 1..4_usize, 0..4_usize, 0..3_usize, 0..7_usize, 1..3_usize);
    let share = || prop_oneof![Just(0.0), Just(1.0), 0.0..1.0_f64, 0.0..1e-9_f64];
    let users = (any::<bool>(), any::<bool>(), [0..120_000_u32, 0..8_000_u32], share(), share(), share());
    let rest = (
        prop::collection::vec((0..9_usize, 0..9_usize), 0..3),
        prop::option::of(0.9..0.999_999_f64),
        prop_oneof![Just(0.0), 0.0..0.2_f64],
        prop::option::of(1..3_u32),
        any::<bool>(),
    );
    (servers, users, rest).prop_map(|(servers, users, rest)| {
        let (front_ends, balancers, back_ends, edges, edge_balancers, chat, chat_databases) = servers;
        let (small_home, proxy, users, connected, remote, chatting) = users;
        let (shared, site, common_cause, crews, planned_work) = rest;
        Sketch {
            front_ends,
            balancers,
            back_ends,
            edges,
            edge_balancers,
            chat,
            chat_databases,
            small_home,
            proxy,
            users,
            connected,
            remote,
            chatting,
            shared,
            site,
            common_cause,
            crews,
            planned_work,
        }
    })
}

/// Every figure below one, itself included.
fn check_figures(figure: &Figure, problems: &mut Vec<String>) {
    if !(figure.value.is_finite() && figure.value >= 0.0) {
        problems.push(format!("{}: {}", figure.name, figure.value));
    }
    for input in figure.inputs() {
        check_figures(input, problems);
    }
}

fn check_measures(place: &str, measures: &Measures, problems: &mut Vec<String>) {
    let losses = &measures.losses;
    for figure in [
        &measures.demand_users,
        &measures.capacity_users,
        &measures.unavailability_any,
        &measures.unavailability_full,
        &measures.unavailability_user_weighted,
        &measures.outages_per_year,
        &measures.mean_down_time,
        &losses.total,
    ] {
        check_figures(figure, problems);
    }
    let (any, full) = (measures.unavailability_any.value, measures.unavailability_full.value);
    let slack = 1.0 + 1e-12;
    if any > full * slack || full > slack {
        problems.push(format!("{place}: any {any:e}, full {full:e}"));
    }
    // Losses but for reconnecting lie between the two views.
    let unserved = (losses.total.value - losses.reconnect.value) / 525_600.0;
    let rounding = 1e-12 * (unserved + losses.reconnect.value / 525_600.0);
    if unserved < any - rounding || unserved > full + rounding {
        problems.push(format!("{place}: any {any:e}, weighted {unserved:e}, full {full:e}"));
    }
    let share = measures.unavailability_user_weighted.value;
    if (share - losses.total.value / 525_600.0).abs() > 1e-12 * share {
        problems.push(format!("{place}: {share:e} is not the sum of the losses"));
    }
}

fn problems(analysis: &Analysis) -> Vec<String> {
    let mut problems = Vec::new();
    for row in &analysis.workloads {
        let place = format!("{} {}", row.key.workload.id(), row.key.users());
        check_measures(&place, &row.measures, &mut problems);
    }
    if let Some(headline) = &analysis.headline {
        check_measures("headline", &headline.measures, &mut problems);
    }
    for figures in analysis.components.values() {
        for figure in [&figures.unavailability, &figures.mtbf, &figures.mttr]
            .into_iter()
            .chain(&figures.capacity_users)
            .chain(&figures.demand_users)
        {
            check_figures(figure, &mut problems);
        }
    }
    for failure in &analysis.failures {
        let impact = &failure.impact;
        for figure in [
            &impact.users_cut_off,
            &impact.users_over_capacity,
            &impact.users_reconnecting,
            &impact.reconnect_time,
        ] {
            check_figures(figure, &mut problems);
        }
    }
    problems
}

/// What got worse from one analysis to the next; both have the same rows.
fn worse(before: &Analysis, after: &Analysis) -> Vec<String> {
    let mut worse = Vec::new();
    for (old, new) in before.workloads.iter().zip(&after.workloads) {
        assert_eq!(old.key, new.key);
        for pick in [
            (|measures| &measures.unavailability_any) as fn(&Measures) -> &Figure,
            |measures| &measures.unavailability_full,
            |measures| &measures.losses.outage,
            |measures| &measures.unavailability_user_weighted,
        ] {
            let (old_value, new_value) = (pick(&old.measures).value, pick(&new.measures).value);
            if new_value > old_value * (1.0 + 1e-9) {
                let name = &pick(&new.measures).name;
                worse.push(format!("{:?} {name}: {old_value:e} → {new_value:e}", new.key));
            }
        }
        if new.measures.capacity_users.value < old.measures.capacity_users.value {
            worse.push(format!("{:?}: capacity", new.key));
        }
    }
    worse
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_a_number_within_its_bounds(sketch in sketches()) {
        let problems = problems(&sketch.analysed());
        prop_assert!(problems.is_empty(), "{problems:#?}");
    }

    #[test]
    fn one_more_server_takes_nothing_away(sketch in sketches(), which in 0..3_usize) {
        // Without planned work, shared computers and common cause, of which more servers can mean more.
        let plain = Sketch { shared: Vec::new(), common_cause: 0.0, planned_work: false, ..sketch };
        let mut more = plain.clone();
        match which {
            0 => more.front_ends += 1,
            1 if plain.edges > 0 => more.edges += 1,
            _ if plain.chat > 0 => more.chat += 1,
            _ => more.front_ends += 1,
        }
        let worse = worse(&plain.analysed(), &more.analysed());
        prop_assert!(worse.is_empty(), "{worse:#?}");
    }

    #[test]
    fn planned_work_only_adds_losses(sketch in sketches()) {
        let without = Sketch { planned_work: false, ..sketch.clone() }.analysed();
        let with = Sketch { planned_work: true, ..sketch }.analysed();
        for (without, with) in without.workloads.iter().zip(&with.workloads) {
            let (without, with) = (&without.measures, &with.measures);
            prop_assert!(without.losses.planned.value == 0.0);
            prop_assert!(with.unavailability_any.value >= without.unavailability_any.value * (1.0 - 1e-12));
            prop_assert!(with.unavailability_full.value >= without.unavailability_full.value * (1.0 - 1e-12));
        }
    }
}
