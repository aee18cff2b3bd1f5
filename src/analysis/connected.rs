//! Connected users as figures that can be traced to what the plan says of them.

use std::rc::Rc;

use super::answer::Location;
use super::stage::wanted_share;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::plan::Population;

/// Connected users of a population: all of them or those at one location, and of these all or those who use the workload.
pub(super) fn connected(
    population: &Population,
    location: Option<Location>,
    workload: Workload,
) -> Rc<Figure> {
    let of = &population.name;
    let mut users = population.connected_users();
    let mut name = format!("Connected users of {of}");
    let mut formula = String::from("users · connected share");
    let mut inputs = vec![
        Figure::entered(format!("Users of {of}"), f64::from(population.users), Unit::Users),
        Figure::entered("Share connected at the busy hour", population.connected_share, Unit::Share),
    ];
    if let Some(location) = location {
        let inside = population.office_users();
        let (at, said, factor) = match location {
            Location::Office => (inside, ", in the office", " · (1 − remote share)"),
            Location::Branch => (inside, ", at a branch", " · (1 − remote share)"),
            Location::Remote => (population.remote_users(), ", outside", " · remote share"),
        };
        users = at;
        name.push_str(said);
        formula.push_str(factor);
        inputs.push(Figure::entered("Share who come in from outside", population.remote_share, Unit::Share));
    }
    if let Some(what) = used(workload) {
        let share = wanted_share(workload, population);
        users *= share;
        name.push_str(", who use ");
        name.push_str(what);
        formula.push_str(" · share of ");
        formula.push_str(what);
        inputs.push(Figure::entered(format!("Share who use {what}"), share, Unit::Share));
    }
    Figure::computed(name, users, Unit::Users, formula, inputs)
}

/// What only a share of users uses, in the words of a sentence.
fn used(workload: Workload) -> Option<&'static str> {
    Some(match workload {
        Workload::PstnVoice => "voice",
        Workload::DialIn => "dial-in conferences",
        Workload::BrowserAccess => "the browser client",
        Workload::Federation => "federation",
        Workload::PublicIm => "public IM",
        Workload::GroupChat | Workload::ChatCompliance => "Group Chat",
        _ => return None,
    })
}
