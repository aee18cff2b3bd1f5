//! Conferences at the busy hour.

use std::rc::Rc;

use super::answer::{LoadRow, Section, Topic};
use super::drawn::{Drawn, product, rounded_up};
use super::external::conferees;
use crate::analysis::options::AnalysisError;
use crate::catalog::figure::Unit;
use crate::catalog::workload::Workload;
use crate::plan::NodeId;

const ABOUT: &str = "By the user model behind the capacity figures. Conferees by telephone are those of a third party's bridge; whoever dials in by the plan's own gateways takes a port of them besides.";

/// Conferees of every home.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let loads = drawn.homes().into_iter().map(|home| of_home(drawn, home)).collect::<Result<_, _>>()?;
    Ok(Section { topic: Topic::Conferences, about: ABOUT, needs: Vec::new(), loads })
}

fn of_home(drawn: &Drawn<'_>, home: NodeId) -> Result<LoadRow, AnalysisError> {
    let name = drawn.name(&home).to_owned();
    let id = format!("conferences/{home}");
    let homes = [home];
    let users = drawn.users(&homes, format!("Connected users of {name}"), None, Workload::Conferencing);
    let all = conferees(drawn, "Conferees at the busy hour", &users)?;
    let share = |name: &str, formula: &str, id: &str| {
        Ok(product(name, Unit::Users, formula, 1.0, &[&all, &drawn.figure(id)?]))
    };
    let scheduled =
        share("Conferees of scheduled conferences", "conferees · scheduled share", "scheduled-share")?;
    let by_telephone =
        share("Conferees by telephone", "conferees · share by telephone", "meeting-pstn-share")?;
    let av = share(
        "Conferees with audio and video",
        "conferees · share with audio and video",
        "av-conferee-share",
    )?;
    let formula = "conferees / participants of a meeting at the most, rounded up";
    let size = drawn.figure("meeting-size")?;
    let fewest = rounded_up("Meetings if all were of the largest size", Unit::Factor, formula, &all, &size);
    let figures = vec![
        ("Users", users),
        ("Conferees", Rc::clone(&all)),
        ("Scheduled", scheduled),
        ("By telephone", by_telephone),
        ("Audio and video", av),
        ("Meetings at the largest size", fewest),
    ];
    Ok(LoadRow { id, name, figures })
}
