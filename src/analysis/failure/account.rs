//! All that there is to tell of a failure: what it interrupts, who is back when, what survives, what to do.

use std::cmp::Reverse;
use std::rc::Rc;

use super::Event;
use super::knowledge::{
    Cell, Effect, EffectRow, Fact, Knowledge, Loss, Stage, Store, Survival, Survives, Thing, Timing,
    WorkloadGroup,
};
use super::lost::Lost;
use crate::analysis::answer::Location;
use crate::collected::Set;
use crate::plan::{Component, NodeId};

/// How long it takes users to connect again.
const CLIENT_RECONNECT: &str = "client-reconnect";

/// The advice on users that goes with the last stage of a restoration.
const MOVING_USERS: &str = "moving-users";

/// What a failure set means, as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub struct FailureAccount {
    /// What is lost.
    pub lost: Vec<Lost>,
    /// What is interrupted, by workload; workloads that the plan has nothing of are left out.
    pub interrupted: Vec<Interruption>,
    /// How long things take.
    pub timing: Vec<Rc<Timing>>,
    /// What is kept where, and what of it survives.
    pub data: Vec<KeptData>,
    /// What is lost for good, and how long recovery takes, by kind of loss.
    pub recovery: Vec<Rc<Loss>>,
    /// What to do, in the order in which what is down is restored.
    pub restoration: Vec<Restoration>,
}

/// What becomes of a workload because of one loss.
#[derive(Debug, Clone, PartialEq)]
pub struct Interruption {
    /// The loss.
    pub row: Rc<EffectRow>,
    /// What becomes of the workload, and why.
    pub cell: Cell,
}

/// Data that the failure concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptData {
    /// What is kept, and where.
    pub store: Rc<Store>,
    /// The drawn components that hold it.
    pub holders: Vec<NodeId>,
    /// What becomes of it, at the worst.
    pub survives: Survives,
}

/// What is restored at one stage, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Restoration {
    /// The stage.
    pub stage: Rc<Stage>,
    /// Names of what is restored; none at the stage of users.
    pub names: Vec<String>,
    /// What an operator does.
    pub steps: Vec<Rc<Fact>>,
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Who is served, and by whom.
    Service,
    /// Meetings in progress.
    Meetings,
    /// Data that may be lost.
    Data,
    /// What somebody has to do.
    Operator,
}

impl Subject {
    /// Its name in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Meetings => "meetings",
            Self::Data => "data",
            Self::Operator => "operator",
        }
    }
}

impl FailureAccount {
    /// The worst that becomes of a workload.
    pub fn worst(&self, group: WorkloadGroup) -> Effect {
        let cells = self.interrupted.iter().filter(|told| told.cell.group == group);
        cells.map(|told| told.cell.worst()).max().unwrap_or(Effect::None)
    }

    /// What documents say of it, each sentence once: interruptions, data that is not simply kept, and what to do.
    pub fn statements(&self) -> Vec<(Subject, &Rc<Fact>)> {
        let mut all: Vec<(Subject, &Rc<Fact>)> = Vec::new();
        for Interruption { cell, .. } in &self.interrupted {
            let meetings = cell.group == WorkloadGroup::Conferencing;
            let subject = if meetings { Subject::Meetings } else { Subject::Service };
            all.extend(cell.facts.iter().map(|fact| (subject, fact)));
        }
        all.extend(self.timing.iter().map(|timing| (Subject::Service, &timing.fact)));
        let touched = self.data.iter().filter(|data| data.survives.survival > Survival::Kept);
        all.extend(touched.map(|data| (Subject::Data, &data.survives.fact)));
        for loss in &self.recovery {
            all.extend(loss.point.iter().map(|point| (Subject::Data, &point.fact)));
        }
        for stage in &self.restoration {
            all.extend(stage.steps.iter().map(|step| (Subject::Operator, step)));
        }
        let mut said = Set::new();
        all.retain(|(_, fact)| fact.source.url.is_some() && said.insert(fact.text.as_str()));
        all
    }
}

