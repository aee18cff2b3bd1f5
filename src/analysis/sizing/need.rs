//! What is needed beside what is drawn.

use std::rc::Rc;

use super::answer::{Need, Verdict};
use super::array::{Array, number};
use super::drawn::rounded_up;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::NodeId;

/// What is wanted of some servers.
pub(super) struct Wanted {
    pub id: String,
    pub name: String,
    /// What is counted: `servers`.
    pub what: &'static str,
    pub node: Option<NodeId>,
    pub demand: Rc<Figure>,
    /// Whether one more of them is a spare.
    pub spares: bool,
}

impl Wanted {
    /// Servers that carry a demand, one more being a spare.
    pub fn servers(id: String, name: String, node: Option<&NodeId>, demand: Rc<Figure>) -> Self {
        Self { id, name, what: "servers", node: node.cloned(), demand, spares: true }
    }
}

/// The need for what is wanted, beside the servers of an array.
pub(super) fn need(wanted: Wanted, array: &Array) -> Need {
    let Wanted { id, name, what, node, demand, spares } = wanted;
    let unit = if what == "servers" { Unit::Servers } else { Unit::Factor };
    let (title, one) = (capital(what), what.trim_end_matches('s'));
    let formula = format!("demand / what one {one} carries, rounded up");
    let needed = rounded_up(format!("{title} needed"), unit, &formula, &demand, &array.each);
    let with_spare = spares.then(|| {
        let value = if needed.value > 0.0 { needed.value + 1.0 } else { 0.0 };
        let inputs = vec![Rc::clone(&needed)];
        Figure::computed(format!("{title} needed with one spare"), value, unit, "needed + 1", inputs)
    });
    let servers = array.servers();
    let drawn = Figure::entered(format!("{title} that count"), number(servers), unit);
    let mut inputs = vec![Rc::clone(&drawn)];
    inputs.extend(array.inputs());
    let name_of_carried = format!("What {name} carry");
    let formula = carried_formula(array);
    let carried = Figure::computed(name_of_carried, array.carried(0), demand.unit, &*formula, inputs.clone());
    let headroom = headroom(array, &demand, &formula, inputs, one);
    let verdict = verdict(array, demand.value);
    Need {
        id,
        name,
        what,
        node,
        each: Some(Rc::clone(&array.each)),
        demand,
        needed,
        with_spare,
        drawn: Some(drawn),
        carried: Some(carried),
        headroom,
        verdict,
        hints: Vec::new(),
        alternatives: Vec::new(),
    }
}

fn carried_formula(array: &Array) -> String {
    let servers = if array.counted.is_some() { "min(count, those that add capacity)" } else { "count" };
    let most = if array.at_most.is_some() { ", up to the most of all" } else { "" };
    format!("{servers} · what one carries{most}")
}

/// What is carried over what is wanted, from none lost to all.
pub(super) fn headroom(
    array: &Array,
    demand: &Rc<Figure>,
    carried: &str,
    mut inputs: Vec<Rc<Figure>>,
    one: &str,
) -> Vec<Rc<Figure>> {
    if demand.value <= 0.0 || array.servers() == 0 {
        return Vec::new();
    }
    inputs.push(Rc::clone(demand));
    let after = |lost: usize| {
        let ones = if lost == 1 { one.to_owned() } else { format!("{one}s") };
        let (name, formula) = match lost {
            0 => ("Headroom".to_owned(), format!("({carried}) / demand")),
            _ => (
                format!("Headroom with {lost} {ones} lost"),
                format!("({carried}) / demand, count − {lost} being left"),
            ),
        };
        Figure::computed(name, array.carried(lost) / demand.value, Unit::Factor, formula, inputs.clone())
    };
    (0..=array.servers()).map(after).collect()
}

pub(super) fn verdict(array: &Array, demand: f64) -> Verdict {
    // A share of users may stand a last digit above what is carried.
    let fits = |lost: usize| array.carried(lost) >= demand * (1.0 - 1e-12);
    match array.servers() {
        _ if demand <= 0.0 => Verdict::Idle,
        0 => Verdict::Missing,
        _ if !fits(0) => Verdict::Short,
        _ if fits(1) => Verdict::Spare,
        _ => Verdict::NoSpare,
    }
}

/// The word with a capital at its beginning, but for one that has capitals of its own.
fn capital(word: &str) -> String {
    crate::analysis::words::capitalised(word.to_owned())
}
