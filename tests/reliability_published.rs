//! Structures whose figures are known to many digits from exact arithmetic.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use availability_planner::reliability::{
    Amount, Budget, Element, Gate, Group, Importance, Kept, KeptAmount, LoadShared, Method, Structure, Unit,
};

fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} instead of {expected:e}");
}

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

/// A structure with its elements.
#[derive(Default)]
struct System {
    structure: Structure,
    elements: Vec<Element>,
}

impl System {
    fn group(&mut self, group: &Group, least: u32) -> Gate {
        let id = self.structure.element(group.levels().len());
        self.elements.push(Element::of_group(group));
        self.structure.at(id, |level| group.levels()[level].serving >= least)
    }

    fn count(&mut self, group: &Group) -> Amount {
        let id = self.structure.element(group.levels().len());
        self.elements.push(Element::of_group(group));
        self.structure.by_level(id, |level| u64::from(group.levels()[level].serving))
    }

    fn kept(&self, top: Gate, method: Method) -> Kept {
        Kept::new(&self.structure, top, method, &Budget::default())
    }

    /// Unavailability and failures per hour of a top that says when the system is up.
    fn solve(&self, up: Gate, method: Method) -> (f64, f64) {
        let kept = self.kept(up, method);
        let frequency = kept.frequency_per_hour(&self.elements, 4_000_000).unwrap().unwrap();
        (kept.probability(&self.elements).unwrap().is_false, frequency)
    }
}

/// Two parallel paths of two with a link in the middle.
fn bridge(system: &mut System) -> Gate {
    let [a, b, c, d, link] = [(); 5].map(|()| system.group(&units(1, 1_000.0, 10.0), 1));
    let structure = &mut system.structure;
    let paths = [vec![a, c], vec![b, d], vec![a, link, d], vec![b, link, c]];
    let paths = paths.map(|path| structure.and(path));
    structure.or(paths)
}

#[test]
fn the_bridge_has_its_unavailability_and_frequency() {
    let mut system = System::default();
    let up = bridge(&mut system);
    for method in [Method::Counting, Method::Diagrams] {
        let (unavailability, frequency) = system.solve(up, method);
        assert_close(unavailability, 1.979_525_314_531_528_5e-4, 1e-14);
        assert_close(frequency, 3.977_507_160_471_253e-5, 1e-14);
        assert_close((1.0 - unavailability) / frequency, 25_136.398_430_772, 1e-13);
        assert_close(unavailability / frequency, 4.976_798_870_92, 1e-11);
    }
}

#[test]
fn a_system_that_a_repair_can_break_has_its_frequency() {
    let mut system = System::default();
    let [a, b] = [(); 2].map(|()| system.group(&units(1, 1_000.0, 24.0), 1));
    let just_one = system.structure.xor([a, b]);
    let (unavailability, frequency) = system.solve(just_one, Method::Counting);
    let (up, down) = (1_000.0 / 1_024.0, 24.0 / 1_024.0);
    assert_close(unavailability, up * up + down * down, 1e-14);
    // Every passage of either unit changes the system; half of them, in the long run, make it fail.
    assert_close(frequency, 2.0 / 1_024.0, 1e-14);
    assert_close(frequency, 1.953_1e-3, 2e-5);
}

/// Racks of servers behind one load balancer: a rack works while its own unit and one of its two feeds do.
struct Racks {
    number: u32,
    servers: u32,
    needed: u64,
}

impl Racks {
    fn rack_works(system: &mut System) -> Gate {
        let feeds = system.group(&units(2, 50_000.0, 8.0), 1);
        let rack = system.group(&units(1, 200_000.0, 4.0), 1);
        system.structure.and([feeds, rack])
    }

    fn balancer(system: &mut System) -> Gate {
        system.group(&units(1, 100_000.0, 2.0), 1)
    }

    /// The servers of a rack as one group.
    fn by_group(&self, system: &mut System) -> Gate {
        let servers = units(self.servers, 10_000.0, 12.0);
        let racks: Vec<Amount> = (0..self.number)
            .map(|_| {
                let works = Self::rack_works(system);
                let servers = system.count(&servers);
                system.structure.while_true(works, servers)
            })
            .collect();
        let usable = system.structure.total(racks);
        let enough = system.structure.reaches(usable, self.needed);
        let balancer = Self::balancer(system);
        system.structure.and([enough, balancer])
    }

    /// Every server by itself: usable if it works and its rack works.
    fn by_server(&self, system: &mut System) -> Gate {
        let servers = self.each_server(system);
        let usable: Vec<Gate> = servers.into_iter().map(|parts| system.structure.and(parts)).collect();
        let enough = system.structure.at_least(usize::try_from(self.needed).unwrap(), usable);
        let balancer = Self::balancer(system);
        system.structure.and([enough, balancer])
    }

