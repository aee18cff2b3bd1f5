//! Badges on a card's border.

use yew::prelude::*;

use crate::ui::canvas::finding_badge::{Found, WIDTH};
use crate::ui::format::translate;
use crate::ui::markup::html;

const ABOUT: &str = "Single point of failure: the loss of any one of its servers cuts users off";

/// Says that the loss of any one server cuts users off: a sign, and the words where there is room for them. Another badge takes
/// `taken` of the border.
pub(super) fn single_point(width: f64, compact: bool, taken: f64) -> Html {
    if compact {
        return html! {
            <g class="badge risk" transform={translate(width, width)} data-badge="single-point">
                <title>{ ABOUT }</title>
                <circle class="badge-back" r="9" />
                <path class="sign" d="M0-5l5 8.5h-10z" />
                <path class="sign" d="M0-1.5v2M0 2.2v.01" />
            </g>
        };
    }
    html! {
        <g class="badge risk" transform={translate(width - 94.0 - taken, 0.0)} data-badge="single-point">
            <title>{ ABOUT }</title>
            <rect class="badge-back" y="-9" width="102" height="18" rx="9" />
            <path class="sign" transform="translate(13 .5)" d="M0-5l5 8.5h-10z" />
            <text class="badge-text" x="23" y="3.8">{ "single point" }</text>
        </g>
    }
}

/// What the rules say: at the right, or where a small card has nothing else.
pub(super) fn findings(found: &Found, width: f64, compact: bool) -> Html {
    if compact { found.badge(-WIDTH / 2.0, width) } else { found.badge(width + 8.0 - WIDTH, 0.0) }
}
