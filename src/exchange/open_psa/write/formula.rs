//! Formulas as they are written.

use std::fmt::Write;

/// A formula of a gate. Operations have two arguments or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Formula {
    Constant(bool),
    Gate(String),
    Event(String),
    Not(Box<Formula>),
    And(Vec<Formula>),
    Or(Vec<Formula>),
}

impl Formula {
    /// All of them, at least one.
    pub fn all(of: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(of, false)
    }

    fn any(of: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(of, true)
    }

    /// AND or OR without constants; `decisive` is the value of a part that decides.
    fn joined(of: impl IntoIterator<Item = Self>, decisive: bool) -> Self {
        let mut parts = Vec::new();
        for part in of {
            match part {
                Self::Constant(value) if value == decisive => return Self::Constant(decisive),
                Self::Constant(_) => {}
                Self::And(inner) if !decisive => parts.extend(inner),
                Self::Or(inner) if decisive => parts.extend(inner),
                other => parts.push(other),
            }
        }
        match (parts.pop(), parts.is_empty()) {
            (None, _) => Self::Constant(!decisive),
            (Some(only), true) => only,
            (Some(last), false) => {
                parts.push(last);
                if decisive { Self::Or(parts) } else { Self::And(parts) }
            }
        }
    }

    /// One formula if a condition holds, another if not. Where the first holds wherever the other does, no NOT is needed.
    pub fn choice(condition: Self, then: Self, otherwise: Self, rises: bool) -> Self {
        let otherwise = match otherwise {
            Self::Constant(_) => otherwise,
            other if rises || then == Self::Constant(true) => other,
            other => Self::all([Self::Not(Box::new(condition.clone())), other]),
        };
        match (then, otherwise) {
            (then, Self::Constant(true)) if !rises => {
                Self::any([Self::Not(Box::new(condition.clone())), Self::all([condition, then])])
            }
            (then, otherwise) => Self::any([otherwise, Self::all([condition, then])]),
        }
    }

    /// Adds it to a text, so many steps to the right.
    pub fn write(&self, text: &mut String, depth: usize) {
        text.extend(std::iter::repeat_n("  ", depth));
        let (name, parts) = match self {
            Self::Constant(value) => {
                let _ = writeln!(text, "<constant value=\"{value}\"/>");
                return;
            }
            Self::Gate(name) => {
                let _ = writeln!(text, "<gate name=\"{name}\"/>");
                return;
            }
            Self::Event(name) => {
                let _ = writeln!(text, "<basic-event name=\"{name}\"/>");
                return;
            }
            Self::Not(of) => ("not", std::slice::from_ref(&**of)),
            Self::And(of) => ("and", of.as_slice()),
            Self::Or(of) => ("or", of.as_slice()),
        };
        let _ = writeln!(text, "<{name}>");
        for part in parts {
            part.write(text, depth + 1);
        }
        text.extend(std::iter::repeat_n("  ", depth));
        let _ = writeln!(text, "</{name}>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of a formula over events `c`, `t` and `o`.
    fn value(formula: &Formula, events: &dyn Fn(&str) -> bool) -> bool {
        match formula {
            Formula::Constant(value) => *value,
            Formula::Gate(name) | Formula::Event(name) => events(name),
            Formula::Not(of) => !value(of, events),
            Formula::And(of) => of.len() > 1 && of.iter().all(|part| value(part, events)),
            Formula::Or(of) => of.len() < 2 || of.iter().any(|part| value(part, events)),
        }
    }

    #[test]
    fn a_choice_is_what_it_says_whatever_its_parts_are() {
        let event = |name: &str| Formula::Event(name.into());
        for then in [event("t"), Formula::Constant(false), Formula::Constant(true)] {
            for otherwise in [event("o"), Formula::Constant(false), Formula::Constant(true)] {
                let made = Formula::choice(event("c"), then.clone(), otherwise.clone(), false);
                let rising = Formula::choice(event("c"), then.clone(), otherwise.clone(), true);
                for combination in 0..8_u8 {
                    let events = |name: &str| {
                        combination >> ["c", "t", "o"].iter().position(|one| *one == name).unwrap() & 1 == 1
                    };
                    let chosen = if events("c") { &then } else { &otherwise };
                    assert_eq!(
                        value(&made, &events),
                        value(chosen, &events),
                        "{made:?} at {combination:03b}"
                    );
                    if value(&then, &events) || !value(&otherwise, &events) {
                        assert_eq!(
                            value(&rising, &events),
                            value(chosen, &events),
                            "{rising:?} at {combination:03b}"
                        );
                    }
                }
            }
        }
    }
}
