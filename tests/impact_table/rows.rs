//! The table itself: a row for each thing that fails, a cell for each column.

use availability_planner::plan::build::PlanBuilder;

use crate::plans;

/// What the documents lead to and what the model gives, `inside/outside` where the two are not alike.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// The letters that the documents lead to; empty where they say nothing.
    pub fact: &'static str,
    pub model: &'static str,
    /// Why the two are not alike.
    pub why: &'static str,
}

impl Cell {
    /// Whether the documents say something else than the model.
    pub fn said_otherwise(&self) -> bool {
        !self.fact.is_empty() && self.fact != self.model
    }
}

/// Something that fails.
pub struct Row {
    pub failed: &'static str,
    pub plan: fn() -> PlanBuilder,
    /// What is killed, each of them by itself; several things at once with `+` between them.
    pub kills: &'static [&'static str],
    /// The populations that the row is about; all of them where it names none.
    pub of: &'static [&'static str],
    pub cells: [Cell; 8],
}

const fn same(letters: &'static str) -> Cell {
    Cell { fact: letters, model: letters, why: "" }
}

const fn but(fact: &'static str, model: &'static str, why: &'static str) -> Cell {
    Cell { fact, model, why }
}

/// A cell of which the documents say nothing.
const fn only(model: &'static str) -> Cell {
    Cell { fact: "", model, why: "" }
}

const NONE: Cell = same("-");
const BRIEF: Cell = same("B");
const OUT: Cell = same("O");
const NO_RECORDS: Cell =
    but("-", "O", "the row is about users whose messages are kept; without a home they send none");
const RECORDS_GO_ON: Cell =
    but("-", "B", "nothing is lost to the records; the users in them are the ones who connect again");
const IN_PART: &str = "one of several things in this column: the rest of it goes on";
const BROWSER: &str = "the browser client does not come in by the Edge Servers";
const DIALLED_IN: Cell =
    but("-/O", "-/P", "whoever dials in comes by the telephone network, from outside too");
const OUTSIDE: Cell = but("-", "-/O", "users outside who cannot sign in have nothing to record");
const LIMPING: Cell = but(
    "P",
    "O",
    "who is signed in already persists for a while; the model does not tell him from those who sign in anew",
);

#[allow(clippy::large_types_passed_by_value, reason = "each row is made once")]
fn row(
    failed: &'static str,
    plan: fn() -> PlanBuilder,
    kills: &'static [&'static str],
    cells: [Cell; 8],
) -> Row {
    Row { failed, plan, kills, of: &[], cells }
}

/// All rows.
pub fn rows() -> Vec<Row> {
    let mut rows = homes();
    rows.extend(ways_in());
    rows.extend(voice_and_web());
    rows.extend(records_and_chat());
    rows.extend(places());
    rows
}

fn homes() -> Vec<Row> {
    let all_out = [OUT, OUT, OUT, OUT, OUT, OUT, NO_RECORDS, only("-")];
    let all_brief = [BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, RECORDS_GO_ON, only("-")];
    let room = but("B+D", "B", "two Front Ends are enough here; the next row has one too few");
    let shortage = but(
        "B",
        "B+D",
        "what is homed on too few Front Ends is short of room alike, whatever it is used for",
    );
    vec![
        row("Standard Edition server", plans::standard, &["home"], all_out),
        row(
            "1 Front End of 4, room on the others",
            plans::pool,
            &["pool-front-ends-1", "pool-front-ends-4"],
            [room, BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, only("-")],
        ),
        row(
            "1 Front End of 2, no room on the other",
            plans::crowded,
            &["pool-front-ends-1"],
            [same("B+D"), shortage, shortage, shortage, shortage, shortage, shortage, only("-")],
        ),
        row("the only Front End", plans::one_front_end, &["pool-front-ends-1"], all_out),
        row("all Front Ends", plans::pool, &["pool-front-ends", "pool"], all_out),
        row("Back-End, single", plans::one_back_end, &["pool-back-end-1"], all_out),
        row("Back-End cluster fails over", plans::pool, &["pool-back-end-1"], all_brief),
        row("Back-End cluster with its storage", plans::pool, &["pool-back-end"], all_out),
        row("load balancer of the pool, single", plans::one_balancer, &["pool-balancers-1"], all_out),
        row("load-balancer pair, one unit", plans::pool, &["pool-balancers-1"], all_brief),
        row(
            "file share",
            plans::pool,
            &["pool-file-share"],
            [
                NONE,
                same("P"),
                NONE,
                same("P"),
                NONE,
                NONE,
                but("P", "-", "no log of meetings is modelled, only copies of messages and of chat rooms"),
                only("-"),
            ],
        ),
    ]
}

