//! Every workload of random small plans against all combinations of their units up and down.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use availability_planner::analysis::{Location, Options, RowKey, analyse};
use availability_planner::catalog::Catalog;
use availability_planner::catalog::workload::Workload;
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Population, Scenario, validate_scenario};
use proptest::prelude::*;

/// A plan in numbers. Arrays of two or more servers stand behind one load balancer.
#[allow(clippy::struct_excessive_bools, reason = "independent parts, each there or not")]
#[derive(Debug, Clone)]
struct Sketch {
    front_ends: usize,
    file_share: bool,
    edges: usize,
    director: bool,
    proxy: bool,
    mediation: usize,
    web: usize,
    chat: usize,
    compliance: bool,
    archiving: bool,
    monitoring: bool,
    users: u32,
    remote: f64,
    chatting: f64,
    voice: f64,
    browsers: f64,
    dial_in: f64,
    federation: f64,
}

fn sketches() -> impl Strategy<Value = Sketch> {
    let share = || prop_oneof![Just(0.0), Just(1.0), 0.01..1.0_f64];
    let parts = (1..4_usize, any::<bool>(), 0..3_usize, any::<bool>(), any::<bool>(), 0..3_usize, 0..3_usize);
    let more = (0..3_usize, any::<bool>(), any::<bool>(), any::<bool>(), 100..30_000_u32);
    (parts, more, [share(), share(), share(), share(), share(), share()]).prop_map(|(parts, more, shares)| {
        let (front_ends, file_share, edges, director, proxy, mediation, web) = parts;
        let (chat, compliance, archiving, monitoring, users) = more;
        let [remote, chatting, voice, browsers, dial_in, federation] = shares;
        Sketch {
            front_ends,
            file_share,
            edges,
            director,
            proxy,
            mediation,
            web,
            chat,
            compliance: compliance && chat > 0,
            archiving,
            monitoring,
            users,
            remote,
            chatting,
            // A gateway has 23 lines for 230 users.
            voice: voice * 500.0 / f64::from(users).max(500.0),
            browsers,
            dial_in,
            federation,
        }
    })
}

impl Sketch {
    fn scenario(&self) -> Scenario {
        let mut plan = PlanBuilder::new().pool("pool", |pool| {
            let pool = pool.front_ends(self.front_ends).back_ends(1);
            let pool = if self.front_ends > 1 { pool.balancers(1) } else { pool };
            if self.file_share { pool.file_share() } else { pool }
        });
        if self.edges > 0 && self.director {
            plan = plan.edge("edge", self.edges, "director").director("director", "pool");
        } else if self.edges > 0 {
            plan = plan.edge("edge", self.edges, "pool");
        }
        if self.edges > 1 {
            plan = plan.balancers("edge-balancers", 1, "edge");
        }
        if self.proxy {
            plan = plan.reverse_proxy("proxy", "pool");
        }
        for number in 0..self.mediation {
            plan = plan.mediation(&format!("mediation-{number}"), "pool");
        }
        if self.web > 0 {
            plan = plan.web_access("web", self.web, "pool");
        }
        if self.web > 1 {
            plan = plan.balancers("web-balancers", 1, "web");
        }
        if self.chat > 0 {
            plan = plan.chat("chat", self.chat, "pool", 1);
        }
        if self.compliance {
            plan = plan.compliance("compliance", 1, "chat");
        }
        if self.archiving {
            plan = plan.archiving("archiving", 1, "pool", 1);
        }
        if self.monitoring {
            plan = plan.monitoring("monitoring", "pool");
        }
        plan.users_with("users", self.users, "pool", |users: &mut Population| {
            users.remote_share = self.remote;
            users.group_chat_share = self.chatting;
            users.voice_share = self.voice;
            users.web_access_share = self.browsers;
            users.dial_in_share = self.dial_in;
            users.federation_share = self.federation;
            users.public_im_share = self.federation;
        })
        .scenario()
    }

    /// The share of all users who want a workload from there.
    fn wants(&self, workload: Workload, location: Location) -> f64 {
        let there = if location == Location::Remote { self.remote } else { 1.0 - self.remote };
        there
            * match workload {
                Workload::PstnVoice => self.voice,
                Workload::DialIn => self.dial_in,
                Workload::BrowserAccess => self.browsers,
                Workload::Federation | Workload::PublicIm => self.federation,
                Workload::GroupChat | Workload::ChatCompliance => self.chatting,
                _ => 1.0,
            }
    }

