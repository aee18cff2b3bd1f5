//! Gates and amounts as they stand in a file.

use super::kinds::kind;
use super::placed::Placed;
use crate::json::{self, Field, FromJson, Json, Reading};

/// A Boolean formula.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged, rename = "Gate"))]
pub enum GateText {
    /// Always the same.
    Constant(bool),
    /// The gate of that id; or true while the group of that id is up: while one of its units serves, while a chain is at level 0,
    /// while an event has not happened.
    Id(String),
    /// All are true.
    And(And),
    /// Any is true.
    Or(Or),
    /// An odd number is true.
    Xor(Xor),
    /// The other is false.
    Not(Not),
    /// So many or more are true.
    AtLeast(AtLeast),
    /// A group does so well.
    Group(GroupDoes),
    /// An event has happened.
    Happens(Happens),
    /// An amount is so large or larger.
    CapacityAtLeast(CapacityAtLeast),
}

impl Default for GateText {
    fn default() -> Self {
        Self::Constant(false)
    }
}

impl FromJson for GateText {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        match part {
            Json::Bool(value) => return Self::Constant(*value),
            Json::Text(id) => return Self::Id(id.clone()),
            _ => {}
        }
        let kinds = ["and", "or", "xor", "not", "at_least", "group", "happens", "capacity_at_least"];
        match kind(part, reading, &kinds) {
            Some(0) => Self::And(FromJson::from_json(part, reading)),
            Some(1) => Self::Or(FromJson::from_json(part, reading)),
            Some(2) => Self::Xor(FromJson::from_json(part, reading)),
            Some(3) => Self::Not(FromJson::from_json(part, reading)),
            Some(4) => Self::AtLeast(FromJson::from_json(part, reading)),
            Some(5) => Self::Group(FromJson::from_json(part, reading)),
            Some(6) => Self::Happens(FromJson::from_json(part, reading)),
            Some(_) => Self::CapacityAtLeast(FromJson::from_json(part, reading)),
            None => Self::default(),
        }
    }
}

/// A formula whose value is a whole number.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged, rename = "Amount"))]
pub enum AmountText {
    /// Always the same.
    Fixed(Whole),
    /// The amount of that id.
    Id(String),
    /// The sum of all.
    Sum(Sum),
    /// The least of all.
    Least(Least),
    /// The serving units of a group, so much for each.
    UnitsOf(UnitsOf),
    /// One number for each level of a chain, or for an event that has not happened and one that has.
    LevelsOf(LevelsOf),
    /// An amount while a gate is true, otherwise 0.
    While(While),
}

impl Default for AmountText {
    fn default() -> Self {
        Self::Fixed(Whole(0))
    }
}

impl FromJson for AmountText {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        match part {
            Json::Number(..) => return Self::Fixed(FromJson::from_json(part, reading)),
            Json::Text(id) => return Self::Id(id.clone()),
            _ => {}
        }
        match kind(part, reading, &["sum", "least", "units_of", "levels_of", "while"]) {
            Some(0) => Self::Sum(FromJson::from_json(part, reading)),
            Some(1) => Self::Least(FromJson::from_json(part, reading)),
            Some(2) => Self::UnitsOf(FromJson::from_json(part, reading)),
            Some(3) => Self::LevelsOf(FromJson::from_json(part, reading)),
            Some(_) => Self::While(FromJson::from_json(part, reading)),
            None => Self::default(),
        }
    }
}

/// A whole number, 0 or more, that a 64-bit float holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Whole(pub(super) u64);

impl FromJson for Whole {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        const MOST: u64 = 1 << 53;
        let number = part.whole_number().filter(|number| *number <= MOST);
        if number.is_none() {
            reading.refuse(&|| format!("expected a whole number from 0 to {MOST}, found {part}"));
        }
        Self(number.unwrap_or(0))
    }
}

/// Structs of one or two fields.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $field:ident : $type:ty $(= $absent:tt)?),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq)]
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
            pub struct $name {
                $($(#[$of])* pub $field: $type),+
            }

            json::read_fields!($name { $($field $(= $absent)?),+ });
        )+
    };
}

forms! {
    /// All are true.
    And {
        /// Which.
        and: Vec<Placed<GateText>>,
    }
    /// Any is true.
    Or {
        /// Which.
        or: Vec<Placed<GateText>>,
    }
    /// An odd number is true.
    Xor {
        /// Of which.
        xor: Vec<Placed<GateText>>,
    }
    /// The other is false.
    Not {
        /// The other.
        not: Box<Placed<GateText>>,
    }
    /// So many or more are true.
    AtLeast {
        /// How many.
        at_least: Placed<Whole>,
        /// Of which.
        of: Vec<Placed<GateText>>,
    }
    /// A group does so well.
    GroupDoes {
        /// The group's id.
        group: Placed<String>,
        /// So many of its units serve, or more.
        serving_at_least: Option<Placed<Whole>> = null,
        /// The chain is at this level or a better one.
        level_at_most: Option<Placed<Whole>> = null,
    }
    /// An event has happened.
    Happens {
        /// The event's id.
        happens: Placed<String>,
    }
    /// An amount is so large or larger.
    CapacityAtLeast {
        /// How large.
        capacity_at_least: Whole,
        /// Which amount.
        of: Box<Placed<AmountText>>,
    }
    /// The sum of all.
    Sum {
        /// Of which.
        sum: Vec<Placed<AmountText>>,
    }
    /// The least of all.
    Least {
        /// Of which.
        least: Vec<Placed<AmountText>>,
    }
    /// The serving units of a group, so much for each.
    UnitsOf {
        /// The group's id.
        units_of: Placed<String>,
        /// How much each carries; 1 where absent.
        each: Option<Whole> = null,
    }
    /// One number for each level.
    LevelsOf {
        /// The id of a chain or an event.
        levels_of: Placed<String>,
        /// The numbers, best level first.
        values: Placed<Vec<Whole>>,
    }
}

/// An amount while a gate is true, otherwise 0.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct While {
    /// The gate.
    #[cfg_attr(feature = "schema", schemars(rename = "while"))]
    pub gate: Box<Placed<GateText>>,
    /// The amount.
    pub amount: Box<Placed<AmountText>>,
}

impl FromJson for While {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        const FIELDS: &[Field] = &[Field("while", None), Field("amount", None)];
        let mut fields = reading.fields(part, FIELDS);
        Self { gate: fields.value(reading), amount: fields.value(reading) }
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        Self::new(T::from_json(part, reading))
    }
}
