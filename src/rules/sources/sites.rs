//! Documents about places: branches, pools in two of them, domains and names.

use crate::rules::finding::Source;

/// When a place gets servers of its own.
pub(in crate::rules) const REMOTE_SITES: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: remote sites (dd441383)",
    url: "http://technet.microsoft.com/de-de/library/dd441383(v=office.13).aspx",
};

/// Telephony of branches that survives the loss of the line, in the next release.
pub(in crate::rules) const BRANCHES_LYNC: Source = Source {
    title: "Microsoft Lync Server 2010 Unleashed: branches that survive the loss of the line",
    url: "https://aigencon.com/view/book/EB9780132682190_799.html",
};

/// A pool over two sites, in the next release.
pub(in crate::rules) const STRETCHED_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: topology of a pool over two sites",
    url: "http://unifiedpeople.ru/lync_itpro.en/html/d7bc5630-aa20-4684-b97a-747c8582edf5.htm",
};

/// What came of testing a pool over two sites, in the next release.
pub(in crate::rules) const STRETCHED_TESTS_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: site resiliency, findings and recommendations (gg670895)",
    url: "https://free.blessedness.top/en-us/previous-versions/office/skype-server-2010/gg670895(v=ocs.14)",
};

/// Domains and operating systems.
pub(in crate::rules) const INFRASTRUCTURE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: what it needs around it (dd425370)",
    url: "https://learn.microsoft.com/ja-jp/previous-versions/office/communications-server/dd425370(v=office.13)",
};

/// Services that do not start.
pub(in crate::rules) const NOT_STARTING: Source = Source {
    title: "Inside OCS blog, why services of Office Communications Server do not start (March 2010)",
    url: "http://blog.insideocs.com/2010/03/09/common-reasons-for-the-ocs-services-not-starting/",
};

/// Records by which clients find their server.
pub(in crate::rules) const SIGN_IN_RECORDS: Source = Source {
    title: "Jamil Rashdi's blog, DNS records for signing in to Office Communications Server 2007 R2 (2010)",
    url: "https://jamilrashdi.blogspot.com/2010",
};
