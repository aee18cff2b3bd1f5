//! Nothing keeps people from using the page, as far as axe-core can tell, whatever is on the screen, in light and in dark colours.

use browser::{Key, Page, Result, visit};

type Reach = fn(&Page) -> Result<()>;

/// What is on the screen, how to get there from a first visit, and what is there then.
const STATES: [(&str, Reach, &str); 32] = [
    ("a first visit", settled, ".notice"),
    ("the menu", |page| page.click("[data-menu=open]"), "[data-template]"),
    ("the Entry Tier", |page| open(page, "entry-tier"), ".at-foot:not(:has(.notice))"),
    ("Group Chat", |page| open(page, "group-chat-maximum"), "[data-hit^=card]"),
    ("an empty plan", |page| open(page, "empty"), ".canvas-empty"),
    ("a component", |page| page.click("[data-node=front-ends]"), "[data-node=front-ends].selected"),
    ("a pool", |page| page.click("[data-node=pool] .t1"), "[data-node=pool].selected"),
    ("users", |page| page.click("[data-node=users]"), "#users-count"),
    ("a link", |page| page.click("[data-hit^=link]"), ".link.selected"),
    ("everything selected", |page| page.chord(&[Key::Control], 'a'), "[data-fold=selected]"),
    ("everything down", kill_all, ".dead"),
    ("the workloads", |page| page.click("#tab-workloads"), "tr[data-workload]"),
    ("the failures", |page| page.click("#tab-failures"), "tr[data-server]"),
    ("the losses", |page| page.click("#tab-losses"), "[data-chart=losses]"),
    ("before years are simulated", |page| page.click("#tab-years"), "[data-command=simulate]"),
    ("single years", simulate, "[data-chart=years]"),
    ("the findings", |page| page.click("#tab-findings"), ".finding"),
    ("no results", |page| page.click("[data-command=fold-results]"), ".panel[hidden]"),
    ("a part of a chart", |page| page.click(".hit"), ".tip"),
    ("a derivation", explain, "[data-depth='0']"),
    (
        "a step down a derivation",
        |page| explain(page).and_then(|()| page.click(".d-input")),
        "[data-depth='1']",
    ),
    ("a server that is down", kill, ".moment details[open]"),
    ("a number that will not do", mistype, "[aria-invalid=true]"),
    ("all commands", |page| page.chord(&[Key::Control], 'k'), ".pick.chosen"),
    ("what can be added", |page| page.type_text("/"), ".pick.chosen"),
    ("keys and gestures", |page| page.type_text("?"), ".pick.chosen"),
    (
        "the menu of a part",
        |page| page.rest("[data-node=edge]").and_then(|at| page.drag_by_button(2, at.centre(), at.centre())),
        ".pick.chosen",
    ),
    ("who is hit", |page| page.type_text("h"), ".heat"),
    ("a part that is read", read, ".read"),
    ("a presentation", present, ".presenting"),
    (
        "a presented failure",
        |page| present(page).and_then(|()| kill(page)),
        ".presenting, .moment details[open]",
    ),
    ("two sites from far away", |page| open(page, "two-sites"), ".far .area"),
];

fn read(page: &Page) -> Result<()> {
    page.script("document.querySelector('svg.drawing').focus()", &[])?;
    page.key(Key::Home)
}

fn present(page: &Page) -> Result<()> {
    page.chord(&[Key::Shift], 'P')
}

fn kill_all(page: &Page) -> Result<()> {
    page.chord(&[Key::Control], 'a')?;
    page.type_text("k")
}

fn kill(page: &Page) -> Result<()> {
    page.click("[data-hit='server/1/front-ends']")?;
    page.click(".moment summary")
}

fn simulate(page: &Page) -> Result<()> {
    page.click("#tab-years")?;
    page.wait_for("#years-count")?;
    page.script("document.querySelector('#years-count').value = 1000", &[])?;
    page.click("[data-command=simulate]")
}

fn explain(page: &Page) -> Result<()> {
    page.click(".headline .figure")
}

fn mistype(page: &Page) -> Result<()> {
    page.click("[data-node=users]")?;
    page.click("#users-count")?;
    page.type_text("x")?;
    page.key(Key::Tab)
}

fn open(page: &Page, template: &str) -> Result<()> {
    page.click("[data-menu=open]")?;
    page.click(&format!("[data-template={template}]"))
}

/// Opens the page in a browser that keeps nothing of an earlier visit.
fn visit_first(page: &Page) -> Result<()> {
    page.go_to("about:blank")?;
    page.forget()?;
    page.go_to(&page.address())?;
    settled(page)
}

