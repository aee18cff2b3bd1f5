//! Documents about Edge Servers, Directors and what stands around them.

use crate::rules::finding::Source;

/// Which Directors there are, and where they stand.
pub(in crate::rules) const DIRECTOR: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Director topology (dd425338)",
    url: "https://technet.microsoft.com/en-us/library/dd425338(office.13).aspx",
};

/// What stands in the perimeter network, and who authenticates those who come in.
pub(in crate::rules) const EXTERNAL_USERS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: how external users are supported",
    url: "https://unifiedpeople.ru/ocs2007r2.en/html/6d9c90a3-c9b9-4952-a511-6ff89aa9e686.htm",
};

/// What external access needs, part by part.
pub(in crate::rules) const EXTERNAL_COMPONENTS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: components of external user access (dd425160)",
    url: "http://technet.microsoft.com/en-us/library/dd425160(office.13).aspx",
};

/// Bandwidth, network adapters and addresses.
pub(in crate::rules) const NETWORK: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: network requirements (dd425156)",
    url: "https://learn.microsoft.com/zh-cn/previous-versions/office/communications-server/dd425156(v=office.13)",
};

/// Several sites of one organisation, in the edition before.
pub(in crate::rules) const GLOBAL_2007: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007: sample of a global deployment (bb870317)",
    url: "http://technet.microsoft.com/en-us/library/bb870317(v=office.12)",
};
