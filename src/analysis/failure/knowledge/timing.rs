//! Who connects again, and how long that and other things take.

use std::rc::Rc;

use super::fact::Fact;

/// How long something takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// Its name in answers.
    pub id: String,
    /// What happens, in a few words.
    pub event: String,
    /// The rows of effects that it goes with.
    pub rows: Vec<String>,
    /// How long, in seconds, where one number is known.
    pub seconds: Option<f64>,
    /// The shortest that is plausible, in seconds.
    pub low: Option<f64>,
    /// The longest that is plausible, in seconds.
    pub high: Option<f64>,
    /// What was read of it.
    pub fact: Rc<Fact>,
}
