//! Plans that this browser keeps besides the one that is open.

use std::rc::Rc;

use yew::prelude::*;

use super::open_menu::{Props, entry};
use crate::catalog::Catalog;
use crate::editor::Action;
use crate::exchange::file;
use crate::exchange::storage::{PlanStore, Record};
use crate::ui::clock;
use crate::ui::indexed_db::IndexedDb;
use crate::ui::shared::Shared;

/// Most plans in the list; the oldest ones are left out.
const MOST: usize = 8;

type Records = Rc<[Rc<Record>]>;

/// The plans that this browser keeps, read anew whenever the menu opens.
#[hook]
pub(super) fn use_records(
    is_open: bool,
    store: &Shared<IndexedDb>,
    told: &Callback<Option<AttrValue>>,
) -> Records {
    let records = use_state(|| Records::from([]));
    let (store, told, setter) = (store.clone(), told.clone(), records.setter());
    use_effect_with(is_open, move |is_open| {
        if !*is_open {
            setter.set(Records::from([]));
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            match store.all().await {
                Ok(found) => setter.set(found.into_iter().map(Rc::new).collect()),
                Err(error) => told.emit(Some(error.to_string().into())),
            }
        });
    });
    Rc::clone(&records)
}

/// Earlier plans, the one saved last first.
pub(super) fn earlier(records: &Records, props: &Props, is_open: &UseStateSetter<bool>) -> Html {
    let others = records.iter().filter(|record| *record.key != *props.key_open).take(MOST);
    let mut entries: Vec<Html> = Vec::new();
    for record in others {
        let onclick = open(record, props, is_open.clone());
        let about = format!("Saved {}", clock::said(record.saved_at_ms));
        entries.push(entry(&record.key, &record.name, &about, onclick));
    }
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <hr />
            <p class="menu-heading">{ "Saved in this browser" }</p>
            <div class="menu-scroll">{ for entries }</div>
        </>
    }
}

fn open(record: &Rc<Record>, props: &Props, is_open: UseStateSetter<bool>) -> Callback<MouseEvent> {
    let (record, props) = (Rc::clone(record), props.clone());
    Callback::from(move |_| {
        is_open.set(false);
        match file::read(&record.text, &Catalog::bundled()) {
            Ok(document) => {
                props.dispatch.emit(Action::Open { key: record.key.clone(), document: Rc::new(document) });
            }
            Err(error) => props.told.emit(Some(error.to_string().into())),
        }
    })
}
