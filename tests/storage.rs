//! Nothing that was edited is lost: whatever fails, whoever else writes, and in whatever order things happen.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::exchange::file;
use availability_planner::exchange::storage::{
    self as storage, DELETED_DAYS, Desk, Entering, FORM, Flaw, Head, Kept, MERGE_MS, MOST_VERSIONS,
    MemoryStore, PlanSize, PlanStore, Rewriting, Save, SaveState, StorageError, Stored, Unreadable, Wish,
};
use availability_planner::plan::{Document, Scenario};
use proptest::prelude::*;

const DAY_MS: f64 = 86_400_000.0;

fn done<T>(future: impl Future<Output = T>) -> T {
    storage::block_on(future).expect("memory never waits")
}

/// A valid plan of that name.
fn plan(name: &str) -> Rc<Document> {
    let mut scenario = Scenario::empty("plan", "As planned");
    scenario.name = name.into();
    Rc::new(Document::new(name, scenario))
}

fn save_of(key: &str, base: Option<u32>, text: &str, now_ms: f64) -> Save {
    Save {
        key: key.into(),
        base,
        name: key.into(),
        size: PlanSize::default(),
        text: text.into(),
        label: format!("Step at {now_ms}"),
        now_ms,
    }
}

fn text_of(store: &MemoryStore, key: &str) -> Option<String> {
    done(store.visit(Wish::Plan(key))).unwrap().text
}

fn version_of(store: &MemoryStore, key: &str, number: u32) -> Option<String> {
    done(store.visit(Wish::Version(key, number))).unwrap().text
}

fn all(store: &MemoryStore) -> Vec<Kept> {
    done(store.visit(Wish::All)).unwrap().kept
}

fn head_of(store: &MemoryStore, key: &str) -> Head {
    done(store.visit(Wish::Plan(key))).unwrap().plan().unwrap().clone()
}

/// Saves all that waits, as the page does.
fn settle(desk: &mut Desk, store: &MemoryStore, now_ms: f64) {
    let mut spare = 0;
    while let Some(save) = desk.next(now_ms) {
        spare += 1;
        let kept = done(store.visit(Wish::All)).unwrap_or_default().kept;
        let name = storage::unique_name(&save.name, &kept);
        let result = done(storage::save(store, &save));
        desk.done(result, &format!("{}-{now_ms}-{spare}", save.key), &name);
    }
}

fn stored_document(store: &MemoryStore, key: &str) -> Option<Document> {
    text_of(store, key).map(|text| file::read(&text, &Catalog::bundled()).unwrap())
}

#[test]
fn every_version_can_be_read_back_and_the_last_one_is_the_plan() {
    let store = MemoryStore::default();
    for step in 0..MOST_VERSIONS + 10 {
        let now = f64::from(u32::try_from(step).unwrap()) * MERGE_MS;
        let base = (step > 0).then(|| head_of(&store, "a").revision);
        done(storage::save(&store, &save_of("a", base, &format!("text {step}"), now))).unwrap();
    }
    let head = head_of(&store, "a");
    assert_eq!(head.versions.len(), MOST_VERSIONS);
    for (version, step) in head.versions.iter().zip(10..) {
        assert_eq!(version_of(&store, "a", version.number).unwrap(), format!("text {step}"));
    }
    assert_eq!(text_of(&store, "a").unwrap(), "text 59");
    assert_eq!(version_of(&store, "a", 1), None, "a version that was let go takes no room");
}

#[test]
fn nobody_writes_over_what_he_has_not_seen() {
    let unreadable = Kept::Unreadable(Unreadable {
        key: "newer".into(),
        name: "Newer".into(),
        flaw: Flaw::Newer(FORM + 1),
        raw: "{}".into(),
    });
    let store = MemoryStore::default();
    done(storage::save(&store, &save_of("a", None, "mine", 1.0))).unwrap();
    done(storage::save(&store, &save_of("a", Some(1), "theirs", 2.0))).unwrap();
    store.plant(unreadable.clone());
    for (key, base) in [("a", None), ("a", Some(1)), ("a", Some(3)), ("newer", None), ("newer", Some(7))] {
        let result = done(storage::save(&store, &save_of(key, base, "over", 3.0)));
        assert_eq!(result, Err(StorageError::Conflict), "{key} from {base:?}");
    }
    assert_eq!(text_of(&store, "a").unwrap(), "theirs");
    assert!(all(&store).contains(&unreadable));
    done(storage::save(&store, &save_of("gone", Some(4), "again", 3.0))).unwrap();
    assert_eq!(head_of(&store, "gone").revision, 5, "a plan that was removed meanwhile is kept anew");
}

