//! Light, dark, or as the system has it.

use yew::prelude::*;

use crate::ui::icon::icon;
use crate::ui::theme::Theme;

/// Three small buttons of which one is pressed.
pub fn theme_button(chosen: &UseStateHandle<Theme>) -> Html {
    let buttons = Theme::ALL.into_iter().map(|theme| {
        let onclick = {
            let chosen = chosen.setter();
            Callback::from(move |_: MouseEvent| {
                theme.choose();
                chosen.set(theme);
            })
        };
        html! {
            <button
                key={theme.id()}
                type="button"
                data-theme-choice={theme.id()}
                aria-pressed={(**chosen == theme).to_string()}
                aria-label={theme.name()}
                title={theme.name()}
                {onclick}
            >
                { icon(theme.id()) }
            </button>
        }
    });
    html! { <div class="segments" role="group" aria-label="Colours">{ for buttons }</div> }
}
