//! Links between cards and frames.

use yew::prelude::*;

use super::drawing::Drawing;
use super::hit;
use crate::collected::Set;
use crate::editor::scene::LinkPath;
use crate::editor::{Hit, State, Target};
use crate::geometry::{Canvas, Rect};
use crate::plan::LinkId;
use crate::ui::markup::{classes, html};
use crate::ui::memo::{View, memo};
use crate::ui::shared::Shared;

/// All links, in two layers: a move draws nothing again but those that follow it.
pub(super) fn links(drawing: &Drawing, state: &State) -> Html {
    let following = drawing.following().map_or(&[][..], |now| &now.links);
    let layer = |links: Shared<Vec<LinkPath>>, but: Vec<String>, seen: Option<Rect<Canvas>>| LinkLayer {
        links,
        but,
        seen,
        selection: state.selection.clone(),
        read: state.reading.clone(),
    };
    let still = layer(
        drawing.links().clone(),
        following.iter().map(|link| link.id.clone()).collect(),
        drawing.seen(),
    );
    let moving = layer(Shared::new(following.to_vec()), Vec::new(), None);
    html! {
        <g class="links">
            { memo("still", still) }
            { memo("moving", moving) }
        </g>
    }
}

/// One of the layers.
#[derive(PartialEq)]
struct LinkLayer {
    links: Shared<Vec<LinkPath>>,
    /// Those that are in the other one.
    but: Vec<String>,
    /// The part that is drawn; none if all of it is.
    seen: Option<Rect<Canvas>>,
    selection: Set<Target>,
    read: Option<Target>,
}

impl View for LinkLayer {
    fn view(&self) -> Html {
        let mut links: Vec<Html> = Vec::new();
        for link in &**self.links {
            let is_seen = self.seen.is_none_or(|part| part.meets(&link.bounds));
            if !is_seen || self.but.contains(&link.id) {
                continue;
            }
            let target = link.target();
            let selected = target.as_ref().is_some_and(|target| self.selection.contains(target));
            let read = target.is_some() && self.read == target;
            links.push(memo(&link.id, LinkView { link: link.clone(), selected, read }));
        }
        html! { <>{ for links }</> }
    }
}

/// A thin line with an arrow; one that can be selected has a broad line around it that cannot be seen.
#[derive(PartialEq)]
struct LinkView {
    link: LinkPath,
    selected: bool,
    read: bool,
}

impl View for LinkView {
    fn view(&self) -> Html {
        let Self { link, selected, read } = self;
        let class = classes!("link", link.dashed.then_some("dashed"), selected.then_some("selected"));
        let hit = link.selectable.then(|| hit::code(&Hit::Link(LinkId::from(link.id.as_str()))));
        html! {
            <g
                class={classes!("link-group", link.selectable.then_some("selectable"), read.then_some("read"))}
                data-hit={hit.clone()}
                data-link={link.id.clone()}
                id={hit.clone()}
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