#[test]
fn a_full_storage_gives_up_own_old_versions_then_deleted_plans_and_no_plan_as_it_is() {
    let text = "x".repeat(100);
    let store = MemoryStore::default();
    done(storage::save(&store, &save_of("other", None, &text, 0.0))).unwrap();
    for (key, at) in [("deleted-late", 2.0), ("deleted-early", 1.0)] {
        done(storage::save(&store, &save_of(key, None, &text, 0.0))).unwrap();
        done(storage::mark(&store, key, Some(at))).unwrap();
    }
    let mut revision = None;
    let mut write = |length: usize, now_ms: f64| {
        let save = save_of("a", revision, &"y".repeat(length), now_ms);
        let result = done(storage::save(&store, &save));
        revision = result.as_ref().map_or(revision, |head| Some(head.revision));
        result
    };
    for step in 0..24_u32 {
        write(100, f64::from(step) * DAY_MS / 24.0).unwrap();
    }
    let keys = || -> Vec<String> { all(&store).iter().map(|kept| kept.key().into()).collect() };
    store.limit(Some(store.bytes()));
    write(150, DAY_MS).unwrap();
    assert_eq!(head_of(&store, "a").versions.len(), 13, "half of the old versions, and the new one");
    assert_eq!(keys(), ["a", "deleted-early", "deleted-late", "other"]);

    store.limit(Some(store.bytes()));
    write(350, 2.0 * DAY_MS).unwrap();
    assert_eq!(head_of(&store, "a").versions.len(), 11);
    assert_eq!(keys(), ["a", "deleted-late", "other"]);
    write(100, 3.0 * DAY_MS).unwrap();

    store.limit(Some(store.bytes()));
    assert_eq!(write(100_000, 4.0 * DAY_MS), Err(StorageError::Full));
    assert_eq!(keys(), ["a", "other"]);
    assert_eq!(text_of(&store, "other").unwrap(), text);
    assert_eq!(text_of(&store, "a").unwrap().len(), 100, "the save before is whole");
    store.limit(None);
    write(100_000, 5.0 * DAY_MS).unwrap();
    assert_eq!(text_of(&store, "a").unwrap().len(), 100_000);
}

#[test]
fn a_deleted_plan_comes_back_until_its_days_are_over() {
    let store = MemoryStore::default();
    for key in ["kept", "back", "edited", "late", "over"] {
        done(storage::save(&store, &save_of(key, None, key, 0.0))).unwrap();
    }
    for key in ["back", "edited", "over"] {
        done(storage::mark(&store, key, Some(1.0))).unwrap();
    }
    done(storage::mark(&store, "late", Some(2.0 * DAY_MS))).unwrap();
    done(storage::mark(&store, "back", None)).unwrap();
    done(storage::save(&store, &save_of("edited", Some(1), "edited on", 2.0))).unwrap();
    let kept = all(&store);
    assert_eq!(storage::titles(&kept).collect::<Vec<_>>(), ["back", "edited", "kept"]);
    done(storage::purge(&store, &kept, f64::from(DELETED_DAYS + 1) * DAY_MS));
    let left: Vec<_> = all(&store).iter().map(|kept| kept.key().to_string()).collect();
    assert_eq!(left, ["back", "edited", "kept", "late"]);
    assert_eq!(text_of(&store, "edited").unwrap(), "edited on");
}

#[test]
fn renaming_a_stored_plan_is_a_version_of_it() {
    let store = MemoryStore::default();
    let text = file::write(&plan("Before")).unwrap();
    done(storage::save(&store, &save_of("a", None, &text, 0.0))).unwrap();
    done(storage::rewrite(&store, &Catalog::bundled(), "a", Rewriting::Rename("After"), 1.0)).unwrap();
    let head = head_of(&store, "a");
    assert_eq!((&*head.name, head.versions.len()), ("After", 2));
    assert_eq!(stored_document(&store, "a").unwrap().name, "After");
    done(storage::save(&store, &save_of("b", None, "not a plan", 0.0))).unwrap();
    let refusal = done(storage::rewrite(&store, &Catalog::bundled(), "b", Rewriting::Rename("After"), 1.0))
        .unwrap_err();
    assert!(refusal.contains("not a plan"), "{refusal}");
    assert_eq!(text_of(&store, "b").unwrap(), "not a plan");
}

