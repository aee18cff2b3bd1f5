use super::Thing as T;
use super::file::{BUNDLED, Texts, read};
use super::*;
use crate::catalog::figure::Mark;
use crate::collected::Set;

/// The documented table of what fails and what that interrupts: one sign or more for each of IM and presence, conferences,
/// voice, remote access, federation, Group Chat, archives.
const TABLE: [(&str, &str); 27] = [
    ("standard-edition/lost", "O O O O O O -"),
    ("front-end/one-lost", "BD B B B B B B"),
    ("front-end/last-lost", "O O O O O O -"),
    ("back-end/last-lost", "O O O O O O -"),
    ("back-end/failing-over", "B B B B B B -"),
    ("back-end/storage-lost", "O O O O O O -"),
    ("pool-balancer/last-lost", "O O O O O O O"),
    ("pool-balancer/unit-lost", "B B B B B B -"),
    ("file-share/lost", "- P - P - - P"),
    ("edge/last-lost", "- O O O O O -"),
    ("edge/one-lost", "- B B B B - -"),
    ("reverse-proxy/last-lost", "- P - P - P -"),
    ("director/last-lost", "- O O O O - -"),
    ("mediation/one-lost", "- P B - - - -"),
    ("mediation/last-lost", "- O O - - - -"),
    ("web-access/one-lost", "- B - B - - -"),
    ("web-access/last-lost", "- O - O - - -"),
    ("archiving/lost", "- - - - - - P"),
    ("archiving/lost-critical", "O O O O O O -"),
    ("monitoring/lost", "- - - - - - P"),
    ("chat-server/one-lost", "- - - - - B -"),
    ("chat-database/lost", "- - - - - O P"),
    ("compliance/lost", "- - - - - ? P"),
    ("active-directory/lost", "P P P P P P -"),
    ("dns/lost", "P P P P P P -"),
    ("site/lost", "O O O O O O -"),
    ("wan-link/lost", "O O O O O O -"),
];

/// What the documented table leaves out: the same things with more or less left, and parts that it does not name.
const BESIDE: [(&str, &str); 21] = [
    ("stand-by/lost", "- - - - - - -"),
    ("balancer/unit-lost", "- B B B B B -"),
    ("reverse-proxy/one-lost", "- B - B - B -"),
    ("director/one-lost", "- B B B B - -"),
    ("archiving/one-lost", "- - - - - - P"),
    ("archive-database/failing-over", "- - - - - - B"),
    ("chat-server/last-lost", "- - - - - O -"),
    ("chat-database/failing-over", "- - - - - B -"),
    ("compliance/switching", "- - - - - ? P"),
    ("directory/one-lost", "- - - - - - -"),
    ("internet-link/lost", "- O O O O O -"),
    ("line/one-lost", "- B B B B B -"),
    ("switch/last-lost", "O O O O O O -"),
    ("switch/one-lost", "B B B B B B -"),
    ("web-conferencing/one-lost", "- B - - - - -"),
    ("web-conferencing/last-lost", "- O - - - - -"),
    ("av-conferencing/one-lost", "- B - - - - -"),
    ("av-conferencing/last-lost", "- O - - - - -"),
    ("web-components/one-lost", "- B - B - - -"),
    ("web-components/last-lost", "- P - P - - -"),
    ("custom/lost", "? ? ? ? ? ? ?"),
];

#[test]
fn every_cell_says_what_becomes_of_its_workload() {
    let knowledge = Knowledge::bundled();
    let table = TABLE.iter().chain(&BESIDE);
    let mut seen = 0;
    for (id, expected) in table {
        let row = knowledge.rows.iter().find(|row| row.id == *id).unwrap_or_else(|| panic!("no row {id}"));
        let signs: Vec<String> = row.cells.iter().map(Cell::signs).collect();
        assert_eq!(signs.join(" "), *expected, "{id}");
        let groups: Vec<WorkloadGroup> = row.cells.iter().map(|cell| cell.group).collect();
        assert_eq!(groups, WorkloadGroup::ALL, "{id}");
        seen += 1;
    }
    assert_eq!(seen, knowledge.rows.len(), "a row stands in no table");
}

