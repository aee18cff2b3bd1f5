//! What becomes of edits when the browser's storage fails, another tab writes, or what is kept cannot be read.

mod desk;

use browser::{Key, Page, Result, visit};
use desk::{nodes, open_dialog, place, record, rename, saved, state};
use serde_json::{Value, json};

#[test]
fn a_browser_that_keeps_nothing_is_told_and_plans_live_as_long_as_the_tab() -> Result<()> {
    visit("/", |page| {
        page.before_load(
            "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError') } })",
        )?;
        page.reload()?;
        page.wait_for("[data-save-state=failed]")?;
        assert!(state(page)?.contains("this tab only"), "{}", state(page)?);
        let told = page.text(".problem[role=alert]")?;
        assert!(told.contains("in this tab only") && told.contains("private window"), "{told}");
        page.screenshots("private")?;
        rename(page, "Only here")?;
        // Opening another plan loses nothing either.
        open_dialog(page)?;
        page.click("[data-template=empty]")?;
        page.wait_until(
            "the other plan is open",
            "return document.querySelector('.plan-name').value === 'New plan'",
            &[],
        )?;
        open_dialog(page)?;
        page.wait_for("[data-list=kept] [data-plan]")?;
        page.screenshots("private library")?;
        assert!(page.text("[data-list=kept]")?.contains("in this tab only"));
        page.click("[data-list=kept] .row-open")?;
        page.wait_until(
            "the plan is back",
            "return document.querySelector('.plan-name').value === 'Only here'",
            &[],
        )?;
        let asks = page.script(
            "const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); return event.defaultPrevented",
            &[],
        )?;
        assert_eq!(asks, json!(true), "leaving asks first");
        Ok(())
    })
}

#[test]
fn an_idle_second_tab_follows_the_first() -> Result<()> {
    visit("/", |page| {
        rename(page, "Shared")?;
        saved(page)?;
        let first = page.window()?;
        let second = page.open_window()?;
        page.wait_for("[data-save-state=saved]")?;
        page.switch_to(&first)?;
        place(page, "standard-edition")?;
        saved(page)?;
        let shown = nodes(page)?;
        page.switch_to(&second)?;
        page.wait_until(
            "the second tab shows what the first has done",
            "return document.querySelectorAll('.canvas [data-node]').length === arguments[0]",
            &[shown.into()],
        )?;
        // It goes on from there, and the first follows.
        rename(page, "Shared on")?;
        saved(page)?;
        page.switch_to(&first)?;
        page.wait_until(
            "the first tab has the name",
            "return document.querySelector('.plan-name').value === 'Shared on'",
            &[],
        )?;
        assert_eq!(page.count(".problem")?, 0);
        page.switch_to(&second)?;
        page.close_window(&first)
    })
}

#[test]
fn two_tabs_that_change_the_plan_at_once_keep_both() -> Result<()> {
    visit("/", |page| {
        rename(page, "Both")?;
        saved(page)?;
        let first = page.window()?;
        let second = page.empty_window()?;
        // It hears nothing of the other, as when a browser lets a tab sleep.
        page.before_load(
            "window.BroadcastChannel = undefined;
             window.addEventListener('visibilitychange', event => event.stopImmediatePropagation(), true)",
        )?;
        page.go_to(&page.address())?;
        page.wait_for("[data-save-state=saved]")?;
        page.switch_to(&first)?;
        rename(page, "Both, first")?;
        saved(page)?;
        page.switch_to(&second)?;
        rename(page, "Both, second")?;
        page.wait_for(".problem [data-offer]")?;
        let told = page.text(".problem")?;
        assert!(told.contains("changed in another tab") && told.contains("plan of their own"), "{told}");
        saved(page)?;
        page.screenshots("conflict")?;
        assert_eq!(record(page)?.0, "Both, second");
        page.click(".problem [data-offer]")?;
        page.wait_until(
            "the other tab's plan is shown",
            "return document.querySelector('.plan-name').value === 'Both, first'",
            &[],
        )?;
        open_dialog(page)?;
        page.wait_for("[data-list=kept] [data-plan]")?;
        let listed = page.text("[data-list=kept]")?;
        assert!(listed.contains("Both, first") && listed.contains("Both, second"), "{listed}");
        page.close_window(&first)
    })
}

/// Leaves for a text of the same site, where no planner runs that could open the storage; gives its address.
fn away(page: &Page) -> Result<String> {
    let text = format!("{}panels.css", page.address());
    page.go_to(&text)?;
    Ok(text)
}

/// Writes records past the planner.
fn plant(page: &Page, records: &Value) -> Result<()> {
    page.script(
        "window.planted = false;
         const opened = indexedDB.open('availability-planner');
         opened.onsuccess = () => {
             const transaction = opened.result.transaction(['plans', 'versions'], 'readwrite');
             for (const [record, text] of arguments[0]) {
                 transaction.objectStore('plans').put(record);
                 if (text !== null) transaction.objectStore('versions').put(text, [record.key, 1]);
             }
             transaction.oncomplete = () => { opened.result.close(); window.planted = true; };
         }",
        std::slice::from_ref(records),
    )?;
    page.wait_until("the records are written", "return window.planted", &[])
}

