//! What is on the canvas, kept from one state to the next for as long as it stays the same.

use yew::AttrValue;

use super::card_model::Model;
use super::minimap::whole_plan;
use super::moved::Moved;
use super::seen::{MANY, seen};
use crate::analysis::{Analysis, FailureSet};
use crate::catalog::Catalog;
use crate::compute::Reply;
use crate::editor::scene::{Following, LinkPath};
use crate::editor::{Scene, State};
use crate::geometry::{Canvas, Rect};
use crate::plan::Scenario;
use crate::ui::shared::Shared;

/// What is on the canvas, and what it was made from.
#[derive(Debug)]
pub struct Drawing {
    scenario: Shared<Scenario>,
    scene: Scene,
    whole_plan: [AttrValue; 2],
    analysis: Option<Shared<Analysis>>,
    killed: FailureSet,
    told: Option<Shared<Reply>>,
    models: Shared<Vec<Model>>,
    links: Shared<Vec<LinkPath>>,
    moved: Option<Moved>,
    is_rearranged: bool,
    following: Option<Following>,
    look: Look,
    seen: Option<Rect<Canvas>>,
}

/// How the cards are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    /// From how far away: from 1 on only large things can be read, from 2 on only very large ones.
    pub far: u8,
    /// All at their places, and none shifted to it.
    pub flat: bool,
    /// With those whom the failure of each hits.
    pub heat: bool,
}

impl Look {
    /// Zooms below which the small print of a card cannot be read, and its name in the usual size for that distance.
    const FAR: [f64; 2] = [0.5, 0.33];

    fn of(state: &State) -> Self {
        let [far, very] = Self::FAR.map(|zoom| u8::from(state.view.zoom < zoom));
        let flat = very > 0 && state.scenario().components.len() > MANY;
        Self { far: far + very, flat, heat: state.preferences.heat }
    }
}

impl Drawing {
    /// The drawing of a plan newly opened, without figures.
    pub fn new(state: &State, catalog: &Catalog) -> Self {
        let scene = state.scene(catalog);
        Self {
            scenario: Shared::from(state.scenario()),
            look: Look::of(state),
            seen: seen(state, scene.cards.len()),
            models: models(&scene, state, catalog, None, None),
            links: Shared::new(scene.links.clone()),
            whole_plan: whole_plan(&scene),
            scene,
            analysis: None,
            killed: state.killed.clone(),
            told: None,
            moved: None,
            is_rearranged: false,
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
        self.is_rearranged = false;
        if is_other {
            self.scenario = scenario;
            let before = std::mem::replace(&mut self.scene, state.scene(catalog));
            self.is_rearranged = self.scene.is_rearranged(&before);
            self.links = Shared::new(self.scene.links.clone());
            self.whole_plan = whole_plan(&self.scene);
        }
        let is_told = self.told.as_ref() != told;
        let look = Look::of(state);
        if is_other
            || is_told
            || look != self.look
            || self.analysis.as_ref() != analysis
            || self.killed != state.killed
        {
            self.look = look;
            self.analysis = analysis.cloned();
            self.killed = state.killed.clone();
            self.told = told.cloned();
            let analysis = analysis.map(|analysis| &***analysis);
            self.models = models(&self.scene, state, catalog, analysis, self.told());
        }
        self.seen = seen(state, self.scene.cards.len());
        let moved = Moved::of(state);
        if is_other || self.moved != moved {
            self.following = moved.as_ref().map(|moved| self.scene.following(&moved.targets, moved.by));
            self.moved = moved;
        }
    }

    /// Whether what was drawn before stands elsewhere since then.
    pub fn is_rearranged(&self) -> bool {
        self.is_rearranged
    }

    /// Where everything stands, but for a move under way.
    pub(super) fn scene(&self) -> &Scene {
        &self.scene
    }

    /// All pools and all cards, each as one path.
    pub(super) fn whole_plan(&self) -> &[AttrValue; 2] {
        &self.whole_plan
    }

    /// The part of the plan that is drawn; none if all of it is.
    pub(super) fn seen(&self) -> Option<Rect<Canvas>> {
        self.seen
    }

    /// What the worker has told last.
    pub(super) fn told(&self) -> Option<&Reply> {
        self.told.as_ref().map(|told| &***told)
    }

    /// Whether it is drawn from far away.
    pub(super) fn is_far(&self) -> bool {
        self.look.far > 0
    }

    /// Where everything stands that is down altogether.
    pub(super) fn dead(&self) -> impl Iterator<Item = Rect<Canvas>> {
        self.models.iter().filter(|model| model.0.is_dead()).map(|model| model.0.card.rect)
    }

    /// What the cards show.
    pub(super) fn models(&self) -> &Shared<Vec<Model>> {
        &self.models
    }

    /// The links, but for a move under way.
    pub(super) fn links(&self) -> &Shared<Vec<LinkPath>> {
        &self.links
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
) -> Shared<Vec<Model>> {
    let look = Look::of(state);
    // Cards of components stand in their order, before all others.
    let mut components = state.scenario().components.iter();
    let models = scene.cards.iter().map(|card| {
        let component = components.find(|component| card.target.node() == Some(&component.id));
        Model::of(card, component.map(|component| &**component), state, catalog, analysis, told, look)
    });
    Shared::new(models.collect())
}
