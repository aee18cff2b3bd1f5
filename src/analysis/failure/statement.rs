//! What the documents say of what was killed.

use super::Event;
use crate::analysis::parts::Part;
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Who is served, and by whom.
    Service,
    /// Meetings in progress.
    Meetings,
    /// Data that may be lost.
    Data,
    /// What somebody has to do.
    Operator,
}

impl Subject {
    /// Its name in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Meetings => "meetings",
            Self::Data => "data",
            Self::Operator => "operator",
        }
    }
}

/// A document.
#[derive(Debug, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// A sentence on what a failure means, with how sure it is and where it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it is about.
    pub subject: Subject,
    /// The sentence.
    pub text: &'static str,
    /// Documented of this product, derived from what is documented, or assumed to be as in another release.
    pub mark: Mark,
    /// Where it, or what it follows from, was read.
    pub source: Document,
}

const fn statement(subject: Subject, mark: Mark, source: Document, text: &'static str) -> Statement {
    Statement { subject, text, mark, source }
}

const HIGH_AVAILABILITY: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Planning for High Availability Support (dd425308)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/dc058003-e724-4535-b5b5-7a4546591d2c.htm",
};
const CONFERENCE_RECOVERY: Document = Document {
    title: "Microsoft, Unified Communications Managed API 3.0 (Lync 2010): Conference Recovery (hh347349)",
    url: "https://learn.microsoft.com/en-us/previous-versions/office/developer/lync-2010/hh347349(v=office.14)",
};
const STORES: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: where data is stored",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/15372277-847e-4f4c-8921-39f2942d253f.htm",
};
const BACKUP: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: backup and restoration",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/0e33dcf9-ede0-4788-9ff0-84dca14073c1.htm",
};
const FAILOVER_CLUSTERING: Document = Document {
    title: "Microsoft TechNet blog, Failover clustering (2008)",
    url: "http://blogs.technet.com/b/rob/archive/2008/05/07/failover-clustering.aspx",
};
const LOAD_BALANCERS: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: hardware load balancer requirements (dd572362)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/33366bc5-cecd-40fc-ba73-6964701ccfde.htm",
};
const EXTERNAL_ACCESS: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: external user access (dd425171)",
    url: "http://technet.microsoft.com/en-us/library/dd425171(office.13).aspx",
};
const REVERSE_PROXY: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: reverse proxy (dd572828)",
    url: "https://learn.microsoft.com/en-us/previous-versions/office/communications-server/dd572828(v=office.13)",
};
const GROUP_CHAT: Document = Document {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Group Chat component (May 2009)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/69dcf02c-b432-488b-9dcb-28bcbbec7b3b.htm",
};

const TIME_OUTS: Document = Document {
    title: "Microsoft TechNet blog, LCS hardware load balancers and time-out values (2005)",
    url: "https://blogs.technet.microsoft.com/toml/2005/08/06/lcs-hardware-load-balancers-and-time-out-values/",
};