/// All facts, with what they stand in.
fn facts(knowledge: &Knowledge) -> Vec<Rc<Fact>> {
    let cells = knowledge.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.facts);
    let mut facts: Vec<Rc<Fact>> = cells.map(Rc::clone).collect();
    facts.extend(knowledge.timing.iter().map(|timing| Rc::clone(&timing.fact)));
    for store in &knowledge.stores {
        facts.push(Rc::clone(&store.fact));
        facts.extend(store.survives.iter().map(|survives| Rc::clone(&survives.fact)));
    }
    for loss in &knowledge.losses {
        facts.extend(loss.point.iter().map(|point| Rc::clone(&point.fact)));
        facts.extend(loss.time.iter().map(|time| Rc::clone(&time.fact)));
        facts.extend(loss.steps.iter().map(|step| Rc::clone(&step.fact)));
    }
    facts.extend(knowledge.stages.iter().map(|stage| Rc::clone(&stage.fact)));
    facts.extend(knowledge.tools.iter().map(|tool| Rc::clone(&tool.fact)));
    facts.extend(knowledge.guidance.iter().map(|guidance| Rc::clone(&guidance.fact)));
    facts
}

#[test]
fn every_fact_has_a_name_of_its_own_a_sentence_and_a_source() {
    let knowledge = Knowledge::bundled();
    let facts = facts(&knowledge);
    assert!(facts.len() > 500, "only {}", facts.len());
    let mut names = Set::new();
    for fact in &facts {
        assert!(names.insert(fact.id.clone()), "{} stands twice", fact.id);
        assert!(fact.text.ends_with('.') && fact.text.len() > 10, "{}: {}", fact.id, fact.text);
        assert!(fact.text.starts_with(char::is_uppercase), "{}: {}", fact.id, fact.text);
        assert!(!fact.source.title.is_empty(), "{}", fact.id);
        assert!(fact.source.url.as_ref().is_none_or(|url| url.starts_with("http")), "{}", fact.id);
    }
}

#[test]
fn no_assumption_and_nothing_of_another_release_passes_for_a_document_about_this_one() {
    let knowledge = Knowledge::bundled();
    let mut met = Set::new();
    for fact in facts(&knowledge) {
        let title = &fact.source.title;
        let this_release = title.contains("2007 R2");
        match fact.basis {
            Basis::ThisRelease => {
                assert_eq!(fact.mark(), Mark::Documented);
                assert!(this_release && fact.source.url.is_some(), "{}: {title}", fact.id);
            }
            Basis::PlannerDefault => assert_eq!(title, "The planner's own default"),
            _ => assert_ne!(fact.mark(), Mark::Documented, "{}", fact.id),
        }
        let words = match fact.basis {
            Basis::ThisRelease | Basis::Logic => "",
            Basis::Edition2007 => "2007 edition",
            Basis::Lync => "next release, Lync",
            Basis::SqlServer => "SQL Server",
            Basis::FieldReport => "from the field",
            Basis::Predecessor => "predecessor",
            Basis::Recalled => "unverified",
            Basis::PlannerDefault => "planner’s default",
        };
        assert!(fact.text.contains(words), "{}: {}", fact.id, fact.text);
        if !matches!(fact.basis, Basis::ThisRelease | Basis::Logic) {
            assert!(!this_release, "{} rests on {:?} and names {title}", fact.id, fact.basis);
        }
        met.insert(fact.mark());
    }
    assert_eq!(met.len(), 3, "documented, derived, assumed");
}

#[test]
fn times_without_a_published_figure_look_like_assumptions() {
    let knowledge = Knowledge::bundled();
    for loss in &knowledge.losses {
        for time in &loss.time {
            assert_eq!(time.fact.mark(), Mark::Assumed, "{}", loss.id);
            assert!(0.0 < time.low_hours && time.low_hours <= time.high_hours, "{}", loss.id);
        }
        assert!(!loss.point.is_empty() && !loss.time.is_empty() && !loss.steps.is_empty(), "{}", loss.id);
    }
    let hours = |id: &str, standby: bool| {
        let loss = knowledge.losses.iter().find(|loss| loss.id == id).unwrap();
        let time = loss.time.iter().find(|time| time.standby == standby).unwrap();
        (time.low_hours, time.high_hours)
    };
    assert_eq!(hours("back-end", false), (2.0, 4.0));
    assert_eq!(hours("front-end", false), (4.0, 8.0));
    assert_eq!((hours("site", false), hours("site", true)), ((24.0, 72.0), (1.0, 4.0)));
}

