//! What can be placed on the canvas, by groups, to be found, dragged or clicked.

mod drag;
mod ghost;
mod item;

use js_sys::JsString;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::icon;
use super::shared::Shared;
use crate::catalog::Catalog;
use crate::plan::Item;
use item::{item, use_drag};

/// Something to place and, where it was dropped, at which point of the window.
pub type Placed = (Item, Option<(f64, f64)>);

/// What to show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What can be placed.
    pub catalog: Shared<Catalog>,
    /// Takes what is placed.
    pub on_drop: Callback<Placed>,
}

/// An entry: what it places, its name, its purpose, its icon.
#[derive(Clone, PartialEq)]
pub(super) struct Entry {
    item: Item,
    id: AttrValue,
    name: AttrValue,
    about: AttrValue,
    icon: AttrValue,
}

/// The panel at the left.
#[component]
pub fn Palette(props: &Props) -> Html {
    let wanted = use_state(String::new);
    let groups = use_memo(props.catalog.clone(), |catalog| groups(catalog));
    let oninput = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                wanted.set(field.value());
            }
        })
    };
    let wanted = lower_case(&wanted);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let fits = |group: &str, entry: &Entry| {
        let text = lower_case(&format!("{} {} {group}", entry.name, entry.about));
        words.iter().all(|word| text.contains(word))
    };
    let find = {
        let groups = groups.clone();
        move |id: &str| {
            let mut entries = groups.iter().flat_map(|(_, entries)| entries);
            entries.find(|entry| *entry.id == *id).map(|entry| entry.item.clone())
        }
    };
    let drag = use_drag(find, &props.on_drop);
    let mut shown: Vec<Html> = Vec::new();
    for (group, entries) in groups.iter() {
        let entries: Vec<Html> = entries
            .iter()
            .filter(|entry| fits(group, entry))
            .map(|entry| item(entry, drag.dragged.as_ref()))
            .collect();
        if !entries.is_empty() {
            shown.push(html! {
                <div key={group.to_string()} class="palette-group" role="group" aria-label={group.clone()}>
                    <h2>{ group }</h2>
                    { for entries }
                </div>
            });
        }
    }
    let found = !shown.is_empty();
    html! {
        <nav class="palette" aria-label="Components">
            <div class="search">
                { icon("find") }
                <input type="search" placeholder="Find a component" aria-label="Find a component" {oninput} />
            </div>
            <div
                class="palette-list"
                onpointerdown={drag.down}
                onpointermove={drag.moved}
                onpointerup={drag.up}
                onpointercancel={drag.cancelled}
                onclick={drag.click}
            >
                { for shown }
                if !found { <p class="empty">{ "Nothing of that name. Try “pool”, “edge” or “users”." }</p> }
            </div>
        </nav>
    }
}

/// The text in small letters. The browser has the tables for that already.
fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// Entries by group: the pool first, the roles as the catalog groups them, users last.
fn groups(catalog: &Catalog) -> Vec<(AttrValue, Vec<Entry>)> {
    let mut groups: Vec<(AttrValue, Vec<Entry>)> = Vec::new();
    let mut add = |group: &str, entry: Entry| match groups.iter_mut().find(|(name, _)| *name == group) {
        Some((_, entries)) => entries.push(entry),
        None => groups.push((group.to_string().into(), vec![entry])),
    };
    add(
        "Internal servers",
        Entry {
            item: Item::Pool,
            id: "enterprise-pool".into(),
            name: "Enterprise pool".into(),
            about: "Front Ends, load balancer, Back-End and file share as one whole.".into(),
            icon: "pool".into(),
        },
    );
    for role in catalog.roles() {
        add(
            &role.palette,
            Entry {
                item: Item::Role(role.id.clone()),
                id: role.id.to_string().into(),
                name: role.name.clone().into(),
                about: role.purpose.clone().into(),
                icon: role.icon.clone().into(),
            },
        );
    }
    add(
        "Places and people",
        Entry {
            item: Item::Users,
            id: "users".into(),
            name: "Users".into(),
            about: "Users homed together on a pool or a Standard Edition server.".into(),
            icon: "users".into(),
        },
    );
    groups
}
