//! The documents in which the rules were read.

pub(super) mod computers;
pub(super) mod perimeter;
pub(super) mod pools;
pub(super) mod recording;
pub(super) mod sites;
pub(super) mod voice;

use super::finding::Source;

/// Pool and load of the consolidated configuration.
pub(super) const CONSOLIDATED: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Enterprise Edition consolidated topology (dd425162)",
    url: "https://technet.microsoft.com/en-us/library/dd425162(v=office.13).aspx",
};

/// High availability, edition by edition.
pub(super) const HIGH_AVAILABILITY: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Planning for High Availability Support (dd425308)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/dc058003-e724-4535-b5b5-7a4546591d2c.htm",
};

/// Which edition for how many users.
pub(super) const POOL_CONFIGURATIONS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: pool configurations",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/994a8a4d-fa3b-4676-ad3b-736316229818.htm",
};

/// The Back-End and its clusters.
pub(super) const BACK_END: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Back-End topology (dd425285)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/d0b9e2f6-7690-41f3-9feb-81b29597867a.htm",
};

/// Where hardware load balancers are needed.
pub(super) const LOAD_BALANCERS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: hardware load balancer requirements (dd572362)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/33366bc5-cecd-40fc-ba73-6964701ccfde.htm",
};

/// What external access needs.
pub(super) const EXTERNAL_ACCESS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: external user access (dd425171)",
    url: "http://technet.microsoft.com/en-us/library/dd425171(office.13).aspx",
};

/// Group Chat's parts, an older page.
pub(super) const GROUP_CHAT_COMPONENT: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Group Chat component (May 2009)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/69dcf02c-b432-488b-9dcb-28bcbbec7b3b.htm",
};

/// A clustered database of Group Chat, in the next release.
pub(super) const GROUP_CHAT_DATABASE_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: Group Chat in a stretched pool, with a clustered database",
    url: "http://unifiedpeople.ru/lync_itpro.en/html/d7bc5630-aa20-4684-b97a-747c8582edf5.htm",
};

/// Which roles may share a computer.
pub(super) const COLLOCATION: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: supported server role collocation (dd425201)",
    url: "http://technet.microsoft.com/hi-in/library/dd425201(en-us,office.13).aspx",
};

/// What may run on virtual machines.
pub(super) const VIRTUALIZATION: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Virtualization Support (dd572860)",
    url: "https://learn.microsoft.com/de-de/previous-versions/office/communications-server/dd572860(v=office.13)",
};

/// What stands in front of servers, and in front of which.
pub(super) const BALANCED_ROLES: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: load balancing of its roles (dd572360)",
    url: "https://docs.microsoft.com/en-us/previous-versions/office/communications-server/dd572360(v=office.13)",
};

/// Where meeting content and address-book files are kept.
pub(super) const FILE_SHARES: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: storage of meeting content and address books",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/02027816-9b10-4453-822f-a778378da83e.htm",
};

/// Moving users from home to home.
pub(super) const USERS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: moving users",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/ce7b3777-6c16-41c0-8e4a-f2587fa555a2.htm",
};

/// A pool in two places, a paper of its own.
pub(super) const SITE_RESILIENCY: Source = Source {
    title: "Microsoft, Office Communications Server 2007 R2 Site Resiliency (July 2009)",
    url: "http://technodocbox.com/Computer_Networking/123597443-Office-communications-server-2007-r2-site-resiliency-published-july-2009.html",
};

/// What stands inside before there is an Edge Server; a text from before the release.
pub(super) const EDGE_DEPLOYMENT: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: deploying Edge Servers (cc895231, before release)",
    url: "http://technet.microsoft.com/en-us/library/cc895231(v=office.12)",
};

/// What Edge Servers pass connections on to, in the edition before.
pub(super) const NEXT_HOP_2007: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007: Edge Server topologies (bb894627)",
    url: "http://technet.microsoft.com/en-us/library/bb894627.aspx",
};

/// A highly available perimeter, step by step.
pub(super) const PERIMETER_WALKTHROUGH: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: walkthrough of a highly available perimeter",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/cb659902-48d0-49d9-84b8-4d0f2dbd0408.htm",
};

/// Tables of the edition before, for want of any for this one.
pub(super) const CAPACITY_2007: Source = Source {
    title: "Martin Gibney's blog, Capacity planning for Office Communications Server 2007 (May 2009)",
    url: "https://blog.martingibney.com/2009/05/capacity-planning-microsoft-office.html",
};

/// One host pool of Group Chat at a time.
pub(super) const GROUP_CHAT_RECOVERY: Source = Source {
    title: "Microsoft blog, Group Chat disaster recovery: failing over to a secondary pool",
    url: "https://learn.microsoft.com/archive/blogs/perez/group-chat-disaster-recovery-failing-over-to-a-secondary-pool",
};