/// Waits until all figures, findings and charts are there, and nothing fades any more.
fn settled(page: &Page) -> Result<()> {
    page.wait_for(".supported[data-checked=told]")?;
    let body = "return !document.querySelector('.stale, .stale-figures, [aria-busy=true]')
        && document.getAnimations().every(({ playState }) => playState !== 'running')";
    page.wait_until("the page to settle", body, &[])
}

/// Everything that is wrong, each with the states in which it is.
#[derive(Default)]
struct Objections(Vec<(String, Vec<&'static str>)>);

impl Objections {
    fn look(&mut self, page: &Page, state: &'static str) -> Result<()> {
        page.screenshot(state)?;
        for line in page.objections()? {
            match self.0.iter_mut().find(|(known, _)| *known == line) {
                Some((_, states)) => states.push(state),
                None => self.0.push((line, vec![state])),
            }
        }
        Ok(())
    }

    fn judge(self) {
        let lines: Vec<String> =
            self.0.iter().map(|(line, states)| format!("{line}\n    at {}\n", states.join(", "))).collect();
        assert!(lines.is_empty(), "\n{}", lines.concat());
    }
}

fn judge_all(dark: bool) -> Result<()> {
    visit("/", |page| {
        page.prefer_dark(dark)?;
        let mut objections = Objections::default();
        for (state, reach, shows) in STATES {
            visit_first(page)?;
            reach(page)?;
            page.wait_for(shows)?;
            settled(page)?;
            objections.look(page, state)?;
        }
        objections.judge();
        Ok(())
    })
}

/// Every tab, with what is there once its content is.
const TABS: [(&str, &str, &str); 11] = [
    ("overview", "[data-chart=served]", "[data-chart=served]"),
    ("findings", ".finding", ".finding"),
    ("checklist", "[data-item]", "[data-item]"),
    ("workloads", "tr[data-workload]", "[data-figure='now.users']"),
    ("failures", "tr[data-server]", "tr[data-server]"),
    ("failure", ".effects", ".lead"),
    ("recovery", ".recovery", ".recovery"),
    ("capacity", ".needs", ".needs"),
    ("bill", "[data-group]", "[data-group]"),
    ("losses", "[data-chart=losses]", "[data-chart=losses]"),
    ("years", "[data-command=simulate]", "[data-command=simulate]"),
];

/// Looks at every tab of a plan with every role, with all folds open, before and after one of its sites is lost.
fn judge_tabs(dark: bool) -> Result<()> {
    const UNFOLD: &str =
        "document.querySelectorAll('#results-panel details').forEach(part => part.open = true)";
    visit("/", |page| {
        page.prefer_dark(dark)?;
        settled(page)?;
        open(page, "two-sites")?;
        page.wait_for("[data-strike=North]")?;
        let mut objections = Objections::default();
        for is_down in [false, true] {
            if is_down {
                page.click("[data-strike=North]")?;
                page.wait_for(".headline [data-figure='now.users']")?;
            }
            for (tab, whole, broken) in TABS {
                page.click(&format!("#tab-{tab}"))?;
                page.wait_for(&format!("#results-panel {}", if is_down { broken } else { whole }))?;
                settled(page)?;
                page.script(UNFOLD, &[])?;
                objections.look(page, tab)?;
            }
        }
        objections.judge();
        Ok(())
    })
}

#[test]
fn nothing_is_objected_to_in_any_tab_in_light_colours() -> Result<()> {
    judge_tabs(false)
}

#[test]
fn nothing_is_objected_to_in_any_tab_in_dark_colours() -> Result<()> {
    judge_tabs(true)
}

#[test]
fn nothing_is_objected_to_on_a_first_visit() -> Result<()> {
    visit("/", |page| {
        let mut objections = Objections::default();
        for (dark, state) in [(false, "light"), (true, "dark")] {
            page.prefer_dark(dark)?;
            settled(page)?;
            objections.look(page, state)?;
        }
        objections.judge();
        Ok(())
    })
}

#[test]
fn nothing_is_objected_to_in_light_colours() -> Result<()> {
    judge_all(false)
}

#[test]
fn nothing_is_objected_to_in_dark_colours() -> Result<()> {
    judge_all(true)
}

#[test]
fn nothing_is_objected_to_where_the_program_cannot_be_loaded() -> Result<()> {
    visit("/", |page| {
        page.block(Some(".wasm"))?;
        let mut objections = Objections::default();
        for (dark, state) in [(false, "light"), (true, "dark")] {
            page.prefer_dark(dark)?;
            page.reload()?;
            page.wait_for("#boot [role=alert] button")?;
            objections.look(page, state)?;
        }
        // What the console says of the blocked file is as it should be.
        page.console()?;
        objections.judge();
        Ok(())
    })
}
