//! What the reader of figures has to know of the drawing.

use super::Topology;
use crate::analysis::answer::Note;
use crate::analysis::stage::Stage;
use crate::plan::{Component, NodeId, Population, Scenario};

impl Topology {
    pub(super) fn note(&mut self, node: &NodeId, text: String, hypothetical: bool) {
        self.notes.push(Note { node: Some(node.clone()), text, hypothetical });
    }

    pub(super) fn note_no_next_hop(&mut self, edge: &Component) {
        let text = format!(
            "“{}” passes users on to nobody: link it to a pool or Standard Edition server.",
            edge.name
        );
        self.note(&edge.id, text, false);
    }

    pub(super) fn note_chat(&mut self, chat: &Component, no_host: bool, no_database: bool) {
        for (missing, what) in [(no_host, "a host pool"), (no_database, "a database")] {
            if missing {
                let text = format!("“{}” has no link to {what} and serves nobody.", chat.name);
                self.note(&chat.id, text, false);
            }
        }
    }

    pub(super) fn note_expanded(&mut self, scenario: &Scenario, pool: &NodeId, stage: Stage, missing: bool) {
        let what = match stage {
            Stage::WebConferencing => "Web Conferencing",
            Stage::AvConferencing => "A/V Conferencing",
            _ => "Web Components",
        };
        if let (true, Some(pool)) = (missing, scenario.pool(pool)) {
            let text = format!("“{}” is an expanded pool without a {what} server.", pool.name);
            self.note(&pool.id, text, false);
        }
    }

    pub(super) fn note_populations(&mut self, scenario: &Scenario) {
        for population in scenario.populations.iter().filter(|population| population.users > 0) {
            match &population.home {
                None => {
                    let name = &population.name;
                    let text = format!("“{name}” have no home server and are not served: choose one.");
                    self.note(&population.id, text, false);
                }
                Some(home) => self.note_lacks(population, home),
            }
        }
    }

    /// What users want and nothing that is drawn gives them.
    fn note_lacks(&mut self, population: &Population, home: &NodeId) {
        let name = &population.name;
        let lacks = [
            (
                Stage::WayIn,
                population.remote_users(),
                format!("The remote users of “{name}” have no Edge Server to come in through."),
            ),
            (
                Stage::Chat,
                population.group_chat_share,
                format!("“{name}” want Group Chat, and no complete Group Chat is drawn."),
            ),
            (
                Stage::Voice,
                population.voice_share.max(population.dial_in_share),
                format!(
                    "“{name}” want to call, and their home has no Mediation Server with a gateway or trunk."
                ),
            ),
            (
                Stage::WebAccess,
                population.web_access_share.max(population.dial_in_share),
                format!("“{name}” want Communicator Web Access, and their home has none."),
            ),
            (
                Stage::Federation,
                population.federation_share.max(population.public_im_share),
                format!("“{name}” want to reach other organisations, and there is no Edge Server for it."),
            ),
        ];
        for (stage, wanted, text) in lacks {
            if wanted > 0.0 && self.ways(stage, home).is_none_or(<[_]>::is_empty) {
                self.note(&population.id, text, false);
            }
        }
    }
}
