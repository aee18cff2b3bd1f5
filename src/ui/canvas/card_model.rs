//! What a card shows: the drawing and, of the figures, only those on the card, so that a card is drawn again only
//! when one of them is another.

use std::rc::Rc;

use super::finding_badge::Found;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::catalog::role::{Function, Redundancy};
use crate::compute::Reply;
use crate::editor::Target;
use crate::editor::scene::{Card, CardKind};

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
    /// Whether all but the first of its servers stand by.
    pub standby: bool,
    /// Whether links can be drawn from it.
    pub port: bool,
    /// The figures.
    pub figures: Option<CardFigures>,
    /// What the rules say of it.
    pub found: Option<Found>,
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
    /// The model of a card.
    pub fn of(card: &Card, catalog: &Catalog, analysis: Option<&Analysis>, told: Option<&Reply>) -> Self {
        let role = match &card.kind {
            CardKind::Component { role, .. } => catalog.role(role),
            CardKind::Office { .. } | CardKind::Remote { .. } => None,
        };
        let port = role.is_none_or(|role| match role.function {
            Function::FrontEnd | Function::BackEnd | Function::FileShare => false,
            Function::LoadBalancer => card.in_pool.is_none(),
            Function::Standalone
            | Function::Edge
            | Function::ReverseProxy
            | Function::ChatServer
            | Function::ChatDatabase => true,
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
        let standby = role.is_some_and(|role| role.redundancy == Redundancy::ActivePassive);
        let found = card.target.node().and_then(|node| Found::on(node, told));
        Self(Rc::new(CardModel { card: card.clone(), standby, port, figures, found }))
    }
}
