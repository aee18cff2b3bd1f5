//! The documents in which the rules were read.

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
