//! Common-cause groups: events that happen together more often than by chance.
//!
//! A group of n members, each with the probability Q, becomes one independent event for each set of k members, with a probability
//! Qₖ; a member happens where an event of a set with it does. After Ali Mosleh and others, "Procedures for treating common cause
//! failures in safety and reliability studies", NUREG/CR-4780 (1988), and the Open-PSA Model Exchange Format 2.0d:
//!
//! * beta factor: Q₁ = (1 − β)Q, Qₙ = βQ;
//! * multiple Greek letters ρ₂, ρ₃, …: Qₖ = ρ₂·…·ρₖ·(1 − ρₖ₊₁)·Q / C(n − 1, k − 1), with ρ after the last one 0;
//! * alpha factors: Qₖ = αₖ / (α₁ + … ) · Q / C(n − 1, k − 1), for staggered tests;
//! * phi factors: Qₖ = φₖQ, the sum of all φ being 1.

use std::ops::Range;

use super::attributes;
use super::definitions::only_part;
use super::error::Problem;
use super::expression::{self, Expressions};
use super::formula::check;
use super::scope::Container;
use super::xml::{Fault, Xml, at, fault, fault_at, parts, shown};

/// Independent events that all groups of a file may become.
const EVENTS: usize = 100_000;

/// Members that all sets of all groups of a file may have together.
const MEMBERSHIPS: usize = 1_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Model {
    Beta,
    GreekLetters,
    Alpha,
    Phi,
}

/// A common-cause group as the file defines it.
#[derive(Debug)]
pub(super) struct Group {
    pub name: String,
    at: usize,
    pub container: Container,
    pub tree: Option<usize>,
    model: Model,
    /// The members' names.
    pub members: Vec<String>,
    /// The expression of Q.
    pub distribution: Range<usize>,
    /// The expressions of the factors.
    pub factors: Vec<Range<usize>>,
}

pub(super) type Groups = Vec<Group>;

/// The probability of each event for so many members at a time.
pub(super) type Levels = Vec<(usize, f64)>;

impl Group {
    /// Reads a group, and the elements that name its members.
    pub fn read<'d>(
        node: Xml<'d>,
        container: Container,
        tree: Option<usize>,
        expressions: &mut Expressions<'d>,
    ) -> Result<(Self, Vec<Xml<'d>>), Fault> {
        attributes::only(node, &["name", "model"])?;
        let model = match attributes::required(node, "model")? {
            "beta-factor" => Model::Beta,
            "MGL" => Model::GreekLetters,
            "alpha-factor" => Model::Alpha,
            "phi-factor" => Model::Phi,
            _ => return attributes::bad(node, "model", "beta-factor, MGL, alpha-factor or phi-factor"),
        };
        let name = attributes::name(node)?.to_string();
        let (mut members, mut distribution, mut factors) = (Vec::new(), None, Vec::new());
        for part in parts(node)? {
            match part.tag_name().name() {
                "members" if members.is_empty() => members = members_of(part)?,
                "distribution" if distribution.is_none() => {
                    attributes::only(part, &[])?;
                    distribution = Some(expressions.read(only_part(part)?, expression::head)?);
                }
                "factors" => factors.extend(parts(part)?),
                "factor" => factors.push(part),
                _ => {
                    let expected = "members, distribution and factors, each once";
                    let (element, within) = (shown(part), shown(node));
                    return fault(part, Problem::UnknownElement { element, within, expected });
                }
            }
        }
        let wrong = |problem| fault(node, Problem::Group { name: name.clone(), problem });
        let Some(distribution) = distribution else { return wrong("has no distribution") };
        if members.len() < 2 {
            return wrong("needs two members or more");
        }
        let most = if model == Model::GreekLetters { members.len() - 1 } else { members.len() };
        if factors.is_empty() || factors.len() > most || model == Model::Beta && factors.len() > 1 {
            return wrong("has a number of factors that does not fit its members");
        }
        let mut read = Vec::new();
        for (number, factor) in factors.into_iter().enumerate() {
            let level = match model {
                Model::Beta => members.len(),
                Model::GreekLetters => number + 2,
                Model::Alpha | Model::Phi => number + 1,
            };
            read.push(factor_of(factor, level, expressions)?);
        }
        let group = Self {
            name,
            at: at(node),
            container,
            tree,
            model,
            members: members.iter().filter_map(|member| member.attribute("name")).map(String::from).collect(),
            distribution,
            factors: read,
        };
        Ok((group, members))
    }

    /// The probabilities of the group's events from Q and the factors' values.
    pub fn levels(&self, probability: f64, factors: &[f64]) -> Result<Levels, Fault> {
        if factors.iter().any(|factor| !(0.0..=1.0).contains(factor)) {
            return self.wrong("has a factor that is not from 0 to 1");
        }
        let of_all: f64 = factors.iter().sum();
        let mut levels = Vec::new();
        match self.model {
            Model::Beta => {
                let beta = factors.first().copied().unwrap_or(0.0);
                levels.push((1, (1.0 - beta) * probability));
                levels.push((self.members.len(), beta * probability));
            }
            Model::GreekLetters => {
                let mut together = probability;
                for level in 1..=factors.len() + 1 {
                    let next = factors.get(level - 1).copied().unwrap_or(0.0);
                    levels.push((level, together * (1.0 - next) / self.sets_of_one(level)));
                    together *= next;
                }
            }
            Model::Alpha => {
                if of_all <= 0.0 {
                    return self.wrong("has alpha factors that are all 0");
                }
                for (number, alpha) in factors.iter().enumerate() {
                    let level = number + 1;
                    levels.push((level, alpha / of_all * probability / self.sets_of_one(level)));
                }
            }
            Model::Phi => {
                if (of_all - 1.0).abs() > 1e-4 {
                    return self.wrong("has phi factors whose sum is not 1");
                }
                levels
                    .extend(factors.iter().enumerate().map(|(number, phi)| (number + 1, phi * probability)));
            }
        }
        Ok(levels)
    }

    fn wrong<T>(&self, problem: &'static str) -> Result<T, Fault> {
        fault_at(self.at, Problem::Group { name: self.name.clone(), problem })
    }

    /// How many sets of so many members a member is in: C(n − 1, k − 1).
    fn sets_of_one(&self, level: usize) -> f64 {
        choose(self.members.len() - 1, level - 1)
    }
}

