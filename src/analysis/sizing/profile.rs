//! The figures of a plan that say what users do and what servers carry, in the groups in which they are shown.

/// Figures of the catalog by what they are about. A plan can put values of its own in place of each of them.
pub const PROFILE: [(&str, &[&str]); 6] = [
    (
        "Where users are, and conferences",
        &[
            "remote-share",
            "conferencing-share",
            "scheduled-share",
            "meeting-pstn-share",
            "av-conferee-share",
            "meeting-size",
        ],
    ),
    (
        "Messages and presence",
        &[
            "im-sessions",
            "im-messages",
            "im-bytes",
            "im-parties",
            "contacts",
            "contacts-mobile",
            "contacts-inside-share",
            "federated-share",
            "public-im-share",
            "endpoints",
        ],
    ),
    ("Voice and media", &["users-per-port", "call-kbps", "audio-kbps", "video-kbps"]),
    (
        "What servers inside carry",
        &[
            "users-per-front-end",
            "front-ends-counted",
            "users-per-pool",
            "users-per-standard-edition",
            "users-per-web-access",
            "users-per-chat-server",
            "chat-servers-counted",
            "calls-per-mediation",
            "ports-per-gateway",
            "channels-per-trunk",
            "users-per-archiving",
            "users-per-monitoring",
        ],
    ),
    (
        "What servers for external users carry",
        &[
            "users-per-edge",
            "web-conferees-per-edge",
            "av-sessions-per-edge",
            "users-per-director",
            "users-per-snat-address",
        ],
    ),
    (
        "Where rules begin to speak",
        &["standard-edition-warning", "users-per-virtual-pool", "small-chat-database", "branch-users"],
    ),
];
