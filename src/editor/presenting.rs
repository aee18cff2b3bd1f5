//! Showing the plan to others: whole, and so that nothing changes it.

use std::rc::Rc;

use super::action::Action;
use super::notice::Notice;
use super::state::State;
use crate::catalog::Catalog;

impl State {
    /// Shows the whole plan to others, or goes back to the view from before.
    pub(super) fn present(&mut self, catalog: &Catalog, begin: bool) {
        match self.presenting {
            None if begin => {
                self.presenting = Some(self.view);
                self.renaming = None;
                self.fit(catalog);
                self.notice = Some(Notice::info(
                    "Nothing changes the plan now. Click a server’s dot to kill or repair it; Escape leaves.",
                ));
            }
            Some(view) if !begin => (self.presenting, self.view) = (None, view),
            _ => {}
        }
    }

    /// Whether the action may lead there from this state: while the plan is presented, it stays as it is.
    pub(super) fn lets(&self, action: &Action, next: &Self) -> bool {
        // Under another name it is the same plan.
        next.presenting.is_none()
            || matches!(action, Action::Divert { .. })
            || Rc::ptr_eq(&self.document, &next.document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::Gesture;
    use crate::editor::commands::{COMMANDS, by_id};
    use crate::editor::{Button, Hit, Pointer, Target};
    use crate::geometry::{Point, Size, Vector};
    use crate::plan::build::PlanBuilder;

    fn presented() -> (Rc<Catalog>, Rc<State>) {
        let catalog = Catalog::bundled();
        let plan = PlanBuilder::new().standard_edition("se").edge("edge", 2, "se").users("users", 10, "se");
        let state = State::new("key", Rc::new(plan.document()));
        let state = state.reduce(&catalog, Action::Resize(Size::new(800.0, 600.0)));
        let state = state.reduce(&catalog, Action::ZoomBy(2.0));
        (Rc::clone(&catalog), state.reduce(&catalog, Action::Present(true)))
    }

    #[test]
    fn the_plan_is_shown_whole_until_the_presenter_looks_closer_and_the_view_from_before_comes_back() {
        let (catalog, state) = presented();
        let whole = state.reduce(&catalog, Action::Fit).view;
        assert_eq!(state.view, whole);
        let larger = Action::Resize(Size::new(1200.0, 900.0));
        let grown = state.reduce(&catalog, larger.clone());
        assert!(grown.view.zoom > whole.zoom);
        let closer = state.reduce(&catalog, Action::ZoomBy(1.5));
        assert_eq!(closer.reduce(&catalog, larger).view, closer.view);
        let left = closer.reduce(&catalog, Action::Present(false));
        assert_eq!((Some(left.view), left.presenting), (state.presenting, None));
    }

    #[test]
    fn a_drag_on_anything_moves_the_view_and_nothing_else() {
        let (catalog, state) = presented();
        let edge = Target::Node("edge".into());
        for on in [Hit::Canvas, Hit::Card(edge.clone()), Hit::Port("edge".into()), Hit::Corner("edge".into())]
        {
            let at = Point::new(100.0, 100.0);
            let (button, shift, ctrl, alt) = (Button::Primary, false, false, true);
            let pointer =
                Pointer { at, on: on.clone(), button, shift, ctrl, alt, touch: false, space: false };
            let to = at + Vector::new(60.0, 30.0);
            let moved = state
                .reduce(&catalog, Action::PointerDown(pointer))
                .reduce(&catalog, Action::PointerMove(to));
            assert!(matches!(moved.gesture, Some(Gesture::Pan { .. })), "{on:?}");
            let up = moved.reduce(&catalog, Action::PointerUp { at: to, on: Hit::Canvas });
            assert_eq!(up.view, state.view.panned(Vector::new(60.0, 30.0)), "{on:?}");
            assert!(Rc::ptr_eq(&up.document, &state.document));
        }
    }

    #[test]
    fn commands_that_would_change_the_plan_cannot_be_asked_for() {
        let (catalog, state) = presented();
        let state = state.reduce(&catalog, Action::SelectAll);
        for id in ["delete", "paste", "rename", "tidy", "align-left", "open", "add"] {
            assert!(!by_id(id).unwrap().can(&state), "{id}");
        }
        for id in ["kill", "fit", "zoom-in", "present", "commands"] {
            assert!(by_id(id).unwrap().can(&state), "{id}");
        }
        let left = state.reduce(&catalog, Action::Present(false));
        for command in COMMANDS {
            assert_eq!(command.can(&left), (command.enabled)(&left), "{}", command.id);
        }
    }
}
