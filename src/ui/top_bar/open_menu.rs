//! Opens a template or an empty plan.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalog::Catalog;
use crate::editor::Action;
use crate::exchange::template::TEMPLATES;
use crate::ui::icon::Icon;
use crate::ui::session::Dispatch;
use crate::ui::start::{Opened, empty_plan};

/// What it needs.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Takes why a template could not be opened.
    pub failed: Callback<AttrValue>,
}

/// A menu that closes by a choice, by Escape, or by a click elsewhere.
#[component]
pub fn OpenMenu(props: &Props) -> Html {
    let is_open = use_state(|| false);
    let set = is_open.setter();
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
        let (dispatch, failed, set) = (props.dispatch.clone(), props.failed.clone(), set.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            set.set(false);
            match template.open(&Catalog::bundled()) {
                Ok(document) => open(&dispatch, Opened::new(document)),
                Err(error) => failed.emit(error.to_string().into()),
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
                { "Open" }<Icon name="open" />
            </button>
            if *is_open {
                <div class="veil" onclick={close} />
                <div class="menu-list" role="group" aria-label="Open">
                    <p class="menu-heading">{ "Templates" }</p>
                    { for entries }
                    <hr />
                    { entry("empty", "New empty plan", "Start from a blank canvas.", new) }
                </div>
            }
        </div>
    }
}

fn entry(id: &'static str, name: &str, about: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button key={id} type="button" class="menu-entry" data-template={id} {onclick}>
            <span class="menu-name">{ name }</span>
            <span class="menu-about">{ about }</span>
        </button>
    }
}

fn open(dispatch: &Dispatch, opened: Opened) {
    dispatch.emit(Action::Open { key: opened.key, document: Rc::clone(&opened.document) });
}
