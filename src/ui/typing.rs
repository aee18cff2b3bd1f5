//! What is being typed into fields for numbers, before it is meant.

use super::format;
use crate::editor::Action;
use crate::editor::field::{Entry, Field, Value};

/// What is done to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keying {
    /// Something is typed.
    Typed,
    /// What was typed is meant.
    Left,
    /// What was typed is given up.
    Dropped,
}

/// The fields in which something stands that the plan does not hold, each with what the plan held meanwhile.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Typing(Vec<(Field, Value, String)>);

impl Typing {
    /// What is typed into a field, unless the plan's own number has become another, by undo for example.
    pub fn text(&self, field: &Field, entry: &Entry) -> Option<&str> {
        let typed = self.0.iter().find(|(known, before, _)| known == field && *before == entry.value);
        typed.map(|(_, _, text)| text.as_str())
    }

    /// Takes what is done to a field; says what follows, where the text will do.
    pub fn take(&mut self, field: &Field, entry: &Entry, keying: Keying, text: String) -> Option<Action> {
        let (wanted, action) = match keying {
            Keying::Typed => (true, None),
            Keying::Dropped => (false, None),
            // Numbers that differ stay as they are.
            Keying::Left if text.is_empty() && entry.value == Value::Mixed => (false, None),
            Keying::Left => match read(entry, &text) {
                Err(_) => (true, None),
                Ok(typed) if entry.value == typed.into() => (false, None),
                Ok(typed) => (false, Some(Action::Enter { field: field.clone(), typed })),
            },
        };
        self.0.retain(|(known, ..)| known != field);
        if wanted {
            self.0.push((field.clone(), entry.value, text));
        }
        action
    }
}

/// The number that a text stands for; none where nothing is typed and nothing may stand there.
///
/// # Errors
/// What to type instead.
pub fn read(entry: &Entry, text: &str) -> Result<Option<f64>, String> {
    match (text.trim(), entry.none) {
        ("", Some(_)) => Ok(None),
        (text, _) => format::read_entry(text, entry.min, entry.max).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Field = Field::Users;

    fn entry(value: Value) -> Entry {
        Entry { value, min: 1.0, max: 100.0, unit: "", none: None }
    }

    fn optional() -> Entry {
        Entry { none: Some("none"), ..entry(Value::One(5.0)) }
    }

    #[test]
    fn what_is_meant_is_entered_once_and_forgotten() {
        let (mut typing, five) = (Typing::default(), entry(Value::One(5.0)));
        assert_eq!(typing.take(&FIELD, &five, Keying::Typed, "7".into()), None);
        assert_eq!(typing.text(&FIELD, &five), Some("7"));
        let action = typing.take(&FIELD, &five, Keying::Left, "7".into());
        assert_eq!(action, Some(Action::Enter { field: FIELD, typed: Some(7.0) }));
        assert_eq!(typing.text(&FIELD, &five), None);
        assert_eq!(typing.take(&FIELD, &five, Keying::Left, "5".into()), None, "it is there already");
        let emptied = typing.take(&FIELD, &optional(), Keying::Left, " ".into());
        assert_eq!(emptied, Some(Action::Enter { field: FIELD, typed: None }));
    }

    #[test]
    fn what_will_not_do_stays_until_it_is_given_up() {
        let (mut typing, five) = (Typing::default(), entry(Value::One(5.0)));
        for text in ["0", "101", "x", ""] {
            assert_eq!(typing.take(&FIELD, &five, Keying::Left, text.into()), None);
            assert_eq!(typing.text(&FIELD, &five), Some(text));
        }
        assert_eq!(typing.take(&FIELD, &five, Keying::Dropped, String::new()), None);
        assert_eq!(typing, Typing::default());
    }

    #[test]
    fn another_number_from_elsewhere_takes_the_place_of_what_is_typed() {
        let (mut typing, five) = (Typing::default(), entry(Value::One(5.0)));
        typing.take(&FIELD, &five, Keying::Typed, "7".into());
        assert_eq!(typing.text(&FIELD, &entry(Value::One(6.0))), None);
        assert_eq!(typing.text(&Field::HoursPerDay, &five), None);
    }

    #[test]
    fn numbers_that_differ_stay_so_where_nothing_is_typed() {
        let (mut typing, mixed) = (Typing::default(), entry(Value::Mixed));
        assert_eq!(typing.take(&FIELD, &mixed, Keying::Left, String::new()), None);
        assert_eq!(typing, Typing::default());
    }
}
