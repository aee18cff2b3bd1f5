//! Light, dark, or as the system has it.

use yew::prelude::*;

use crate::ui::icon::icon;
use crate::ui::message::{Dispatch, Message};
use crate::ui::theme::Theme;

/// Three small buttons of which one is pressed.
pub fn theme_button(chosen: Theme, dispatch: &Dispatch) -> Html {
    html! {
        <div class="segments" role="group" aria-label="Colours">
            for theme in Theme::ALL {
                <button
                    key={theme.id()}
                    type="button"
                    data-theme-choice={theme.id()}
                    aria-pressed={if theme == chosen { "true" } else { "false" }}
                    aria-label={theme.name()}
                    title={theme.name()}
                    onclick={dispatch.click(Message::Paint(theme))}
                >
                    { icon(theme.id()) }
                </button>
            }
        </div>
    }
}
