//! How an effect is shown: a sign, a word and a colour, of which the colour says nothing alone.

use crate::analysis::knowledge::{Cell, Effect};
use crate::panel::element::{Element, element};

/// What becomes of a workload, and for whom where not for all.
pub(super) fn effects(cell: &Cell) -> Element {
    let words: Vec<&str> = cell.effects.iter().map(|effect| effect.id()).collect();
    let (sign, class) = shown(cell.worst());
    let scope = cell.scope.as_ref().map(|scope| element("small").with(scope));
    let meanings: Vec<&str> = cell.effects.iter().map(|effect| effect.meaning()).collect();
    element("span")
        .class(&format!("effect {class}"))
        .set("data-effect", &words.join(" "))
        .set("title", &meanings.join("; then "))
        .with(format!("{sign}{}", words.join(", ")))
        .with(scope)
}

fn shown(effect: Effect) -> (&'static str, &'static str) {
    match effect {
        Effect::None => ("", "none"),
        Effect::Brief => ("↻ ", "plain"),
        Effect::Degraded => ("◐ ", "risk"),
        Effect::Partial => ("▲ ", "risk"),
        Effect::Unknown => ("? ", "plain"),
        Effect::Outage => ("✕ ", "bad"),
    }
}
