//! A command of the command table as a button.

use yew::prelude::*;

use crate::editor::State;
use crate::editor::commands;
use crate::ui::icon::Icon;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// The command's id.
    pub id: &'static str,
    /// The state that it would act on.
    pub state: Shared<State>,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Whether its label is shown beside its icon.
    #[prop_or_default]
    pub labelled: bool,
}

/// A button with the command's icon, its label and its shortcut.
#[component]
pub fn CommandButton(props: &Props) -> Html {
    let Some(command) = commands::by_id(props.id) else { return Html::default() };
    let onclick = {
        let (state, dispatch) = (props.state.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| dispatch.emit((command.action)(&state)))
    };
    let title = match command.shortcuts.first() {
        Some(shortcut) => format!("{} ({})", command.label, shortcut.text()),
        None => command.label.to_string(),
    };
    html! {
        <button
            type="button"
            class={if props.labelled { "button" } else { "quiet" }}
            data-command={command.id}
            aria-label={command.label}
            {title}
            disabled={!(command.enabled)(&props.state)}
            {onclick}
        >
            <Icon name={command.icon} />
            if props.labelled { <span>{ command.label }</span> }
        </button>
    }
}
