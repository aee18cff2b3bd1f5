//! What a card shows: the drawing and, of the figures, only those on the card, so that a card is drawn again only
//! when one of them is another.

use std::rc::Rc;

use super::drawing::Look;
use super::finding_badge::Found;
use super::heat::Heat;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::catalog::role::Function;
use crate::compute::{Reply, ServerLoad};
use crate::editor::scene::{Card, CardKind};
use crate::editor::{State, Target};
use crate::picture::servers_now::{Doing, ServerNow, servers_now};
use crate::plan::{Component, is_pool_part};

/// Figures of a component on its card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CardFigures {
    /// Share of time in which none of its servers serves.
    pub unavailability: f64,
    /// Users who want it and users whom it carries.
    pub load: Option<(f64, f64)>,
    /// Whether the loss of any one of its servers cuts users off.
    pub single_point: bool,
}

/// What a card shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CardModel {
    /// The drawing.
    pub card: Card,
    /// Its servers at this moment.
    pub servers: Vec<ServerNow>,
    /// Users on each server that is left and users that each carries, where that is another than with everything up.
    pub each_now: Option<(f64, f64)>,
    /// Whether links can be drawn from it.
    pub port: bool,
    /// The figures.
    pub figures: Option<CardFigures>,
    /// What the rules say of it.
    pub found: Option<Found>,
    /// Whom its failure hits.
    pub heat: Option<Heat>,
    /// From how far away it is drawn.
    pub far: u8,
    /// Whether what is on it stands at its place on the canvas, and not from its corner.
    pub flat: bool,
}

impl CardModel {
    /// Whether nothing small can be seen or grasped.
    pub fn is_very_far(&self) -> bool {
        self.far > 1
    }

    /// Whether all of its servers are down.
    pub fn is_dead(&self) -> bool {
        !self.servers.is_empty() && self.servers.iter().all(|server| server.doing == Doing::Down)
    }
}

/// A card's model, compared by identity first.
#[derive(Debug, Clone)]
pub(super) struct Model(pub Rc<CardModel>);

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Model {
    /// The model of a card and of what it stands for.
    pub fn of(
        card: &Card,
        component: Option<&Component>,
        state: &State,
        catalog: &Catalog,
        analysis: Option<&Analysis>,
        told: Option<&Reply>,
        look: Look,
    ) -> Self {
        let moment = told.and_then(|told| told.moment.as_ref()).filter(|_| !state.killed.is_empty());
        let role = match &card.kind {
            CardKind::Component { role, .. } => catalog.role(role),
            CardKind::Office { .. } | CardKind::Remote { .. } => None,
        };
        let port = role.is_none_or(|role| match role.function {
            Function::LoadBalancer => card.in_pool.is_none(),
            function => !is_pool_part(function),
        });
        let figures = match &card.target {
            Target::Node(node) if role.is_some() => {
                analysis.and_then(|analysis| analysis.components.get(node))
            }
            _ => None,
        };
        let figures = figures.map(|figures| CardFigures {
            unavailability: figures.unavailability.value,
            load: figures
                .demand_users
                .as_ref()
                .zip(figures.capacity_users.as_ref())
                .map(|(demand, capacity)| (demand.value, capacity.value)),
            single_point: figures.single_point_of_failure,
        });
        let load = component
            .zip(moment)
            .and_then(|(component, moment)| moment.loads.iter().find(|load| load.component == component.id));
        let is_over = load.is_some_and(|load| load.is_over);
        let servers = component
            .map(|component| servers_now(component, state.scenario(), catalog, &state.killed, is_over))
            .unwrap_or_default();
        let changed = |load: &&ServerLoad| (load.users_each.value - load.users_each_before.value).abs() > 0.5;
        let each_now = load.filter(changed).map(|load| (load.users_each.value, load.capacity_each.value));
        let found = card.target.node().and_then(|node| Found::on(node, told));
        // The figures are those of the whole plan; of what is down the card tells itself.
        let heat = component.zip(analysis.filter(|_| look.heat && state.killed.is_empty()));
        let heat = heat.and_then(|(component, analysis)| Heat::of(&component.id, state.scenario(), analysis));
        Self(Rc::new(CardModel {
            card: card.clone(),
            servers,
            each_now,
            port,
            figures,
            found,
            heat,
            far: look.far,
            flat: look.flat,
        }))
    }
}
