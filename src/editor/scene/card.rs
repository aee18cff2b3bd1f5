//! Cards: components and users.

use crate::catalog::id::RoleId;
use crate::catalog::role::{Function, Redundancy, Role};
use crate::decimal::grouped;
use crate::editor::target::Target;
use crate::geometry::{Canvas, Point, Rect, Size};
use crate::plan::{Component, NodeId, Population, footprint};

/// Room for a name below its card.
const NAME_BELOW: Size<Canvas> = Size::new(96.0, 22.0);
/// How far what belongs to a card reaches beyond it, at the most.
pub(super) const SPREAD: f64 = NAME_BELOW.width;

/// What a card stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum CardKind {
    /// A component.
    Component {
        /// Its role in the catalog.
        role: RoleId,
        /// Number of its servers.
        servers: usize,
        /// Whether it is small, with nothing but its icon in it and its name below.
        compact: bool,
    },
    /// Users of a population in the office.
    Office {
        /// How many.
        users: f64,
    },
    /// Users of a population outside.
    Remote {
        /// How many.
        users: f64,
    },
}

/// A card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// What it selects.
    pub target: Target,
    /// Where it stands.
    pub rect: Rect<Canvas>,
    /// What it stands for.
    pub kind: CardKind,
    /// Name of the component or population.
    pub name: String,
    /// Icon of the page's own set.
    pub icon: String,
    /// Its servers or users in words.
    pub subtitle: String,
    /// The pool that it is a part of.
    pub in_pool: Option<NodeId>,
}

impl Card {
    /// What links lead around when the card stands at `rect`: the card; of a load balancer also its name below and
    /// its right side, where it passes connections on.
    pub(super) fn in_the_way(&self, rect: Rect<Canvas>) -> impl Iterator<Item = Rect<Canvas>> {
        let compact = matches!(self.kind, CardKind::Component { compact: true, .. });
        let far = rect.far_corner();
        let name =
            Rect { origin: Point::new(rect.center().x - NAME_BELOW.width / 2.0, far.y), size: NAME_BELOW };
        let way_out = Rect { origin: Point::new(far.x, rect.center().y - 4.0), size: Size::new(8.0, 8.0) };
        [rect, name, way_out].into_iter().take(if compact { 3 } else { 1 })
    }

    pub(super) fn component(component: &Component, role: &Role) -> Self {
        Self {
            target: Target::Node(component.id.clone()),
            rect: Rect { origin: component.position, size: footprint::of_role(role) },
            kind: CardKind::Component {
                role: role.id.clone(),
                servers: component.servers.len(),
                compact: role.function == Function::LoadBalancer,
            },
            name: component.name.clone(),
            icon: role.icon.clone(),
            subtitle: servers(component.servers.len(), role.redundancy),
            in_pool: component.pool.clone(),
        }
    }

    /// The cards of a population: one for each place where any of its users are.
    pub(super) fn users(population: &Population) -> impl Iterator<Item = Self> {
        let all = f64::from(population.users);
        let remote = (all * population.remote_share).round();
        let office = all - remote;
        let card = |target, origin, kind, subtitle| Self {
            target,
            rect: Rect { origin, size: footprint::USERS },
            kind,
            name: population.name.clone(),
            icon: "users".into(),
            subtitle,
            in_pool: None,
        };
        let inside = (population.remote_share < 1.0).then(|| {
            let target = Target::Node(population.id.clone());
            let place = if population.remote_share > 0.0 { "in the office" } else { "users" };
            let subtitle = format!("{} {place}", grouped(office));
            card(target, population.position, CardKind::Office { users: office }, subtitle)
        });
        let outside = (population.remote_share > 0.0).then(|| {
            let target = Target::RemoteUsers(population.id.clone());
            let subtitle = format!("{} remote", grouped(remote));
            card(target, population.remote_position, CardKind::Remote { users: remote }, subtitle)
        });
        inside.into_iter().chain(outside)
    }
}

fn servers(count: usize, redundancy: Redundancy) -> String {
    match (redundancy, count) {
        (_, 1) => "1 server".into(),
        (Redundancy::ActivePassive, _) => format!("1 active, {} passive", count.saturating_sub(1)),
        _ => format!("{count} servers"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::build::PlanBuilder;

    fn cards(remote_share: f64) -> Vec<(Target, String)> {
        let plan =
            PlanBuilder::new().users_with("users", 30_000, "pool", |users| users.remote_share = remote_share);
        let population = &plan.scenario().populations[0];
        Card::users(population).map(|card| (card.target, card.subtitle)).collect()
    }

    #[test]
    fn a_population_has_a_card_for_each_place_where_its_users_are() {
        let (office, remote) = (Target::Node("users".into()), Target::RemoteUsers("users".into()));
        assert_eq!(cards(0.0), [(office.clone(), "30,000 users".into())]);
        let both = [(office, "27,000 in the office".into()), (remote.clone(), "3,000 remote".into())];
        assert_eq!(cards(0.1), both);
        assert_eq!(cards(1.0), [(remote, "30,000 remote".into())]);
    }

    #[test]
    fn thousands_are_separated() {
        for (number, text) in [(0.0, "0"), (999.0, "999"), (1_000.0, "1,000"), (1_234_567.0, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