fn ways_in() -> Vec<Row> {
    vec![
        row(
            "Edge Server, single",
            plans::one_edge,
            &["edge-1"],
            [NONE, DIALLED_IN, same("-/O"), but("O", "P", BROWSER), OUT, same("-/O"), OUTSIDE, only("-")],
        ),
        row(
            "1 Edge Server of 2",
            plans::pool,
            &["edge-1"],
            [
                NONE,
                same("-/B"),
                but("B", "-/B", "calls inside do not pass the Edge Servers"),
                BRIEF,
                BRIEF,
                but("-", "-/B", "users outside sit on an Edge Server in Group Chat too"),
                but("-", "-/B", "users outside connect again, nothing is lost to the records"),
                only("-"),
            ],
        ),
        row(
            "reverse proxy",
            plans::pool,
            &["proxy"],
            [
                NONE,
                same("-/P"),
                NONE,
                same("P"),
                NONE,
                but("P", "-", "files in chat rooms are no workload of their own"),
                NONE,
                only("-"),
            ],
        ),
        row(
            "Director, single and next hop",
            plans::directed,
            &["director"],
            [
                NONE,
                DIALLED_IN,
                same("-/O"),
                but("O", "P", BROWSER),
                OUT,
                but("-", "-/O", "users outside reach Group Chat by the same way in"),
                OUTSIDE,
                only("-"),
            ],
        ),
    ]
}

fn voice_and_web() -> Vec<Row> {
    vec![
        row(
            "1 Mediation Server of 2, or its gateway",
            plans::pool,
            &["mediation-a", "mediation-a-gateway"],
            [
                NONE,
                but("P", "B", "calls that drop are made again by the other server, which has room for them"),
                BRIEF,
                NONE,
                NONE,
                NONE,
                NONE,
                only("-"),
            ],
        ),
        row(
            "all Mediation Servers, or all gateways",
            plans::pool,
            &["mediation-a+mediation-b", "mediation-a-gateway+mediation-b-gateway"],
            [NONE, but("O", "P", IN_PART), OUT, NONE, NONE, NONE, NONE, only("-")],
        ),
        row("CWA, 1 of 2", plans::pool, &["web-1"], [NONE, BRIEF, NONE, BRIEF, NONE, NONE, NONE, only("-")]),
        row(
            "CWA, the only one",
            plans::one_web_access,
            &["web-1"],
            [NONE, but("O", "P", IN_PART), NONE, but("O", "P", IN_PART), NONE, NONE, NONE, only("-")],
        ),
    ]
}

