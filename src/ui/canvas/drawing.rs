//! What is on the canvas, kept from one state to the next for as long as it stays the same.

use super::card_model::Model;
use super::moved::Moved;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
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
            models: models(&scene, catalog, None),
            scene,
            analysis: None,
            moved: None,
            following: None,
        }
    }

    /// Draws again what the state or the figures make another.
    pub fn follow(&mut self, state: &State, catalog: &Catalog, analysis: Option<&Shared<Analysis>>) {
        let scenario = Shared::from(state.scenario());
        let is_other = scenario != self.scenario;
        if is_other {
            self.scenario = scenario;
            self.scene = state.scene(catalog);
        }
        if is_other || self.analysis.as_ref() != analysis {
            self.analysis = analysis.cloned();
            self.models = models(&self.scene, catalog, analysis.map(|analysis| &***analysis));
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

fn models(scene: &Scene, catalog: &Catalog, analysis: Option<&Analysis>) -> Vec<Model> {
    scene.cards.iter().map(|card| Model::of(card, catalog, analysis)).collect()
}
