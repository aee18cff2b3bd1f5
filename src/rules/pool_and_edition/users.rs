//! Users who are homed nowhere.

use crate::plan::{Edit, Population};
use crate::rules::breach::Breach;
use crate::rules::drawing::Drawing;
use crate::rules::homes::homes;

pub(super) fn homeless(drawing: &Drawing<'_>) -> Vec<Breach> {
    let homes = homes(drawing);
    let mut breaches = Vec::new();
    for population in &drawing.scenario.populations {
        if population.home.is_some() || population.users == 0 {
            continue;
        }
        let text = format!("“{}” have no home server and cannot sign in.", population.name);
        let breach = Breach::new(&[&population.id], text);
        let (users, connected) = (f64::from(population.users), population.connected_users());
        breaches.push(match homes.iter().find(|home| home.has_room(users, connected)) {
            Some(home) => {
                let settled = Population { home: Some(home.id.clone()), ..(**population).clone() };
                let edits = vec![Edit::SetPopulation(settled)];
                breach.fixed_by(format!("Home them on “{}”", home.name), Some(edits))
            }
            None => breach,
        });
    }
    breaches
}