#[test]
fn a_recovery_from_a_lost_database_goes_back_by_a_day_at_worst_as_derived() {
    let knowledge = Knowledge::bundled();
    for id in ["back-end", "standard-edition", "chat-database", "archiving", "monitoring", "site"] {
        let loss = knowledge.losses.iter().find(|loss| loss.id == id).unwrap();
        let day = loss.point.iter().find(|point| point.hours == Some(24.0)).unwrap_or_else(|| panic!("{id}"));
        assert_eq!(day.fact.mark(), Mark::Derived, "{id}");
    }
}

#[test]
fn all_times_that_were_read_are_there_with_their_ranges() {
    let knowledge = Knowledge::bundled();
    let table = [
        ("client-reconnect", Some(90.0), Some((30.0, 300.0)), Mark::Assumed),
        ("register-expiry", Some(600.0), None, Mark::Assumed),
        ("balancer-probe", Some(5.0), None, Mark::Assumed),
        ("balancer-detection", Some(15.0), None, Mark::Assumed),
        ("sql-looks-alive", Some(5.0), None, Mark::Derived),
        ("sql-is-alive", Some(60.0), None, Mark::Derived),
        ("sql-failover", None, None, Mark::Derived),
        ("sql-failover-default", Some(120.0), Some((30.0, 600.0)), Mark::Assumed),
        ("critical-permission", Some(0.0), None, Mark::Derived),
        ("critical-network", Some(1_800.0), None, Mark::Derived),
        ("critical-unprocessed", Some(2_700.0), None, Mark::Derived),
        ("queue-undelivered", Some(1_800.0), None, Mark::Derived),
        ("queue-unprocessed", Some(2_700.0), None, Mark::Derived),
        ("compliance-purge", Some(900.0), None, Mark::Documented),
        ("compliance-switch", None, Some((900.0, 3_600.0)), Mark::Assumed),
        ("stretched-failover", None, None, Mark::Derived),
        ("focus-failover", None, None, Mark::Derived),
        ("media-failover", None, None, Mark::Derived),
        ("standard-edition-restart", None, None, Mark::Documented),
        ("standard-edition-restart-default", Some(900.0), None, Mark::Assumed),
        ("computer-restart", None, Some((900.0, 1_800.0)), Mark::Assumed),
    ];
    for (id, seconds, range, mark) in table {
        let timing = knowledge.timing.iter().find(|timing| timing.id == id).unwrap_or_else(|| panic!("{id}"));
        let bounds = timing.low.zip(timing.high);
        assert_eq!((timing.seconds, bounds, timing.fact.mark()), (seconds, range, mark), "{id}");
    }
    for timing in &knowledge.timing {
        assert!(!timing.rows.is_empty(), "{}", timing.id);
        let (low, high) = (timing.low.unwrap_or(0.0), timing.high.unwrap_or(f64::MAX));
        assert!(
            low <= high && timing.seconds.is_none_or(|value| low <= value && value <= high),
            "{}",
            timing.id
        );
    }
}

#[test]
fn the_order_of_restoration_is_the_documented_one_for_each_configuration() {
    let knowledge = Knowledge::bundled();
    let standard = [T::ActiveDirectory, T::StandardEdition, T::Archiving, T::Mediation, T::Edge];
    let consolidated =
        [T::ActiveDirectory, T::BackEnd, T::FrontEnd, T::Director, T::Archiving, T::Mediation, T::Edge];
    let expanded = [
        T::ActiveDirectory,
        T::BackEnd,
        T::FrontEnd,
        T::Director,
        T::WebComponents,
        T::WebConferencing,
        T::AvConferencing,
        T::Archiving,
        T::Mediation,
        T::Edge,
    ];
    for order in [&standard[..], &consolidated, &expanded] {
        let places: Vec<usize> = order.iter().map(|thing| knowledge.stage(*thing).unwrap()).collect();
        assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
        for place in places {
            let stage = &knowledge.stages[place];
            assert_eq!(stage.fact.mark(), Mark::Documented, "{}", stage.id);
        }
    }
    assert!(knowledge.stage(T::Edge) < knowledge.stage(T::ReverseProxy));
    let last = knowledge.stages.last().unwrap();
    assert!(last.things.is_empty() && last.name.starts_with("Users"), "users come last");
}

