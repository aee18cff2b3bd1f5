//! One plan of the library.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Change, Choice, Input, Plans};
use crate::exchange::storage::{DELETED_DAYS, Head, Kept};
use crate::plan::Limits;
use crate::ui::clock;
use crate::ui::format::grouped;
use crate::ui::icon::icon;
use crate::ui::markup::html;
use crate::ui::message::{Dispatch, Message};

impl Plans {
    pub(super) fn row(&self, kept: &Kept, key_open: &str, dispatch: &Dispatch) -> Html {
        let key: Rc<str> = kept.key().into();
        let content = match kept {
            Kept::Unreadable(unreadable) => {
                flawed(&unreadable.name, &unreadable.flaw.to_string(), &key, dispatch)
            }
            Kept::Plan(head) if head.deleted_at_ms.is_some() => deleted(head, &key, dispatch),
            Kept::Plan(head) => match self.flaw(&key) {
                Some(why) => flawed(&head.name, why, &key, dispatch),
                None if self.naming.as_ref() == Some(&key) => naming(head, &key, dispatch),
                None => plan(head, &key, *key == *key_open, dispatch),
            },
        };
        html! { <li key={&*key} data-plan={key.to_string()}>{ content }</li> }
    }
}

fn plan(head: &Head, key: &Rc<str>, is_open: bool, dispatch: &Dispatch) -> Html {
    let components = counted(head.size.components, "component");
    let about = format!(
        "Saved {} · {components} · {}",
        clock::said(head.saved_at_ms),
        counted(head.size.users, "user")
    );
    let button = |id: &'static str, what: &str, input: Input| {
        let label = format!("{what} “{}”", head.name);
        html! {
            <button
                type="button"
                class="quiet"
                data-plan-action={id}
                aria-label={label}
                title={what.to_string()}
                onclick={dispatch.click(Message::Plans(input))}
            >
                { icon(id) }
            </button>
        }
    };
    let change = |change| Input::Change(Rc::clone(key), change);
    html! {
        <>
            <button type="button" class="row-open" onclick={dispatch.click(Message::Open(Choice::Kept(Rc::clone(key))))}>
                <span class="menu-name">{ head.name.clone() }</span>
                <span class="menu-about">{ about }</span>
            </button>
            if is_open {
                <span class="now">{ "Open now" }</span>
            }
            { button("copy", "Duplicate", change(Change::Duplicate)) }
            if !is_open {
                { button("rename", "Rename", Input::Naming(Some(Rc::clone(key)))) }
                { button("trash", "Delete", change(Change::Delete)) }
            }
        </>
    }
}

fn naming(head: &Head, key: &Rc<str>, dispatch: &Dispatch) -> Html {
    let onkeydown = {
        let (dispatch, key) = (dispatch.clone(), Rc::clone(key));
        Callback::from(move |event: KeyboardEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let typed = field.value();
            match event.key().as_str() {
                "Enter" if !typed.trim().is_empty() => {
                    dispatch.send(Message::Plans(Input::Change(
                        Rc::clone(&key),
                        Change::Rename(typed.trim().into()),
                    )));
                }
                "Escape" => dispatch.send(Message::Plans(Input::Naming(None))),
                _ => return,
            }
            // Escape ends the typing and not the dialog.
            event.prevent_default();
        })
    };
    html! {
        <input
            class="row-name"
            value={head.name.clone()}
            maxlength={Limits::NAME_CHARACTERS.to_string()}
            aria-label="New name; Enter to rename, Escape to leave it"
            autocomplete="off"
            {onkeydown}
        />
    }
}

fn deleted(head: &Head, key: &Rc<str>, dispatch: &Dispatch) -> Html {
    let at = head.deleted_at_ms.unwrap_or_default();
    let about = format!("Deleted {}, kept {DELETED_DAYS} days unless room is needed", clock::said(at));
    let input = Input::Change(Rc::clone(key), Change::Undelete);
    html! {
        <>
            <div class="row-open">
                <span class="menu-name">{ head.name.clone() }</span>
                <span class="menu-about">{ about }</span>
            </div>
            <button type="button" class="button" onclick={dispatch.click(Message::Plans(input))}>{ "Bring back" }</button>
        </>
    }
}

/// Something that cannot be opened: left as it is, told why, and to be had as a file.
fn flawed(name: &str, why: &str, key: &Rc<str>, dispatch: &Dispatch) -> Html {
    let name = if name.is_empty() { "A plan without a name" } else { name };
    let input = Input::Change(Rc::clone(key), Change::Export);
    html! {
        <>
            <div class="row-open" data-flawed="true">
                <span class="menu-name"><span class="bad" aria-hidden="true">{ "✕ " }</span>{ name.to_string() }</span>
                <span class="menu-about">{ "Cannot be opened and was left as it is. " }{ why.to_string() }</span>
            </div>
            <button type="button" class="button" onclick={dispatch.click(Message::Plans(input))}>{ "Save as file" }</button>
        </>
    }
}

fn counted(count: u32, what: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{} {what}{end}", grouped(f64::from(count)))
}
