//! Connected users as figures that can be traced to what the plan says of them.

use std::rc::Rc;

use super::answer::Location;
use crate::catalog::figure::{Figure, Unit};
use crate::plan::Population;

/// Connected users of a population: all of them or those at one location, and of these all or those who use Group Chat.
pub(super) fn connected(population: &Population, location: Option<Location>, group_chat: bool) -> Rc<Figure> {
    let of = &population.name;
    let mut users = population.connected_users();
    let mut name = format!("Connected users of {of}");
    let mut formula = String::from("users · connected share");
    let mut inputs = vec![
        Figure::entered(format!("Users of {of}"), f64::from(population.users), Unit::Users),
        Figure::entered("Share connected at the busy hour", population.connected_share, Unit::Share),
    ];
    if let Some(location) = location {
        let (at, said, factor) = match location {
            Location::Office => (population.office_users(), ", in the office", " · (1 − remote share)"),
            Location::Remote => (population.remote_users(), ", outside", " · remote share"),
        };
        users = at;
        name.push_str(said);
        formula.push_str(factor);
        inputs.push(Figure::entered("Share who come in from outside", population.remote_share, Unit::Share));
    }
    if group_chat {
        users *= population.group_chat_share;
        name.push_str(", who use Group Chat");
        formula.push_str(" · Group Chat share");
        inputs.push(Figure::entered("Share who use Group Chat", population.group_chat_share, Unit::Share));
    }
    Figure::computed(name, users, Unit::Users, formula, inputs)
}
