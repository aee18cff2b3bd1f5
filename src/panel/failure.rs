//! When it fails: what each failure of the plan would interrupt, and with something down what that means, who is back when, what
//! survives, how far recovery goes, and what to do.

mod advice;
mod effect;
mod fact;
mod possible;
#[cfg(test)]
mod tests;
mod told;

use super::element::Markup;
use super::parts::{empty, problem};
use super::{Asked, Figures};

const ABOUT: &str = "What each failure interrupts appears here, for every part that is drawn: for how long, who is back by himself, what survives and what to do. Place components to see it.";

pub(super) fn write(asked: &Asked<'_>, figures: &mut Figures) -> Markup {
    match asked.now() {
        Ok(Some(now)) => told::write(asked, now, figures),
        Ok(None) if asked.scenario.components.is_empty() => empty(ABOUT).into(),
        Ok(None) => possible::write(asked),
        Err(error) => problem(&format!("What this does cannot be computed. {error}")).into(),
    }
}
