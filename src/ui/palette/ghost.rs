//! What follows the pointer during a drag.

use yew::prelude::*;

use super::entry::Entry;
use crate::picture::outline;
use crate::ui::format::translate;
use crate::ui::markup::html;

/// A card in the shape of what will be placed, with its middle under the pointer, which is there in the window.
pub(super) fn ghost(entry: &Entry, (x, y): (f64, f64)) -> Html {
    html! {
        <svg class="ghost" aria-hidden="true">
            <g transform={translate(x - 80.0, y - 20.0)}>
                <rect class="ghost-card" width="160" height="40" rx="8" />
                <path class="glyph" transform="translate(10 10) scale(.8333)" d={outline(&entry.icon)} />
                <text class="t1" x="38" y="24.5">{ &entry.name }</text>
            </g>
        </svg>
    }
}
