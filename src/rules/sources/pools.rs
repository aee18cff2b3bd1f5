//! Documents about pools, their databases and what stands in front of them.

use crate::rules::finding::Source;

/// The expanded configuration of a pool.
pub(in crate::rules) const EXPANDED: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Enterprise Edition expanded topology",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/5c6acd56-f8a3-416d-a226-974e7931ba94.htm",
};

/// Which versions of SQL Server serve.
pub(in crate::rules) const SOFTWARE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: software of its servers (ee323593)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/ec4500b8-6889-4a42-8119-ee910e16981c.htm",
};

/// What a backup brings back.
pub(in crate::rules) const BACKUP: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: backing up databases",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/0e33dcf9-ede0-4788-9ff0-84dca14073c1.htm",
};

/// Directors and what stands in front of them.
pub(in crate::rules) const DIRECTOR: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Director topology (dd425338)",
    url: "https://technet.microsoft.com/en-us/library/dd425338(office.13).aspx",
};

/// Load balancers, by the book of the product team.
pub(in crate::rules) const RESOURCE_KIT: Source = Source {
    title: "Microsoft Office Communications Server 2007 R2 Resource Kit: hardware load balancers",
    url: "https://ebookreading.net/view/book/EB9780735626355_41.html",
};

/// Spreading connections by DNS, which came with the next release.
pub(in crate::rules) const DNS_BALANCING_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: DNS load balancing",
    url: "https://unifiedpeople.ru/ocs_14_itpro.en/html/23f2aeb6-fed9-4349-8fba-dcbf18ee4b04.htm",
};

/// Translation of addresses, in the edition before.
pub(in crate::rules) const SNAT_2007: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007: load balancers for its pools (bb870398)",
    url: "https://technet.microsoft.com/en-us/library/bb870398(office.12).aspx",
};

/// How a load balancer is put into the network.
pub(in crate::rules) const ARMS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: one-armed and two-armed load balancers",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/4c47101c-ae92-41b0-8c79-ec4777fff356.htm",
};

/// How long a load balancer keeps a silent connection, two releases before.
pub(in crate::rules) const IDLE_TIME_2005: Source = Source {
    title: "TechNet blog, load balancers and time-out values for Live Communications Server 2005 (August 2005)",
    url: "https://blogs.technet.microsoft.com/toml/2005/08/06/lcs-hardware-load-balancers-and-time-out-values/",
};

/// How Group Chat spreads its users over its servers.
pub(in crate::rules) const GROUP_CHAT_BALANCES_ITSELF: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Group Chat (dd441154)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/38bf31cb-96dc-439e-a6e7-11c2a21c894a.htm",
};
