//! What is known of the product's failures: whom each one hits, who connects again and when, what survives and where it is kept,
//! how far back a recovery goes and how long it takes, and what an operator has to do. Data, each fact with its basis and source.
//!
//! Only the worker and the command line read it, so it does not make the page's program larger.

mod effect;
mod fact;
mod file;
mod recovery;
mod store;
mod thing;
mod timing;

use std::rc::Rc;

use thiserror::Error;

use crate::json;

pub use effect::{Cell, Effect, EffectRow, WorkloadGroup};
pub use fact::{Basis, Fact};
pub use recovery::{Duration, Guidance, Loss, Point, Stage, Step, Tool};
pub use store::{Store, Survival, Survives};
pub use thing::{Condition, Thing};
pub use timing::Timing;

/// Everything that is known of failures.
#[derive(Debug)]
pub struct Knowledge {
    /// What each failure interrupts.
    pub rows: Vec<Rc<EffectRow>>,
    /// How long things take.
    pub timing: Vec<Rc<Timing>>,
    /// What is kept where.
    pub stores: Vec<Rc<Store>>,
    /// Kinds of loss, and how one recovers from them.
    pub losses: Vec<Rc<Loss>>,
    /// The order of restoration.
    pub stages: Vec<Rc<Stage>>,
    /// What backups are made with.
    pub tools: Vec<Tool>,
    /// Advice that goes with no single failure.
    pub guidance: Vec<Guidance>,
}

/// What makes the knowledge unusable.
#[derive(Debug, Error)]
pub enum KnowledgeError {
    /// Not the expected form.
    #[error("what is known of failures cannot be read: {0}")]
    Form(#[from] json::Error),
    /// A name that stands for nothing.
    #[error("“{of}” names the {kind} “{name}”, which is not there")]
    Dangling {
        /// Who names it.
        of: String,
        /// What kind of thing is named.
        kind: &'static str,
        /// The name.
        name: String,
    },
}

thread_local! {
    static BUNDLED: Rc<Knowledge> = Rc::new(
        file::read(&file::BUNDLED)
            .unwrap_or_else(|error| unreachable!("what is known of failures is part of the program: {error}")),
    );
}

impl Knowledge {
    /// What is known of the failures of Office Communications Server 2007 R2.
    pub fn bundled() -> Rc<Self> {
        BUNDLED.with(Rc::clone)
    }

    /// What the loss of a thing interrupts.
    pub fn row(&self, thing: Thing, condition: Condition) -> Option<&Rc<EffectRow>> {
        self.rows.iter().find(|row| row.things.contains(&thing) && row.conditions.contains(&condition))
    }

    /// How one recovers from what a row tells.
    pub fn loss(&self, row: &EffectRow) -> Option<&Rc<Loss>> {
        self.losses.iter().find(|loss| loss.rows.contains(&row.id))
    }

    /// When a thing is restored: its place in the order.
    pub fn stage(&self, thing: Thing) -> Option<usize> {
        self.stages.iter().position(|stage| stage.things.contains(&thing))
    }
}

#[cfg(test)]
mod tests;
