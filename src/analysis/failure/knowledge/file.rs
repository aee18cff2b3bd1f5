//! The files in which all this stands, and how their facts get names, bases and sources.

mod forms;

use std::rc::Rc;

use super::effect::{Cell, Effect, EffectRow, WorkloadGroup};
use super::fact::{Basis, Fact};
use super::recovery::{Duration, Guidance, Loss, Point, Stage, Step, Tool};
use super::store::{Store, Survives};
use super::timing::Timing;
use super::{Knowledge, KnowledgeError};
use crate::catalog::figure::Source;
use crate::collected::Map;
use crate::json::Parsed;
use forms::{
    DurationFile, EffectsFile, GuidanceFile, LossFile, PointFile, RecoveryFile, RowFile, StageFile, StepFile,
    StoreFile, SurvivesFile, TimingFile, ToolFile,
};

/// The texts of the files.
pub(super) struct Texts {
    pub sources: &'static str,
    pub effects: &'static str,
    pub timing: &'static str,
    pub stores: &'static str,
    pub recovery: &'static str,
}

/// The files of the program.
pub(super) const BUNDLED: Texts = Texts {
    sources: include_str!("sources.json"),
    effects: include_str!("effects.json"),
    timing: include_str!("timing.json"),
    stores: include_str!("stores.json"),
    recovery: include_str!("recovery.json"),
};

/// The documents by their keys.
struct Sources(Map<String, Rc<Source>>);

impl Sources {
    fn fact(&self, id: String, text: &str, basis: Basis, source: &str) -> Result<Rc<Fact>, KnowledgeError> {
        let Some(source) = self.0.get(source) else {
            return Err(KnowledgeError::Dangling { of: id, kind: "source", name: source.into() });
        };
        let note = basis.note();
        let text = if note.is_empty() { text.into() } else { format!("{text} {note}") };
        Ok(Rc::new(Fact { id, text, basis, source: Rc::clone(source) }))
    }
}

/// Reads the files and checks that every name in them stands for something.
pub(super) fn read(texts: &Texts) -> Result<Knowledge, KnowledgeError> {
    let sources = Sources(Parsed::new(texts.sources)?.read()?);
    let effects: EffectsFile = Parsed::new(texts.effects)?.read()?;
    let rows = effects.rows.iter().map(|row| effect_row(&sources, row, &effects.unaffected));
    let rows: Vec<Rc<EffectRow>> = rows.collect::<Result<_, _>>()?;
    let timing: Vec<TimingFile> = Parsed::new(texts.timing)?.read()?;
    let timing = timing.into_iter().map(|timing| timed(&sources, timing)).collect::<Result<_, _>>()?;
    let stores: Vec<StoreFile> = Parsed::new(texts.stores)?.read()?;
    let stores = stores.into_iter().map(|store| stored(&sources, store)).collect::<Result<_, _>>()?;
    let recovery: RecoveryFile = Parsed::new(texts.recovery)?.read()?;
    let losses =
        recovery.losses.into_iter().map(|loss| recovered(&sources, loss)).collect::<Result<_, _>>()?;
    let stages = recovery.stages.into_iter().enumerate().map(|(place, stage)| {
        let StageFile { id, name, things, text, basis, source } = stage;
        let fact = sources.fact(format!("3.4/order/{}", place + 1), &text, basis, &source)?;
        Ok(Rc::new(Stage { id, name, things, fact }))
    });
    let stages = stages.collect::<Result<_, KnowledgeError>>()?;
    let tools = recovery.tools.into_iter().map(|tool| {
        let ToolFile { id, name, covers, gap, text, basis, source } = tool;
        let fact = sources.fact(format!("3.4/backup/{id}"), &text, basis, &source)?;
        Ok(Tool { id, name, covers, gap, fact })
    });
    let tools = tools.collect::<Result<_, KnowledgeError>>()?;
    let guidance = recovery.guidance.into_iter().map(|guidance| {
        let GuidanceFile { id, topic, text, basis, source } = guidance;
        let fact = sources.fact(format!("3.4/{id}"), &text, basis, &source)?;
        Ok(Guidance { id, topic, fact })
    });
    let guidance = guidance.collect::<Result<_, KnowledgeError>>()?;
    let knowledge = Knowledge { rows, timing, stores, losses, stages, tools, guidance };
    check(&knowledge)?;
    Ok(knowledge)
}

