//! The forms that the files have.

use super::super::effect::{Effect, WorkloadGroup};
use super::super::fact::Basis;
use super::super::store::Survival;
use super::super::thing::{Condition, Thing};
use crate::collected::Map;
use crate::json;

#[derive(Debug)]
pub(super) struct EffectsFile {
    pub unaffected: Map<WorkloadGroup, String>,
    pub rows: Vec<RowFile>,
}
json::read_fields!(EffectsFile { unaffected, rows });

#[derive(Debug)]
pub(super) struct RowFile {
    pub id: String,
    pub things: Vec<Thing>,
    pub states: Vec<Condition>,
    pub name: String,
    pub basis: Basis,
    pub source: String,
    pub cells: Map<WorkloadGroup, CellFile>,
}
json::read_fields!(RowFile { id, things, states, name, basis, source, cells });

#[derive(Debug)]
pub(super) struct CellFile {
    pub effects: Vec<Effect>,
    pub scope: Option<String>,
    pub facts: Vec<CellFact>,
}
json::read_fields!(CellFile { effects, scope = null, facts });

/// A sentence of a cell; its row says what it rests on where it does not say so itself.
#[derive(Debug)]
pub(super) struct CellFact {
    pub text: String,
    pub basis: Option<Basis>,
    pub source: Option<String>,
}
json::read_fields!(CellFact { text, basis = null, source = null });

#[derive(Debug)]
pub(super) struct TimingFile {
    pub id: String,
    pub event: String,
    pub rows: Vec<String>,
    pub seconds: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(TimingFile { id, event, rows, seconds = null, low = null, high = null, text, basis, source });

#[derive(Debug)]
pub(super) struct StoreFile {
    pub id: String,
    pub data: String,
    pub store: String,
    pub holders: Vec<Thing>,
    pub text: String,
    pub basis: Basis,
    pub source: String,
    pub survives: Vec<SurvivesFile>,
}
json::read_fields!(StoreFile { id, data, store, holders, text, basis, source, survives });

#[derive(Debug)]
pub(super) struct SurvivesFile {
    pub rows: Vec<String>,
    pub survival: Survival,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(SurvivesFile { rows, survival, text, basis, source });

#[derive(Debug)]
pub(super) struct RecoveryFile {
    pub losses: Vec<LossFile>,
    pub stages: Vec<StageFile>,
    pub tools: Vec<ToolFile>,
    pub guidance: Vec<GuidanceFile>,
}
json::read_fields!(RecoveryFile { losses, stages, tools, guidance });

#[derive(Debug)]
pub(super) struct LossFile {
    pub id: String,
    pub name: String,
    pub rows: Vec<String>,
    pub point: Vec<PointFile>,
    pub time: Vec<DurationFile>,
    pub steps: Vec<StepFile>,
}
json::read_fields!(LossFile { id, name, rows, point, time, steps });

#[derive(Debug)]
pub(super) struct PointFile {
    pub hours: Option<f64>,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(PointFile { hours = null, text, basis, source });

#[derive(Debug)]
pub(super) struct DurationFile {
    pub low_hours: f64,
    pub high_hours: f64,
    pub standby: bool,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(DurationFile { low_hours, high_hours, standby = false, text, basis, source });

#[derive(Debug)]
pub(super) struct StepFile {
    pub text: String,
    pub basis: Basis,
    pub source: String,
    pub with: Vec<Thing>,
}
json::read_fields!(StepFile { text, basis, source, with = [] });

#[derive(Debug)]
pub(super) struct StageFile {
    pub id: String,
    pub name: String,
    pub things: Vec<Thing>,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(StageFile { id, name, things, text, basis, source });

#[derive(Debug)]
pub(super) struct ToolFile {
    pub id: String,
    pub name: String,
    pub covers: String,
    pub gap: Option<String>,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(ToolFile { id, name, covers, gap = null, text, basis, source });

#[derive(Debug)]
pub(super) struct GuidanceFile {
    pub id: String,
    pub topic: String,
    pub text: String,
    pub basis: Basis,
    pub source: String,
}
json::read_fields!(GuidanceFile { id, topic, text, basis, source });
