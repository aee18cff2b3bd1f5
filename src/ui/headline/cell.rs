//! A cell of the strip.

use yew::prelude::*;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// What the cell is about.
    pub label: AttrValue,
    /// A class of its own.
    #[prop_or_default]
    pub class: Classes,
    /// The value and what stands under it.
    pub children: Html,
}

/// A cell of the strip: a label, a value, a line under it.
#[component]
pub fn Cell(props: &Props) -> Html {
    html! {
        <div class={classes!("cell", props.class.clone())}>
            <p class="label">{ &props.label }</p>
            { props.children.clone() }
        </div>
    }
}
