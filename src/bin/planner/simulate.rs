//! `planner simulate`.

use std::io::{self, Write};
use std::thread;

use availability_planner::analysis::{Options, SingleYears, YearSettings};
use availability_planner::catalog::Catalog;
use availability_planner::chart::number::{grouped, short};
use availability_planner::chart::time::duration;
use availability_planner::exchange::years::{MeanAnswer, Simulated, YearsAnswer};

use crate::args::Simulate;
use crate::failure::Failure;
use crate::{input, table};

/// Events between two looks at whether a stream is done.
const EVENTS: u64 = 1_000_000;

pub(crate) fn run(args: &Simulate, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let options = Options { planned_work: !args.no_planned_work };
    let settings = YearSettings { years: args.years, seed: args.seed, ..YearSettings::default() };
    let years = SingleYears::new(scenario, &catalog, options, settings)
        .map_err(|error| Failure::Analysis { path: args.plan.display().to_string(), error })?;
    let mut simulated = Simulated::new(&document, scenario, options, (args.years, args.seed));
    if let Some(mut years) = years {
        in_threads(&mut years);
        // What no thread brought back is simulated here.
        while !years.step(EVENTS).is_done() {}
        simulated.result = years.figures().as_ref().map(YearsAnswer::from);
    }
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&simulated)?)?;
    } else {
        print(&simulated, &scenario.name, out)?;
    }
    Ok(())
}

/// Runs the streams of a simulation, each in the next thread that is free. The figures do not depend on how many there are.
fn in_threads(years: &mut SingleYears) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut shares: Vec<Vec<_>> = (0..threads).map(|_| Vec::new()).collect();
    for (number, stream) in years.streams().enumerate() {
        if let Some(share) = shares.get_mut(number % threads) {
            share.push(stream);
        }
    }
    let working: Vec<_> = shares
        .into_iter()
        .map(|share| {
            thread::spawn(move || {
                let run = |mut stream: availability_planner::reliability::Stream| {
                    while !stream.is_done() {
                        stream.step(EVENTS);
                    }
                    stream.into_record()
                };
                share.into_iter().map(run).collect::<Vec<_>>()
            })
        })
        .collect();
    for records in working.into_iter().filter_map(|thread| thread.join().ok()) {
        for record in records {
            years.accept(record);
        }
    }
}

fn print(simulated: &Simulated, scenario_name: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} · {scenario_name}", simulated.plan)?;
    writeln!(out, "Planned work {}", if simulated.planned_work { "counts" } else { "does not take place" })?;
    writeln!(out)?;
    let Some(result) = &simulated.result else {
        return writeln!(out, "No users yet: add a population to see figures.");
    };
    let years = grouped(f64::from(simulated.years));
    writeln!(
        out,
        "{years} years of IM and presence, all users, seed {}: a year meets {} with a chance of {} ({} to {})",
        simulated.seed,
        share(result.target),
        share(result.chance_to_meet_target.share),
        share(result.chance_to_meet_target.low),
        share(result.chance_to_meet_target.high),
    )?;
    let minutes = |mean: &MeanAnswer| row(mean, &duration);
    let count = |mean: &MeanAnswer| row(mean, &short);
    let plain = |value: String| [value, String::new(), String::new()];
    let (lost, longest) = (&result.lost_minutes, &result.longest_outage_minutes);
    let rows = [
        ("A year", ["", "Range", "Exactly"].map(str::to_string)),
        ("allowed", plain(duration(result.allowed_minutes.max(0.0)))),
        ("lost by a user, median", plain(duration(lost.median))),
        ("lost by a user, 95th percentile", plain(duration(lost.percentile_95))),
        ("lost by a user, worst year seen", plain(duration(lost.worst))),
        ("lost by a user, mean", minutes(&lost.mean)),
        ("longest outage, median", plain(duration(longest.median))),
        ("longest outage, 95th percentile", plain(duration(longest.percentile_95))),
        ("longest outage seen", plain(duration(longest.longest))),
        ("outages", count(&result.outages_per_year)),
        ("chance of no outage", plain(share(result.chance_of_no_outage))),
    ];
    let rows = rows.map(|(name, [value, range, exact])| [name.into(), value, range, exact]);
    writeln!(out)?;
    table::aligned(&rows, 1, out)?;
    writeln!(
        out,
        "\nAn outage is a time in which nobody at all is served. Users who connect again count as served; what that takes in the long run is taken off what is allowed. Ranges hold the true value with {} %.",
        100.0 * result.confidence,
    )
}

fn row(mean: &MeanAnswer, say: &dyn Fn(f64) -> String) -> [String; 3] {
    let range = match (mean.low, mean.high) {
        (Some(low), Some(high)) => format!("{} to {}", say(low), say(high)),
        _ => "too little seen".into(),
    };
    [say(mean.mean), range, say(mean.exact)]
}

fn share(share: f64) -> String {
    format!("{} %", (1e4 * share).round() / 100.0)
}
