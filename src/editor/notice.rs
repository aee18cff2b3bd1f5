//! One line to be shown for a while.

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something that was asked for was not done.
    Problem,
    /// Something that is plain to see, for those who hear the page.
    Spoken,
}

/// One line to be shown for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// What it is about.
    pub kind: NoticeKind,
}

impl Notice {
    /// Something good to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: NoticeKind::Info }
    }

    /// Something that is plain to see.
    pub(super) fn spoken(text: String) -> Self {
        Self { text, kind: NoticeKind::Spoken }
    }

    /// Why something was not done, as a sentence.
    pub fn problem(reason: &impl ToString) -> Self {
        let reason = reason.to_string();
        let mut rest = reason.chars();
        let text = rest.next().map_or_else(String::new, |first| {
            let end = if reason.ends_with('.') { "" } else { "." };
            format!("{}{}{end}", first.to_ascii_uppercase(), rest.as_str())
        });
        Self { text, kind: NoticeKind::Problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_reads_as_one_sentence() {
        for (reason, text) in [("no room", "No room."), ("No room.", "No room."), ("", "")] {
            assert_eq!(Notice::problem(&reason).text, text);
        }
    }
}
