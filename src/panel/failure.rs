//! What the servers and sites that are down do at this moment.

use super::element::{Markup, element};
use super::parts::{empty, paragraph, problem, terms};
use super::{Asked, Figures};

const ABOUT: &str = "What the loss of servers and sites does appears here: who is cut off, who does not fit any more, who connects again and for how long. Kill a server to see it.";

pub(super) fn write(asked: &Asked<'_>, figures: &mut Figures) -> Markup {
    let now = match asked.now() {
        Ok(Some(now)) => now,
        Ok(None) => return empty(ABOUT).into(),
        Err(error) => return problem(&format!("What this does cannot be computed. {error}")).into(),
    };
    let impact = &now.impact;
    let told = [
        ("Cut off", "cut-off", &impact.users_cut_off),
        ("Over capacity", "over-capacity", &impact.users_over_capacity),
        ("Connect again", "reconnecting", &impact.users_reconnecting),
        ("Connected again within", "reconnect-time", &impact.reconnect_time),
    ];
    let told = told.map(|(term, name, figure)| (term.to_string(), figures.said(name, figure)));
    element("div").class("told-text").with(paragraph(&now.sentence)).with(terms(told)).into()
}
