//! The zones behind everything: tinted bands over the whole height, their labels always in sight.

use yew::prelude::*;

use crate::catalog::role::Zone;
use crate::editor::Scene;
use crate::geometry::within;
use crate::geometry::{Point, Screen, Size, View};
use crate::picture::text;
use crate::ui::markup::{classes, html};

/// Distance of a label from the band's left border and of its base line from the top.
const LABEL: (f64, f64) = (16.0, 26.0);
/// Width below which a band has no room for its label.
const NARROW: f64 = 72.0;

/// Width of the tools in the upper right corner.
const TOOLS: f64 = 186.0;
/// Size of a label's text.
const SIZE: f64 = 12.5;

/// The areas of the sites, under everything else that stands on the canvas.
pub(super) fn areas(scene: &Scene) -> Html {
    html! {
        <g class="areas" aria-hidden="true">
            for area in &scene.areas {
                <key={area.site.as_str()}>
                    <rect class="area" x={area.rect.origin.x} y={area.rect.origin.y} width={area.rect.size.width} height={area.rect.size.height} rx="16" />
                    <text class="area-name" x={area.rect.origin.x + 16.0} y={area.rect.origin.y + 20.0}>{ &area.name }</text>
                </>
            }
        </g>
    }
}

/// The zones.
pub(super) fn bands(scene: &Scene, view: View, window: Size<Screen>) -> Html {
    let on_screen = |x: f64| within(view.screen_from_canvas(Point::new(x, 0.0)).x, 0.0, window.width);
    html! {
        <g class="bands">
            { for scene.bands.iter().map(|band| {
                let (from, to) = (on_screen(band.x.0), on_screen(band.x.1));
                let zone = match band.zone {
                    Zone::External => "external",
                    Zone::Perimeter => "perimeter",
                    Zone::Internal => "internal",
                };
                html! {
                    <g key={zone}>
                        <rect class={classes!("zone", zone)} x={from} y="0" width={to - from} height={window.height} />
                        if to - from >= NARROW {
                            <text class="zone-label" x={from + LABEL.0} y={LABEL.1}>{ label(&band.label, from, to, window.width) }</text>
                        }
                    </g>
                }
            }) }
        </g>
    }
}

/// The label, without the site's name where that would run under the tools.
fn label(label: &str, from: f64, to: f64, window: f64) -> String {
    let room = to.min(window - TOOLS) - from - LABEL.0;
    let whole = text::cut(label, SIZE, room);
    if whole.ends_with('…') {
        label.split('·').next().unwrap_or_default().trim_end().to_string()
    } else {
        whole
    }
}
