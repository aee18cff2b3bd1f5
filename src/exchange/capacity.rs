//! What the users of a plan need as JSON, for scripts and for continuous integration of a plan.

use std::rc::Rc;

use serde::Serialize;

use crate::analysis::{Alternative, Hint, LoadRow, Need, PROFILE, Section, Sizing};
use crate::catalog::Catalog;
use crate::catalog::figure::{Derivation, Figure, Mark, Unit};
use crate::plan::{Document, Scenario};

/// What `planner capacity --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Capacity {
    /// The plan's name.
    pub plan: String,
    /// The scenario's id.
    pub scenario: String,
    /// The family of figures that the plan goes by, or null for the defaults.
    pub family: Option<String>,
    /// One entry for each subject that the plan has something of.
    pub sections: Vec<SectionAnswer>,
    /// The figures that say what users do and what servers carry, with the plan's own values in them.
    pub profile: Vec<ProfileAnswer>,
}

/// A subject.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectionAnswer {
    /// Its name, for example `homes`.
    pub id: String,
    /// The subject in a few words.
    pub title: String,
    /// How it is worked out and what is not known.
    pub about: String,
    /// What is needed beside what is drawn.
    pub needs: Vec<NeedAnswer>,
    /// Loads that have no limit to be compared with.
    pub loads: Vec<LoadAnswer>,
}

/// How many of something the users need, beside what is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeedAnswer {
    /// Its name among all of the plan's.
    pub id: String,
    /// What is needed.
    pub name: String,
    /// What is counted, for example `servers`.
    pub what: String,
    /// The component or pool that it is about, or null.
    pub node: Option<String>,
    /// Whether what is drawn is enough: `spare`, `no-spare`, `short`, `missing`, `idle` or `not-said`.
    pub verdict: String,
    /// What has to be carried.
    pub demand: FigureAnswer,
    /// What one of them carries, or null where no figure says.
    pub each: Option<FigureAnswer>,
    /// How many carry the demand.
    pub needed: FigureAnswer,
    /// How many carry it with any one of them lost, or null where one more is no help.
    pub with_spare: Option<FigureAnswer>,
    /// How many are drawn, or null where the drawing does not say.
    pub drawn: Option<FigureAnswer>,
    /// What these carry, or null.
    pub carried: Option<FigureAnswer>,
    /// What is carried over what is wanted, with none lost, one, and so on to all; below 1 not everybody is served.
    pub headroom: Vec<f64>,
    /// What else there is to be known.
    pub hints: Vec<HintAnswer>,
    /// What other editions and pages say.
    pub alternatives: Vec<AlternativeAnswer>,
}

/// A number with its unit, its mark and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FigureAnswer {
    /// What it is.
    pub name: String,
    /// The number.
    pub value: f64,
    /// What it counts or measures.
    pub unit: Unit,
    /// How sure it is.
    pub mark: Mark,
    /// The formula, or the note that goes with a figure that was read; null for what the plan states.
    pub formula: Option<String>,
    /// Where it was read, or null.
    pub source: Option<DocumentAnswer>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentAnswer {
    /// Its title.
    pub title: String,
    /// Its address, or null.
    pub url: Option<String>,
}

/// A sentence with how sure it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HintAnswer {
    /// The sentence.
    pub text: String,
    /// How sure it is.
    pub mark: Mark,
    /// Where it was read, or null.
    pub source: Option<DocumentAnswer>,
}

/// A value that another page or edition gives.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlternativeAnswer {
    /// The figure of the catalog that it would take the place of.
    pub id: String,
    /// Whether the plan goes by it.
    pub taken: bool,
    /// The value.
    pub figure: FigureAnswer,
    /// What would follow from it.
    pub outcome: FigureAnswer,
}

/// Loads of one home, line or array.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadAnswer {
    /// Its name among all of the plan's.
    pub id: String,
    /// Whose load it is.
    pub name: String,
    /// The loads.
    pub figures: Vec<FigureAnswer>,
}

