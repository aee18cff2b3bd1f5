//! `figure/FIGURE` puts a number, as people type it, in place of the figure in the whole plan; `figure/FIGURE/NUMBER` a number in the
//! figure's own unit; `figure/FIGURE/default` brings the default back.

use super::{Change, DEFAULT};
use crate::catalog::Catalog;
use crate::catalog::figure::Unit;
use crate::catalog::id::FigureId;
use crate::decimal::read_entry;
use crate::plan::{Edit, Scenario};

pub(super) fn carry_out(
    scenario: &Scenario,
    catalog: &Catalog,
    what: &str,
    typed: &str,
) -> Result<Change, String> {
    let (id, fixed) = what.split_once('/').map_or((what, None), |(id, fixed)| (id, Some(fixed)));
    let figure = FigureId::from(id);
    let spec = catalog.figure_spec(&figure).ok_or_else(|| format!("The catalog has no figure “{id}”"))?;
    let name = &spec.name;
    let scale = scale(spec.unit);
    let said = |why: String| format!("{name}: {}", why.trim_end_matches('.'));
    let value = match fixed {
        None => Some(read_entry(typed, spec.min * scale, spec.max * scale).map_err(said)? / scale),
        Some(DEFAULT) if scenario.figures.contains_key(&figure) => None,
        Some(DEFAULT) => return Err(format!("{name} has its default already")),
        Some(number) => Some(read_entry(number, spec.min, spec.max).map_err(said)?),
    };
    let verb = if value.is_some() { "Change" } else { "Reset" };
    Ok((format!("{verb} {name} in the whole plan"), vec![Edit::SetPlanFigure { figure, value }]))
}

/// People say shares in per cent.
fn scale(unit: Unit) -> f64 {
    if unit == Unit::Share { 100.0 } else { 1.0 }
}

/// A value as people type it, with what stands behind it.
pub fn as_typed(value: f64, unit: Unit) -> (f64, &'static str) {
    (value * scale(unit), if unit == Unit::Share { "%" } else { unit.symbol() })
}
