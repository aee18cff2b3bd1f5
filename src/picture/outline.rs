//! The outlines of the page's own icons: a 24-pixel grid, one stroke width.

/// The outline of an icon; an unknown name gives the server.
pub fn outline(name: &str) -> &'static str {
    match name {
        "pool" => POOL,
        "database" => DATABASE,
        "folder" => FOLDER,
        "edge" => EDGE,
        "proxy" => PROXY,
        "balancer" => BALANCER,
        "chat" => CHAT,
        "director" => {
            "M12 3v6M12 15v6M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6zM15 12h6M18.5 9.5L21 12l-2.5 2.5M3 12h6"
        }
        "browser" => "M4 5h16v14H4zM4 9h16M6.5 7h.01M9 7h.01M8 13h8M8 16h5",
        "conference" => "M3.5 5h17v10h-17zM12 15v4M8 20l4-2l4 2M8 8.5h8M8 11.5h5",
        "phone" => {
            "M6 4h3l1.5 4.5l-2 1.5a10 10 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z"
        }
        "gateway" => {
            "M3.5 9h10v6h-10zM6 12h.01M9 12h.01M13.5 12h4M17.5 8a5.5 5.5 0 0 1 0 8M20 6a8.5 8.5 0 0 1 0 12"
        }
        "line" => "M3 12h3l2-5l4 10l4-10l2 5h3",
        "archive" => "M4 4.5h16v4H4zM5.5 8.5v11h13v-11M10 12h4",
        "monitor" => "M3.5 5h17v11h-17zM6.5 12l3-3l2.5 2l4-4M9 20h6M12 16v4",
        "directory" => {
            "M12 4a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM12 9v3M6 15v-3h12v3M6 15a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM18 15a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z"
        }
        "switch" => "M3 8.5h18v7H3zM6.5 12h.01M9.5 12h.01M13 12h5M16 10l2 2l-2 2",
        "custom" => "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5l8-4.5M12 12v9",
        "users" => USERS,
        "remote-users" => REMOTE_USERS,
        "undo" => UNDO,
        "redo" => REDO,
        "delete" | "trash" => TRASH,
        "plus" | "zoom-in" => "M12 6v12M6 12h12",
        "minus" | "zoom-out" => "M6 12h12",
        "fit" => "M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15",
        "kill" => "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM9 9l6 6M15 9l-6 6",
        "repair" => "M18.5 8.5a7.5 7.5 0 1 0 1 5M19 4.5v4.5h-4.5",
        "download" => "M12 4.5v10M7.5 10.5l4.5 4.5l4.5-4.5M5 19.5h14",
        "share" => "M12 14.5v-10M8 8.5l4-4l4 4M5 12v7.5h14V12",
        "print" => "M7 9V4.5h10V9M7 16H4.5V9h15v7H17M7 13.5h10v6H7z",
        "copy" => "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
        "rename" => "M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3",
        "close" => "M6.5 6.5l11 11M17.5 6.5l-11 11",
        "open" => "M6.5 9.5l5.5 5.5l5.5-5.5",
        "forward" => "M9.5 6.5L15 12l-5.5 5.5",
        "up" => "M6.5 14.5L12 9l5.5 5.5",
        "back" => "M14.5 6.5L9 12l5.5 5.5",
        "help" => "M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2.3M12 17.5h.01",
        "align" => "M4.5 4v16M8 6.5h11v4H8zM8 13.5h7v4H8z",
        "select-all" => "M4.5 8V4.5H8M16 4.5h3.5V8M19.5 16v3.5H16M8 19.5H4.5V16M9 9h6v6H9z",
        "find" => "M10.5 5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM14.5 14.5L19.5 19.5",
        "light" => SUN,
        "dark" => "M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z",
        "system" => "M4.5 5h15v10.5h-15zM9 19.5h6M12 15.5v4",
        _ => SERVER,
    }
}

const SERVER: &str = "M6.5 3.5h11a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 9V5a1.5 1.5 0 0 1 \
    1.5-1.5zM6.5 13.5h11a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-4a1.5 1.5 0 0 1 \
    1.5-1.5zM8 7h.01M8 17h.01M12 7h4M12 17h4";
const POOL: &str = "M4.2 8h10.6A1.2 1.2 0 0 1 16 9.2v2.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 11.8V9.2A1.2 1.2 0 \
    0 1 4.2 8zM4.2 16h10.6a1.2 1.2 0 0 1 1.2 1.2v2.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 19.8v-2.6A1.2 1.2 0 0 1 \
    4.2 16zM8 5h11a2 2 0 0 1 2 2v11M6 10.5h.01M6 18.5h.01";
const DATABASE: &str = "M5 5.5a7 2.5 0 0 1 14 0a7 2.5 0 0 1-14 0zM5 5.5v13c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5v-13M5 12c0 \
    1.4 3.1 2.5 7 2.5s7-1.1 7-2.5";
const FOLDER: &str = "M3.5 6.5A1.5 1.5 0 0 1 5 5h4l2 2.5h8A1.5 1.5 0 0 1 20.5 9v8.5A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 \
    1-1.5-1.5zM8 13h8M13.5 10.5L16 13l-2.5 2.5";
const EDGE: &str = "M12 3l7 3v5c0 4.6-2.9 8.2-7 10c-4.1-1.8-7-5.4-7-10V6zM8.5 11.5h7M13 9l2.5 2.5L13 14";
const PROXY: &str = "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM4 12h16M12 4c2.4 2.3 3.5 5 3.5 8s-1.1 5.7-3.5 8c-2.4-2.3-3.5-5-\
    3.5-8s1.1-5.7 3.5-8z";
const BALANCER: &str = "M3 12h6M9 12l6-6h5M9 12h11M9 12l6 6h5M18 4l2 2l-2 2M18 10l2 2l-2 2M18 16l2 2l-2 2";
const CHAT: &str = "M4 5h12v8H9l-3 3v-3H4zM19 9h1v8h-2v3l-3-3h-5v-1";
const USERS: &str = "M9 4.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 0 0 0-6.4zM3 20c0-3.6 2.7-6 6-6s6 2.4 6 6M16 5.2a3 3 0 0 1 0 \
    5.6M17.5 14.4c2.2.7 3.5 2.8 3.5 5.6";
const REMOTE_USERS: &str = "M9 4.8a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 0 0 0-6.4zM3 20c0-3.6 2.7-6 6-6c2 0 3.8.9 4.9 2.3M15 \
    19.5h6M18.5 17l2.5 2.5l-2.5 2.5";
const UNDO: &str = "M8.5 6L4.5 10l4 4M4.5 10H14a5 5 0 0 1 0 10h-3";
const REDO: &str = "M15.5 6l4 4l-4 4M19.5 10H10a5 5 0 0 0 0 10h3";
const TRASH: &str = "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.5 11v5M13.5 11v5";
const SUN: &str = "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 \
    1.4M5.6 18.4L7 17M17 7l1.4-1.4";
