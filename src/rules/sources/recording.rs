//! Documents about what keeps a record: archiving, monitoring and compliance.

use crate::rules::finding::Source;

/// Where Archiving Servers and their database stand.
pub(in crate::rules) const ARCHIVING_TOPOLOGY: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: archiving topologies (dd425194)",
    url: "https://video2.skills-academy.com/ja-jp/previous-versions/office/communications-server/dd425194(v=office.13)",
};

/// How an Archiving Server gets its messages.
pub(in crate::rules) const ARCHIVING_ASSOCIATION: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: associating pools with an Archiving Server",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/375521eb-8651-4515-a7ba-52372a3a5baf.htm",
};

/// What has to be installed before archiving.
pub(in crate::rules) const ARCHIVING_REQUIREMENTS: Source = Source {
    title: "Microsoft, Office Communications Server 2007 R2: requirements of the Archiving Server (dd572527)",
    url: "https://learn.microsoft.com/en-us/previous-versions/office/communications-server/dd572527(v=office.13)",
};

/// Old messages are deleted.
pub(in crate::rules) const ARCHIVING_PURGE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: purging the archiving database",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/74c70aab-414e-4c02-ac12-e24d92c19bdb.htm",
};

/// The option that stops servers.
pub(in crate::rules) const ARCHIVING_CRITICAL: Source = Source {
    title: "Microsoft Support, Office Communications Server 2007 R2: archiving properties of a pool's Front Ends",
    url: "https://support.microsoft.com/en-gb/office/pool-front-end-properties-archiving-df5253aa-19f7-4b1a-9780-8b0e860e4fb0",
};

/// Which SQL Server archiving takes, in the edition before.
pub(in crate::rules) const ARCHIVING_DATABASE_2007: Source = Source {
    title: "Microsoft, Office Communications Server 2007: database of the Archiving and CDR Server (bb964073)",
    url: "https://docs.microsoft.com/en-us/previous-versions/office/communications-server/bb964073(v=office.12)",
};

/// Where the Monitoring Server and its databases stand.
pub(in crate::rules) const MONITORING_TOPOLOGY: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: monitoring topologies (dd441337)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/8cfca189-59d0-4fce-aa09-11074363fd01.htm",
};

/// Monitoring, in a text from before the release.
pub(in crate::rules) const MONITORING_BETA: Source = Source {
    title: "Microsoft, Office Communications Server 2007 R2: Monitoring Server (cc751558, before release)",
    url: "https://learn.microsoft.com/en-us/previous-versions/cc751558(v=technet.10)",
};

/// Media quality, in the edition before.
pub(in crate::rules) const MONITORING_2007: Source = Source {
    title: "Microsoft, Office Communications Server 2007: Quality of Experience Monitoring Server (bb963991)",
    url: "https://learn.microsoft.com/en-us/previous-versions/office/communications-server/bb963991(v=office.12)",
};

/// What Group Chat is, and what of it is recorded by what.
pub(in crate::rules) const GROUP_CHAT_SCOPE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Group Chat and its compliance (dd441154)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/38bf31cb-96dc-439e-a6e7-11c2a21c894a.htm",
};

/// One active Compliance Server.
pub(in crate::rules) const COMPLIANCE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2 Group Chat: Compliance Server (ee323500)",
    url: "https://technet.microsoft.com/en-us/library/ee323500(v=office.13)",
};

/// The other Compliance Server takes over.
pub(in crate::rules) const COMPLIANCE_STANDBY: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2 Group Chat: a standby Compliance Server (hh150190)",
    url: "https://technet.microsoft.com/en-us/library/hh150190(v=office.13)",
};

/// What Group Chat asks of the directory.
pub(in crate::rules) const GROUP_CHAT_REQUIREMENTS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: requirements of Group Chat (dd441213)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/51bb5c86-f489-4d8b-8664-3af8d1e47efa.htm",
};