fn records_and_chat() -> Vec<Row> {
    vec![
        row(
            "Archiving, normal mode",
            plans::pool,
            &["archiving", "archiving-database"],
            [NONE, NONE, NONE, NONE, NONE, NONE, same("P"), only("-")],
        ),
        row(
            "Archiving, critical mode",
            plans::critical,
            &["archiving", "archiving-database"],
            [
                OUT,
                OUT,
                OUT,
                OUT,
                OUT,
                OUT,
                but(
                    "-",
                    "O",
                    "nothing goes unrecorded because nothing is sent: nobody is served, so nobody is recorded",
                ),
                only("-"),
            ],
        ),
        row(
            "Monitoring",
            plans::pool,
            &["monitoring", "monitoring-database"],
            [NONE, NONE, NONE, NONE, NONE, NONE, NONE, OUT],
        ),
        row(
            "1 Group Chat server of 3",
            plans::pool,
            &["chat-1"],
            [NONE, NONE, NONE, NONE, NONE, BRIEF, RECORDS_GO_ON, only("-")],
        ),
        row(
            "Group Chat database",
            plans::pool,
            &["chat-database"],
            [NONE, NONE, NONE, NONE, NONE, OUT, same("P"), only("-")],
        ),
        row(
            "Compliance Server",
            plans::pool,
            &["compliance", "compliance-database"],
            [
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                but("?", "-", "whether chat stops with it is not known; the model lets it run on"),
                same("P"),
                only("-"),
            ],
        ),
        row(
            "all domain controllers",
            plans::with_directory,
            &["directory"],
            [LIMPING, LIMPING, LIMPING, LIMPING, LIMPING, LIMPING, NO_RECORDS, only("-")],
        ),
        // One part stands for both.
        row(
            "DNS",
            plans::with_directory,
            &["directory-1+directory-2"],
            [LIMPING, LIMPING, LIMPING, LIMPING, LIMPING, LIMPING, NO_RECORDS, only("-")],
        ),
    ]
}

fn places() -> Vec<Row> {
    let of = |population: &'static [&'static str], row: Row| Row { of: population, ..row };
    let far_away = "what stands at the other site is out of reach";
    vec![
        of(
            &["users"],
            row(
                "power of a site, its own users",
                plans::branches,
                &["headquarters"],
                [OUT, OUT, OUT, OUT, OUT, OUT, NO_RECORDS, only("O")],
            ),
        ),
        of(
            &["far"],
            row(
                "power of a site, branch users homed there",
                plans::branches,
                &["headquarters"],
                [OUT, OUT, OUT, OUT, OUT, OUT, NO_RECORDS, only("O")],
            ),
        ),
        of(
            &["near"],
            row(
                "power of a site, branch users with a home and gateway of their own",
                plans::branches,
                &["headquarters"],
                [
                    NONE,
                    but("O", "-/O", "with a home of their own they go on conferring; the way in is gone"),
                    but("-", "-/O", "with a gateway of their own they go on calling; the way in is gone"),
                    OUT,
                    OUT,
                    OUT,
                    but("-", "O", far_away),
                    only("O"),
                ],
            ),
        ),
        of(
            &["far"],
            row(
                "line to a branch, its users homed beyond it",
                plans::branches,
                &["headquarters/branch", "branch/headquarters"],
                [
                    OUT,
                    but("O", "O/-", "those outside come in beyond the line"),
                    but("O", "O/-", "those outside come in beyond the line"),
                    but(
                        "O",
                        "P",
                        "those outside come in beyond the line; only the browsers of the branch are cut off",
                    ),
                    but("O", "O/-", "those outside come in beyond the line"),
                    but("O", "O/-", "those outside come in beyond the line"),
                    but("-", "O/-", "users who are cut off have nothing to record"),
                    only("O/-"),
                ],
            ),
        ),
        of(
            &["near"],
            row(
                "line to a branch, its users with a home and gateway of their own",
                plans::branches,
                &["headquarters/branch"],
                [
                    NONE,
                    but(
                        "O",
                        "-/O",
                        "with a home of their own they go on conferring; the way in is beyond the line",
                    ),
                    but(
                        "-",
                        "-/O",
                        "with a gateway of their own they go on calling; the way in is beyond the line",
                    ),
                    OUT,
                    OUT,
                    OUT,
                    but("-", "O", far_away),
                    only("O"),
                ],
            ),
        ),
        of(
            &["users"],
            row(
                "line to a branch, users at the other end",
                plans::branches,
                &["headquarters/branch"],
                [NONE, NONE, NONE, NONE, NONE, NONE, NONE, only("-")],
            ),
        ),
    ]
}
