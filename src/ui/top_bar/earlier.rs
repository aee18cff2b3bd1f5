//! Plans that this browser keeps besides the one that is open.

use std::rc::Rc;

use yew::prelude::*;

use super::open_menu::entry;
use crate::catalog::Catalog;
use crate::editor::Action;
use crate::exchange::file;
use crate::exchange::storage::{PlanStore, Record};
use crate::ui::clock;
use crate::ui::indexed_db::IndexedDb;
use crate::ui::session::Dispatch;
use crate::ui::shared::Shared;

/// Most plans in the list; the oldest ones are left out.
const MOST: usize = 8;

/// What to show.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Key of the plan that is open.
    pub key_open: AttrValue,
    /// Where plans are kept.
    pub store: Shared<IndexedDb>,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Takes why a plan could not be opened.
    pub failed: Callback<AttrValue>,
    /// One of them was chosen.
    pub chosen: Callback<()>,
}

/// Earlier plans, the one saved last first.
#[component]
pub(super) fn Earlier(props: &Props) -> Html {
    let records = use_state(Vec::<Rc<Record>>::new);
    {
        let (store, failed, records) = (props.store.clone(), props.failed.clone(), records.setter());
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                match store.all().await {
                    Ok(found) => records.set(found.into_iter().map(Rc::new).collect()),
                    Err(error) => failed.emit(error.to_string().into()),
                }
            });
        });
    }
    let earlier: Vec<_> = records.iter().filter(|record| *record.key != *props.key_open).take(MOST).collect();
    if earlier.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <hr />
            <p class="menu-heading">{ "Saved in this browser" }</p>
            <div class="menu-scroll">
                { for earlier.into_iter().map(|record| {
                    let onclick = open(record, props);
                    entry(&record.key, &record.name, &format!("Saved {}", clock::said(record.saved_at_ms)), onclick)
                }) }
            </div>
        </>
    }
}

fn open(record: &Rc<Record>, props: &Props) -> Callback<MouseEvent> {
    let (record, props) = (Rc::clone(record), props.clone());
    Callback::from(move |_| {
        props.chosen.emit(());
        match file::read(&record.text, &Catalog::bundled()) {
            Ok(document) => {
                props.dispatch.emit(Action::Open { key: record.key.clone(), document: Rc::new(document) });
            }
            Err(error) => props.failed.emit(error.to_string().into()),
        }
    })
}
