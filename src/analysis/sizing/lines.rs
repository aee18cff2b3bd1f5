//! Media of branch users on the lines between sites, and of all users in the network of their home.

use std::rc::Rc;

use super::answer::{LoadRow, Section, Topic};
use super::drawn::{Drawn, product, sum};
use super::external::{calls, conferees};
use crate::analysis::answer::Location;
use crate::analysis::connected::connected;
use crate::analysis::options::AnalysisError;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::plan::{NodeId, Population, SiteId};

const ABOUT: &str = "Streams at their peak; a session goes both ways and is two streams. Counted are conferees with audio and video and calls to the telephone network. Calls from client to client take their own way and are not counted: no figure for them could be read.";

/// Media on every line and at every home.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let mut loads = Vec::new();
    let mut lines: Vec<((SiteId, SiteId), Vec<&Population>)> = Vec::new();
    for population in &drawn.scenario.populations {
        let Some((from, to)) = line(drawn, population) else { continue };
        match lines.iter_mut().find(|(ends, _)| *ends == (from.clone(), to.clone())) {
            Some((_, users)) => users.push(population),
            None => lines.push(((from, to), vec![population])),
        }
    }
    for ((from, to), users) in lines {
        let name = format!("Line from {} to {}", site(drawn, &from), site(drawn, &to));
        loads.push(row(drawn, format!("line/{from}/{to}"), name, &users, Some(Location::Branch))?);
    }
    for home in drawn.homes() {
        let (id, name) = (format!("lan/{home}"), format!("Network of {}", drawn.name(&home)));
        let homes = [home];
        let users: Vec<&Population> = drawn.populations(&homes).collect();
        loads.push(row(drawn, id, name, &users, None)?);
    }
    Ok(Section { topic: Topic::Lines, about: ABOUT, needs: Vec::new(), loads })
}

/// The sites of a population and of its home, where they are not the same.
fn line(drawn: &Drawn<'_>, population: &Population) -> Option<(SiteId, SiteId)> {
    let at = population.site.as_ref()?;
    let home = site_of(drawn, population.home.as_ref()?)?;
    (*at != home && population.office_users() > 0.0).then(|| (at.clone(), home))
}

fn site_of(drawn: &Drawn<'_>, node: &NodeId) -> Option<SiteId> {
    let pool = drawn.scenario.pool(node).map(|pool| pool.site.clone());
    pool.or_else(|| drawn.scenario.component(node).map(|component| component.site.clone()))
}

fn site<'a>(drawn: &Drawn<'a>, id: &SiteId) -> &'a str {
    drawn.scenario.site(id).map_or("", |site| site.name.as_str())
}

fn row(
    drawn: &Drawn<'_>,
    id: String,
    name: String,
    populations: &[&Population],
    location: Option<Location>,
) -> Result<LoadRow, AnalysisError> {
    let of = |name: &str, workload| {
        let users = populations.iter().map(|users| connected(users, location, workload)).collect();
        sum(name, Unit::Users, "sum over the users concerned", users)
    };
    let users = of("Users", Workload::AvConferencing);
    let all = conferees(drawn, "Conferees", &users)?;
    let share = drawn.figure("av-conferee-share")?;
    let formula = "conferees · share with audio and video";
    let av = product("Conferees with audio and video", Unit::Factor, formula, 1.0, &[&all, &share]);
    let calls = calls(drawn, "Calls", &of("Voice users", Workload::PstnVoice))?;
    let (audio_each, video_each) = (drawn.figure("audio-kbps")?, drawn.figure("video-kbps")?);
    let sessions = sum("Audio sessions", Unit::Factor, "conferees + calls", vec![Rc::clone(&av), calls]);
    let formula = "2 streams · sessions · bandwidth of a stream";
    let audio = product("Audio", Unit::Kbps, formula, 2.0, &[&sessions, &audio_each]);
    let video = product("Video", Unit::Kbps, formula, 2.0, &[&av, &video_each]);
    let both: Vec<Rc<Figure>> = vec![Rc::clone(&audio), Rc::clone(&video)];
    let total = sum("Audio and video", Unit::Kbps, "audio + video", both);
    let figures = vec![
        ("Users", users),
        ("Audio sessions", sessions),
        ("Video sessions", av),
        ("Audio", audio),
        ("Video", video),
        ("Together", total),
    ];
    Ok(LoadRow { id, name, figures })
}
