//! A figure: a number that can be shown, with its unit, its mark and how it comes about.

use std::rc::Rc;

use crate::json;
use serde::Serialize;

/// What a figure counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours of time.
    Hours,
    /// Minutes of time.
    Minutes,
    /// Seconds of time.
    Seconds,
    /// Events in a year of 8,760 hours.
    PerYear,
    /// Events in an hour.
    PerHour,
    /// Events in a second.
    PerSecond,
    /// A share of one, shown in per cent.
    Share,
    /// Factor without a dimension.
    Factor,
    /// Persons.
    Users,
    /// Servers.
    Servers,
    /// Minutes lost by a user in a year.
    MinutesPerUserYear,
    /// Calls at the same time.
    Calls,
    /// Bytes of a message.
    Bytes,
    /// Thousand bits in a second.
    Kbps,
}

json::names!(Unit {
    Hours,
    Minutes,
    Seconds,
    PerYear,
    PerHour,
    PerSecond,
    Share,
    Factor,
    Users,
    Servers,
    MinutesPerUserYear,
    Calls,
    Bytes,
    Kbps
});

impl Unit {
    /// The unit as it stands behind a number.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Hours => "h",
            Self::Minutes => "min",
            Self::Seconds => "s",
            Self::PerYear => "a year",
            Self::PerHour => "per hour",
            Self::PerSecond => "per second",
            Self::Share | Self::Factor => "",
            Self::Users => "users",
            Self::Servers => "servers",
            Self::MinutesPerUserYear => "min per user and year",
            Self::Calls => "calls",
            Self::Bytes => "bytes",
            Self::Kbps => "kbit/s",
        }
    }
}

/// How sure a figure is. It travels with the figure to the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Stated by a document about this product.
    Documented,
    /// Follows from other figures by arithmetic or logic that is shown.
    Derived,
    /// The planner's default, to be replaced by whoever knows better.
    Assumed,
    /// Entered by the architect in this plan.
    Entered,
}

json::names!(Mark { Documented, Derived, Assumed, Entered });

impl Mark {
    /// The mark as one word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
            Self::Entered => "entered",
        }
    }

    /// What the mark means, as half a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Documented => "Stated by a document about this product",
            Self::Derived => "Follows from other figures by arithmetic that is shown",
            Self::Assumed => "The planner's default; replace it where you know better",
            Self::Entered => "Entered in this plan",
        }
    }
}

/// Where a figure of the catalog was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Title of the document, or the reasoning in a few words.
    pub title: String,
    /// Address of the document, where there is one.
    pub url: Option<String>,
}

json::fields!(Source { title, url = null });

/// How a figure comes about.
#[derive(Debug, Clone, PartialEq)]
pub enum Derivation {
    /// Stands in the catalog.
    Catalog {
        /// Where it was read.
        source: Source,
        /// The condition or reasoning that goes with it.
        note: String,
    },
    /// Entered in the plan in place of the catalog's figure.
    Entered {
        /// The figure that it replaces, where there is one.
        replaces: Option<Rc<Figure>>,
    },
    /// Computed from other figures.
    Computed {
        /// The formula in words and symbols.
        formula: String,
        /// The figures that the formula reads; many formulas read all the parts of one path.
        inputs: Rc<[Rc<Figure>]>,
    },
}

/// A number with all that is needed to show and to trace it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What the number is, in a few words.
    pub name: String,
    /// The number, unrounded, in [`Figure::unit`].
    pub value: f64,
    /// What it counts or measures.
    pub unit: Unit,
    /// How sure it is.
    pub mark: Mark,
    /// How it comes about.
    pub derivation: Derivation,
}

impl Figure {
    /// A figure computed by `formula` from `inputs`; its mark is [`Mark::Derived`].
    pub fn computed(
        name: impl Into<String>,
        value: f64,
        unit: Unit,
        formula: impl Into<String>,
        inputs: impl Into<Rc<[Rc<Self>]>>,
    ) -> Rc<Self> {
        Self::derived(name.into(), value, unit, formula.into(), inputs.into())
    }

    /// Written once: there are many formulas.
    #[inline(never)]
    fn derived(name: String, value: f64, unit: Unit, formula: String, inputs: Rc<[Rc<Self>]>) -> Rc<Self> {
        let derivation = Derivation::Computed { formula, inputs };
        Rc::new(Self { name, value, unit, mark: Mark::Derived, derivation })
    }

