//! How much each event or group matters.

use serde::Serialize;

use super::{Asked, Worth};
use crate::reliability::{Importance, Kept};

/// How much an event or a group matters: its worst level against its best.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportanceAnswer {
    /// The event or group.
    pub id: String,
    /// Of the event, or of the group as a whole.
    #[serde(flatten)]
    pub measures: ImportanceMeasures,
    /// The probability that some minimal cut set with it has happened, given that the system is down (Fussell–Vesely, by cut sets);
    /// left out where that cannot be said, which a note then says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fussell_vesely_cut_sets: Option<Worth>,
    /// Of one unit of a group of several like units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_unit: Option<ImportanceMeasures>,
}

/// The measures that compare an unavailability at worst, U₁, and at best, U₀, with the one as it is, U.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportanceMeasures {
    /// How much more likely the system is down at worst than at best, U₁ − U₀ (Birnbaum).
    pub birnbaum: f64,
    /// The probability that it is at its worst and critical, given that the system is down.
    pub criticality: Worth,
    /// The part of the unavailability that vanishes if it is always at its best, 1 − U₀ / U (Fussell–Vesely, by reduction).
    pub fussell_vesely_reduction: Worth,
    /// How many times as likely the system is down with it at its worst, U₁ / U (risk achievement worth).
    pub risk_achievement_worth: Worth,
    /// How many times less likely the system is down with it at its best, U / U₀ (risk reduction worth).
    pub risk_reduction_worth: Worth,
}

impl From<Importance> for ImportanceMeasures {
    fn from(importance: Importance) -> Self {
        Self {
            birnbaum: importance.birnbaum,
            criticality: Worth(importance.criticality),
            fussell_vesely_reduction: Worth(importance.fussell_vesely_reduction),
            risk_achievement_worth: Worth(importance.risk_achievement_worth),
            risk_reduction_worth: Worth(importance.risk_reduction_worth),
        }
    }
}

/// The importance of all elements; none where something was refused.
pub(super) fn of_elements(
    kept: &Kept,
    asked: &Asked<'_>,
    unavailability: f64,
) -> Option<Vec<ImportanceAnswer>> {
    let conditional = kept.conditional(asked.elements)?;
    let all = asked.names.iter().zip(asked.elements).zip(conditional).enumerate();
    all.map(|(place, ((id, element), conditional))| {
        let failed = &conditional.is_true;
        let of_unit = asked.groups.get(place).filter(|group| group.units() > 1).and_then(|group| {
            let solved = group.group().ok().flatten()?;
            Importance::of_unit(&solved, failed, unavailability)
        });
        Some(ImportanceAnswer {
            id: id.clone(),
            measures: Importance::of_element(element.law(), failed, unavailability)?.into(),
            fussell_vesely_cut_sets: None,
            per_unit: of_unit.map(ImportanceMeasures::from),
        })
    })
    .collect()
}
