//! Plans of any number of components, drawn so that nothing overlaps.

use std::rc::Rc;

use availability_planner::exchange::file;
use availability_planner::geometry::{Canvas, Point, Vector};
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Document, LinkKind, Scenario};
use browser::{Error, Result};

use crate::scene::Scene;

/// Components of a region.
const REGION: usize = 14;
/// From one region to the next: to the right and down.
const STEP: (f64, f64) = (1_440.0, 624.0);
/// Servers of the components that have several, in turn; a few regions have dozens.
const FRONT_ENDS: [usize; 7] = [2, 4, 8, 3, 6, 8, 4];
const EDGES: [usize; 5] = [2, 4, 12, 2, 6];
const MEDIATIONS: [usize; 6] = [1, 2, 24, 1, 4, 36];
const DATABASES: [usize; 3] = [2, 1, 2];

/// A plan and its drawing.
pub(crate) struct Subject {
    /// The plan as a file.
    pub(crate) file: String,
    /// How it is drawn.
    pub(crate) scene: Scene,
    /// The component that is dragged: Front Ends in the middle of the plan.
    pub(crate) dragged: String,
    /// The users whose number is changed.
    pub(crate) users: String,
}

impl Subject {
    pub(crate) fn of(components: usize) -> Result<Self> {
        let (document, middle) = (document(components), components / REGION / 2);
        let scenario = document.scenarios.first().map(|scenario| Scene::of(scenario));
        let unexpected = || Error::Unexpected { command: "a plan".into(), value: "none".into() };
        Ok(Self {
            file: file::write(&document).map_err(|_| unexpected())?,
            scene: scenario.ok_or_else(unexpected)?,
            dragged: format!("pool-{middle}-front-ends"),
            users: format!("users-{middle}"),
        })
    }
}

/// A plan of so many components: regions, and one of branches for the rest.
fn document(components: usize) -> Document {
    let regions = components / REGION;
    let columns = (1..=components).find(|columns| columns * columns * 5 >= regions * 4).unwrap_or(1);
    let corner = |place: usize| {
        #[allow(clippy::cast_precision_loss, reason = "some hundreds at the most")]
        let (column, row) = ((place % columns) as f64, (place / columns) as f64);
        Point::new(352.0 + column * STEP.0, 96.0 + row * STEP.1)
    };
    let mut plan = PlanBuilder::new();
    for number in 0..regions {
        plan = region(plan, number, corner(number));
    }
    let rest = corner(regions);
    for number in 0..components % REGION {
        #[allow(clippy::cast_precision_loss, reason = "a few")]
        let (column, row) = ((number % 3) as f64, (number / 3) as f64);
        let at = Vector::new(column * 456.0, row * 120.0);
        plan = branch(plan, &format!("rest-{number}"), 2_000, rest + at, rest + at + Vector::new(192.0, 0.0));
    }
    plan.document()
}

