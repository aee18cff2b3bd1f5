//! Servers as dots: filled where they serve, a ring where they stand by, a triangle where they are overloaded, a cross
//! where they are down. A click kills or repairs one.

use yew::prelude::*;

use crate::decimal::plain;
use crate::editor::Hit;
use crate::picture::servers_now::{Doing, ServerNow};
use crate::plan::NodeId;
use crate::ui::canvas::hit;
use crate::ui::format::translate;
use crate::ui::markup::{classes, html};

/// Most servers that are shown one by one.
const MOST: usize = 20;
/// Height of what can be hit, and width of what can be hit of the only server.
const REACH: f64 = 34.0;

/// A row of dots from `x` on that takes no more than `room`.
pub(super) fn dots(node: &NodeId, servers: &[ServerNow], x: f64, y: f64, room: f64) -> Html {
    let count = servers.len();
    if count > MOST {
        return html! { <text x={x - 4.0} y={y + 4.0}>{ format!("{count} servers") }</text> };
    }
    #[allow(clippy::cast_precision_loss, reason = "at most a few dots")]
    let step = (room / count.max(1) as f64).min(22.0);
    let size = (step * 0.31).min(4.5);
    let wide = if count == 1 { REACH } else { step };
    html! {
        <g class="dots">
            { for servers.iter().enumerate().map(|(place, server)| {
                #[allow(clippy::cast_precision_loss, reason = "at most a few dots")]
                let cx = x + step * place as f64;
                html! {
                    <g
                        class={classes!("server", server.doing.class())}
                        transform={translate(cx, y)}
                        role="button"
                        data-hit={hit::code(&Hit::Server(node.clone(), place))}
                    >
                        <title>{ server.said() }</title>
                        <rect class="reach" x={-wide / 2.0} y={-REACH / 2.0} width={wide} height={REACH} rx="6" />
                        { dot(server.doing, size) }
                    </g>
                }
            }) }
        </g>
    }
}

fn dot(doing: Doing, size: f64) -> Html {
    match doing {
        Doing::Up => html! { <circle class="dot" r={size} /> },
        Doing::Waits => html! { <circle class="dot" r={size - 0.75} /> },
        Doing::Over => {
            let (half, low) = (size * 1.2, size);
            let (top, half, low) = (plain(-half), plain(half), plain(low));
            html! { <path class="dot" d={format!("M0 {top}L{half} {low}H{top}z")} /> }
        }
        Doing::Down => {
            let (arm, back) = (plain(size * 0.8), plain(size * -0.8));
            html! { <path class="dot" d={format!("M{back} {back}L{arm} {arm}M{back} {arm}L{arm} {back}")} /> }
        }
    }
}
