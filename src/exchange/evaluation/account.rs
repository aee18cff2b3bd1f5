//! What is known of a failure, for scripts.

use serde::Serialize;

use super::statement::FactAnswer;
use crate::analysis::knowledge::{Duration, Loss, Point, Timing};
use crate::analysis::{FailureAccount, Interruption, KeptData, Lost, Restoration};

/// What is known of a failure such as this.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountAnswer {
    /// What is lost; parts that are lost in the same way stand together.
    pub lost: Vec<LostAnswer>,
    /// What is interrupted, by workload; workloads that the plan has nothing of are left out.
    pub interrupted: Vec<InterruptionAnswer>,
    /// How long things take.
    pub timing: Vec<TimingAnswer>,
    /// What is kept where, and what of it survives.
    pub data: Vec<KeptDataAnswer>,
    /// To which point recovery goes back and how long it takes, by kind of loss.
    pub recovery: Vec<RecoveryAnswer>,
    /// What to do, in the order in which what is down is restored.
    pub restoration: Vec<RestorationAnswer>,
}

/// Parts of a plan that are lost in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LostAnswer {
    /// The name of what happened: `front-end/one-lost`.
    pub id: String,
    /// What happened, in a few words.
    pub name: String,
    /// Ids of the components.
    pub components: Vec<String>,
    /// Ids of the sites.
    pub sites: Vec<String>,
}

/// What becomes of a workload because of one loss.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterruptionAnswer {
    /// `im-presence`, `conferencing`, `voice`, `remote-access`, `federation`, `group-chat` or `archiving`.
    pub workload: String,
    /// The name of the loss.
    pub lost: String,
    /// One or more of `brief`, `degraded`, `partial`, `unknown`, `outage`.
    pub effects: Vec<String>,
    /// For whom or for what of it; null where for all.
    pub scope: Option<String>,
    /// What there is to say of it.
    pub facts: Vec<FactAnswer>,
}

/// How long something takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimingAnswer {
    /// What happens.
    pub event: String,
    /// How long, in seconds; null where no number is known.
    pub seconds: Option<f64>,
    /// The shortest that is plausible, in seconds; null where not known.
    pub low_seconds: Option<f64>,
    /// The longest that is plausible, in seconds; null where not known.
    pub high_seconds: Option<f64>,
    /// What was read of it.
    pub fact: FactAnswer,
}

/// Data that the failure concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptDataAnswer {
    /// What is kept.
    pub data: String,
    /// Where, in a few words.
    pub store: String,
    /// Ids of the components that hold it.
    pub holders: Vec<String>,
    /// `not-concerned`, `kept`, `after-restart`, `queue-waits` or `after-restore`.
    pub survival: String,
    /// Where it is kept, as it was read.
    pub kept: FactAnswer,
    /// Why it survives or does not.
    pub survives: FactAnswer,
}

/// To which point recovery from a kind of loss goes back, and how long it takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecoveryAnswer {
    /// The name of the kind of loss.
    pub id: String,
    /// It in a few words.
    pub name: String,
    /// What is lost for good.
    pub recovery_point: Vec<RecoveryPointAnswer>,
    /// How long recovery takes.
    pub recovery_time: Vec<RecoveryTimeAnswer>,
}

/// To which point in time a recovery goes back.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecoveryPointAnswer {
    /// Hours of changes that are lost at worst; null where no number is known.
    pub hours: Option<f64>,
    /// Why.
    pub fact: FactAnswer,
}

/// How long a recovery takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecoveryTimeAnswer {
    /// Hours, at the least.
    pub low_hours: f64,
    /// Hours, at the most.
    pub high_hours: f64,
    /// Whether a stand-by has to be there for it.
    pub standby: bool,
    /// Where that comes from.
    pub fact: FactAnswer,
}

/// What is restored at one stage, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestorationAnswer {
    /// The name of the stage.
    pub id: String,
    /// It in a few words.
    pub name: String,
    /// Names of what is restored.
    pub restored: Vec<String>,
    /// Why the stage has its place.
    pub order: FactAnswer,
    /// What an operator does.
    pub steps: Vec<FactAnswer>,
}

impl From<&FailureAccount> for AccountAnswer {
    fn from(account: &FailureAccount) -> Self {
        Self {
            lost: account.lost.iter().map(LostAnswer::from).collect(),
            interrupted: account.interrupted.iter().map(InterruptionAnswer::from).collect(),
            timing: account.timing.iter().map(|timing| TimingAnswer::from(&**timing)).collect(),
            data: account.data.iter().map(KeptDataAnswer::from).collect(),
            recovery: account.recovery.iter().map(|loss| RecoveryAnswer::from(&**loss)).collect(),
            restoration: account.restoration.iter().map(RestorationAnswer::from).collect(),
        }
    }
}

impl From<&Lost> for LostAnswer {
    fn from(lost: &Lost) -> Self {
        Self {
            id: lost.row.id.clone(),
            name: lost.row.name.clone(),
            components: lost.components.iter().map(ToString::to_string).collect(),
            sites: lost.sites.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&Interruption> for InterruptionAnswer {
    fn from(told: &Interruption) -> Self {
        Self {
            workload: told.cell.group.id().into(),
            lost: told.row.id.clone(),
            effects: told.cell.effects.iter().map(|effect| effect.id().into()).collect(),
            scope: told.cell.scope.clone(),
            facts: told.cell.facts.iter().map(|fact| FactAnswer::from(&**fact)).collect(),
        }
    }
}

impl From<&Timing> for TimingAnswer {
    fn from(timing: &Timing) -> Self {
        Self {
            event: timing.event.clone(),
            seconds: timing.seconds,
            low_seconds: timing.low,
            high_seconds: timing.high,
            fact: FactAnswer::from(&*timing.fact),
        }
    }
}

impl From<&KeptData> for KeptDataAnswer {
    fn from(data: &KeptData) -> Self {
        Self {
            data: data.store.data.clone(),
            store: data.store.store.clone(),
            holders: data.holders.iter().map(ToString::to_string).collect(),
            survival: data.survives.survival.id().into(),
            kept: FactAnswer::from(&*data.store.fact),
            survives: FactAnswer::from(&*data.survives.fact),
        }
    }
}

impl From<&Loss> for RecoveryAnswer {
    fn from(loss: &Loss) -> Self {
        Self {
            id: loss.id.clone(),
            name: loss.name.clone(),
            recovery_point: loss.point.iter().map(RecoveryPointAnswer::from).collect(),
            recovery_time: loss.time.iter().map(RecoveryTimeAnswer::from).collect(),
        }
    }
}

impl From<&Point> for RecoveryPointAnswer {
    fn from(point: &Point) -> Self {
        Self { hours: point.hours, fact: FactAnswer::from(&*point.fact) }
    }
}

impl From<&Duration> for RecoveryTimeAnswer {
    fn from(time: &Duration) -> Self {
        Self {
            low_hours: time.low_hours,
            high_hours: time.high_hours,
            standby: time.standby,
            fact: FactAnswer::from(&*time.fact),
        }
    }
}

impl From<&Restoration> for RestorationAnswer {
    fn from(restoration: &Restoration) -> Self {
        Self {
            id: restoration.stage.id.clone(),
            name: restoration.stage.name.clone(),
            restored: restoration.names.clone(),
            order: FactAnswer::from(&*restoration.stage.fact),
            steps: restoration.steps.iter().map(|step| FactAnswer::from(&**step)).collect(),
        }
    }
}
