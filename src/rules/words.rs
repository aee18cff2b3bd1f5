//! Numbers and counts as the findings' sentences say them.

pub(super) use crate::decimal::grouped;
use crate::plan::Component;

/// `1 user`, `30,000 users`.
pub(super) fn users(number: f64) -> String {
    let number = grouped(number);
    if number == "1" { "1 user".into() } else { format!("{number} users") }
}

/// `none`, `30,000`.
pub(super) fn none_or(number: f64) -> String {
    if number > 0.0 { grouped(number) } else { "none".into() }
}

/// The form of a verb that goes with one thing or with several.
pub(super) fn verb(number: usize, one: &'static str, several: &'static str) -> &'static str {
    if number == 1 { one } else { several }
}

/// `1 Front End`, `4 Front Ends`.
pub(super) fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}

/// `“Edge”`, `“Edge” and “Edge 2”`.
pub(super) fn names(components: &[&Component]) -> String {
    let names: Vec<&str> = components.iter().map(|component| component.name.as_str()).collect();
    listed(&names)
}

/// Names as [`names`] has them, of anything.
pub(super) fn listed(names: &[&str]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        let last = index + 1 == names.len();
        text.push_str(if index == 0 {
            "“"
        } else if last {
            " and “"
        } else {
            ", “"
        });
        text.push_str(name);
        text.push('”');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_counts_read_as_people_say_them() {
        assert_eq!(grouped(999.0), "999");
        assert_eq!(users(1.0), "1 user");
        assert_eq!(users(1_234_567.0), "1,234,567 users");
        assert_eq!((none_or(0.0).as_str(), none_or(2_000.0).as_str()), ("none", "2,000"));
        assert_eq!((verb(1, "fits", "fit"), verb(2, "fits", "fit")), ("fits", "fit"));
        assert_eq!(count(1, "server"), "1 server");
        assert_eq!(count(5, "server"), "5 servers");
        assert_eq!(listed(&["a"]), "“a”");
        assert_eq!(listed(&["a", "b", "c"]), "“a”, “b” and “c”");
    }
}
