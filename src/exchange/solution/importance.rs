//! How much each event or group matters.

use serde::Serialize;

use super::Worth;
use crate::reliability::{Element, Importance, Kept};

/// How much an event or a group matters: its worst level against its best.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ImportanceAnswer {
    /// The event or group.
    pub id: String,
    /// How much more likely the system is down with it at its worst than at its best (Birnbaum).
    pub birnbaum: f64,
    /// The probability that it is at its worst and critical, given that the system is down.
    pub criticality: f64,
    /// The part of the unavailability that vanishes if it is always at its best (Fussell–Vesely, by reduction).
    pub fussell_vesely_reduction: f64,
    /// The probability that some minimal cut set with it has happened, given that the system is down (Fussell–Vesely, by cut sets);
    /// where cut sets are asked for too, null where that cannot be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fussell_vesely_cut_sets: Option<Worth>,
    /// How many times as likely the system is down with it at its worst (risk achievement worth).
    pub risk_achievement_worth: Worth,
    /// How many times less likely the system is down with it at its best (risk reduction worth).
    pub risk_reduction_worth: Worth,
}

/// The importance of all elements; none where something was refused.
pub(super) fn of_elements(
    kept: &Kept,
    elements: &[Element],
    names: &[String],
    unavailability: f64,
) -> Option<Vec<ImportanceAnswer>> {
    let conditional = kept.conditional(elements)?;
    let all = names.iter().zip(elements).zip(conditional);
    all.map(|((id, element), conditional)| {
        let importance = Importance::of_element(element.law(), &conditional.is_true, unavailability)?;
        Some(ImportanceAnswer {
            id: id.clone(),
            birnbaum: importance.birnbaum,
            criticality: importance.criticality,
            fussell_vesely_reduction: importance.fussell_vesely_reduction,
            fussell_vesely_cut_sets: None,
            risk_achievement_worth: Worth(importance.risk_achievement_worth),
            risk_reduction_worth: Worth(importance.risk_reduction_worth),
        })
    })
    .collect()
}