/// A pool with its ways in, its telephony and its archive, and three branches.
fn region(plan: PlanBuilder, number: usize, corner: Point<Canvas>) -> PlanBuilder {
    let named = |what: &str| format!("{what}-{number}");
    let at = |x, y| corner + Vector::new(x, y);
    let turn = |counts: &[usize]| counts.get(number % counts.len()).copied().unwrap_or(1);
    let (pool, edge, mediation, users) = (named("pool"), named("edge"), named("mediation"), named("users"));
    let (front_ends, nodes) = (turn(&FRONT_ENDS), turn(&DATABASES));
    let count = u32::try_from(front_ends).unwrap_or(1) * 9_000;
    let plan = plan
        .pool(&pool, |pool| pool.front_ends(front_ends).balancers(2).back_ends(nodes).file_share())
        .edge(&edge, turn(&EDGES), &pool)
        .balancers(&named("edge-balancers"), 2, &edge)
        .reverse_proxy(&named("proxy"), &pool)
        .placed(&mediation, "mediation", turn(&MEDIATIONS))
        .placed(&named("gateway"), "gateway", 1)
        .linked(LinkKind::Calls, &pool, &mediation)
        .linked(LinkKind::Trunk, &mediation, &named("gateway"))
        .archiving(&named("archiving"), 1, &pool, nodes)
        .users_with(&users, count, &pool, |users| {
            users.remote_share = 0.1;
            users.position = at(288.0, 328.0);
            users.remote_position = at(0.0, 84.0);
        });
    let places = [
        (format!("{pool}-balancers"), at(544.0, 72.0)),
        (format!("{pool}-front-ends"), at(632.0, 56.0)),
        (format!("{pool}-back-end"), at(632.0, 184.0)),
        (format!("{pool}-file-share"), at(632.0, 312.0)),
        (named("edge-balancers"), at(176.0, 92.0)),
        (edge, at(256.0, 72.0)),
        (named("proxy"), at(256.0, 200.0)),
        (mediation, at(920.0, 56.0)),
        (named("gateway"), at(1_160.0, 56.0)),
        (named("archiving"), at(920.0, 184.0)),
        (named("archiving") + "-database", at(1_160.0, 184.0)),
    ];
    let plan = plan.adjusted(|scenario| {
        for (id, at) in places {
            place(scenario, &id, at);
        }
    });
    [
        ("north", (920.0, 324.0), (1_160.0, 312.0)),
        ("east", (0.0, 468.0), (256.0, 456.0)),
        ("west", (632.0, 468.0), (920.0, 456.0)),
    ]
    .into_iter()
    .fold(plan, |plan, (name, (x, y), (far_x, far_y))| {
        branch(plan, &named(name), 3_000, at(x, y), at(far_x, far_y))
    })
}

/// A Standard Edition server and the users on it.
fn branch(
    plan: PlanBuilder,
    name: &str,
    count: u32,
    users: Point<Canvas>,
    server: Point<Canvas>,
) -> PlanBuilder {
    plan.standard_edition(name)
        .users_with(&format!("users-{name}"), count, name, |drawn| drawn.position = users)
        .adjusted(|scenario| place(scenario, name, server))
}

fn place(scenario: &mut Scenario, id: &str, at: Point<Canvas>) {
    for component in scenario.components.iter_mut().filter(|component| component.id.as_str() == id) {
        Rc::make_mut(component).position = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SIZES;
    use availability_planner::catalog::Catalog;
    use availability_planner::editor::Scene;

    fn scenario(components: usize) -> Rc<Scenario> {
        Rc::clone(&document(components).scenarios[0])
    }

    #[test]
    fn plans_are_valid_and_have_as_many_components_as_asked_for() {
        for components in SIZES {
            let written = file::write(&document(components)).unwrap();
            let read = file::read(&written, &Catalog::bundled()).unwrap();
            assert_eq!(read.scenarios[0].components.len(), components);
        }
    }

    #[test]
    fn nothing_overlaps() {
        let scene = Scene::of(&scenario(500), &Catalog::bundled());
        for (number, card) in scene.cards.iter().enumerate() {
            for other in scene.cards.iter().skip(number + 1) {
                assert!(!card.rect.meets(&other.rect), "{} and {}", card.name, other.name);
            }
            for frame in scene.frames.iter().filter(|frame| card.in_pool.as_ref() != Some(&frame.pool)) {
                assert!(!card.rect.meets(&frame.rect), "{} and {}", card.name, frame.name);
            }
        }
    }

    #[test]
    fn components_have_from_one_to_a_few_dozen_servers() {
        let counts: Vec<usize> =
            scenario(100).components.iter().map(|component| component.servers.len()).collect();
        assert_eq!((counts.iter().min(), counts.iter().max()), (Some(&1), Some(&36)));
    }

    #[test]
    fn what_is_dragged_and_changed_is_there() {
        for components in SIZES {
            let (subject, scenario) = (Subject::of(components).unwrap(), scenario(components));
            assert!(scenario.component(&subject.dragged.as_str().into()).is_some());
            assert!(scenario.population(&subject.users.as_str().into()).is_some());
        }
    }
}
