//! The page's own icons.

use yew::prelude::*;

use crate::picture::outline;
use crate::ui::markup::html;

/// An icon beside or in place of a word; who uses it gives the word.
pub fn icon(name: &str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={outline(name)} /></svg>
    }
}
