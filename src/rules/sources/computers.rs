//! Documents about computers: what they have to be, what is kept on them together, and virtual ones.

use crate::rules::finding::Source;

/// What a Mediation Server's computer has to be.
pub(in crate::rules) const MEDIATION_HARDWARE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: hardware of the Mediation Server",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/0a48b830-23ad-4605-9d63-947cf3380429.htm",
};

/// Adapters and bandwidth.
pub(in crate::rules) const ADAPTERS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: network requirements (dd425156)",
    url: "https://learn.microsoft.com/zh-cn/previous-versions/office/communications-server/dd425156(v=office.13)",
};

/// Computers of the next release.
pub(in crate::rules) const HARDWARE_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: server hardware (gg425889)",
    url: "https://technet.microsoft.com/en-us/library/gg425889(v=ocs.14).aspx",
};

/// Power and cooling.
pub(in crate::rules) const POWER: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: power and cooling of servers (dd425097)",
    url: "https://technet.microsoft.com/en-us/library/dd425097(v=office.13).aspx",
};

/// Where the Monitoring Server and its database stand.
pub(in crate::rules) const MONITORING_PLACE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: where the Monitoring Server stands (dd441337)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/8cfca189-59d0-4fce-aa09-11074363fd01.htm",
};

/// Figures of the next release, among them of recording servers that share a computer.
pub(in crate::rules) const CAPACITY_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: Capacity Planning (gg615015)",
    url: "https://learn.microsoft.com/en-us/previous-versions/office/skype-server-2010/gg615015(v=ocs.14)",
};

/// What a practitioner lists as virtual.
pub(in crate::rules) const VIRTUAL_BLOG: Source = Source {
    title: "Collaborateur blog, virtual machines for Office Communications Server",
    url: "https://collaborateur.wordpress.com/tag/office-communications-server/",
};
