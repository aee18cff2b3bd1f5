//! How sure a figure is, as a small word.

use yew::prelude::*;

use crate::catalog::figure::Mark;
use crate::ui::markup::{classes, html};

/// What a mark means.
pub fn meaning(mark: Mark) -> &'static str {
    match mark {
        Mark::Documented => "Stated by a document about this product",
        Mark::Derived => "Follows from other figures by arithmetic that is shown",
        Mark::Assumed => "The planner's default; replace it where you know better",
        Mark::Entered => "Entered in this plan",
    }
}

/// The mark as a chip: a word, tinted where it asks for care.
pub fn mark_chip(mark: Mark) -> Html {
    let word = mark.word();
    html! { <span class={classes!("mark", word)} title={meaning(mark)} data-mark={word}>{ word }</span> }
}