    /// The stages that a workload's users pass through, each said anew and not read from the drawing; none where no such row is
    /// expected.
    fn stages(&self, workload: Workload, location: Location) -> Option<Vec<Stage>> {
        let users = f64::from(self.users);
        let array = |servers: usize, each: f64, demand: f64| Stage {
            gates: if servers > 1 { vec![BALANCER] } else { Vec::new() },
            ways: vec![(vec![SERVER], each); servers],
            demand: Some(demand),
        };
        let mut home = array(self.front_ends, 12_500.0, users);
        home.gates.push(SERVER);
        let mut way_in = array(self.edges, 5_000.0, users * self.remote);
        way_in.gates.extend(self.director.then_some(SERVER));
        let federation = Stage { demand: None, ..way_in.clone() };
        let voice = Stage {
            gates: Vec::new(),
            ways: vec![(vec![SERVER, GATEWAY], 230.0); self.mediation],
            demand: Some(users * self.voice),
        };
        let web = array(self.web, 5_000.0, users * self.browsers);
        // Group Chat needs no load balancer, but a database.
        let chat = Stage { gates: vec![SERVER], ..array(self.chat, 2_000.0, users * self.chatting) };
        let one = |there: bool| Stage {
            gates: Vec::new(),
            ways: vec![(vec![SERVER], 1.0); usize::from(there)],
            demand: None,
        };
        let stored = Stage { gates: vec![SERVER], ..one(true) };
        let mut stages = match workload {
            Workload::Monitoring => return self.monitoring.then(|| vec![stored]),
            Workload::ImArchiving if !self.archiving => return None,
            Workload::ChatCompliance if !self.compliance => return None,
            Workload::ConferenceContent if self.file_share => vec![home, one(true)],
            Workload::PstnVoice => vec![home, voice],
            Workload::DialIn => return Some(vec![home, voice, web]),
            // Neither a browser nor a telephone comes in by the Edge Servers.
            Workload::BrowserAccess => return Some(vec![home, web]),
            Workload::Federation | Workload::PublicIm if location == Location::Remote => {
                vec![home, way_in.clone()]
            }
            Workload::Federation | Workload::PublicIm => vec![home, federation],
            Workload::GroupChat => vec![home, chat],
            Workload::ChatCompliance => vec![home, chat, stored],
            Workload::ImArchiving => vec![home, stored],
            _ => vec![home],
        };
        let is_federation = matches!(workload, Workload::Federation | Workload::PublicIm);
        if location == Location::Remote && !is_federation {
            stages.push(way_in);
        }
        if (workload, location) == (Workload::ConferenceContent, Location::Remote) {
            stages.push(one(self.proxy));
        }
        Some(stages)
    }
}

/// Hours down for each hour up of a server, over its ways to fail, without planned work.
const DOWN_PER_UP: f64 = 8.0 / 50_000.0 + (0.8 * 0.25 + 0.2 * 4.0) / 4_380.0;
/// Unavailability of a server.
const SERVER: f64 = DOWN_PER_UP / (1.0 + DOWN_PER_UP);
/// Unavailability of a load balancer.
const BALANCER: f64 = 6.0 / 100_006.0;
/// Unavailability of a gateway.
const GATEWAY: f64 = 8.0 / 100_008.0;

/// Units that all users of a stage need, and ways of which each carries some of them while all of its units are up.
#[derive(Debug, Clone)]
struct Stage {
    gates: Vec<f64>,
    ways: Vec<(Vec<f64>, f64)>,
    /// Users who want it; any way is enough for all of them where it is not said.
    demand: Option<f64>,
}

/// A stage's share not served, with how likely it is, for all combinations of its units.
fn law(stage: &Stage) -> Vec<(f64, f64)> {
    let behind = stage.ways.iter().flat_map(|(units, _)| units);
    let units: Vec<f64> = stage.gates.iter().chain(behind).copied().collect();
    let mut law: Vec<(f64, f64)> = Vec::new();
    for combination in 0..1_u32 << units.len() {
        let up = |unit: usize| combination >> unit & 1 == 1;
        let share = units.iter().enumerate().map(|(unit, down)| if up(unit) { 1.0 - down } else { *down });
        let likely: f64 = share.product();
        let mut next = stage.gates.len();
        let mut carried = 0.0;
        for (units, each) in &stage.ways {
            if (next..next + units.len()).all(up) {
                carried += each;
            }
            next += units.len();
        }
        let open = (0..stage.gates.len()).all(up) && carried > 0.0;
        let lost = match stage.demand {
            _ if !open => 1.0,
            Some(demand) if demand > 0.0 => ((demand - carried) / demand).max(0.0),
            _ => 0.0,
        };
        match law.iter_mut().find(|(known, _)| known.to_bits() == lost.to_bits()) {
            Some((_, sum)) => *sum += likely,
            None => law.push((lost, likely)),
        }
    }
    law
}

/// Shares of time in which nobody and in which not everybody is served, and the mean share not served: the stages share no unit, and
/// users get no more than the least of them.
fn by_combinations(stages: &[Stage]) -> [f64; 3] {
    let mut all = vec![(0.0, 1.0)];
    for stage in stages {
        let law = law(stage);
        let pairs = all
            .iter()
            .flat_map(|(lost, p)| law.iter().map(move |(other, q)| (f64::max(*lost, *other), p * q)));
        all = pairs.collect();
    }
    let mut found = [0.0; 3];
    for (lost, likely) in all {
        found[0] += if lost >= 1.0 { likely } else { 0.0 };
        found[1] += if lost > 0.0 { likely } else { 0.0 };
        found[2] += lost * likely;
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_agrees_with_every_combination_of_its_units(sketch in sketches()) {
        let (catalog, scenario) = (Catalog::bundled(), sketch.scenario());
        validate_scenario(&scenario, &catalog).unwrap();
        let analysis = analyse(&scenario, &catalog, Options { planned_work: false }).unwrap();
        let mut rows = 0;
        for workload in Workload::ALL {
            for location in [Location::Office, Location::Remote] {
                let is_meant = |key: &RowKey| (key.workload, key.location) == (workload, location);
                let row = analysis.workloads.iter().find(|row| is_meant(&row.key));
                let stages = sketch.stages(workload, location).filter(|_| sketch.wants(workload, location) > 0.0);
                prop_assert_eq!(row.is_some(), stages.is_some(), "{:?} {:?}", workload, location);
                let Some((row, stages)) = row.zip(stages) else { continue };
                rows += 1;
                let measures = &row.measures;
                let lost = (measures.losses.outage.value + measures.losses.over_capacity.value) / 525_600.0;
                let found = [measures.unavailability_any.value, measures.unavailability_full.value, lost];
                for (found, wanted) in found.into_iter().zip(by_combinations(&stages)) {
                    prop_assert!(
                        (found - wanted).abs() <= 1e-9 * wanted,
                        "{workload:?} {location:?}: {found:e} instead of {wanted:e}"
                    );
                }
            }
        }
        prop_assert_eq!(rows, analysis.workloads.len());
    }
}
