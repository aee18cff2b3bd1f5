//! How one recovers: to which point, in which time, by which steps, in which order, with which tools.

use std::rc::Rc;

use super::fact::Fact;
use super::thing::Thing;

/// To which point in time a recovery goes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Hours of changes that are lost at worst, where a number is known.
    pub hours: Option<f64>,
    /// Why.
    pub fact: Rc<Fact>,
}

/// How long a recovery takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Duration {
    /// Hours, at the least.
    pub low_hours: f64,
    /// Hours, at the most.
    pub high_hours: f64,
    /// Whether a stand-by has to be there for it.
    pub standby: bool,
    /// Where that comes from.
    pub fact: Rc<Fact>,
}

/// A kind of loss, and how one recovers from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// Its name in answers.
    pub id: String,
    /// What is lost, in a few words.
    pub name: String,
    /// The rows of effects that it goes with.
    pub rows: Vec<String>,
    /// What is lost for good, at least one.
    pub point: Vec<Point>,
    /// How long it takes, at least one.
    pub time: Vec<Duration>,
    /// What an operator does, in order.
    pub steps: Vec<Step>,
}

/// What an operator does.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What, in one sentence.
    pub fact: Rc<Fact>,
    /// It applies where one of these is drawn; everywhere where there are none.
    pub with: Vec<Thing>,
}

/// A place in the order of restoration.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Its name in answers.
    pub id: String,
    /// What is restored, in a few words.
    pub name: String,
    /// What belongs there; nothing at the stage of users.
    pub things: Vec<Thing>,
    /// Why it has its place.
    pub fact: Rc<Fact>,
}

/// What backups are made with.
#[derive(Debug, Clone, PartialEq)]
pub struct Tool {
    /// Its name in answers.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it saves.
    pub covers: String,
    /// What it does not; nothing where no gap is known.
    pub gap: Option<String>,
    /// What was read of it.
    pub fact: Rc<Fact>,
}

/// Advice that goes with no single failure.
#[derive(Debug, Clone, PartialEq)]
pub struct Guidance {
    /// Its name in answers.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// What was read of it.
    pub fact: Rc<Fact>,
}
