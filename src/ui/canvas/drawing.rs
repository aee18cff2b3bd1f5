//! What is on the canvas, kept from one state to the next for as long as it stays the same.

use super::card_model::Model;
use super::moved::Moved;
use crate::analysis::{Analysis, FailureSet};
use crate::catalog::Catalog;
use crate::compute::Reply;
use crate::editor::scene::Following;
use crate::editor::{Scene, State};
use crate::plan::Scenario;
use crate::ui::shared::Shared;

/// What is on the canvas, and what it was made from.
#[derive(Debug)]
pub struct Drawing {
    scenario: Shared<Scenario>,
    scene: Scene,
    analysis: Option<Shared<Analysis>>,
    killed: FailureSet,
    told: Option<Shared<Reply>>,
    models: Vec<Model>,
    moved: Option<Moved>,
    following: Option<Following>,
}

impl Drawing {
    /// The drawing of a plan newly opened, without figures.
    pub fn new(state: &State, catalog: &Catalog) -> Self {
        let scene = state.scene(catalog);
        Self {
            scenario: Shared::from(state.scenario()),
            models: models(&scene, state, catalog, None, None),
            scene,
            analysis: None,
            killed: state.killed.clone(),
            told: None,
            moved: None,
            following: None,
        }
    }

    /// Draws again what the state, the figures or what the worker tells make another.
    pub fn follow(
        &mut self,
        state: &State,
        catalog: &Catalog,
        analysis: Option<&Shared<Analysis>>,
        told: Option<&Shared<Reply>>,
    ) {
        let scenario = Shared::from(state.scenario());
        let is_other = scenario != self.scenario;
        if is_other {
            self.scenario = scenario;
            self.scene = state.scene(catalog);
        }
        let is_told = self.told.as_ref() != told;
        if is_other || is_told || self.analysis.as_ref() != analysis || self.killed != state.killed {
            self.analysis = analysis.cloned();
            self.killed = state.killed.clone();
            self.told = told.cloned();
            let analysis = analysis.map(|analysis| &***analysis);
            self.models = models(&self.scene, state, catalog, analysis, self.told());
        }
        let moved = Moved::of(state);
        if is_other || self.moved != moved {
            self.following = moved.as_ref().map(|moved| self.scene.following(&moved.targets, moved.by));
            self.moved = moved;
        }
    }

    /// Where everything stands, but for a move under way.
    pub(super) fn scene(&self) -> &Scene {
        &self.scene
    }

    /// What the worker has told last.
    pub(super) fn told(&self) -> Option<&Reply> {
        self.told.as_ref().map(|told| &***told)
    }

    /// What the cards show.
    pub(super) fn models(&self) -> &[Model] {
        &self.models
    }

    /// The move under way.
    pub(super) fn moved(&self) -> Option<&Moved> {
        self.moved.as_ref()
    }

    /// What goes along with the move.
    pub(super) fn following(&self) -> Option<&Following> {
        self.following.as_ref()
    }
}

fn models(
    scene: &Scene,
    state: &State,
    catalog: &Catalog,
    analysis: Option<&Analysis>,
    told: Option<&Reply>,
) -> Vec<Model> {
    scene.cards.iter().map(|card| Model::of(card, state, catalog, analysis, told)).collect()
}
