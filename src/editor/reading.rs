//! Going through the drawing by keys, part by part, and what is said on the way.

use super::notice::Notice;
use super::state::State;
use super::target::Target;
use crate::catalog::Catalog;
use crate::collected::Set;
use crate::decimal::whole;
use crate::plan::NodeId;

/// Where to go from the part that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the one before.
    Previous,
    /// To the one after.
    Next,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl State {
    /// Whether arrow keys go through the drawing: they have begun to, or there is nothing that they could move.
    pub fn reads(&self) -> bool {
        self.reading.is_some() || self.presenting.is_some() || !self.selection.iter().any(Target::can_move)
    }

    /// Goes to another part, which is selected then: alone, or along with what is selected already.
    pub(super) fn read(&mut self, catalog: &Catalog, step: Step, extend: bool) {
        let layout = self.layout(catalog);
        let order = layout.reading_order(self.scenario());
        let now = self.reading.as_ref().and_then(|now| order.iter().position(|target| target == now));
        let last = order.len().saturating_sub(1);
        let place = match (step, now) {
            (Step::First, _) | (Step::Next, None) => 0,
            (Step::Last, _) | (Step::Previous, None) => last,
            (Step::Previous, Some(now)) => now.saturating_sub(1),
            (Step::Next, Some(now)) => (now + 1).min(last),
        };
        let Some(target) = order.into_iter().nth(place) else { return };
        let place = |node: &NodeId| layout.places.get(&Target::Node(node.clone())).copied();
        let rect = match &target {
            // Both of its ends.
            Target::Link(link) => {
                self.scenario().link(link).and_then(|link| Some(place(&link.from)?.united(&place(&link.to)?)))
            }
            target => layout.places.get(target).copied(),
        };
        if let Some(rect) = rect {
            self.bring_into_view(rect);
        }
        if extend {
            self.selection.insert(target.clone());
        } else {
            self.selection = Set::of(target.clone());
        }
        self.reading = Some(target);
    }

    /// Says where what was moved stands now, to those who cannot see it.
    pub(super) fn say_where(&mut self, catalog: &Catalog) {
        let movable: Vec<&Target> = self.movable().collect();
        let corner = movable.first().and_then(|target| self.corner_of(catalog, target));
        let (Some(corner), Some(first)) = (corner, movable.first()) else { return };
        let name = self.what(first);
        let more = if movable.len() > 1 { " and others" } else { "" };
        let text = format!("{name}{more} at {} across, {} down.", whole(corner.x), whole(corner.y));
        self.notice = Some(Notice::spoken(text));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::editor::{Action, NoticeKind};
    use crate::geometry::{Point, Size, Vector};
    use crate::plan::build::PlanBuilder;

    fn opened() -> Rc<State> {
        let plan = PlanBuilder::new().standard_edition("se").edge("edge", 1, "se").users("users", 10, "se");
        let window = Action::Resize(Size::new(800.0, 600.0));
        State::new("key", Rc::new(plan.document())).reduce(&Catalog::bundled(), window)
    }

    #[test]
    fn the_drawing_is_gone_through_to_its_end_and_back() {
        let catalog = Catalog::bundled();
        let mut state = opened();
        let order = state.layout(&catalog).reading_order(state.scenario());
        for target in &order {
            state = state.reduce(&catalog, Action::Read { step: Step::Next, extend: false });
            assert_eq!(state.reading.as_ref(), Some(target));
            assert_eq!(state.selection.iter().collect::<Vec<_>>(), [target]);
        }
        let again = state.reduce(&catalog, Action::Read { step: Step::Next, extend: false });
        assert!(Rc::ptr_eq(&state, &again), "there is nothing after the last");
        let first = state.reduce(&catalog, Action::Read { step: Step::First, extend: true });
        assert_eq!((first.reading.as_ref(), first.selection.len()), (order.first(), 2));
    }

    #[test]
    fn the_view_goes_along_also_to_a_link() {
        let catalog = Catalog::bundled();
        let away = Action::Wheel { at: Point::default(), delta: Vector::new(9000.0, 0.0), zoom: false };
        let next = Action::Read { step: Step::Next, extend: false };
        let mut state = opened();
        while !matches!(state.reading, Some(Target::Link(_))) {
            state = state.reduce(&catalog, &away).reduce(&catalog, &next);
        }
        let scene = state.scene(&catalog);
        for id in ["edge", "se"] {
            let card = scene.cards.iter().find(|card| card.target == Target::Node(id.into())).unwrap();
            let middle = state.view.screen_from_canvas(card.rect.center());
            assert!((0.0..800.0).contains(&middle.x) && (0.0..600.0).contains(&middle.y), "{id}: {middle:?}");
        }
    }

    #[test]
    fn a_link_made_by_keys_is_said() {
        let catalog = Catalog::bundled();
        let plan = PlanBuilder::new().standard_edition("se").placed("edge", "edge", 1);
        let state = State::new("key", Rc::new(plan.document()));
        let link = Action::Connect { from: "se".into(), to: "edge".into() };
        let linked = state.reduce(&catalog, &link);
        assert_eq!(linked.notice.as_ref().unwrap(), &Notice::spoken("Linked se to edge.".into()));
        let itself = Action::Connect { from: "se".into(), to: "se".into() };
        assert_eq!(linked.reduce(&catalog, itself).notice.as_ref().unwrap().kind, NoticeKind::Problem);
    }

    #[test]
    fn a_nudge_says_where_the_part_stands_now() {
        let catalog = Catalog::bundled();
        let state = opened().reduce(&catalog, Action::Select(vec![Target::Node("edge".into())]));
        let moved = state.reduce(&catalog, Action::Nudge(Vector::new(8.0, 0.0)));
        let notice = moved.notice.as_ref().unwrap();
        let at = moved.scenario().component(&"edge".into()).unwrap().position;
        assert_eq!(notice.kind, NoticeKind::Spoken);
        assert_eq!(notice.text, format!("edge at {} across, {} down.", at.x, at.y));
    }
}
