//! Users who are homed on a Director.

use crate::plan::{Edit, Pool, Population};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::homes::homes;
use crate::rules::way_in::director_pools;
use crate::rules::words::users;

pub(super) fn homed(drawing: &Drawing<'_>) -> Vec<Breach> {
    let homes = homes(drawing);
    let mut breaches = Vec::new();
    for pool in director_pools(drawing) {
        let lost = drawing.homed(&pool.id);
        if lost.users <= 0.0 {
            continue;
        }
        let mut settlers: Vec<&Population> = Vec::new();
        for population in &drawing.scenario.populations {
            if population.home.as_ref() == Some(&pool.id) {
                settlers.push(population);
            }
        }
        let text = format!("{} are homed on “{}”, which is a Director.", users(lost.users), pool.name);
        let mut breach = Breach::new(&[&pool.id], text);
        for population in &settlers {
            breach = breach.and(&population.id);
        }
        let room = homes.iter().find(|home| home.has_room(lost.users, lost.connected));
        breaches.push(if let Some(home) = room {
            let mut edits = Vec::new();
            for population in settlers {
                let home = Some(home.id.clone());
                edits.push(Edit::SetPopulation(Population { home, ..population.clone() }));
            }
            breach.fixed_by(format!("Home them on “{}”", home.name), Some(edits))
        } else {
            let ordinary = Pool { director: false, ..pool.clone() };
            breach.fixed_by("Make it a pool for users", Some(vec![Edit::ReplacePool(ordinary)]))
        });
    }
    breaches
}