#[test]
fn each_fault_is_told_keeps_the_edit_and_is_over_when_it_is_over() {
    let faults = [
        (StorageError::Unavailable("no database".into()), "in this tab only"),
        (StorageError::Newer, "newer planner"),
        (StorageError::Blocked, "Close other tabs"),
        (StorageError::Full, "storage is full"),
        (StorageError::Write("disk".into()), "tried again"),
    ];
    for (fault, words) in faults {
        let store = MemoryStore::default();
        let mut desk = Desk::new("a", &plan("0"), Stored::Nothing, "New plan");
        settle(&mut desk, &store, 0.0);
        store.fail(Some(fault.clone()));
        let edited = plan("1");
        desk.edit(&edited, "Rename the plan");
        settle(&mut desk, &store, 1.0);
        assert_eq!(desk.state(), SaveState::Failed(fault.clone()));
        assert!(fault.to_string().contains(words), "{fault}");
        assert!(desk.has_unsaved() && desk.has_failed());

        // Neither another edit nor another plan loses anything.
        let other = plan("other");
        desk.open("b", &other, Stored::Nothing, "New plan");
        settle(&mut desk, &store, 2.0);
        assert_eq!(desk.left().map(|(key, _)| key).collect::<Vec<_>>(), ["a"]);
        store.fail(None);
        assert_eq!(stored_document(&store, "a").unwrap().name, "0");
        desk.retry();
        settle(&mut desk, &store, 3.0);
        assert!(!desk.has_unsaved() && !desk.has_failed());
        assert_eq!(stored_document(&store, "a").unwrap(), *edited);
        assert_eq!(stored_document(&store, "b").unwrap(), *other);
        assert_eq!(desk.state(), SaveState::Saved(3.0));
    }
}

#[test]
fn an_edit_during_a_save_is_saved_even_if_another_plan_is_opened_at_once() {
    let store = MemoryStore::default();
    let mut desk = Desk::new("a", &plan("0"), Stored::Untouched, "");
    desk.edit(&plan("1"), "First");
    let under_way = desk.next(1.0).unwrap();
    let second = plan("2");
    desk.edit(&second, "Second");
    assert_eq!(desk.next(1.0), None, "one save at a time");
    desk.open("b", &plan("b"), Stored::Untouched, "");
    assert_eq!(desk.state(), SaveState::Untouched);
    desk.done(done(storage::save(&store, &under_way)), "spare", "spare");
    settle(&mut desk, &store, 2.0);
    assert_eq!(stored_document(&store, "a").unwrap(), *second);
    assert!(stored_document(&store, "b").is_none(), "what was only looked at is not kept");
}

#[test]
fn what_is_only_looked_at_is_promised_nothing_while_nothing_can_be_kept() {
    let store = MemoryStore::default();
    let mut desk = Desk::new("a", &plan("0"), Stored::Untouched, "");
    assert_eq!(desk.state(), SaveState::Untouched);
    desk.fail(StorageError::Blocked);
    desk.open("b", &plan("b"), Stored::Untouched, "");
    assert_eq!(desk.state(), SaveState::Failed(StorageError::Blocked));
    assert!(desk.has_failed() && !desk.has_unsaved() && desk.is_untouched());
    desk.recover();
    assert_eq!(desk.state(), SaveState::Untouched);
    desk.edit(&plan("c"), "Edit");
    settle(&mut desk, &store, 1.0);
    assert_eq!(desk.state(), SaveState::Saved(1.0));
    assert!(!desk.is_untouched());
}

#[test]
fn what_was_left_unsaved_and_is_opened_again_is_still_to_be_saved() {
    let store = MemoryStore::default();
    let mut desk = Desk::new("a", &plan("0"), Stored::Nothing, "New plan");
    settle(&mut desk, &store, 0.0);
    store.fail(Some(StorageError::Full));
    let edited = plan("1");
    desk.edit(&edited, "Edit");
    settle(&mut desk, &store, 1.0);
    desk.open("b", &plan("b"), Stored::Untouched, "");
    let (key, document) = desk.left().next().map(|(key, left)| (key.to_string(), Rc::clone(left))).unwrap();
    store.fail(None);
    desk.open(&key, &document, Stored::Untouched, "");
    assert_eq!(desk.state(), SaveState::Failed(StorageError::Full), "until it is saved");
    settle(&mut desk, &store, 2.0);
    assert_eq!(desk.state(), SaveState::Saved(2.0));
    assert_eq!(stored_document(&store, "a").unwrap(), *edited);
}

