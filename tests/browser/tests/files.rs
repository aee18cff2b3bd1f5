//! Plans come from files and go to files, and the library in the browser keeps them.

mod desk;

use browser::{Key, Page, Result, visit};
use desk::{open_dialog, place, record, rename, saved};

const ENTRY_TIER: &[u8] = include_bytes!("../../../static/templates/entry-tier.json");
const SMALL: &[u8] = include_bytes!("../../../static/templates/small-organisation.json");
const FIELD: &str = "input[data-field=file]";

fn shows(page: &Page, name: &str) -> Result<()> {
    page.wait_until(
        name,
        "return document.querySelector('.plan-name')?.value === arguments[0]",
        &[name.into()],
    )
}

fn listed(page: &Page, count: u64) -> Result<()> {
    page.wait_until(
        "that many plans are listed",
        "return document.querySelectorAll('[data-list=kept] > li').length === arguments[0]",
        &[count.into()],
    )
}

fn centre(page: &Page) -> Result<browser::Point> {
    Ok(page.rect(".canvas")?.centre())
}

#[test]
fn a_plan_saved_as_a_file_opens_again_as_it_was() -> Result<()> {
    visit("/", |page| {
        rename(page, "Over: there?")?;
        place(page, "standard-edition")?;
        saved(page)?;
        let (name, content) = page.download(|| page.chord(&[Key::Control], 's'))?;
        assert_eq!(name, "Over- there-.ocsplan.json");
        let (_, again) = page.download(|| page.click("[data-save-file=true]"))?;
        assert_eq!(content, again);
        // Changed since, it is another plan and gets a name of its own.
        place(page, "standard-edition")?;
        saved(page)?;
        let file = page.file(&name, &content)?;
        open_dialog(page)?;
        page.choose_files(FIELD, &[file])?;
        shows(page, "Over: there? (2)")?;
        saved(page)?;
        assert!(page.text(".problem")?.contains("(2)"));
        assert_eq!(record(page)?, ("Over: there? (2)".to_string(), 1));
        Ok(())
    })
}

#[test]
fn files_are_opened_by_the_button_and_by_dropping_and_never_doubled() -> Result<()> {
    visit("/", |page| {
        let (tier, small) = (page.file("tier.json", ENTRY_TIER)?, page.file("small.json", SMALL)?);
        open_dialog(page)?;
        page.choose_files(FIELD, std::slice::from_ref(&small))?;
        shows(page, "Small organisation, 4,000 users")?;
        page.wait_for_no("dialog")?;
        saved(page)?;
        let at = centre(page)?;
        page.drag_files(std::slice::from_ref(&tier), at)?;
        page.wait_for("[data-drop]")?;
        page.screenshots("drop")?;
        page.drop_files(&[tier.clone(), small.clone()], at)?;
        shows(page, "Entry Tier, adapted, 30,000 users")?;
        page.wait_for_no("[data-drop]")?;
        saved(page)?;
        let told = page.text(".problem")?;
        assert!(told.contains("not doubled"), "{told}");
        open_dialog(page)?;
        listed(page, 2)
    })
}

#[test]
fn files_that_are_no_plans_are_told_together_and_replace_nothing() -> Result<()> {
    visit("/", |page| {
        rename(page, "Mine")?;
        saved(page)?;
        let wrong = String::from_utf8_lossy(SMALL).replace("\"remote_share\": 0.1", "\"remote_share\": 7");
        let wrong = wrong.replacen("\"site\": \"", "\"site\": \"no-", 1);
        let files = [
            page.file("broken.json", b"{ \"format\": \"availability-plan\", \"version\": 1,, }")?,
            page.file("picture.png", &[0x89, 0x50, 0x4e, 0x47, 0xff])?,
            page.file("wrong.json", wrong.as_bytes())?,
            page.file("newer.json", b"{ \"format\": \"availability-plan\", \"version\": 9 }")?,
        ];
        page.drag_files(&files, centre(page)?)?;
        page.drop_files(&files, centre(page)?)?;
        page.wait_for(".problem")?;
        let told = page.text(".problem p")?;
        for word in [
            "broken.json",
            "line 1",
            "picture.png",
            "not UTF-8",
            "wrong.json",
            "and at ",
            "newer.json",
            "version 9",
        ] {
            assert!(told.contains(word), "“{word}” is missing in: {told}");
        }
        page.screenshots("wrong files")?;
        shows(page, "Mine")?;
        page.reload()?;
        shows(page, "Mine")
    })
}

#[test]
fn the_library_finds_opens_copies_renames_deletes_and_brings_back() -> Result<()> {
    visit("/", |page| {
        for name in ["Alpha", "Beta one", "Gamma one"] {
            open_dialog(page)?;
            page.click("[data-template=empty]")?;
            shows(page, "New plan")?;
            rename(page, name)?;
            saved(page)?;
        }
        open_dialog(page)?;
        listed(page, 3)?;
        page.screenshots("library")?;
        page.click("[data-dialog=plans] input[type=search]")?;
        page.type_text("ONE be")?;
        listed(page, 1)?;
        let row = "[data-list=kept] > li";
        page.click(&format!("{row} [data-plan-action=copy]"))?;
        listed(page, 2)?;
        assert!(page.text("[data-list=kept]")?.contains("Beta one (2)"));
        // The copy was saved last and stands first.
        page.click(&format!("{row} [data-plan-action=rename]"))?;
        page.wait_for(".row-name")?;
        page.click(".row-name")?;
        page.chord(&[Key::Control], 'a')?;
        page.type_text("Beta one, renamed")?;
        page.key(Key::Enter)?;
        page.wait_until(
            "the name is taken",
            "return document.querySelector('[data-list=kept]').innerText.includes('renamed')",
            &[],
        )?;
        page.click(&format!("{row} [data-plan-action=trash]"))?;
        page.wait_for("[data-plan-action=undo]")?;
        listed(page, 1)?;
        page.screenshots("deleted")?;
        page.click("[data-plan-action=undo]")?;
        listed(page, 2)?;
        page.wait_for_no("[data-plan-action=undo]")?;
        page.click(&format!("{row} [data-plan-action=trash]"))?;
        listed(page, 1)?;
        page.click(".plans-deleted")?;
        page.wait_for("[data-list=deleted] > li")?;
        page.click("[data-list=deleted] .button")?;
        listed(page, 2)?;
        page.click(&format!("{row} .row-open"))?;
        shows(page, "Beta one, renamed")?;
        // What was deleted and brought back is there after all, and the open plan cannot be deleted.
        page.reload()?;
        open_dialog(page)?;
        listed(page, 4)
    })
}

#[test]
fn dialogs_are_used_by_keys_alone_and_leave_the_plan_in_peace() -> Result<()> {
    visit("/", |page| {
        rename(page, "By keys")?;
        saved(page)?;
        page.chord(&[Key::Control], 'o')?;
        page.wait_for("dialog[data-dialog=plans][open]")?;
        page.wait_until(
            "the dialog has the focus",
            "return document.activeElement.closest('dialog') !== null",
            &[],
        )?;
        let before = page.count(".canvas [data-node]")?;
        page.key(Key::Delete)?;
        page.chord(&[Key::Control], 'a')?;
        page.key(Key::Delete)?;
        assert_eq!(page.count(".canvas [data-node]")?, before);
        page.key(Key::Escape)?;
        page.wait_for_no("dialog")?;
        page.wait_for_no("[aria-invalid=true]")
    })
}
