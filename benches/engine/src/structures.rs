//! Structures of the sizes that the engine is meant for: solved once, and evaluated again.

use std::rc::Rc;

use availability_planner::reliability::{
    Amount, Budget, Element, Gate, Group, Kept, KeptAmount, LoadShared, Method, Structure, Unit,
};

use crate::run::run;
use crate::{Bench, Case, Run};

fn units(count: u32, mtbf_hours: f64, mttr_hours: f64) -> Group {
    let unit = Unit::from_mtbf(mtbf_hours, mttr_hours).unwrap();
    Group::load_shared(&LoadShared {
        units: count,
        unit,
        crews: count,
        common_cause_share: 0.0,
        planned: None,
    })
    .unwrap()
}

#[derive(Default)]
struct System {
    structure: Structure,
    elements: Vec<Element>,
}

impl System {
    fn up(&mut self, group: &Group) -> Gate {
        let id = self.structure.element(group.levels().len());
        self.elements.push(Element::of_group(group));
        self.structure.at(id, |level| group.levels().get(level).is_some_and(|level| level.serving > 0))
    }

    fn amount(&mut self, group: &Group, each: u64) -> Amount {
        let id = self.structure.element(group.levels().len());
        self.elements.push(Element::of_group(group));
        self.structure.by_level(id, |level| {
            each * group.levels().get(level).map_or(0, |level| u64::from(level.serving))
        })
    }

    fn rack_works(&mut self) -> Gate {
        let feeds = self.up(&units(2, 50_000.0, 8.0));
        let rack = self.up(&units(1, 200_000.0, 4.0));
        self.structure.and([feeds, rack])
    }

    fn different_servers(count: u32) -> (Self, Amount) {
        let mut system = Self::default();
        let servers = (0..count)
            .map(|server| {
                let group = units(1, 1_000.0 + f64::from(server), 24.0);
                system.amount(&group, u64::from(97 + server * 7))
            })
            .collect::<Vec<_>>();
        let total = system.structure.total(servers);
        (system, total)
    }
}

/// Racks with shared feeds behind one load balancer; the servers of a rack are one group, or each stands for itself.
#[derive(Clone, Copy)]
struct Racks {
    name: &'static str,
    count: u32,
    servers: u32,
    needed: u64,
    each_alone: bool,
}

impl Racks {
    fn system(self) -> (System, Gate) {
        let mut system = System::default();
        let (one, many) = (units(1, 10_000.0, 12.0), units(self.servers, 10_000.0, 12.0));
        let mut usable = Vec::new();
        for _ in 0..self.count {
            let works = system.rack_works();
            let groups = if self.each_alone { vec![&one; self.servers as usize] } else { vec![&many] };
            for group in groups {
                let amount = system.amount(group, 1);
                usable.push(system.structure.while_true(works, amount));
            }
        }
        let total = system.structure.total(usable);
        let enough = system.structure.reaches(total, self.needed);
        let balancer = system.up(&units(1, 100_000.0, 2.0));
        let up = system.structure.and([enough, balancer]);
        (system, up)
    }

    /// One case for each question.
    fn cases(self) -> [Case; 4] {
        let solved = move || {
            let (system, up) = self.system();
            (kept(&system, up), system.elements)
        };
        let case = |question: &str, prepare: Rc<dyn Fn() -> Box<dyn Run>>| {
            Case::new(Bench::Reliability, format!("{question} {}", self.name), move || prepare())
        };
        [
            case(
                "solve",
                Rc::new(move || {
                    let (system, up) = self.system();
                    run(move || kept(&system, up).probability(&system.elements))
                }),
            )
            .within_ms(50.0),
            case(
                "evaluate again",
                Rc::new(move || {
                    let (kept, elements) = solved();
                    run(move || kept.probability(&elements))
                }),
            ),
            case(
                "frequency of",
                Rc::new(move || {
                    let (kept, elements) = solved();
                    run(move || kept.frequency_per_hour(&elements, 4_000_000))
                }),
            ),
            case(
                "importance in",
                Rc::new(move || {
                    let (kept, elements) = solved();
                    run(move || kept.conditional(&elements))
                }),
            ),
        ]
    }
}

fn kept(system: &System, top: Gate) -> Kept {
    Kept::new(&system.structure, top, Method::Counting, &Budget::default())
}

pub(crate) fn cases() -> Vec<Case> {
    let racks = |name, count, servers, needed, each_alone| Racks { name, count, servers, needed, each_alone };
    let mut cases: Vec<Case> = [
        racks("10 racks of 20", 10, 20, 170, false),
        racks("100 racks of 40", 100, 40, 3_940, false),
        racks("10 racks of 20, each server alone", 10, 20, 170, true),
        racks("100 racks of 40, each server alone", 100, 40, 3_940, true),
    ]
    .into_iter()
    .flat_map(Racks::cases)
    .collect();
    let capacity = Case::new(Bench::Reliability, "capacity of 200 different servers", || {
        let (system, total) = System::different_servers(200);
        run(move || {
            let kept = KeptAmount::new(&system.structure, total, &Budget::default()).unwrap();
            kept.distribution(&system.elements)
        })
    });
    cases.push(capacity.within_ms(200.0));
    cases
}