fn effect_row(
    sources: &Sources,
    row: &RowFile,
    unaffected: &Map<WorkloadGroup, String>,
) -> Result<Rc<EffectRow>, KnowledgeError> {
    let none = String::new();
    let cells = WorkloadGroup::ALL.into_iter().map(|group| {
        let id = format!("3.2/{}/{}", row.id, group.id());
        let Some(cell) = row.cells.get(&group) else {
            let text = unaffected.get(&group).unwrap_or(&none);
            let fact = sources.fact(id, text, Basis::Logic, &row.source)?;
            return Ok(Cell { group, effects: vec![Effect::None], scope: None, facts: vec![fact] });
        };
        let facts = cell.facts.iter().enumerate().map(|(place, fact)| {
            let id = if place == 0 { id.clone() } else { format!("{id}/{}", place + 1) };
            let source = fact.source.as_ref().unwrap_or(&row.source);
            sources.fact(id, &fact.text, fact.basis.unwrap_or(row.basis), source)
        });
        let facts = facts.collect::<Result<_, _>>()?;
        Ok(Cell { group, effects: cell.effects.clone(), scope: cell.scope.clone(), facts })
    });
    let cells = cells.collect::<Result<_, KnowledgeError>>()?;
    let RowFile { id, things, states, name, .. } = row;
    Ok(Rc::new(EffectRow {
        id: id.clone(),
        things: things.clone(),
        conditions: states.clone(),
        name: name.clone(),
        cells,
    }))
}

fn timed(sources: &Sources, timing: TimingFile) -> Result<Rc<Timing>, KnowledgeError> {
    let TimingFile { id, event, rows, seconds, low, high, text, basis, source } = timing;
    let fact = sources.fact(format!("3.3/{id}"), &text, basis, &source)?;
    Ok(Rc::new(Timing { id, event, rows, seconds, low, high, fact }))
}

fn stored(sources: &Sources, store: StoreFile) -> Result<Rc<Store>, KnowledgeError> {
    let StoreFile { id, data, store, holders, text, basis, source, survives } = store;
    let fact = sources.fact(format!("3.1/{id}"), &text, basis, &source)?;
    let survives = survives.into_iter().map(|survives| {
        let SurvivesFile { rows, survival, text, basis, source } = survives;
        let after = rows.first().map_or("", String::as_str);
        let fact = sources.fact(format!("3.1/{id}/{after}"), &text, basis, &source)?;
        Ok(Survives { rows, survival, fact })
    });
    let survives = survives.collect::<Result<_, KnowledgeError>>()?;
    Ok(Rc::new(Store { id, data, store, holders, fact, survives }))
}

fn recovered(sources: &Sources, loss: LossFile) -> Result<Rc<Loss>, KnowledgeError> {
    let LossFile { id, name, rows, point, time, steps } = loss;
    let point = point.into_iter().enumerate().map(|(place, point)| {
        let PointFile { hours, text, basis, source } = point;
        let fact = sources.fact(format!("3.4/{id}/point/{}", place + 1), &text, basis, &source)?;
        Ok(Point { hours, fact })
    });
    let point = point.collect::<Result<_, KnowledgeError>>()?;
    let time = time.into_iter().enumerate().map(|(place, time)| {
        let DurationFile { low_hours, high_hours, standby, text, basis, source } = time;
        let fact = sources.fact(format!("3.4/{id}/time/{}", place + 1), &text, basis, &source)?;
        Ok(Duration { low_hours, high_hours, standby, fact })
    });
    let time = time.collect::<Result<_, KnowledgeError>>()?;
    let steps = steps.into_iter().enumerate().map(|(place, StepFile { text, basis, source, with })| {
        let fact = sources.fact(format!("3.4/{id}/step/{}", place + 1), &text, basis, &source)?;
        Ok(Step { fact, with })
    });
    let steps = steps.collect::<Result<_, KnowledgeError>>()?;
    Ok(Rc::new(Loss { id, name, rows, point, time, steps }))
}

/// Whether every row that is named is there, and every row says how one recovers.
fn check(knowledge: &Knowledge) -> Result<(), KnowledgeError> {
    let known = |name: &String| knowledge.rows.iter().any(|row| row.id == *name);
    let timing = knowledge.timing.iter().map(|timing| (&timing.fact.id, &timing.rows));
    let stores = knowledge.stores.iter().flat_map(|store| &store.survives);
    let stores = stores.map(|survives| (&survives.fact.id, &survives.rows));
    let losses = knowledge.losses.iter().map(|loss| (&loss.id, &loss.rows));
    for (of, rows) in timing.chain(stores).chain(losses) {
        if let Some(name) = rows.iter().find(|name| !known(name)) {
            return Err(KnowledgeError::Dangling { of: of.clone(), kind: "row", name: name.clone() });
        }
    }
    match knowledge.rows.iter().find(|row| knowledge.loss(row).is_none()) {
        Some(row) => {
            Err(KnowledgeError::Dangling { of: row.id.clone(), kind: "loss", name: row.name.clone() })
        }
        None => Ok(()),
    }
}
