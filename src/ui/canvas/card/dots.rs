//! Servers as dots: filled where they serve, a ring where they stand by.

use yew::prelude::*;

/// Most servers that are shown one by one.
const MOST: usize = 20;

/// A row of dots from `x` on that takes no more than `room`.
pub(super) fn dots(servers: usize, standby: bool, x: f64, y: f64, room: f64) -> Html {
    if servers > MOST {
        return html! { <text x={(x - 4.0).to_string()} y={(y + 4.0).to_string()}>{ format!("{servers} servers") }</text> };
    }
    #[allow(clippy::cast_precision_loss, reason = "at most a few dots")]
    let step = (room / servers.max(1) as f64).min(16.0);
    let radius = (step * 0.31).min(4.5);
    html! {
        <g class="dots">
            { for (0..servers).map(|index| {
                #[allow(clippy::cast_precision_loss, reason = "at most a few dots")]
                let cx = x + step * index as f64;
                let waits = standby && index > 0;
                html! {
                    <circle
                        class={if waits { "dot waits" } else { "dot up" }}
                        cx={cx.to_string()}
                        cy={y.to_string()}
                        r={if waits { radius - 0.75 } else { radius }.to_string()}
                    />
                }
            }) }
        </g>
    }
}