/// A figure of the profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProfileAnswer {
    /// Its name in the catalog and in plans.
    pub id: String,
    /// What the plan goes by.
    pub figure: FigureAnswer,
    /// The value without the plan's own and without a family.
    pub default: f64,
}

impl Capacity {
    /// Puts what is needed into the form of the answer.
    pub fn new(document: &Document, scenario: &Scenario, catalog: &Catalog, sizing: &Sizing) -> Self {
        let effective = scenario.catalog(catalog);
        let ids = PROFILE.iter().flat_map(|(_, ids)| ids.iter());
        let profile = ids.filter_map(|id| {
            let (figure, default) = (effective.figure(&(*id).into())?, catalog.figure(&(*id).into())?);
            Some(ProfileAnswer { id: (*id).into(), figure: answer(&figure), default: default.value })
        });
        Self {
            plan: document.name.clone(),
            scenario: scenario.id.to_string(),
            family: scenario.family.clone(),
            sections: sizing.sections.iter().map(SectionAnswer::from).collect(),
            profile: profile.collect(),
        }
    }
}

impl From<&Section> for SectionAnswer {
    fn from(section: &Section) -> Self {
        Self {
            id: section.topic.id().into(),
            title: section.topic.title().into(),
            about: section.about.into(),
            needs: section.needs.iter().map(NeedAnswer::from).collect(),
            loads: section.loads.iter().map(LoadAnswer::from).collect(),
        }
    }
}

impl From<&Need> for NeedAnswer {
    fn from(need: &Need) -> Self {
        let optional = |figure: &Option<Rc<Figure>>| figure.as_ref().map(answer);
        Self {
            id: need.id.clone(),
            name: need.name.clone(),
            what: need.what.into(),
            node: need.node.as_ref().map(ToString::to_string),
            verdict: need.verdict.words().0.into(),
            demand: answer(&need.demand),
            each: optional(&need.each),
            needed: answer(&need.needed),
            with_spare: optional(&need.with_spare),
            drawn: optional(&need.drawn),
            carried: optional(&need.carried),
            headroom: need.headroom.iter().map(|figure| figure.value).collect(),
            hints: need.hints.iter().map(HintAnswer::from).collect(),
            alternatives: need.alternatives.iter().map(AlternativeAnswer::from).collect(),
        }
    }
}

impl From<&Hint> for HintAnswer {
    fn from(hint: &Hint) -> Self {
        let source = hint.source.as_ref();
        let source =
            source.map(|known| DocumentAnswer { title: known.title.clone(), url: known.url.clone() });
        Self { text: hint.text.clone(), mark: hint.mark, source }
    }
}

impl From<&Alternative> for AlternativeAnswer {
    fn from(other: &Alternative) -> Self {
        Self {
            id: other.id.to_string(),
            taken: other.is_taken,
            figure: answer(&other.figure),
            outcome: answer(&other.outcome),
        }
    }
}

impl From<&LoadRow> for LoadAnswer {
    fn from(row: &LoadRow) -> Self {
        let figures = row.figures.iter().map(|(_, figure)| answer(figure)).collect();
        Self { id: row.id.clone(), name: row.name.clone(), figures }
    }
}

fn answer(figure: &Rc<Figure>) -> FigureAnswer {
    let (formula, source) = match &figure.derivation {
        Derivation::Computed { formula, .. } => (Some(formula.clone()), None),
        Derivation::Catalog { source, note } => {
            let source = DocumentAnswer { title: source.title.clone(), url: source.url.clone() };
            (Some(note.clone()), Some(source))
        }
        Derivation::Entered { .. } => (None, None),
    };
    let Figure { name, value, unit, mark, .. } = &**figure;
    FigureAnswer { name: name.clone(), value: *value, unit: *unit, mark: *mark, formula, source }
}