impl Event<'_> {
    /// All that there is to tell of it.
    pub fn account(&self) -> FailureAccount {
        let knowledge = Knowledge::bundled();
        let lost = self.lost(&knowledge);
        // Nobody connects again where nobody had to, or where there is nothing to connect to.
        let moves = self.outcomes().any(|outcome| !outcome.is_down() && outcome.moved > 0.0);
        let applies = |timing: &&Rc<Timing>| {
            (moves || timing.id != CLIENT_RECONNECT)
                && lost.iter().any(|lost| timing.rows.contains(&lost.row.id))
        };
        let mut recovery: Vec<Rc<Loss>> = Vec::new();
        for loss in lost.iter().filter_map(|lost| knowledge.loss(&lost.row)) {
            if !recovery.iter().any(|known| known.id == loss.id) {
                recovery.push(Rc::clone(loss));
            }
        }
        FailureAccount {
            interrupted: self.interrupted(&lost),
            timing: knowledge.timing.iter().filter(applies).map(Rc::clone).collect(),
            data: self.data(&knowledge, &lost),
            restoration: self.restoration(&knowledge, &lost),
            recovery,
            lost,
        }
    }

    /// What is interrupted, worst first within a workload. What one loss means is not told again of another one.
    fn interrupted(&self, lost: &[Lost]) -> Vec<Interruption> {
        let mut interrupted = Vec::new();
        for group in WorkloadGroup::ALL.into_iter().filter(|group| self.has(*group)) {
            let mut said: Vec<Rc<Fact>> = Vec::new();
            let cells = lost.iter().filter_map(|lost| Some((&lost.row, lost.row.cell(group)?)));
            let mut hit: Vec<(&Rc<EffectRow>, &Cell)> =
                cells.filter(|(_, cell)| cell.worst() > Effect::None).collect();
            hit.sort_by_key(|(_, cell)| Reverse(cell.worst()));
            for (row, cell) in hit {
                let mut cell = cell.clone();
                cell.facts.retain(|fact| !said.iter().any(|known| known.text == fact.text));
                if !cell.facts.is_empty() {
                    said.extend(cell.facts.iter().map(Rc::clone));
                    interrupted.push(Interruption { row: Rc::clone(row), cell });
                }
            }
        }
        interrupted
    }

    /// Whether anybody in the plan wants something of a group of workloads.
    fn has(&self, group: WorkloadGroup) -> bool {
        self.outcomes().any(|outcome| {
            let key = &outcome.row.key;
            WorkloadGroup::of(key.workload) == group
                || (group == WorkloadGroup::RemoteAccess && key.location == Location::Remote)
        })
    }

    fn components(&self, things: &[Thing]) -> impl Iterator<Item = &Component> {
        let (scenario, catalog) = (self.compiled.scenario, self.compiled.catalog);
        let is_one = |component: &&Component| {
            Thing::of(scenario, catalog, component).iter().any(|thing| things.contains(thing))
        };
        scenario.components.iter().map(Rc::as_ref).filter(is_one)
    }

    /// The data of the plan that the losses concern, each kind once, by the worst that becomes of it.
    fn data(&self, knowledge: &Knowledge, lost: &[Lost]) -> Vec<KeptData> {
        let mut data = Vec::new();
        for store in &knowledge.stores {
            let holders: Vec<NodeId> = self.components(&store.holders).map(|part| part.id.clone()).collect();
            let after = lost.iter().filter_map(|lost| store.after(&lost.row.id));
            let worst = after.max_by_key(|survives| survives.survival);
            if let (Some(survives), false) = (worst, holders.is_empty()) {
                data.push(KeptData { store: Rc::clone(store), holders, survives: survives.clone() });
            }
        }
        data
    }

    /// What is down, in the order in which it is restored.
    fn restoration(&self, knowledge: &Knowledge, lost: &[Lost]) -> Vec<Restoration> {
        let mut order = Vec::new();
        let users_cut_off = lost.iter().any(|lost| {
            lost.row.cell(WorkloadGroup::ImPresence).is_some_and(|cell| cell.worst() == Effect::Outage)
        });
        for stage in &knowledge.stages {
            let (mut names, mut steps): (Vec<String>, Vec<Rc<Fact>>) = (Vec::new(), Vec::new());
            for lost in
                lost.iter().filter(|lost| lost.things.iter().any(|thing| stage.things.contains(thing)))
            {
                names.extend(lost.names.iter().cloned());
                for step in knowledge.loss(&lost.row).iter().flat_map(|loss| &loss.steps) {
                    let applies = step.with.is_empty() || self.components(&step.with).next().is_some();
                    if applies && !steps.iter().any(|known| known.id == step.fact.id) {
                        steps.push(Rc::clone(&step.fact));
                    }
                }
            }
            let is_of_users = stage.things.is_empty() && users_cut_off;
            if is_of_users {
                let moving = knowledge.guidance.iter().filter(|guidance| guidance.id == MOVING_USERS);
                steps.extend(moving.map(|guidance| Rc::clone(&guidance.fact)));
            }
            if !names.is_empty() || is_of_users {
                order.push(Restoration { stage: Rc::clone(stage), names, steps });
            }
        }
        order
    }
}
