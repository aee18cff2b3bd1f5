//! How sure a figure is, as a small word.

use yew::prelude::*;

use crate::catalog::figure::Mark;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// The mark.
    pub mark: Mark,
}

/// The mark as a chip: a word, tinted where it asks for care.
#[component]
pub fn MarkChip(props: &Props) -> Html {
    let meaning = match props.mark {
        Mark::Documented => "Stated by a document about this product",
        Mark::Derived => "Follows from other figures by arithmetic that is shown",
        Mark::Assumed => "The planner's default; replace it where you know better",
        Mark::Entered => "Entered in this plan",
    };
    let word = props.mark.word();
    html! { <span class={classes!("mark", word)} title={meaning} data-mark={word}>{ word }</span> }
}
