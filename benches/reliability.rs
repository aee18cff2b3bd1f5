//! How long the engine takes for structures of the sizes that it is meant for: built and evaluated once, and evaluated again.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may stop at the first surprise")]

use std::hint::black_box;

use availability_planner::reliability::{
    Amount, Budget, Element, Gate, Group, Kept, KeptAmount, LoadShared, Method, Structure, Unit,
};
use criterion::{Criterion, criterion_group, criterion_main};

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

    /// Racks with shared feeds behind one load balancer; the servers of a rack are one group, or each stands for itself.
    fn racks(racks: u32, servers: u32, needed: u64, each_alone: bool) -> (Self, Gate) {
        let mut system = Self::default();
        let (one, many) = (units(1, 10_000.0, 12.0), units(servers, 10_000.0, 12.0));
        let mut usable = Vec::new();
        for _ in 0..racks {
            let works = system.rack_works();
            let groups = if each_alone { vec![&one; servers as usize] } else { vec![&many] };
            for group in groups {
                let amount = system.amount(group, 1);
                usable.push(system.structure.while_true(works, amount));
            }
        }
        let total = system.structure.total(usable);
        let enough = system.structure.reaches(total, needed);
        let balancer = system.up(&units(1, 100_000.0, 2.0));
        let up = system.structure.and([enough, balancer]);
        (system, up)
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

fn kept(system: &System, top: Gate) -> Kept {
    Kept::new(&system.structure, top, Method::Counting, &Budget::default())
}

fn structures(criterion: &mut Criterion) {
    for (name, racks, servers, needed, each_alone) in [
        ("10 racks of 20", 10, 20, 170, false),
        ("100 racks of 40", 100, 40, 3_940, false),
        ("10 racks of 20, each server alone", 10, 20, 170, true),
        ("100 racks of 40, each server alone", 100, 40, 3_940, true),
    ] {
        let (system, up) = System::racks(racks, servers, needed, each_alone);
        criterion.bench_function(&format!("solve {name}"), |bencher| {
            bencher.iter(|| kept(black_box(&system), up).probability(&system.elements));
        });
        let kept = kept(&system, up);
        criterion.bench_function(&format!("evaluate {name} again"), |bencher| {
            bencher.iter(|| kept.probability(black_box(&system.elements)));
        });
        criterion.bench_function(&format!("frequency of {name}"), |bencher| {
            bencher.iter(|| kept.frequency_per_hour(black_box(&system.elements), 4_000_000));
        });
        criterion.bench_function(&format!("importance in {name}"), |bencher| {
            bencher.iter(|| kept.conditional(black_box(&system.elements)));
        });
    }
}

fn capacity(criterion: &mut Criterion) {
    let (system, total) = System::different_servers(200);
    criterion.bench_function("capacity of 200 different servers", |bencher| {
        bencher.iter(|| {
            let kept = KeptAmount::new(black_box(&system.structure), total, &Budget::default()).unwrap();
            kept.distribution(&system.elements)
        });
    });
}

criterion_group!(benches, structures, capacity);
criterion_main!(benches);
