//! `planner parts`.

use std::io::Write;

use availability_planner::catalog::Catalog;
use availability_planner::exchange::parts_list::{Group, PartsList};

use crate::args::Parts;
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(args: &Parts, out: &mut impl Write) -> Result<(), Failure> {
    let catalog = Catalog::bundled();
    let document = input::plan(&args.plan, &catalog)?;
    let scenario = input::scenario(&document, &args.plan, args.scenario.as_deref())?;
    let list = PartsList::of(scenario, &catalog);
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&list)?)?;
        return Ok(());
    }
    if args.csv {
        write!(out, "{}", list.csv(scenario))?;
        return Ok(());
    }
    writeln!(out, "{} · {}", document.name, scenario.name)?;
    for group in Group::ALL.into_iter().filter(|group| list.total(*group) > 0) {
        let (name, about) = group.names();
        writeln!(out, "\n{name}: {} ({about})", list.total(group))?;
        for entry in list.of_group(group) {
            let names = entry.nodes.iter().filter_map(|node| scenario.node(node)).map(|node| node.name());
            let names: Vec<&str> = names.collect();
            writeln!(out, "  {:>4}  {}  [{}]", entry.count, entry.what, names.join(", "))?;
        }
    }
    Ok(())
}
