//! What to draw: cards, frames of pools, links between them and the bands of the zones behind.

pub(super) mod area;
mod band;
mod card;
mod following;
pub(super) mod layout;
mod reading;
mod wire;

use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Map;
use crate::geometry::{Canvas, Rect};
use crate::plan::Scenario;

pub use area::Area;
pub use band::Band;
pub use card::{Card, CardKind};
pub use following::Following;
pub use layout::Frame;
pub use wire::{LinkPath, PathKind};

use layout::Layout;

/// What to draw of a scenario, in canvas coordinates.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Components and users.
    pub cards: Vec<Card>,
    /// Pools.
    pub frames: Vec<Frame>,
    /// Links, drawn by the architect or implied by the plan.
    pub links: Vec<LinkPath>,
    /// Zones.
    pub bands: Vec<Band>,
    /// Sites, where there are several.
    pub areas: Vec<Area>,
    /// All cards and frames; a sensible part of the canvas while there are none.
    pub bounds: Rect<Canvas>,
    places: Map<Target, Rect<Canvas>>,
}

impl Scene {
    /// The scene of a scenario.
    pub fn of(scenario: &Scenario, catalog: &Catalog) -> Self {
        let layout = Layout::of(scenario, catalog);
        let links = wire::links(scenario, catalog, &layout);
        let (bounds, areas) = (layout.bounds(), area::areas(scenario, &layout, &[]));
        let Layout { cards, frames, places } = layout;
        Self { cards, frames, links, bands: band::bands(scenario), areas, bounds, places }
    }

    /// Whether a card or frame that is in the other scene too stands elsewhere there.
    pub fn is_rearranged(&self, other: &Self) -> bool {
        let is_elsewhere = |(target, rect): (&Target, &Rect<Canvas>)| {
            other.places.get(target).is_some_and(|there| there.origin != rect.origin)
        };
        self.places.iter().any(is_elsewhere)
    }
}
