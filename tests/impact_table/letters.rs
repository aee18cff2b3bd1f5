//! From what a plan answers to one letter for each column.

use availability_planner::analysis::{Location, Now, RowNow};
use availability_planner::catalog::workload::Workload::{self, *};

/// Columns with the workloads that they stand for.
///
/// Users outside are counted in the fourth, where those of the browser client are as well, and beside those inside in all others but
/// the first.
pub const COLUMNS: [(&str, &[Workload]); 8] = [
    ("IM/presence", &[ImPresence, PeerToPeer]),
    ("Web+A/V conf", &[Conferencing, ConferenceContent, AvConferencing, ApplicationSharing, DialIn]),
    ("Voice (PSTN)", &[PstnVoice]),
    (
        REMOTE,
        &[
            ImPresence,
            PeerToPeer,
            Conferencing,
            ConferenceContent,
            AvConferencing,
            ApplicationSharing,
            BrowserAccess,
        ],
    ),
    ("Federation", &[Federation, PublicIm]),
    ("Group Chat", &[GroupChat]),
    ("Archiving/compliance", &[ImArchiving, ChatCompliance]),
    ("Call records", &[Monitoring]),
];

const REMOTE: &str = "Remote access";

/// One row of an answer: the share served with everything up and now, and whether anybody has to connect again.
struct Fate {
    is_remote: bool,
    before: f64,
    now: f64,
    moved: bool,
}

/// One letter for each column: that of users inside and that of users outside where the two are not the same.
pub fn letters(whole: &Now, hurt: &Now, of: &[&str]) -> [String; 8] {
    let rows = || whole.workloads.iter().zip(&hurt.workloads);
    let wanted = |row: &RowNow| of.is_empty() || of.contains(&row.held.key.population.as_str());
    COLUMNS.map(|(column, workloads)| {
        let here = rows().filter(|(row, _)| wanted(row) && workloads.contains(&row.held.key.workload));
        let fates: Vec<Fate> = here
            .map(|(before, now)| Fate::of(before, now))
            .filter(|(workload, fate)| match column {
                REMOTE => fate.is_remote || *workload == BrowserAccess,
                "IM/presence" => !fate.is_remote,
                _ => true,
            })
            .map(|(_, fate)| fate)
            .collect();
        let (outside, inside): (Vec<Fate>, Vec<Fate>) =
            fates.into_iter().partition(|fate| fate.is_remote && column != REMOTE);
        let [inside, outside] = [inside, outside].map(|fates| letter(&fates));
        match (inside.as_str(), outside.as_str()) {
            (_, "") => inside,
            ("", _) => outside,
            (a, b) if a == b => inside,
            (a, b) => format!("{a}/{b}"),
        }
    })
}

impl Fate {
    fn of(whole: &RowNow, hurt: &RowNow) -> (Workload, Self) {
        let (key, demand) = (&whole.held.key, whole.held.measures.demand_users.value);
        let fate = Self {
            is_remote: key.location == Location::Remote,
            before: whole.users_served.value / demand,
            now: hurt.users_served.value / demand,
            moved: hurt.users_reconnecting.value > 1e-9,
        };
        assert!(fate.before >= 1.0, "{key:?} is served {} with everything up", fate.before);
        (key.workload, fate)
    }
}

/// `O`: nobody is served. `P`: of several rows some are not. `D`: there is no room for all. `B`: users connect again. `-`: nothing.
fn letter(fates: &[Fate]) -> String {
    let down = fates.iter().filter(|fate| fate.now <= 0.0).count();
    if fates.is_empty() || down == fates.len() {
        return if fates.is_empty() { "" } else { "O" }.into();
    }
    let crowded = fates.iter().any(|fate| fate.now > 0.0 && fate.now < fate.before - 1e-9);
    let moved = fates.iter().any(|fate| fate.moved);
    let all = [(down > 0, "P"), (moved, "B"), (crowded, "D")];
    let letters: Vec<&str> = all.into_iter().filter(|(is, _)| *is).map(|(_, letter)| letter).collect();
    if letters.is_empty() { "-".into() } else { letters.join("+") }
}