#[test]
fn of_two_tabs_the_idle_one_follows_and_the_busy_one_goes_on_in_a_copy() {
    let store = MemoryStore::default();
    let first = plan("Tier");
    let mut mine = Desk::new("a", &first, Stored::Nothing, "New plan");
    settle(&mut mine, &store, 0.0);
    let stored = Stored::All { revision: 1, saved_at_ms: 0.0 };
    let mut theirs = Desk::new("a", &first, stored, "");

    let edited = plan("Tier, theirs");
    theirs.edit(&edited, "Edit");
    settle(&mut theirs, &store, 1.0);
    let head = head_of(&store, "a");
    assert!(mine.is_behind("a", head.revision) && !theirs.is_behind("a", head.revision));
    assert!(mine.follow("a", &edited, &head));
    assert_eq!(mine.state(), SaveState::Saved(1.0));

    theirs.edit(&plan("Tier, theirs again"), "Edit");
    settle(&mut theirs, &store, 2.0);
    let own = plan("Tier, mine");
    mine.edit(&own, "Edit");
    assert!(!mine.follow("a", &plan("x"), &head_of(&store, "a")), "own changes are not given up");
    let save = mine.next(3.0).unwrap();
    let diverted = mine.done(done(storage::save(&store, &save)), "b", "Tier (2)").unwrap();
    assert!(diverted.is_open);
    assert_eq!((&*diverted.from, &*diverted.to), ("a", "b"));
    settle(&mut mine, &store, 4.0);
    assert_eq!(stored_document(&store, "a").unwrap().name, "Tier, theirs again");
    let copy = stored_document(&store, "b").unwrap();
    assert_eq!((&*copy.name, &copy.scenarios), ("Tier (2)", &own.scenarios));
}

#[test]
fn a_file_that_is_opened_twice_is_not_doubled_and_another_of_its_name_gets_a_number() {
    let store = MemoryStore::default();
    let catalog = Catalog::bundled();
    let entering = |document: &Document| done(storage::entering(&store, &catalog, document.clone()));
    let tier = plan("Tier");
    assert_eq!(entering(&tier), Entering::New((*tier).clone()));
    let text = file::write(&tier).unwrap();
    done(storage::save(&store, &Save { name: "Tier".into(), ..save_of("a", None, &text, 0.0) })).unwrap();
    assert_eq!(entering(&tier), Entering::Known(head_of(&store, "a"), (*tier).clone()));
    let mut other = (*tier).clone();
    other.scenarios = plan("Other").scenarios.clone();
    let Entering::New(numbered) = entering(&other) else { panic!("it is another plan") };
    assert_eq!((&*numbered.name, &numbered.scenarios), ("Tier (2)", &other.scenarios));
    done(storage::mark(&store, "a", Some(1.0))).unwrap();
    assert_eq!(entering(&tier), Entering::New((*tier).clone()), "what was deleted does not count");
}

/// What can happen on a desk.
#[derive(Debug, Clone)]
enum Event {
    Edit,
    Open(u8),
    Begin,
    End,
    Fault(Option<StorageError>),
    Retry,
    /// Somebody else saves the plan.
    Other(u8),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => Just(Event::Edit),
        2 => (0..3_u8).prop_map(Event::Open),
        3 => Just(Event::Begin),
        3 => Just(Event::End),
        1 => Just(Event::Fault(Some(StorageError::Full))),
        1 => Just(Event::Fault(None)),
        1 => Just(Event::Retry),
        1 => (0..3_u8).prop_map(Event::Other),
    ]
}

/// A desk with a store and what the user did last to each of his plans, by the content of the plan.
struct Run {
    store: MemoryStore,
    desk: Desk,
    under_way: Option<Save>,
    open: String,
    mine: BTreeMap<String, Rc<Document>>,
    theirs: Vec<Document>,
    count: u32,
}