#[test]
fn whatever_can_be_lost_has_one_row_and_one_place_in_the_order() {
    let knowledge = Knowledge::bundled();
    let mut rows = Set::new();
    let mut things = Set::new();
    for row in &knowledge.rows {
        for thing in &row.things {
            things.insert(*thing);
            for condition in &row.conditions {
                assert!(rows.insert((*thing, *condition)), "{thing:?} {condition:?} has two rows");
            }
        }
    }
    for thing in &things {
        let stages = knowledge.stages.iter().filter(|stage| stage.things.contains(thing));
        assert_eq!(stages.count(), 1, "{thing:?}");
    }
    assert_eq!(things.len(), 36, "a thing has no row");
}

#[test]
fn what_is_kept_says_what_survives_the_loss_of_front_ends_and_of_the_database() {
    let knowledge = Knowledge::bundled();
    let after = |id: &str, row: &str| {
        let store = knowledge.stores.iter().find(|store| store.id == id).unwrap();
        store.after(row).map(|survives| survives.survival)
    };
    let table = [
        ("rtc", Survival::Kept, Survival::AfterRestore),
        ("rtc-config", Survival::Kept, Survival::AfterRestore),
        ("rtc-dyn", Survival::Kept, Survival::AfterRestore),
        ("files", Survival::Kept, Survival::Kept),
        ("archive", Survival::QueueWaits, Survival::Kept),
        ("rooms", Survival::Kept, Survival::NotConcerned),
    ];
    for (id, front_end, back_end) in table {
        assert_eq!(after(id, "front-end/one-lost"), Some(front_end), "{id}");
        assert_eq!(after(id, "front-end/last-lost"), Some(front_end), "{id}");
        assert_eq!(after(id, "back-end/last-lost"), Some(back_end), "{id}");
    }
    assert_eq!(after("rtc", "back-end/failing-over"), Some(Survival::Kept));
}

#[test]
fn backups_tell_their_gaps() {
    let knowledge = Knowledge::bundled();
    let tool = knowledge.tools.iter().find(|tool| tool.id == "lcscmd").unwrap();
    assert!(tool.gap.as_ref().is_some_and(|gap| gap.contains("Group Chat") && gap.contains("Web Access")));
    for id in ["frequency", "standby", "moving-users", "draining", "loss-classes", "recovery-times"] {
        assert!(knowledge.guidance.iter().any(|guidance| guidance.id == id), "{id}");
    }
}

#[test]
fn a_name_that_stands_for_nothing_is_refused() {
    let leak = |text: &str, from: &str, to: &str| -> &'static str {
        assert!(text.contains(from));
        Box::leak(text.replacen(from, to, 1).into_boxed_str())
    };
    let source = Texts { timing: leak(BUNDLED.timing, "\"S44\"", "\"S0\""), ..BUNDLED };
    let error = read(&source).unwrap_err().to_string();
    assert!(error.contains("3.3/client-reconnect") && error.contains("source “S0”"), "{error}");
    let row = Texts { timing: leak(BUNDLED.timing, "\"front-end/one-lost\"", "\"nothing\""), ..BUNDLED };
    let error = read(&row).unwrap_err().to_string();
    assert!(error.contains("row “nothing”"), "{error}");
    let form =
        Texts { stores: leak(BUNDLED.stores, "\"survival\": \"kept\"", "\"survival\": \"gone\""), ..BUNDLED };
    assert!(matches!(read(&form), Err(KnowledgeError::Form(_))));
}
