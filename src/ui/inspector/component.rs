//! A component: its servers, its figures, and what stands in place of the catalog's.

use yew::prelude::*;

use super::figure_row::FigureRow;
use super::name::NameHeading;
use super::own_figures::OwnFigures;
use super::servers::Servers;
use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::editor::State;
use crate::plan::Component;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;
use crate::ui::top_bar::CommandButton;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The component.
    pub component: Shared<Component>,
    /// What is open.
    pub state: Shared<State>,
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// The figures.
    pub analysis: Option<Shared<Analysis>>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// A component.
#[component]
pub(super) fn ComponentPanel(props: &Props) -> Html {
    let Props { component, state, catalog, analysis, dispatch } = props;
    let Some(role) = catalog.role(&component.role) else { return Html::default() };
    let pool = component.pool.as_ref().and_then(|pool| state.scenario().pool(pool));
    let place = pool.map(|pool| format!(" · {}", pool.name)).unwrap_or_default();
    html! {
        <>
            <NameHeading node={component.id.clone()} name={component.name.clone()} state={state.clone()} dispatch={dispatch.clone()} />
            <p class="sub">{ &role.name }{ place }</p>
            <p class="about">{ &role.purpose }</p>
            <Servers component={component.clone()} max={role.servers.max} redundancy={role.redundancy} dispatch={dispatch.clone()} />
            if let Some(analysis) = analysis {
                <OwnFigures node={component.id.clone()} analysis={analysis.clone()} />
            }
            <h3>{ "Figures it goes by" }</h3>
            { for catalog.figures_of_role(role).into_iter().map(|figure| html! {
                <FigureRow
                    key={figure.to_string()}
                    component={component.clone()}
                    figure={figure.clone()}
                    catalog={catalog.clone()}
                    dispatch={dispatch.clone()}
                />
            }) }
            <div class="actions"><CommandButton id="delete" state={state.clone()} dispatch={dispatch.clone()} labelled=true /></div>
        </>
    }
}