#[test]
fn what_cannot_be_read_is_named_left_alone_and_can_be_had_as_a_file() -> Result<()> {
    visit("/", |page| {
        rename(page, "Sound")?;
        saved(page)?;
        let head = |key: &str, name: &str, form: u32| {
            json!({ "key": key, "name": name, "form": form, "revision": 1, "savedAt": 5, "components": 1, "users": 1,
                    "deletedAt": null, "versions": [[1, 5, "Edit", 5]] })
        };
        let newer_plan =
            json!({ "format": "availability-plan", "version": 9, "name": "Tomorrow" }).to_string();
        let records = json!([
            [head("torn", "Torn", 2), "{ \"format\": \"availability-plan\", \"ver"],
            [{ "key": "broken", "form": 2, "name": "Broken" }, "half a plan"],
            [head("later", "Later", 3), null],
            [head("tomorrow", "Tomorrow", 2), newer_plan],
            [head("lost", "Lost", 2), null],
        ]);
        plant(page, &records)?;
        page.reload()?;
        page.wait_for("[data-save-state=saved]")?;
        assert_eq!(record(page)?.0, "Sound");
        open_dialog(page)?;
        for (key, words) in [
            ("torn", "not a plan"),
            ("broken", "damaged"),
            ("later", "newer planner"),
            ("tomorrow", "version 9"),
            ("lost", "missing"),
        ] {
            page.wait_for(&format!("[data-plan={key}] [data-flawed]"))?;
            let told = page.text(&format!("[data-plan={key}]"))?;
            assert!(told.contains(words) && told.contains("left as it is"), "{key}: {told}");
        }
        page.screenshots("unreadable")?;
        for (key, file, content) in [
            ("torn", "Torn.ocsplan.json", "{ \"format\": \"availability-plan\", \"ver"),
            ("broken", "Broken.ocsplan.json", "half a plan"),
            ("later", "Later.ocsplan.json", "\"form\":3"),
        ] {
            let button = format!("[data-plan={key}] .button");
            let show = "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })";
            page.script(show, &[button.as_str().into()])?;
            let (name, bytes) = page.download(|| page.click(&button))?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(name == file && text.contains(content), "{name}: {text}");
        }
        page.key(Key::Escape)?;
        // The others are as usable as ever.
        rename(page, "Sound still")?;
        saved(page)?;
        let untouched = page.script(
            "window.found = null;
             const opened = indexedDB.open('availability-planner');
             opened.onsuccess = () => {
                 const all = opened.result.transaction('plans').objectStore('plans').getAll();
                 all.onsuccess = () => { opened.result.close(); window.found = all.result; };
             }",
            &[],
        );
        untouched?;
        page.wait_until("the records are read", "return window.found !== null", &[])?;
        let found = page.script("return window.found", &[])?;
        for planted in records.as_array().into_iter().flatten() {
            let record = planted.get(0).unwrap_or(&Value::Null);
            assert!(found.as_array().is_some_and(|found| found.contains(record)), "{record} was changed");
        }
        Ok(())
    })
}

#[test]
fn a_tab_with_an_earlier_planner_is_waited_for_and_nothing_is_lost() -> Result<()> {
    visit("/", |page| {
        let elsewhere = away(page)?;
        let first = page.window()?;
        let earlier = page.empty_window()?;
        page.go_to(&elsewhere)?;
        page.script(
            "window.ready = false;
             indexedDB.deleteDatabase('availability-planner').onsuccess = () => {
                 const opened = indexedDB.open('availability-planner', 1);
                 opened.onupgradeneeded = () => opened.result.createObjectStore('plans', { keyPath: 'key' });
                 opened.onsuccess = () => { window.held = opened.result; window.ready = true; };
             }",
            &[],
        )?;
        page.wait_until("the earlier planner holds the storage", "return window.ready", &[])?;
        page.switch_to(&first)?;
        page.go_to(&page.address())?;
        page.wait_for("[data-save-state=failed]")?;
        // That a page of another kind has no icon is no fault.
        page.console()?;
        let told = page.text(".problem[role=alert]")?;
        assert!(told.contains("Close other tabs"), "{told}");
        page.screenshots("blocked")?;
        rename(page, "Waiting")?;
        page.switch_to(&earlier)?;
        page.close_window(&first)?;
        page.wait_for("[data-save-state=saved]")?;
        assert_eq!(record(page)?.0, "Waiting");
        Ok(())
    })
}

