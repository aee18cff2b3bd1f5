//! A plan is handed on as a link, a picture or a report, and comes back from links and pictures.

mod desk;

use browser::{Key, Page, Result, visit};
use desk::{open_dialog, place, record, rename, saved};
use serde_json::Value;

const CHECKED: &str = ".supported[data-checked=told]";
const DIALOG: &str = "dialog.sharing[open]";

/// Asks for a command by its name.
fn ask(page: &Page, command: &str) -> Result<()> {
    page.chord(&[Key::Control], 'k')?;
    page.wait_for("dialog[data-dialog=chooser][open]")?;
    page.type_text(command)?;
    page.wait_until(
        command,
        "return document.querySelector('.pick.chosen')?.innerText.includes(arguments[0])",
        &[command.into()],
    )?;
    page.key(Key::Enter)?;
    page.wait_for_no("dialog[data-dialog=chooser]")
}

/// A plan of our own, checked and saved.
fn draw(page: &Page, name: &str) -> Result<()> {
    page.wait_for(CHECKED)?;
    rename(page, name)?;
    place(page, "standard-edition")?;
    saved(page)?;
    page.wait_for(CHECKED)
}

/// The link that the page makes of the open plan.
fn link(page: &Page) -> Result<String> {
    ask(page, "Copy link to this plan")?;
    page.wait_for(DIALOG)?;
    let link = page.script("return document.querySelector('dialog.sharing input').value", &[])?;
    Ok(link.as_str().unwrap_or_default().to_owned())
}

fn close(page: &Page) -> Result<()> {
    page.click("dialog.sharing .primary")?;
    page.wait_for_no("dialog.sharing")
}

fn shows(page: &Page, name: &str) -> Result<()> {
    page.wait_until(
        name,
        "return document.querySelector('.plan-name')?.value === arguments[0]",
        &[name.into()],
    )
}

fn hash(page: &Page) -> Result<Value> {
    page.script("return location.hash", &[])
}

#[test]
fn a_link_opens_the_same_plan_in_another_browser_and_is_never_doubled() -> Result<()> {
    visit("/", |page| {
        draw(page, "By <link> & \"more\"")?;
        let nodes = page.count(".canvas [data-node]")?;
        let link = link(page)?;
        let told = page.text(DIALOG)?;
        assert!(told.contains(" characters") && told.contains("no server"), "{told}");
        page.screenshots("link")?;
        close(page)?;
        // Here the plan is kept already.
        let first = page.window()?;
        page.empty_window()?;
        page.go_to(&link)?;
        page.wait_for(".problem")?;
        assert!(page.text(".problem")?.contains("not doubled"));
        shows(page, "By <link> & \"more\"")?;
        assert_eq!(hash(page)?, "");
        page.close_window(&first)?;
        // Elsewhere it is not.
        page.go_to("about:blank")?;
        page.forget()?;
        page.go_to(&link)?;
        shows(page, "By <link> & \"more\"")?;
        assert_eq!(page.count(".canvas [data-node]")?, nodes);
        saved(page)?;
        assert_eq!(record(page)?.0, "By <link> & \"more\"");
        assert_eq!(hash(page)?, "", "a reload is no new opening");
        Ok(())
    })
}

#[test]
fn a_link_that_is_entered_in_an_open_page_opens_and_one_that_is_damaged_says_so() -> Result<()> {
    visit("/", |page| {
        draw(page, "First")?;
        let first = link(page)?;
        close(page)?;
        rename(page, "Second")?;
        saved(page)?;
        let enter = |fragment: &str| page.script("location.hash = arguments[0]", &[fragment.into()]);
        let fragment = &first[first.find('#').unwrap_or_default()..];
        for (damaged, words) in [
            (&fragment[..fragment.len() / 2], "broken off"),
            ("#plan=", "0 signs"),
            ("#plan=AA(AA", "sign 3 is “(”"),
        ] {
            enter(damaged)?;
            page.wait_for(DIALOG)?;
            let told = page.text(DIALOG)?;
            assert!(told.contains(words) && told.contains("Copy the whole link again"), "{told}");
            page.screenshots("damaged link")?;
            close(page)?;
            shows(page, "Second")?;
            assert_eq!(hash(page)?, "");
        }
        enter(fragment)?;
        shows(page, "First")?;
        assert_eq!(hash(page)?, "");
        // What was open is kept.
        open_dialog(page)?;
        page.wait_until(
            "both plans are kept",
            "const kept = document.querySelector('[data-list=kept]')?.innerText ?? '';
             return kept.includes('First') && kept.includes('Second')",
            &[],
        )
    })
}