    /// The same from the other side, as a fault tree says it.
    fn as_fault_tree(&self, system: &mut System) -> Gate {
        let servers = self.each_server(system);
        let lost: Vec<Gate> = servers
            .into_iter()
            .map(|parts| {
                let failed = parts.map(|part| system.structure.not(part));
                system.structure.or(failed)
            })
            .collect();
        let spare = u64::from(self.number * self.servers) - self.needed;
        let too_many = system.structure.at_least(usize::try_from(spare + 1).unwrap(), lost);
        let balancer = Self::balancer(system);
        let balancer_fails = system.structure.not(balancer);
        let fails = system.structure.or([too_many, balancer_fails]);
        system.structure.not(fails)
    }

    fn each_server(&self, system: &mut System) -> Vec<[Gate; 2]> {
        let server = units(1, 10_000.0, 12.0);
        let mut all = Vec::new();
        for _ in 0..self.number {
            let works = Self::rack_works(system);
            all.extend((0..self.servers).map(|_| [works, system.group(&server, 1)]));
        }
        all
    }
}

#[test]
fn racks_of_servers_are_counted_however_they_are_written() {
    type Written = fn(&Racks, &mut System) -> Gate;
    let ways: [Written; 3] = [Racks::by_group, Racks::by_server, Racks::as_fault_tree];
    let table = [
        (Racks { number: 10, servers: 20, needed: 170 }, 2.001_764_309_288_35e-5),
        (Racks { number: 20, servers: 20, needed: 370 }, 2.007_577_175_340_40e-5),
        (Racks { number: 100, servers: 40, needed: 3_940 }, 2.198_202_309_662_339e-5),
    ];
    for (racks, expected) in table {
        let mut frequencies = Vec::new();
        for way in ways {
            let mut system = System::default();
            let up = way(&racks, &mut system);
            let (unavailability, frequency) = system.solve(up, Method::Counting);
            assert_close(unavailability, expected, 1e-12);
            frequencies.push(frequency);
        }
        assert_close(frequencies[1], frequencies[0], 1e-12);
        assert_close(frequencies[2], frequencies[0], 1e-12);
    }
}

#[test]
fn diagrams_and_counting_agree_on_racks() {
    let racks = Racks { number: 3, servers: 5, needed: 13 };
    let mut system = System::default();
    let up = racks.by_server(&mut system);
    let (counted, drawn) = (system.solve(up, Method::Counting), system.solve(up, Method::Diagrams));
    assert_close(counted.0, 8.084_771_736_772_79e-5, 1e-14);
    assert_close(drawn.0, counted.0, 1e-14);
    assert_close(drawn.1, counted.1, 1e-14);
}

#[test]
fn the_capacity_of_different_servers_has_its_mean_and_its_shortfall() {
    let mut system = System::default();
    let mut amounts = Vec::new();
    let mut mean = 0.0;
    for server in 0..200_u32 {
        let each = u64::from(97 + server * 7);
        let group = units(1, 1_000.0 + f64::from(server), 24.0);
        mean += group.law()[0] * f64::from(97 + server * 7);
        let id = system.structure.element(2);
        system.elements.push(Element::of_group(&group));
        amounts.push(system.structure.by_level(id, |level| if level == 0 { each } else { 0 }));
    }
    let total = system.structure.total(amounts);
    let kept = KeptAmount::new(&system.structure, total, &Budget::default()).unwrap();
    let distribution = kept.distribution(&system.elements);
    let sum =
        |of: &dyn Fn(u64) -> f64| distribution.iter().map(|(value, share)| of(*value) * share).sum::<f64>();
    assert_close(sum(&|_| 1.0), 1.0, 1e-12);
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    let found = sum(&|value| value as f64);
    assert_close(found, mean, 1e-12);
    let demand = 150_000;
    let enough = system.structure.reaches(total, demand);
    let truth = system.kept(enough, Method::Counting).probability(&system.elements).unwrap();
    assert_close(sum(&|value| f64::from(u8::from(value < demand))), truth.is_false, 1e-11);
}

#[test]
fn importance_of_the_bridge_is_that_of_its_closed_form() {
    let mut system = System::default();
    let up = bridge(&mut system);
    let kept = system.kept(up, Method::Counting);
    let unavailability = kept.probability(&system.elements).unwrap().is_false;
    let conditional = kept.conditional(&system.elements).unwrap();
    let q: f64 = 10.0 / 1_010.0;
    let p = 1.0 - q;
    for (element, conditional) in system.elements.iter().zip(&conditional) {
        let importance =
            Importance::of_element(element.law(), &conditional.is_false, unavailability).unwrap();
        assert_close(importance.criticality, importance.fussell_vesely_reduction, 1e-12);
    }
    // With the link up: two pairs in series; with it down: two paths in parallel.
    let link =
        Importance::of_element(system.elements[4].law(), &conditional[4].is_false, unavailability).unwrap();
    let (with, without) = (1.0 - (1.0 - q * q).powi(2), (1.0 - p * p).powi(2));
    assert_close(link.birnbaum, without - with, 1e-9);
    assert_close(link.risk_achievement_worth, without / unavailability, 1e-12);
    assert_close(link.risk_reduction_worth, unavailability / with, 1e-12);
}
