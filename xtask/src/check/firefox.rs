//! The tests of the site that run in Firefox too.

use crate::check::environment::Environment;
use crate::check::step::tests;
use crate::check::tally::Tally;
use crate::command::cargo;
use crate::{Error, Result};

/// What is tested there each time: that the page starts and computes, is drawn on by hand, kills servers, is used by keys and by people
/// who do not see it, and keeps plans. By file, each with its tests.
const ALWAYS: [(&str, &[&str]); 7] = [
    ("accessibility", &["nothing_is_objected_to_on_a_first_visit"]),
    ("figures", &["the_figures_of_the_shipped_plans_agree_with_the_oracle"]),
    ("files", &["the_library_finds_opens_copies_renames_deletes_and_brings_back"]),
    ("keyboard", &["arrow_keys_go_through_all_kinds_of_parts_of_the_drawing_and_back"]),
    ("killing", &["a_kill_is_undone_and_redone_and_all_is_repaired_at_once"]),
    ("loading", &["the_page_starts_under_a_path"]),
    ("planning", &["a_plan_is_dragged_linked_read_undone_redone_and_found_again"]),
];

/// Tests in modules of this name steer the browser by commands that only Chromium has.
const NOT_IN_FIREFOX: &str = "only_in_chromium::";

/// Runs them, or all that Firefox can.
pub(crate) fn test(environment: &Environment) -> Result<Tally> {
    let (variables, axe) = (environment.for_firefox_tests()?, environment.axe());
    let mut test = cargo();
    test.args(["test", "--package", "browser", "--no-fail-fast"]).envs(variables).envs(axe);
    if environment.all_in_firefox {
        eprintln!("==> Left out, and counted as filtered out: tests named {NOT_IN_FIREFOX}…");
        return tests(test.args(["--", "--skip", NOT_IN_FIREFOX]));
    }
    test.args(ALWAYS.iter().flat_map(|(file, _)| ["--test", file]));
    let names: Vec<&str> = ALWAYS.iter().flat_map(|(_, names)| *names).copied().collect();
    let tally = tests(test.args(["--", "--exact"]).args(&names))?;
    let (ran, wanted) = (tally.passed + tally.failed, names.len());
    if ran == wanted { Ok(tally) } else { Err(Error::OtherTests { ran, wanted }) }
}