impl Run {
    fn new() -> Self {
        let first = plan("start");
        let desk = Desk::new("0", &first, Stored::Nothing, "New plan");
        let mine = BTreeMap::from([("0".to_string(), first)]);
        let (store, theirs) = (MemoryStore::default(), Vec::new());
        Self { store, desk, under_way: None, open: "0".into(), mine, theirs, count: 0 }
    }

    fn fresh(&mut self) -> Rc<Document> {
        self.count += 1;
        plan(&format!("content {}", self.count))
    }

    fn happen(&mut self, event: Event) {
        let now = f64::from(self.count);
        match event {
            Event::Edit => {
                let next = self.fresh();
                self.desk.edit(&next, "Edit");
                self.mine.insert(self.open.clone(), next);
            }
            Event::Open(number) => self.open(&number.to_string()),
            Event::Begin => self.under_way = self.desk.next(now).or(self.under_way.take()),
            Event::End => self.end(),
            Event::Fault(fault) => self.store.fail(fault),
            Event::Retry => self.desk.retry(),
            Event::Other(number) => self.other(&number.to_string(), now),
        }
    }

    /// Opens a plan as the page does: what the desk has of it, else what is stored, else a new one.
    fn open(&mut self, key: &str) {
        if key == self.open {
            return;
        }
        let left = self.desk.left().find(|(left, _)| *left == key).map(|(_, document)| Rc::clone(document));
        let found = match left {
            Some(document) => Some((document, Stored::Untouched)),
            None => match done(self.store.visit(Wish::Plan(key))) {
                Ok(found) => match (found.plan(), &found.text) {
                    (Some(head), Some(text)) => {
                        let document = file::read(text, &Catalog::bundled()).unwrap();
                        let stored = Stored::All { revision: head.revision, saved_at_ms: head.saved_at_ms };
                        Some((Rc::new(document), stored))
                    }
                    _ => Some((self.fresh(), Stored::Nothing)),
                },
                Err(_) => None,
            },
        };
        if let Some((document, stored)) = found {
            self.desk.open(key, &document, stored, "Open");
            self.mine.insert(key.into(), document);
            self.open = key.into();
        }
    }

    fn end(&mut self) {
        let Some(save) = self.under_way.take() else { return };
        self.count += 1;
        let spare = format!("spare {}", self.count);
        let result = done(storage::save(&self.store, &save));
        if let Some(diverted) = self.desk.done(result, &spare, &save.name) {
            let document = self.mine.remove(&diverted.from).unwrap();
            self.mine.insert(diverted.to.clone(), document);
            if diverted.is_open {
                self.open = diverted.to;
            }
        }
    }

    fn other(&mut self, key: &str, now_ms: f64) {
        let Ok(found) = done(self.store.visit(Wish::Plan(key))) else { return };
        let document = self.fresh();
        let base = found.plan().map(|head| head.revision);
        let save = save_of(key, base, &file::write(&document).unwrap(), now_ms);
        done(storage::save(&self.store, &save)).unwrap();
        self.theirs.push((*document).clone());
    }
}

proptest! {
    #[test]
    fn whatever_happens_the_last_edit_of_every_plan_reaches_the_store(events in prop::collection::vec(event(), 1..60)) {
        let mut run = Run::new();
        for event in events {
            run.happen(event);
        }
        run.store.fail(None);
        run.end();
        run.desk.retry();
        let mut rounds = 0;
        while run.desk.has_unsaved() {
            run.happen(Event::Begin);
            run.end();
            rounds += 1;
            prop_assert!(rounds < 20, "saving comes to an end");
        }
        let mut stored = Vec::new();
        for kept in all(&run.store) {
            stored.extend(stored_document(&run.store, kept.key()));
            for version in &kept.plan().unwrap().versions {
                let text = version_of(&run.store, kept.key(), version.number).unwrap();
                stored.push(file::read(&text, &Catalog::bundled()).unwrap());
            }
        }
        let holds = |wanted: &Document| stored.iter().any(|document| document.scenarios == wanted.scenarios);
        for (key, document) in &run.mine {
            prop_assert!(holds(document), "{} under {key} is lost", document.name);
        }
        // A later save may merge with theirs into one version only where it goes on from it.
        let last_theirs = run.theirs.last();
        prop_assert!(last_theirs.is_none_or(holds), "the other's last save is lost");
    }
}
