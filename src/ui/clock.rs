//! The time of day and names that no other plan has.

use crate::decimal::whole;

/// Milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The local time of day: `14:02`, with the date where it is not today.
pub fn said(at_ms: f64) -> String {
    let at = js_sys::Date::new(&at_ms.into());
    let time = format!("{:02}:{:02}", at.get_hours(), at.get_minutes());
    let now = js_sys::Date::new_0();
    let day = |date: &js_sys::Date| (date.get_full_year(), date.get_month(), date.get_date());
    if day(&at) == day(&now) {
        time
    } else {
        format!("{}-{:02}-{:02} {time}", at.get_full_year(), at.get_month() + 1, at.get_date())
    }
}

/// A storage key that no plan in this browser has.
pub fn new_key() -> String {
    format!("plan-{}-{}", whole(now_ms()), whole(js_sys::Math::random() * 999_999.0))
}

/// The local time to the second: `14:02:09`, with the date where it is not today.
pub fn said_exactly(at_ms: f64) -> String {
    let seconds = js_sys::Date::new(&at_ms.into()).get_seconds();
    format!("{}:{seconds:02}", said(at_ms))
}
