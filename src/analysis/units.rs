//! From a component's figures to a repairable unit.

use std::rc::Rc;

use super::options::AnalysisError;
use crate::catalog::Catalog;
use crate::catalog::figure::{Figure, Unit as FigureUnit};
use crate::catalog::id::{FigureId, UnitId};
use crate::catalog::role::{FailureModeSpec, ModeShare};
use crate::plan::Component;
use crate::reliability::{FailureMode, ModelError, Unit};

/// A repairable unit and the figures that it comes from.
#[derive(Debug, Clone)]
pub(super) struct TracedUnit {
    pub unit: Unit,
    /// In which ways it fails; none of them never.
    pub modes: Rc<[FailureMode]>,
    pub mtbf: Rc<Figure>,
    pub mttr: Rc<Figure>,
}

/// A component with the catalog that its figures come from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures<'a> {
    pub catalog: &'a Catalog,
    pub component: &'a Component,
}

impl Figures<'_> {
    /// The figure that holds for the component.
    pub fn figure(&self, id: &FigureId) -> Result<Rc<Figure>, AnalysisError> {
        self.component
            .figure(self.catalog, id)
            .ok_or_else(|| self.error(format!("there is no figure “{id}”")))
    }

    /// A time in hours, whatever the figure's own unit.
    pub fn hours(&self, id: &FigureId) -> Result<f64, AnalysisError> {
        let figure = self.figure(id)?;
        Ok(match figure.unit {
            FigureUnit::Seconds => figure.value / 3_600.0,
            FigureUnit::Minutes => figure.value / 60.0,
            _ => figure.value,
        })
    }

    /// A value in the figure's own unit.
    pub fn value(&self, id: &FigureId) -> Result<f64, AnalysisError> {
        Ok(self.figure(id)?.value)
    }

    /// The unit of that name with the component's figures: λ = Σλᵢ, MTTR = Σλᵢ·MTTRᵢ / λ.
    pub fn unit(&self, id: &UnitId) -> Result<TracedUnit, AnalysisError> {
        let spec = self.catalog.unit(id).ok_or_else(|| self.error(format!("there is no unit “{id}”")))?;
        let (mut modes, mut inputs) = (Vec::new(), Vec::new());
        for mode in &spec.modes {
            let mode = self.mode(mode, &mut inputs)?;
            // A mode without failures, such as one whose share is 0, takes no part.
            if mode.failures_per_hour > 0.0 {
                modes.push(mode);
            }
        }
        let unit = Unit::new(&modes).map_err(|error| self.model_error(&error))?;
        let name = &spec.name;
        let single = spec.modes.len() == 1;
        let formulas = if single {
            ("as given", "as given")
        } else {
            ("1 / λ, λ = Σ share / MTBF over the failure modes", "Σ λᵢ·MTTRᵢ / λ over the failure modes")
        };
        let mtbf = Figure::computed(
            format!("MTBF of one unit ({name})"),
            unit.mtbf_hours(),
            FigureUnit::Hours,
            formulas.0,
            inputs.clone(),
        );
        let mttr = Figure::computed(
            format!("MTTR of one unit ({name})"),
            unit.mttr_hours(),
            FigureUnit::Hours,
            formulas.1,
            inputs,
        );
        Ok(TracedUnit { unit, modes: modes.into(), mtbf, mttr })
    }

    fn mode(
        &self,
        mode: &FailureModeSpec,
        inputs: &mut Vec<Rc<Figure>>,
    ) -> Result<FailureMode, AnalysisError> {
        let (mtbf, mttr) = (self.figure(&mode.mtbf)?, self.figure(&mode.mttr)?);
        let share = match &mode.share {
            None => 1.0,
            Some(ModeShare::Is(id)) => self.value(id)?,
            Some(ModeShare::RestOf(id)) => 1.0 - self.value(id)?,
        };
        let read = FailureMode { failures_per_hour: share / mtbf.value, repair_hours: mttr.value };
        inputs.push(mtbf);
        if let Some(ModeShare::Is(id) | ModeShare::RestOf(id)) = &mode.share {
            inputs.push(self.figure(id)?);
        }
        inputs.push(mttr);
        // Modes may share figures; each is listed once.
        let mut seen: Vec<String> = Vec::new();
        inputs.retain(|figure| {
            let new = !seen.contains(&figure.name);
            seen.push(figure.name.clone());
            new
        });
        Ok(read)
    }

    pub fn model_error(&self, error: &ModelError) -> AnalysisError {
        self.error(error.to_string())
    }

    fn error(&self, problem: String) -> AnalysisError {
        AnalysisError::Model { component: self.component.name.clone(), problem }
    }
}
