//! The page as it is drawn.

use yew::prelude::*;

use super::Workspace;
use crate::ui::canvas::{Canvas, canvas};
use crate::ui::headline::Headline;
use crate::ui::inspector::{Panel, inspector};
use crate::ui::memo::memo;
use crate::ui::results::Results;
use crate::ui::top_bar::{TopBar, top_bar};

impl Workspace {
    /// Draws everything.
    pub fn view(&self) -> Html {
        let Self { state, catalog, computed, dispatch, .. } = self;
        let bar =
            TopBar { state, saved: &self.saved, dispatch, problem: self.problem.as_ref(), theme: self.theme };
        let shown = Canvas {
            state,
            drawing: &self.drawing,
            analysis: computed.analysis.as_ref(),
            dispatch,
            element: &self.canvas,
            hint: self.hint.as_ref(),
            space: self.space,
        };
        let panel = Panel { state, catalog, computed, dispatch, name: &self.name };
        let headline = Headline { computed: computed.clone(), dispatch: dispatch.clone() };
        let results = Results { computed: computed.clone(), tab: self.tab, dispatch: dispatch.clone() };
        html! {
            <>
                { top_bar(&bar) }
                { memo("headline", headline) }
                { self.palette.view(dispatch) }
                { canvas(&shown) }
                { memo("results", results) }
                { inspector(&panel, self.explained.as_ref()) }
                { self.view_over() }
            </>
        }
    }
}
