//! The list as it is drawn.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Chooser, Entry, Input};
use crate::editor::commands::Choosing;
use crate::ui::dialog::dialog;
use crate::ui::icon::icon;
use crate::ui::markup::{classes, html};
use crate::ui::message::{Dispatch, Message};

impl Chooser {
    /// Draws it.
    pub fn view(&self, element: &NodeRef, dispatch: &Dispatch) -> Html {
        let (heading, hint) = match self.choosing {
            Some(Choosing::Item) => ("Add", "Name or purpose of a component"),
            Some(Choosing::Part) => ("Find", "Name of a part or a server"),
            Some(Choosing::Link) => ("Link to", "Name of a part"),
            Some(Choosing::Menu) => ("Menu", "Find a command"),
            Some(Choosing::Help) => ("Keys and gestures", "Find a command or a key"),
            _ => ("Find a command", "Command, component or part of the plan"),
        };
        // A press on the list leaves the focus in the field.
        let keep_focus = Callback::from(|event: MouseEvent| event.prevent_default());
        let mut rows: Vec<Html> = Vec::new();
        let mut group = "";
        for (place, (number, entry)) in self.found().enumerate() {
            if group != entry.group {
                group = &entry.group;
                rows.push(html! { <li class="chooser-group" role="presentation" key={format!("group-{number}")}>{ group }</li> });
            }
            rows.push(row(number, entry, place == self.at, dispatch));
        }
        let none = rows.is_empty();
        let content = html! {
            <div class="chooser" onkeydown={dispatch.on(key)}>
                <input
                    type="text"
                    class="chooser-field"
                    autofocus=""
                    placeholder={hint}
                    aria-label={hint}
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="chooser-list"
                    aria-activedescendant={self.found().nth(self.at).map(|(number, _)| format!("choice-{number}"))}
                    value={self.wanted.clone()}
                    oninput={dispatch.on(search)}
                />
                <ul id="chooser-list" role="listbox" aria-label={heading} onmousedown={keep_focus}>{ for rows }</ul>
                if none { <p class="empty" role="status">{ "Nothing of that name." }</p> }
            </div>
        };
        let id = if self.choosing == Some(Choosing::Menu) { "menu" } else { "chooser" };
        dialog(id, heading, element, dispatch, content)
    }
}

fn row(number: usize, entry: &Entry, chosen: bool, dispatch: &Dispatch) -> Html {
    html! {
        <li
            key={number.to_string()}
            id={format!("choice-{number}")}
            role="option"
            class={classes!("pick", chosen.then_some("chosen"), entry.message.is_none().then_some("fact"))}
            aria-selected={chosen.to_string()}
            onclick={dispatch.click(Message::Chooser(Input::Take(number)))}
        >
            { icon(&entry.icon) }
            <span class="grow">{ &entry.name }</span>
            <small>{ &entry.aside }</small>
        </li>
    }
}

fn search(event: &InputEvent) -> Option<Message> {
    let field: HtmlInputElement = event.target_dyn_into()?;
    Some(Message::Chooser(Input::Search(field.value())))
}

/// Keys that go through the list; others are for the field, as Home and End alone are.
fn key(event: &KeyboardEvent) -> Option<Message> {
    let key = event.key();
    let goes = ["ArrowDown", "ArrowUp", "Enter", "PageDown", "PageUp"].contains(&&*key)
        || event.ctrl_key() && ["End", "Home"].contains(&&*key);
    goes.then(|| {
        event.prevent_default();
        Message::Chooser(Input::Key(key))
    })
}
