//! Links between cards and frames.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::hit;
use crate::editor::scene::{Following, LinkPath};
use crate::editor::{Hit, Scene, Target};
use crate::plan::LinkId;
use crate::ui::shared::Shared;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The drawing.
    pub scene: Shared<Scene>,
    /// What is selected.
    pub selection: BTreeSet<Target>,
    /// What a move under way changes.
    pub following: Option<Shared<Following>>,
}

/// All links.
#[component]
pub(super) fn LinkLayer(props: &Props) -> Html {
    html! {
        <g class="links">
            { for props.scene.links.iter().map(|link| {
                let followed = props.following.as_ref();
                let now = followed.and_then(|now| now.links.iter().find(|other| other.id == link.id));
                html! {
                    <LinkView
                        key={link.id.clone()}
                        link={now.unwrap_or(link).clone()}
                        selected={link.target().is_some_and(|target| props.selection.contains(&target))}
                    />
                }
            }) }
        </g>
    }
}

/// What a link is drawn from.
#[derive(Debug, Clone, PartialEq, Properties)]
struct LinkProps {
    link: LinkPath,
    selected: bool,
}

/// A thin line with an arrow; one that can be selected has a broad line around it that cannot be seen.
#[component]
fn LinkView(props: &LinkProps) -> Html {
    let LinkProps { link, selected } = props;
    let class = classes!("link", link.dashed.then_some("dashed"), selected.then_some("selected"));
    let hit = link.selectable.then(|| hit::code(&Hit::Link(LinkId::from(link.id.as_str()))));
    html! {
        <g class={classes!("link-group", link.selectable.then_some("selectable"))} data-hit={hit} data-link={link.id.clone()}>
            <title>{ &link.label }</title>
            <path class="link-near" d={link.path.clone()} />
            <path {class} d={link.path.clone()} marker-end="url(#arrow)" />
        </g>
    }
}
