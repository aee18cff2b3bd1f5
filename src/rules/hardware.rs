//! What computers have to be: nothing that a plan holds, so all of it stands on the checklist.

use super::finding::Severity;
use super::item::Item;
use super::placed::{PRODUCT, placed};
use super::sources::GROUP_CHAT_COMPONENT;
use super::sources::computers::{ADAPTERS, HARDWARE_LYNC, MEDIATION_HARDWARE, POWER};
use crate::catalog::figure::Mark;
use crate::catalog::role::Function;

/// Servers whose exact hardware could not be read.
const UNREAD: &[Function] =
    &[Function::FrontEnd, Function::BackEnd, Function::Archiving, Function::ChatServer];

/// Servers of a pool that mix audio and video or share programs.
const MIXING: &[Function] = &[Function::Standalone, Function::FrontEnd, Function::AvConferencing];

pub(super) const ITEMS: &[Item] = &[
    Item {
        id: "HW-64-BIT",
        statement: "Every server has 64-bit hardware and a 64-bit operating system.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "All roles of 2007 R2 are for 64 bits only; computers of 32 bits from the 2007 edition cannot be used again.",
        source: MEDIATION_HARDWARE,
        about: |drawing| placed(drawing, PRODUCT),
    },
    Item {
        id: "GC-DB-COLLATION",
        statement: "The Group Chat database has the collation SQL_Latin1_General_CP1_CI_AS.",
        severity: Severity::Error,
        mark: Mark::Documented,
        reason: "No other collation is supported.",
        source: GROUP_CHAT_COMPONENT,
        about: |drawing| placed(drawing, &[Function::ChatDatabase]),
    },
    Item {
        id: "HW-MEDIATION",
        statement: "A Mediation Server has two quad-core or four dual-core processors of 2.0 GHz or more, 8 GB of memory, 30 GB of \
                    free disk and two ports of 1 Gbps.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "That is the documented minimum.",
        source: MEDIATION_HARDWARE,
        about: |drawing| placed(drawing, &[Function::Mediation]),
    },
    Item {
        id: "HW-NETWORK",
        statement: "Every server has a network card of 1 Gbps or more, in a network of low delay and high bandwidth.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Servers of a pool talk to one another and to their database all the time.",
        source: ADAPTERS,
        about: |drawing| placed(drawing, PRODUCT),
    },
    Item {
        id: "HW-NETWORK-AV",
        statement: "Where servers mix audio and video or share programs, their network carries more than 1 Gbps.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Media of conferences are streams to and from every participant.",
        source: ADAPTERS,
        about: |drawing| placed(drawing, MIXING),
    },
    Item {
        id: "HW-UPS",
        statement: "Servers with data that must not be lost have uninterruptible power, and their cooling can lose a unit.",
        severity: Severity::Warning,
        mark: Mark::Documented,
        reason: "Uninterruptible power is called a necessity for mission-critical data, and fault-tolerant cooling goes with it.",
        source: POWER,
        about: |drawing| placed(drawing, PRODUCT),
    },
    Item {
        id: "HW-SIZE",
        statement: "Processors and memory were checked against the product's own page.",
        severity: Severity::Info,
        mark: Mark::Derived,
        reason: "The figures that 2007 R2 recommends for these roles could not be read. For the next release, Lync Server 2010, two \
                 quad-core processors of 2.0 GHz and 16 GB of memory are recommended for a Front End.",
        source: HARDWARE_LYNC,
        about: |drawing| placed(drawing, UNREAD),
    },
];
