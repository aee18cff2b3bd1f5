//! A pool as a whole.

use yew::prelude::*;

use super::name::NameHeading;
use super::own_figures::OwnFigures;
use crate::analysis::Analysis;
use crate::editor::{Action, State, Target};
use crate::plan::Pool;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;
use crate::ui::top_bar::CommandButton;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The pool.
    pub pool: Shared<Pool>,
    /// What is open.
    pub state: Shared<State>,
    /// The figures.
    pub analysis: Option<Shared<Analysis>>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// A pool: its name, its figures, its parts.
#[component]
pub(super) fn PoolPanel(props: &Props) -> Html {
    let Props { pool, state, analysis, dispatch } = props;
    let scenario = state.scenario();
    let site = scenario.site(&pool.site).map(|site| site.name.clone()).unwrap_or_default();
    html! {
        <>
            <NameHeading node={pool.id.clone()} name={pool.name.clone()} state={state.clone()} dispatch={dispatch.clone()} />
            <p class="sub">{ "Enterprise pool · " }{ site }</p>
            if let Some(analysis) = analysis {
                <OwnFigures node={pool.id.clone()} analysis={analysis.clone()} />
            }
            <h3>{ "Parts" }</h3>
            <div class="parts">
                { for scenario.parts_of(&pool.id).map(|part| {
                    let target = Target::Node(part.id.clone());
                    let dispatch = dispatch.clone();
                    let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::Select(vec![target.clone()])));
                    html! {
                        <button key={part.id.to_string()} type="button" class="part" {onclick}>
                            <span>{ &part.name }</span>
                            <span class="count">{ match part.servers.len() { 1 => "1 server".to_string(), count => format!("{count} servers") } }</span>
                        </button>
                    }
                }) }
            </div>
            <div class="actions"><CommandButton id="delete" state={state.clone()} dispatch={dispatch.clone()} labelled=true /></div>
        </>
    }
}