/// Refuses groups that would become too many events.
pub(super) fn check_size(groups: &Groups, levels: &[Levels]) -> Result<(), Fault> {
    let (mut events, mut memberships) = (0.0, 0.0);
    for (group, levels) in groups.iter().zip(levels) {
        for (level, _) in levels {
            let sets = choose(group.members.len(), *level);
            events += sets;
            memberships += sets * count(*level);
        }
        for (what, found, limit) in [
            ("common-cause groups become too many events", events, EVENTS),
            ("events of common-cause groups have too many members", memberships, MEMBERSHIPS),
        ] {
            if found > count(limit) {
                let found = if found < 1e15 { whole(found) } else { usize::MAX };
                return fault_at(group.at, Problem::TooMuch { what, found, limit });
            }
        }
    }
    Ok(())
}

/// All sets of so many of the first numbers, each ascending.
pub(super) fn sets(of: usize, size: usize) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut set: Vec<usize> = (0..size).collect();
    loop {
        all.push(set.clone());
        // The last number that can still grow grows, and those behind it follow close.
        let Some(place) =
            (0..size).rev().find(|place| set.get(*place).is_some_and(|number| number + size < of + place))
        else {
            return all;
        };
        let grown = set.get(place).copied().unwrap_or(0) + 1;
        set.truncate(place);
        set.extend((grown..).take(size - place));
    }
}

fn choose(of: usize, size: usize) -> f64 {
    (0..size.min(of - size.min(of))).fold(1.0, |product, step| product * count(of - step) / count(step + 1))
}

#[allow(clippy::cast_precision_loss, reason = "numbers of members, far below what a float counts exactly")]
fn count(number: usize) -> f64 {
    number as f64
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count that only a message shows"
)]
fn whole(number: f64) -> usize {
    number as usize
}

fn members_of(node: Xml<'_>) -> Result<Vec<Xml<'_>>, Fault> {
    attributes::only(node, &[])?;
    let members = parts(node)?;
    for member in &members {
        if member.tag_name().name() != "basic-event" {
            let (element, within) = (shown(*member), shown(node));
            return fault(*member, Problem::UnknownElement { element, within, expected: "basic-event" });
        }
        attributes::only(*member, &["name"])?;
        check(*member, parts(*member)?.len(), 0, 0)?;
    }
    Ok(members)
}

/// The expression of a factor, which may say its level.
fn factor_of<'d>(
    node: Xml<'d>,
    level: usize,
    expressions: &mut Expressions<'d>,
) -> Result<Range<usize>, Fault> {
    if node.tag_name().name() != "factor" {
        let (element, within) = (shown(node), "factors".into());
        return fault(node, Problem::UnknownElement { element, within, expected: "factor" });
    }
    attributes::only(node, &["level"])?;
    if node.attribute("level").is_some() && attributes::whole(node, "level")? != level {
        return attributes::bad(
            node,
            "level",
            "one more than that of the factor before: from 2 for MGL, from 1 for alpha and phi, the number of members for beta",
        );
    }
    expressions.read(only_part(node)?, expression::head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_listed_once_each() {
        assert_eq!(sets(3, 1), [[0], [1], [2]]);
        assert_eq!(sets(4, 2), [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!(sets(3, 3), [[0, 1, 2]]);
        for (of, size) in [(5, 2), (6, 3), (7, 7), (7, 6)] {
            assert_eq!(count(sets(of, size).len()).to_bits(), choose(of, size).to_bits());
        }
    }
}
