//! Links between cards and frames.

use yew::prelude::*;

use super::hit;
use crate::collected::Set;
use crate::editor::scene::{Following, LinkPath};
use crate::editor::{Hit, Scene, Target};
use crate::plan::LinkId;
use crate::ui::markup::{classes, html};
use crate::ui::memo::{View, memo};

/// All links.
pub(super) fn links(scene: &Scene, selection: &Set<Target>, following: Option<&Following>) -> Html {
    let view = |link: &LinkPath| {
        let now = following.and_then(|now| now.links.iter().find(|other| other.id == link.id));
        let selected = link.target().is_some_and(|target| selection.contains(&target));
        LinkView { link: now.unwrap_or(link).clone(), selected }
    };
    html! {
        <g class="links">
            for link in &scene.links { { memo(&link.id, view(link)) } }
        </g>
    }
}

/// A thin line with an arrow; one that can be selected has a broad line around it that cannot be seen.
#[derive(PartialEq)]
struct LinkView {
    link: LinkPath,
    selected: bool,
}

impl View for LinkView {
    fn view(&self) -> Html {
        let Self { link, selected } = self;
        let class = classes!("link", link.dashed.then_some("dashed"), selected.then_some("selected"));
        let hit = link.selectable.then(|| hit::code(&Hit::Link(LinkId::from(link.id.as_str()))));
        html! {
            <g
                class={classes!("link-group", link.selectable.then_some("selectable"))}
                data-hit={hit}
                data-link={link.id.clone()}
                tabindex={link.selectable.then_some("0")}
                role="group"
                aria-label={link.label.clone()}
                aria-current={selected.to_string()}
            >
                <title>{ &link.label }</title>
                <path class="link-near" d={link.path.clone()} />
                <path {class} d={link.path.clone()} marker-end="url(#arrow)" />
            </g>
        }
    }
}