#[test]
fn a_plan_that_could_not_be_read_at_first_is_shown_once_the_storage_opens() -> Result<()> {
    visit("/", |page| {
        rename(page, "Waited for")?;
        saved(page)?;
        // The storage opens later than the page waits for it.
        page.before_load(
            "const open = IDBFactory.prototype.open;
             const began = Date.now();
             IDBFactory.prototype.open = function (...given) {
                 if (Date.now() - began > 3000) return open.apply(this, given);
                 throw new DOMException('not yet', 'UnknownError');
             }",
        )?;
        page.reload()?;
        page.wait_for("[data-save-state=failed]")?;
        page.wait_for("[data-save-state=saved]")?;
        page.wait_for_no(".problem")?;
        assert_eq!(
            page.script("return document.querySelector('.plan-name').value", &[])?,
            json!("Waited for")
        );
        Ok(())
    })
}

#[test]
fn a_storage_of_a_newer_planner_is_left_alone() -> Result<()> {
    visit("/", |page| {
        away(page)?;
        page.script(
            "window.ready = false;
             indexedDB.deleteDatabase('availability-planner').onsuccess = () => {
                 const opened = indexedDB.open('availability-planner', 99);
                 opened.onsuccess = () => { opened.result.close(); window.ready = true; };
             }",
            &[],
        )?;
        page.wait_until("a newer planner was here", "return window.ready", &[])?;
        page.go_to(&page.address())?;
        page.wait_for("[data-save-state=failed]")?;
        // That a page of another kind has no icon is no fault.
        page.console()?;
        let told = page.text(".problem[role=alert]")?;
        assert!(told.contains("newer planner") && told.contains("left as it is"), "{told}");
        Ok(())
    })
}

#[test]
fn every_step_is_a_version_to_go_back_to_and_going_back_can_be_undone() -> Result<()> {
    visit("/", |page| {
        for name in ["First", "Second", "Third"] {
            rename(page, name)?;
            saved(page)?;
            place(page, "standard-edition")?;
            saved(page)?;
        }
        let last = nodes(page)?;
        page.click("[data-save-state]")?;
        page.wait_for("[data-dialog=versions] [data-version]")?;
        page.screenshots("versions")?;
        assert_eq!(page.count("[data-version]")?, 6);
        page.click("[data-version='2'] .button")?;
        page.wait_until(
            "the version is shown",
            "return document.querySelectorAll('.canvas [data-node]').length === arguments[0]",
            &[(last - 2).into()],
        )?;
        saved(page)?;
        assert_eq!(record(page)?, ("First".to_string(), 7));
        page.chord(&[Key::Control], 'z')?;
        page.wait_until(
            "it is undone",
            "return document.querySelectorAll('.canvas [data-node]').length === arguments[0]",
            &[last.into()],
        )?;
        saved(page)?;
        assert_eq!(record(page)?, ("Third".to_string(), 8));
        Ok(())
    })
}

/// WebDriver has no word for how much a browser may keep.
mod only_in_chromium {
    use browser::{Page, Result, visit};
    use serde_json::json;

    use super::desk::{nodes, place, record, rename, saved, state};

    fn origin(page: &Page) -> Result<String> {
        let origin = page.script("return location.origin", &[])?;
        Ok(origin.as_str().unwrap_or_default().to_owned())
    }

    fn limit_storage(page: &Page, bytes: Option<u64>) -> Result<()> {
        let mut limit = json!({ "origin": origin(page)? });
        if let (Some(bytes), Some(limit)) = (bytes, limit.as_object_mut()) {
            limit.insert("quotaSize".into(), bytes.into());
        }
        page.devtools("Storage.overrideQuotaForOrigin", &limit).map(drop)
    }

    #[test]
    fn a_full_storage_is_told_keeps_the_page_working_and_is_over_when_there_is_room() -> Result<()> {
        visit("/", |page| {
            rename(page, "Kept before")?;
            saved(page)?;
            // The browser remembers for a while how much room there was; a new one looks anew.
            page.crash_and_reopen()?;
            page.wait_for("[data-save-state=saved]")?;
            limit_storage(page, Some(1))?;
            rename(page, "Without room")?;
            page.wait_for("[data-save-state=failed]")?;
            assert!(state(page)?.contains("storage is full"), "{}", state(page)?);
            let told = page.text(".problem[role=alert]")?;
            assert!(told.contains("storage is full") && told.contains("save the plan as a file"), "{told}");
            page.screenshots("full")?;
            // What the browser could not keep can be had as a file.
            let (name, content) = page.download(|| page.click(".problem [data-offer]"))?;
            assert_eq!(name, "Without room.ocsplan.json");
            assert!(String::from_utf8_lossy(&content).contains("\"Without room\""));
            // The page goes on.
            place(page, "standard-edition")?;
            let shown = nodes(page)?;
            assert_eq!(record(page)?.0, "Kept before");
            limit_storage(page, None)?;
            page.wait_for("[data-save-state=saved]")?;
            page.wait_for_no(".problem")?;
            page.reload()?;
            page.wait_for("[data-save-state=saved]")?;
            assert_eq!((record(page)?.0.as_str(), nodes(page)?), ("Without room", shown));
            Ok(())
        })
    }
}
