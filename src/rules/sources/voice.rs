//! Documents about telephony, dial-in conferencing and browser access.

use crate::rules::finding::Source;

/// The Mediation Server.
pub(in crate::rules) const MEDIATION: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Mediation Server component",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/0098852a-f150-427d-a8dd-52f24ea84de3.htm",
};

/// What telephony is made of.
pub(in crate::rules) const ENTERPRISE_VOICE: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: components of Enterprise Voice",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/6b3dad8e-c820-44b7-a779-8e50c2f45e8c.htm",
};

/// The Mediation Server of the next release, and what the ones before could not do.
pub(in crate::rules) const MEDIATION_LYNC: Source = Source {
    title: "Microsoft TechNet, Lync Server 2010: Mediation Server component, compared with earlier releases",
    url: "http://unifiedpeople.ru/lync_itpro.en/html/dc4c5d66-297c-48a5-91b9-b9b8ce44a6e0.htm",
};

/// Gateways of the edition before.
pub(in crate::rules) const GATEWAYS_2007: Source = Source {
    title: "How to Cheat at Administering Office Communications Server 2007: media gateways",
    url: "http://www.metabook.org.ua/book/135422/How-to-Cheat-at-Administering-Office-Communications-Server-2007/num_217.html",
};

/// Several gateways in one route, in the edition before.
pub(in crate::rules) const ROUTES_2007: Source = Source {
    title: "Jens Trier Rasmussen's TechNet blog, fault-tolerant routes to the telephone network (December 2007)",
    url: "https://blogs.technet.microsoft.com/jenstr/2007/12/14/how-to-have-fault-tolerant-routes-to-pstnpbx/",
};

/// What conferences by telephone need.
pub(in crate::rules) const DIAL_IN: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: dial-in conferencing",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/37e646fb-6919-47a2-8907-60bfe8de6931.htm",
};

/// Calls for help.
pub(in crate::rules) const EMERGENCY_CALLS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: emergency calls",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/bcc10f7b-ebbb-4149-a58b-476b65058def.htm",
};

/// Browser users.
pub(in crate::rules) const WEB_ACCESS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: Communicator Web Access component (dd441196)",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/49de1cff-57ee-4828-a58c-e191caeb2b2e.htm",
};

/// What browser users need.
pub(in crate::rules) const WEB_ACCESS_REQUIREMENTS: Source = Source {
    title: "Microsoft TechNet, Office Communications Server 2007 R2: requirements of Communicator Web Access",
    url: "http://unifiedpeople.ru/ocs2007r2.en/html/24fc19a8-835c-4190-9c60-d8bc7a7b19e8.htm",
};
