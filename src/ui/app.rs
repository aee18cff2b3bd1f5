//! The page: reads what this browser keeps, then opens the workspace.

use yew::prelude::*;

use super::indexed_db::IndexedDb;
use super::shared::Shared;
use super::start::{Opened, start};
use super::workspace::Workspace;
use crate::catalog::Catalog;

/// The whole page.
#[component]
pub fn App() -> Html {
    let store = use_memo((), |()| IndexedDb::default());
    let opened = use_state(|| None::<Shared<Opened>>);
    {
        let (store, opened) = (store.clone(), opened.setter());
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                opened.set(Some(Shared::new(start(&*store, &Catalog::bundled()).await)));
            });
        });
    }
    match &*opened {
        None => html! { <p class="loading" role="status">{ "Reading what this browser keeps…" }</p> },
        Some(opened) => html! { <Workspace store={Shared(store)} opened={opened.clone()} /> },
    }
}