    /// A figure that the plan states itself, such as a number of users.
    pub fn entered(name: impl Into<String>, value: f64, unit: Unit) -> Rc<Self> {
        Rc::new(Self {
            name: name.into(),
            value,
            unit,
            mark: Mark::Entered,
            derivation: Derivation::Entered { replaces: None },
        })
    }

    /// The same figure with the value that the plan puts in its place.
    pub fn replaced_by(self: Rc<Self>, value: f64) -> Rc<Self> {
        Rc::new(Self {
            name: self.name.clone(),
            value,
            unit: self.unit,
            mark: Mark::Entered,
            derivation: Derivation::Entered { replaces: Some(self) },
        })
    }

    /// The figures that this one is computed from, or none.
    pub fn inputs(&self) -> &[Rc<Self>] {
        match &self.derivation {
            Derivation::Computed { inputs, .. } => inputs,
            Derivation::Catalog { .. } | Derivation::Entered { .. } => &[],
        }
    }

    /// The figures that one comes to from this one: those that it is computed from, or the one that it replaces.
    pub fn below(&self) -> &[Rc<Self>] {
        match &self.derivation {
            Derivation::Computed { inputs, .. } => inputs,
            Derivation::Entered { replaces: Some(old) } => std::slice::from_ref(old),
            Derivation::Entered { replaces: None } | Derivation::Catalog { .. } => &[],
        }
    }

    /// A way down from this figure to one, added to `way`: which figure below which to take. Says whether there is one.
    pub fn leads_to(&self, wanted: &Self, way: &mut Vec<usize>) -> bool {
        for (place, below) in self.below().iter().enumerate() {
            way.push(place);
            if std::ptr::eq(&raw const **below, wanted) || below.leads_to(wanted, way) {
                return true;
            }
            way.pop();
        }
        false
    }

    /// All figures below this one that are the planner's own assumptions, each once, in the order met.
    pub fn assumptions(&self) -> Vec<&Self> {
        let mut found: Vec<&Self> = Vec::new();
        let mut open = vec![self];
        while let Some(figure) = open.pop() {
            if figure.mark == Mark::Assumed && !found.iter().any(|known| known.name == figure.name) {
                found.push(figure);
            }
            open.extend(figure.inputs().iter().rev().map(Rc::as_ref));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assumed(name: &str) -> Rc<Figure> {
        Rc::new(Figure {
            name: name.into(),
            value: 1.0,
            unit: Unit::Hours,
            mark: Mark::Assumed,
            derivation: Derivation::Catalog {
                source: Source { title: "reasoning".into(), url: None },
                note: String::new(),
            },
        })
    }

    #[test]
    fn a_computed_figure_lists_each_assumption_below_it_once() {
        let (mtbf, mttr) = (assumed("MTBF"), assumed("MTTR"));
        let server = Figure::computed("U", 0.1, Unit::Share, "λ/(λ+μ)", vec![mtbf.clone(), mttr]);
        let pair = Figure::computed("pair", 0.01, Unit::Share, "U·U", vec![server.clone(), server, mtbf]);
        let names: Vec<_> = pair.assumptions().iter().map(|figure| figure.name.as_str()).collect();
        assert_eq!(names, ["MTBF", "MTTR"]);
    }

    #[test]
    fn every_assumption_is_found_on_a_way_down() {
        let (mtbf, mttr) = (assumed("MTBF"), assumed("MTTR"));
        let server = Figure::computed("U", 0.1, Unit::Share, "λ/(λ+μ)", vec![mtbf.clone(), mttr.clone()]);
        let entered = assumed("time").replaced_by(3.0);
        let pair = Figure::computed("pair", 0.01, Unit::Share, "U·U", vec![server, mtbf.clone(), entered]);
        let way = |wanted: &Figure| {
            let mut way = Vec::new();
            pair.leads_to(wanted, &mut way).then_some(way)
        };
        assert_eq!(way(&mtbf), Some(vec![0, 0]));
        assert_eq!(way(&mttr), Some(vec![0, 1]));
        assert_eq!(way(&pair.below()[2].below()[0]), Some(vec![2, 0]), "what an entered value replaces");
        assert_eq!(way(&assumed("MTBF")), None, "a figure is itself and not its like");
    }

    #[test]
    fn an_entered_value_keeps_the_figure_that_it_replaces() {
        let entered = assumed("MTBF").replaced_by(2.0);
        assert_eq!(entered.mark, Mark::Entered);
        assert!(
            matches!(&entered.derivation, Derivation::Entered { replaces: Some(old) } if old.unit == Unit::Hours && old.value < 1.5)
        );
    }
}
