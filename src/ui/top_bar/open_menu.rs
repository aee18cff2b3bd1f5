//! Opens a template, an empty plan or an earlier one.

use std::rc::Rc;

use yew::prelude::*;

use super::earlier::{earlier, use_records};
use crate::catalog::Catalog;
use crate::editor::Action;
use crate::exchange::template::TEMPLATES;
use crate::ui::icon::icon;
use crate::ui::indexed_db::IndexedDb;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;
use crate::ui::start::{Opened, empty_plan};

/// What it needs.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// Key of the plan that is open.
    pub key_open: AttrValue,
    /// Where plans are kept.
    pub store: Shared<IndexedDb>,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Takes why a plan could not be opened.
    pub told: Callback<Option<AttrValue>>,
}

/// A menu that closes by a choice, by Escape, or by a click elsewhere.
#[component]
pub fn OpenMenu(props: &Props) -> Html {
    let is_open = use_state(|| false);
    let set = is_open.setter();
    let records = use_records(*is_open, &props.store, &props.told);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let close = {
        let set = set.clone();
        Callback::from(move |_: MouseEvent| set.set(false))
    };
    let onkeydown = {
        let set = set.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                set.set(false);
            }
        })
    };
    let entries = TEMPLATES.iter().map(|template| {
        let (dispatch, told, set) = (props.dispatch.clone(), props.told.clone(), set.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            set.set(false);
            match template.open(&Catalog::bundled()) {
                Ok(document) => open(&dispatch, Opened::new(document)),
                Err(error) => told.emit(Some(error.to_string().into())),
            }
        });
        entry(template.id, template.name, template.about, onclick)
    });
    let new = {
        let (dispatch, set) = (props.dispatch.clone(), set.clone());
        Callback::from(move |_: MouseEvent| {
            set.set(false);
            open(&dispatch, Opened::new(empty_plan()));
        })
    };
    html! {
        <div class="menu" {onkeydown}>
            <button
                type="button"
                class="button"
                aria-haspopup="true"
                aria-expanded={is_open.to_string()}
                data-menu="open"
                onclick={toggle}
            >
                { "Open" }{ icon("open") }
            </button>
            if *is_open {
                <div class="veil" onclick={close} />
                <div class="menu-list" role="group" aria-label="Open">
                    <p class="menu-heading">{ "Templates" }</p>
                    { for entries }
                    { entry("empty", "New empty plan", "Start from a blank canvas.", new) }
                    { earlier(&records, props, &set) }
                </div>
            }
        </div>
    }
}

pub(super) fn entry(id: &str, name: &str, about: &str, onclick: Callback<MouseEvent>) -> Html {
    let id = id.to_string();
    html! {
        <button key={id.clone()} type="button" class="menu-entry" data-template={id} {onclick}>
            <span class="menu-name">{ name.to_string() }</span>
            <span class="menu-about">{ about.to_string() }</span>
        </button>
    }
}

fn open(dispatch: &Dispatch, opened: Opened) {
    dispatch.emit(Action::Open { key: opened.key, document: Rc::clone(&opened.document) });
}
