//! Documents about Edge Servers, Directors and what stands around them.

use crate::rules::finding::Source;

/// Which Directors there are, and where they stand.
pub(in crate::rules) const DIRECTOR: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Director topology (dd425338)",
    url: "https://technet.microsoft.com/en-us/library/dd425338(office.13).aspx",
};

/// Directors where the product is hosted.
pub(in crate::rules) const DIRECTOR_HOSTED: Source = Source {
    title: "Microsoft Hosted Messaging and Collaboration, help: the Director",
    url: "https://systemscenter.ru/hmc_help.en/html/e2da98f4-9222-48f3-a7ec-d8c5249d9cdd.htm",
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
