//! How long minimal cut sets take: finding, counting and ranking them.

#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may stop at the first surprise")]

use std::hint::black_box;

use availability_planner::reliability::{Budget, CutSets, Element, Gate, Kept, Method, Structure};
use criterion::{Criterion, criterion_group, criterion_main};

/// Ten times ten events, one of each ten being enough: ten thousand million sets in modules.
fn ten_of_ten() -> (Structure, Gate, Vec<Element>) {
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
    (structure, top, elements)
}

/// A grid of links that is cut from left to right, every link being read by many formulas: one part, no modules.
fn grid(width: usize) -> (Structure, Gate, Vec<Element>) {
    let mut structure = Structure::new();
    let mut elements = Vec::new();
    let mut column: Vec<Gate> = vec![structure.constant(true); width];
    for place in 0..width {
        let mut next = Vec::new();
        for row in 0..width {
            let mut ways = Vec::new();
            for from in column.iter().take(row + 2).skip(row.saturating_sub(1)) {
                let link = structure.element(2);
                elements.push(
                    Element::event(1e-3 * f64::from(u32::try_from(place + row + ways.len()).unwrap() + 1))
                        .unwrap(),
                );
                let fails = structure.fails(link);
                let works = structure.not(fails);
                ways.push(structure.and([*from, works]));
            }
            next.push(structure.or(ways));
        }
        column = next;
    }
    let reached = structure.or(column);
    let top = structure.not(reached);
    (structure, top, elements)
}

fn cut_sets(criterion: &mut Criterion) {
    let budget = Budget::default();
    for (name, (structure, top, elements)) in [("ten times ten", ten_of_ten()), ("a grid of links", grid(6))]
    {
        let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
        criterion.bench_function(&format!("find and count the cut sets of {name}"), |bencher| {
            bencher.iter(|| CutSets::new(black_box(&kept), true, &budget).unwrap().count(&budget));
        });
        let sets = CutSets::new(&kept, true, &budget).unwrap();
        criterion.bench_function(&format!("count the cut sets of {name} by order"), |bencher| {
            bencher.iter(|| black_box(&sets).count_by_order(20, &budget));
        });
        criterion.bench_function(&format!("the hundred likeliest cut sets of {name}"), |bencher| {
            bencher.iter(|| black_box(&sets).most_likely(&elements, None, 100, &budget));
        });
        criterion.bench_function(&format!("the hundred likeliest small cut sets of {name}"), |bencher| {
            bencher.iter(|| black_box(&sets).most_likely(&elements, Some(8), 100, &budget));
        });
    }
    let (structure, top, elements) = ten_of_ten();
    let kept = Kept::new(&structure, top, Method::Diagrams, &budget);
    let sets = CutSets::new(&kept, true, &budget).unwrap();
    criterion.bench_function("Fussell-Vesely importance in ten times ten", |bencher| {
        bencher.iter(|| black_box(&sets).fussell_vesely(&elements, &budget).unwrap());
    });
}

criterion_group!(benches, cut_sets);
criterion_main!(benches);
