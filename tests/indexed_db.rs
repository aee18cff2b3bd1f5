//! The browser's database keeps plans as memory does, and what it cannot read it leaves alone.

#![cfg(all(target_arch = "wasm32", feature = "ui"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use availability_planner::exchange::storage::{
    self as storage, FORM, Flaw, Found, Head, Kept, PlanSize, PlanStore, Save, StorageError, Wish,
};
use availability_planner::ui::IndexedDb;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn save_of(key: &str, base: Option<u32>, text: &str) -> Save {
    Save {
        key: key.into(),
        base,
        name: format!("Plan {key}"),
        size: PlanSize { components: 3, users: 4_000_000_000 },
        text: text.into(),
        label: format!("Write {text}"),
        now_ms: 1_000.5,
    }
}

async fn head(store: &IndexedDb, key: &str) -> Head {
    store.visit(Wish::Plan(key)).await.unwrap().plan().unwrap().clone()
}

async fn text(store: &IndexedDb, key: &str) -> Option<String> {
    store.visit(Wish::Plan(key)).await.unwrap().text
}

async fn version(store: &IndexedDb, key: &str, number: u32) -> Option<String> {
    store.visit(Wish::Version(key, number)).await.unwrap().text
}

async fn all(store: &IndexedDb) -> Vec<Kept> {
    store.visit(Wish::All).await.unwrap().kept
}

/// Writes a record past the planner, in the form of the database that the planner has made.
async fn plant(record: &str) {
    let body = format!(
        "return new Promise((resolve, reject) => {{
            const opened = indexedDB.open('availability-planner');
            opened.onerror = reject;
            opened.onsuccess = () => {{
                const transaction = opened.result.transaction('plans', 'readwrite');
                transaction.objectStore('plans').put({record});
                transaction.oncomplete = () => {{ opened.result.close(); resolve(); }};
            }};
        }})"
    );
    let promise: Promise = Function::new_no_args(&body).call0(&JsValue::NULL).unwrap().into();
    JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_is_saved_comes_back_with_its_versions() {
    let store = IndexedDb::default();
    let mut expected = storage::save(&store, &save_of("saved", None, "one")).await.unwrap();
    for (base, text) in [(1, "two"), (2, "three")] {
        expected = storage::save(&store, &save_of("saved", Some(base), text)).await.unwrap();
    }
    // Another tab, as it were.
    let other = IndexedDb::default();
    assert_eq!(head(&other, "saved").await, expected);
    assert_eq!(text(&other, "saved").await.as_deref(), Some("three"));
    for (number, text) in [(1, "one"), (2, "two"), (3, "three")] {
        assert_eq!(version(&other, "saved", number).await.as_deref(), Some(text));
    }
    assert!(all(&store).await.contains(&Kept::Plan(expected)));
}

#[wasm_bindgen_test]
async fn of_two_who_write_at_once_the_later_one_is_refused() {
    let (mine, theirs) = (IndexedDb::default(), IndexedDb::default());
    storage::save(&mine, &save_of("both", None, "start")).await.unwrap();
    let (a, b) = (save_of("both", Some(1), "mine"), save_of("both", Some(1), "theirs"));
    let results = (storage::save(&mine, &a).await, storage::save(&theirs, &b).await);
    assert!(results.0.is_ok());
    assert_eq!(results.1, Err(StorageError::Conflict));
    assert_eq!(text(&mine, "both").await.as_deref(), Some("mine"));
}

#[wasm_bindgen_test]
async fn a_removed_plan_is_gone_with_its_texts_and_no_other_is() {
    let store = IndexedDb::default();
    for key in ["gone", "gone too", "gon"] {
        storage::save(&store, &save_of(key, None, key)).await.unwrap();
    }
    storage::mark(&store, "gone", Some(5.0)).await.unwrap();
    assert_eq!(head(&store, "gone").await.deleted_at_ms, Some(5.0));
    storage::remove(&store, "gone").await.unwrap();
    assert_eq!(store.visit(Wish::Plan("gone")).await, Ok(Found::default()));
    assert_eq!(version(&store, "gone", 1).await, None);
    for key in ["gone too", "gon"] {
        assert_eq!(version(&store, key, 1).await.as_deref(), Some(key));
    }
}

#[wasm_bindgen_test]
async fn what_the_first_planner_kept_becomes_the_first_version() {
    let store = IndexedDb::default();
    all(&store).await;
    plant("{ key: 'old', name: 'Old', text: 'first', savedAt: 7 }").await;
    let before = head(&store, "old").await;
    assert_eq!((before.revision, before.versions.len(), before.saved_at_ms), (0, 1, 7.0));
    assert_eq!(text(&store, "old").await.as_deref(), Some("first"));
    let after = storage::save(&store, &save_of("old", Some(0), "second")).await.unwrap();
    assert_eq!(after.versions.len(), 2);
    assert_eq!(version(&store, "old", 0).await.as_deref(), Some("first"));
    assert_eq!(text(&store, "old").await.as_deref(), Some("second"));
}

#[wasm_bindgen_test]
async fn records_that_cannot_be_read_are_named_left_alone_and_do_not_hide_others() {
    let store = IndexedDb::default();
    storage::save(&store, &save_of("good", None, "good")).await.unwrap();
    let newer = FORM + 1;
    plant(&format!("{{ key: 'newer', form: {newer}, name: 'Newer', secret: 1 }}")).await;
    plant(&format!("{{ key: 'damaged', form: {FORM}, name: 'Damaged', savedAt: 'never' }}")).await;
    plant("{ key: 'empty' }").await;
    let cases = [
        ("newer", "Newer", Flaw::Newer(newer)),
        ("damaged", "Damaged", Flaw::Damaged("savedAt")),
        ("empty", "", Flaw::Damaged("savedAt")),
    ];
    let kept = all(&store).await;
    for (key, name, flaw) in cases {
        let found = kept.iter().find(|kept| kept.key() == key).unwrap();
        let Kept::Unreadable(found) = found else { panic!("{found:?}") };
        assert_eq!((&*found.name, &found.flaw), (name, &flaw));
        assert!(found.raw.contains(key), "{}", found.raw);
        let refused = storage::save(&store, &save_of(key, Some(1), "over")).await;
        assert_eq!(refused, Err(StorageError::Conflict), "{key}");
    }
    assert_eq!(all(&store).await.len(), kept.len());
    assert!(kept.iter().any(|kept| kept.key() == "good" && kept.plan().is_some()));
}
