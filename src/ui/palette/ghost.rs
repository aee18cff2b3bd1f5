//! What follows the pointer during a drag.

use yew::prelude::*;

use super::Entry;
use crate::ui::icon;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What is dragged.
    pub entry: Entry,
    /// Where the pointer is in the window.
    pub at: (f64, f64),
}

/// A card in the shape of what will be placed, with its middle under the pointer.
#[component]
pub(super) fn Ghost(props: &Props) -> Html {
    let (x, y) = props.at;
    html! {
        <svg class="ghost" aria-hidden="true">
            <g transform={format!("translate({} {})", x - 80.0, y - 20.0)}>
                <rect class="ghost-card" width="160" height="40" rx="8" />
                <path class="glyph" transform="translate(10 10) scale(.8333)" d={icon::path(&props.entry.icon)} />
                <text class="t1" x="38" y="24.5">{ &props.entry.name }</text>
            </g>
        </svg>
    }
}