#[test]
fn a_link_too_long_for_messages_says_what_to_send_instead() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        page.script(
            "handOver(JSON.stringify({ kind: 'link', name: 'x', text: '#plan=' + 'A'.repeat(9000) }))",
            &[],
        )?;
        page.wait_for(DIALOG)?;
        let told = page.text(DIALOG)?;
        assert!(told.contains("9,0") && told.contains("8,000") && told.contains("Save as file"), "{told}");
        // Keys in the dialog leave the plan in peace.
        let before = page.count(".canvas [data-node]")?;
        page.chord(&[Key::Control], 'a')?;
        page.key(Key::Delete)?;
        page.key(Key::Escape)?;
        page.wait_for_no("dialog.sharing")?;
        assert_eq!(page.count(".canvas [data-node]")?, before);
        Ok(())
    })
}

#[test]
fn a_picture_is_saved_in_either_theme_and_opens_again_as_the_plan() -> Result<()> {
    visit("/", |page| {
        draw(page, "Drawn")?;
        let nodes = page.count(".canvas [data-node]")?;
        for (theme, ground) in [("light", "#ffffff"), ("dark", "#1a2029")] {
            let (name, svg) = page.download(|| ask(page, &format!("Picture as SVG, {theme}")))?;
            assert_eq!(name, "Drawn.svg");
            let text = String::from_utf8_lossy(&svg);
            assert!(text.starts_with("<svg ") && text.contains(ground), "{theme}");
            rename(page, "Something else")?;
            saved(page)?;
            let file = page.file(&name, &svg)?;
            let at = page.rect(".canvas")?.centre();
            page.drag_files(std::slice::from_ref(&file), at)?;
            page.drop_files(&[file], at)?;
            shows(page, "Drawn")?;
            assert_eq!(page.count(".canvas [data-node]")?, nodes);
            page.wait_for(CHECKED)?;
        }
        Ok(())
    })
}

/// Width and height of a picture, from its own head.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

#[test]
fn a_picture_is_painted_in_twice_its_size() -> Result<()> {
    visit("/", |page| {
        draw(page, "Painted")?;
        let (_, svg) = page.download(|| ask(page, "Picture as SVG, dark"))?;
        let (name, png) = page.download(|| ask(page, "Picture as PNG, dark"))?;
        assert_eq!(name, "Painted.png");
        assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
        let svg = String::from_utf8_lossy(&svg).into_owned();
        let side = |name: &str| -> Option<f64> {
            svg.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok()
        };
        let wanted = side("width").zip(side("height")).map(|(width, height)| (2.0 * width, 2.0 * height));
        let painted = size(&png).map(|(width, height)| (f64::from(width), f64::from(height)));
        assert_eq!(painted, wanted);
        Ok(())
    })
}

#[test]
fn the_report_goes_to_the_printer_with_its_figures_and_leaves_the_page_as_it_was() -> Result<()> {
    visit("/", |page| {
        page.wait_for(CHECKED)?;
        let availability = page.text("[data-figure='headline.unavailability_user_weighted']")?;
        page.script(
            "window.print = () => {
                window.printed = document.querySelector('#report').textContent;
                window.named = document.title;
                dispatchEvent(new Event('afterprint'));
            }",
            &[],
        )?;
        let title = page.script("return document.title", &[])?;
        ask(page, "Print")?;
        page.wait_until("the printer is asked", "return window.printed !== undefined", &[])?;
        let printed = page.script("return window.printed", &[])?;
        let printed = printed.as_str().unwrap_or_default();
        for words in [
            availability.as_str(),
            "Entry Tier, adapted, 30,000 users",
            "1 h 21 min",
            "Reverse proxy",
            "If one server fails",
            "assumed",
            "Active Directory, DNS, the network and the Internet are not drawn",
            "20",
        ] {
            assert!(printed.contains(words), "“{words}” is missing in {printed}");
        }
        assert_eq!(page.script("return window.named", &[])?, "Entry Tier, adapted, 30,000 users");
        assert_eq!(page.script("return document.title", &[])?, title);
        assert_eq!(page.count("#report")?, 0);
        Ok(())
    })
}
