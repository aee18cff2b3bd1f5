//! The page as it is drawn.

use yew::prelude::*;

use super::Workspace;
use crate::ui::canvas::{Canvas, canvas};
use crate::ui::headline::Headline;
use crate::ui::inspector::Inspector;
use crate::ui::markup::html;
use crate::ui::memo::memo;
use crate::ui::top_bar::{TopBar, top_bar};

impl Workspace {
    /// Draws everything.
    pub fn view(&self) -> Html {
        let Self { state, catalog, computed, told, dispatch, .. } = self;
        let now = told.now(&state.killed);
        let bar =
            TopBar { state, saved: &self.saved, dispatch, problem: self.problem.as_ref(), theme: self.theme };
        let shown = Canvas {
            state,
            drawing: &self.drawing,
            analysis: computed.analysis.as_ref(),
            catalog,
            told,
            dispatch,
            element: &self.canvas,
            hint: self.hint.as_ref(),
            space: self.space,
            touches: &self.touches,
        };
        let inspector = Inspector {
            state: state.clone(),
            catalog: catalog.clone(),
            computed: computed.clone(),
            told: told.clone(),
            asked: self.asked.clone(),
            dispatch: dispatch.clone(),
            name: self.name.clone(),
        };
        let headline = Headline {
            computed: computed.clone(),
            now,
            told: told.clone(),
            users: state.scenario().populations.first().map(|users| users.id.clone()),
            dispatch: dispatch.clone(),
        };
        html! {
            <>
                { top_bar(&bar) }
                { memo("headline", headline) }
                { self.palette.view(dispatch) }
                { canvas(&shown) }
                { memo("inspector", inspector) }
                { self.results.view(computed, told, dispatch) }
                { self.view_over() }
            </>
        }
    }
}
