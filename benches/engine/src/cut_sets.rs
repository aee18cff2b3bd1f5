//! Minimal cut sets: finding, counting and ranking them.

use availability_planner::reliability::{Budget, CutSets, Element, Gate, Kept, Method, Structure};

use crate::run::run;
use crate::{Bench, Case, Run};

struct Tree {
    structure: Structure,
    top: Gate,
    elements: Vec<Element>,
}

/// Ten times ten events, one of each ten being enough: ten thousand million sets in modules.
fn ten_of_ten() -> Tree {
    let mut structure = Structure::new();
    let mut elements = Vec::new();
    let mut all = Vec::new();
    for row in 0..10 {
        let mut any = Vec::new();
        for column in 0..10 {
            let element = structure.element(2);
            any.push(structure.fails(element));
            elements.push(Element::event(1e-3 * f64::from(1 + row * 10 + column)).unwrap());
        }
        all.push(structure.or(any));
    }
    let top = structure.and(all);
    Tree { structure, top, elements }
}

/// A grid of links that is cut from left to right, every link being read by many formulas: one part, no modules.
fn grid(width: usize) -> Tree {
    let mut structure = Structure::new();
    let mut elements = Vec::new();
    let mut column: Vec<Gate> = vec![structure.constant(true); width];
    for place in 0..width {
        let mut next = Vec::new();
        for row in 0..width {
            let mut ways = Vec::new();
            for (from, &reached) in column.iter().enumerate().filter(|(from, _)| from.abs_diff(row) <= 1) {
                let link = structure.element(2);
                elements.push(
                    Element::event(1e-3 * f64::from(u32::try_from(place + row + from).unwrap() + 1)).unwrap(),
                );
                let fails = structure.fails(link);
                let works = structure.not(fails);
                ways.push(structure.and([reached, works]));
            }
            next.push(structure.or(ways));
        }
        column = next;
    }
    let reached = structure.or(column);
    let top = structure.not(reached);
    Tree { structure, top, elements }
}

fn kept(tree: &Tree) -> Kept {
    Kept::new(&tree.structure, tree.top, Method::Diagrams, &Budget::default())
}

fn found(kept: &Kept) -> CutSets {
    CutSets::new(kept, true, &Budget::default()).unwrap()
}

fn of(name: &str, tree: fn() -> Tree) -> [Case; 3] {
    let case = |question: &str, prepare: fn(Tree) -> Box<dyn Run>| {
        Case::new(Bench::CutSets, format!("{question} {name}"), move || prepare(tree()))
    };
    [
        case("find and count the cut sets of", |tree| {
            let kept = kept(&tree);
            run(move || found(&kept).count(&Budget::default()))
        })
        .within_ms(100.0),
        case("count by order the cut sets of", |tree| {
            let sets = found(&kept(&tree));
            run(move || sets.count_by_order(20, &Budget::default()))
        }),
        case("the hundred likeliest cut sets of", |tree| {
            let sets = found(&kept(&tree));
            run(move || sets.most_likely(&tree.elements, None, 100, &Budget::default()))
        }),
    ]
}

/// Takes the union of all sets, which is much more work than finding them.
fn fussell_vesely(name: &str, tree: fn() -> Tree) -> Case {
    Case::new(Bench::CutSets, format!("Fussell-Vesely importance in {name}"), move || {
        let tree = tree();
        let sets = found(&kept(&tree));
        run(move || sets.fussell_vesely(&tree.elements, &Budget::default()).unwrap())
    })
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases =
        [of("10 times 10 events", ten_of_ten), of("a grid of 6 by 6 places", || grid(6))].concat();
    cases.push(fussell_vesely("10 times 10 events", ten_of_ten));
    cases.push(fussell_vesely("a grid of 4 by 4 places", || grid(4)));
    cases
}
