//! Pools and Standard Edition servers: Front Ends needed, with a spare, and what is left after losses.

use super::answer::{Need, Section, Topic, Verdict};
use super::array::Array;
use super::drawn::Drawn;
use super::need::{Wanted, need};
use super::published::{LYNC, VIRTUALIZATION, follows, read};
use crate::analysis::options::AnalysisError;
use crate::analysis::words::grouped;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;
use crate::catalog::workload::Workload;
use crate::plan::NodeId;

const ABOUT: &str = "Front Ends needed are connected users by what one carries, rounded up; one more is the spare. No table of users by Front Ends could be read for 2007 R2: what one carries follows from the largest documented pool.";

/// Users of every home beside what it carries.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut needs = Vec::new();
    for home in drawn.homes() {
        needs.extend(of_home(drawn, &home)?);
    }
    Ok(Section { topic: Topic::Homes, about: ABOUT, needs, loads: Vec::new() })
}

fn of_home(drawn: &Drawn<'_>, home: &NodeId) -> Result<Option<Need>, AnalysisError> {
    let single = drawn.function(home) == Some(Function::Standalone);
    let front = drawn.topology.homes.get(home).map_or(&[][..], |parts| &parts.front);
    let function = if single { Function::Standalone } else { Function::FrontEnd };
    let Some(array) = Array::of(drawn, front, function)? else { return Ok(None) };
    let name = drawn.name(home);
    let users = format!("Connected users of {name}");
    let demand = drawn.users(std::slice::from_ref(home), users, None, Workload::ImPresence);
    let users = demand.value;
    let title = if single { name.to_owned() } else { format!("Front Ends of {name}") };
    let mut wanted = Wanted::servers(format!("homes/{home}"), title, Some(home), demand);
    wanted.spares = !single;
    let mut need = need(wanted, &array);
    if single {
        need.hints.push(follows(
            "One server by itself, documented for fewer users than this figure; a spare takes an Enterprise pool.",
        ));
        return Ok(Some(need));
    }
    let is_virtual = |id: &NodeId| drawn.scenario.component(id).is_some_and(|front| front.virtualised);
    if front.iter().any(is_virtual) {
        let tested = grouped(drawn.figure("users-per-virtual-pool")?.value);
        let text = format!(
            "A virtual topology was tested with {tested} users, for IM, presence and Group Chat alone."
        );
        need.hints.push(read(drawn, Mark::Documented, VIRTUALIZATION, text));
    }
    if let Some(most) = array.most().filter(|most| users > *most) {
        let pools = grouped((users / most).ceil());
        let text = format!("One pool carries {} users at the most: take {pools} pools.", grouped(most));
        need.hints.push(follows(text));
    } else if need.verdict == Verdict::NoSpare {
        let left = grouped(array.carried(1));
        need.hints.push(follows(format!(
            "With one Front End lost {left} of {} users are carried.",
            grouped(users)
        )));
        let text =
            "One Front End more than the users take was the advice for the next release, Lync Server 2010.";
        need.hints.push(read(drawn, Mark::Assumed, LYNC, text));
    }
    Ok(Some(need))
}