static RECONNECTING: Statement = statement(
    Subject::Service,
    Mark::Assumed,
    TIME_OUTS,
    "How long it takes users to connect again was observed on the release before; no document of this one says it.",
);
static RESTARTS: [Statement; 3] = [
    statement(
        Subject::Service,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "A Standard Edition server monitors its own state and in the event of failure restarts automatically.",
    ),
    statement(
        Subject::Meetings,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "Meetings and conversations in progress are interrupted, which may last, depending on the reason for the failure.",
    ),
    statement(
        Subject::Data,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "After the restart no files, meeting content or meeting schedules are lost.",
    ),
];
static FRONT_END: [Statement; 3] = [
    statement(
        Subject::Service,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "If a single Front End Server fails, clients detect the failure and automatically reconnect to one of the other available Front End Servers.",
    ),
    statement(
        Subject::Meetings,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "Meeting state is preserved because a meeting is hosted by the pool, not by any single server.",
    ),
    statement(
        Subject::Meetings,
        Mark::Assumed,
        CONFERENCE_RECOVERY,
        "Audio and video that ran over the server breaks off and has to be joined again, as documented for the next release.",
    ),
];
static NO_FRONT_END: [Statement; 1] = [statement(
    Subject::Service,
    Mark::Derived,
    HIGH_AVAILABILITY,
    "Clients reconnect to another Front End of their pool; with none left there is nothing to reconnect to.",
)];
static DATABASE_FAILOVER: [Statement; 1] = [statement(
    Subject::Service,
    Mark::Derived,
    FAILOVER_CLUSTERING,
    "A failover restarts the database service on the other node and recovers the database, which takes seconds to minutes; connections to the database are dropped.",
)];
static NO_DATABASE: [Statement; 3] = [
    statement(
        Subject::Service,
        Mark::Derived,
        STORES,
        "Users, contacts and the state of conferences are kept in the pool's database: without it nobody can sign in or be served.",
    ),
    statement(
        Subject::Data,
        Mark::Documented,
        BACKUP,
        "A database that is lost comes back as of the last backup; a full backup every 24 hours is recommended.",
    ),
    statement(
        Subject::Operator,
        Mark::Documented,
        BACKUP,
        "If the database is lost, restore it from the backup; what was entered later has to be entered again by hand.",
    ),
];
static NO_BALANCER: [Statement; 1] = [statement(
    Subject::Service,
    Mark::Derived,
    LOAD_BALANCERS,
    "Clients reach the servers behind a load balancer by its address only: without it nobody reaches them, although they run.",
)];
static NO_FILE_SHARE: [Statement; 1] = [statement(
    Subject::Meetings,
    Mark::Derived,
    STORES,
    "Meeting content and address-book files lie on the file share: meetings go on without slides and handouts, and the address book grows old.",
)];
static EDGE: [Statement; 1] = [statement(
    Subject::Meetings,
    Mark::Derived,
    EXTERNAL_ACCESS,
    "Audio and video of remote users that ran over the server breaks off and has to be joined again.",
)];
static NO_EDGE: [Statement; 1] = [statement(
    Subject::Service,
    Mark::Derived,
    EXTERNAL_ACCESS,
    "All traffic of remote users passes through the Edge Servers: users outside are cut off, those inside notice nothing.",
)];
static NO_PROXY: [Statement; 1] = [statement(
    Subject::Meetings,
    Mark::Documented,
    REVERSE_PROXY,
    "Remote users get meeting content, the address book and the members of distribution groups through the reverse proxy.",
)];
static CHAT_SERVER: [Statement; 2] = [
    statement(
        Subject::Service,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "If any Group Chat server fails, Group Chat clients automatically reconnect and are redirected to one of the remaining servers.",
    ),
    statement(
        Subject::Service,
        Mark::Documented,
        HIGH_AVAILABILITY,
        "Group Chat servers handle new user connections by simple round-robin load balancing.",
    ),
];
static NO_CHAT_SERVER: [Statement; 1] = [statement(
    Subject::Service,
    Mark::Derived,
    HIGH_AVAILABILITY,
    "Group Chat clients are redirected to a remaining server; with none left there is no Group Chat.",
)];
static NO_CHAT_DATABASE: [Statement; 1] = [statement(
    Subject::Service,
    Mark::Derived,
    GROUP_CHAT,
    "Chat rooms are kept in the Group Chat database: without it there is no Group Chat.",
)];

impl Event<'_> {
    /// What the documents say of it, each sentence once.
    pub fn statements(&self) -> Vec<&'static Statement> {
        let mut statements: Vec<&'static Statement> = Vec::new();
        for component in &self.compiled.scenario.components {
            let Some(part) = self.compiled.parts.get(&component.id) else { continue };
            for statement in self.said_of(part) {
                if !statements.contains(&statement) {
                    statements.push(statement);
                }
            }
        }
        if self.outcomes.iter().any(|outcome| !outcome.is_down() && outcome.moved > 0.0) {
            statements.push(&RECONNECTING);
        }
        statements
    }

    fn said_of(&self, part: &Part) -> &'static [Statement] {
        let hit = part.counted.iter().any(|server| self.down.is_down(part.id(), &server.id));
        if !hit {
            return &[];
        }
        let left = self.left(part);
        match (part.role.function, left) {
            (Function::Standalone, _) => &RESTARTS,
            (Function::FrontEnd, true) => &FRONT_END,
            (Function::FrontEnd, false) => &NO_FRONT_END,
            (Function::BackEnd | Function::ChatDatabase, true) if self.held.fails_over(part.id()) => {
                &DATABASE_FAILOVER
            }
            (Function::BackEnd, false) => &NO_DATABASE,
            (Function::LoadBalancer, false) => &NO_BALANCER,
            (Function::FileShare, false) => &NO_FILE_SHARE,
            (Function::Edge, true) => &EDGE,
            (Function::Edge, false) => &NO_EDGE,
            (Function::ReverseProxy, false) => &NO_PROXY,
            (Function::ChatServer, true) => &CHAT_SERVER,
            (Function::ChatServer, false) => &NO_CHAT_SERVER,
            (Function::ChatDatabase, false) => &NO_CHAT_DATABASE,
            _ => &[],
        }
    }
}
