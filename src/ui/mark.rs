//! How sure a figure is, as a small word.

use yew::prelude::*;

use crate::catalog::figure::Mark;
use crate::ui::markup::{classes, html};

/// The mark as a chip: a word, tinted where it asks for care.
pub fn mark_chip(mark: Mark) -> Html {
    let word = mark.word();
    html! { <span class={classes!("mark", word)} title={mark.meaning()} data-mark={word}>{ word }</span> }
}
