//! The page: reads what this browser keeps, then opens the workspace.

use std::rc::Rc;

use yew::prelude::*;

use super::indexed_db::IndexedDb;
use super::message::{Dispatch, Message};
use super::start::start;
use super::workspace::Workspace;
use crate::catalog::Catalog;

/// The whole page. Its parts are functions of one state: every component costs several kilobytes of code.
#[derive(Debug)]
pub struct App {
    store: IndexedDb,
    workspace: Option<Workspace>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let store = IndexedDb::default();
        let (link, kept) = (context.link().clone(), store.clone());
        wasm_bindgen_futures::spawn_local(async move {
            link.send_message(Message::Start(Rc::new(start(&kept, &Catalog::bundled()).await)));
        });
        Self { store, workspace: None }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match (&mut self.workspace, message) {
            (Some(workspace), message) => workspace.update(message),
            (None, Message::Start(opened)) => {
                let dispatch = Dispatch::new(context.link().callback(|message| message));
                self.workspace = Some(Workspace::open(self.store.clone(), &opened, dispatch));
                true
            }
            (None, _) => false,
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.workspace {
            None => html! { <p class="loading" role="status">{ "Reading what this browser keeps…" }</p> },
            Some(workspace) => workspace.view(),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(workspace) = &mut self.workspace {
            workspace.rendered();
        }
    }
}
