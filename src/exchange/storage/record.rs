//! What is kept of a plan, from the JSON text of its record in the browser's database.
//!
//! The first planner kept `key`, `name`, `text` and `savedAt`. Such a record is read as a plan with one version, of number 0, whose
//! text moves to the versions with the first save.

use super::head::{FORM, Flaw, Head, Kept, PlanSize, Unreadable, Version};
use crate::json::{FromJson, Json, Parsed, Reading};

/// What a record says.
pub fn read_record(raw: String) -> Kept {
    let record = Parsed::new(&raw).and_then(|parsed| parsed.read());
    let Record { head, flaw } = record.unwrap_or_else(|_| Record::damaged());
    match flaw {
        None => Kept::Plan(head),
        Some(flaw) => Kept::Unreadable(Unreadable { key: head.key, name: head.name, flaw, raw }),
    }
}

/// A plan as far as its record can be read, and what is wrong with that first.
struct Record {
    head: Head,
    flaw: Option<Flaw>,
}

impl Record {
    fn damaged() -> Self {
        Self { head: Head::default(), flaw: Some(Flaw::Damaged("key")) }
    }
}

impl FromJson for Record {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let entries = reading.entries(part);
        let field =
            |name| entries.iter().find(|(key, _)| key == name).map_or(&Json::Null, |(_, value)| value);
        let mut values = Values { flaw: None };
        let form = field("form");
        let is_first = *form == Json::Null;
        let form = if is_first { 1 } else { values.count(form, "form") };
        if form > FORM {
            values.refuse(Flaw::Newer(form));
        }
        let saved_at_ms = values.number(field("savedAt"), "savedAt");
        let mut head = Head { saved_at_ms, ..Head::default() };
        head.key = values.text(field("key"), "key");
        head.name = values.text(field("name"), "name");
        if is_first {
            let bytes = u32::try_from(values.text(field("text"), "text").len()).unwrap_or(u32::MAX);
            head.versions.push(Version { number: 0, saved_at_ms, label: "As first saved".into(), bytes });
        } else {
            head.revision = values.count(field("revision"), "revision");
            let components = values.count(field("components"), "components");
            head.size = PlanSize { components, users: values.count(field("users"), "users") };
            if let Json::Number(_, at) = field("deletedAt") {
                head.deleted_at_ms = Some(*at);
            }
            head.versions = values.versions(field("versions"));
        }
        Self { head, flaw: values.flaw }
    }
}

/// Takes values from a record, and remembers the first that is not what it should be.
struct Values {
    flaw: Option<Flaw>,
}

impl Values {
    fn refuse(&mut self, flaw: Flaw) {
        self.flaw.get_or_insert(flaw);
    }

    fn text(&mut self, value: &Json<'_>, name: &'static str) -> String {
        if let Json::Text(text) = value {
            return text.clone();
        }
        self.refuse(Flaw::Damaged(name));
        String::new()
    }

    fn number(&mut self, value: &Json<'_>, name: &'static str) -> f64 {
        if let Json::Number(_, number) = value {
            return *number;
        }
        self.refuse(Flaw::Damaged(name));
        0.0
    }

    fn count(&mut self, value: &Json<'_>, name: &'static str) -> u32 {
        let count = value.whole_number().and_then(|number| u32::try_from(number).ok());
        count.unwrap_or_else(|| {
            self.refuse(Flaw::Damaged(name));
            0
        })
    }

    fn versions(&mut self, value: &Json<'_>) -> Vec<Version> {
        const NAME: &str = "versions";
        let mut versions = Vec::new();
        if let Json::List(entries) = value {
            for entry in entries {
                if let Json::List(parts) = entry
                    && let [number, saved_at_ms, label, bytes] = &parts[..]
                {
                    versions.push(Version {
                        number: self.count(number, NAME),
                        saved_at_ms: self.number(saved_at_ms, NAME),
                        label: self.text(label, NAME),
                        bytes: self.count(bytes, NAME),
                    });
                } else {
                    self.refuse(Flaw::Damaged(NAME));
                }
            }
        }
        if versions.is_empty() {
            self.refuse(Flaw::Damaged(NAME));
        }
        versions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_what_was_kept() {
        let raw = r#"{"form":2,"key":"a","name":"A","revision":7,"savedAt":1.5,"components":3,"users":4000000000,
            "deletedAt":2.5,"versions":[[1,0.5,"New plan",10],[2,1.5,"Edit",20]]}"#;
        let version = |number, saved_at_ms, label: &str, bytes| Version {
            number,
            saved_at_ms,
            label: label.into(),
            bytes,
        };
        let expected = Head {
            key: "a".into(),
            name: "A".into(),
            revision: 7,
            saved_at_ms: 1.5,
            size: PlanSize { components: 3, users: 4_000_000_000 },
            deleted_at_ms: Some(2.5),
            versions: vec![version(1, 0.5, "New plan", 10), version(2, 1.5, "Edit", 20)],
        };
        assert_eq!(read_record(raw.into()), Kept::Plan(expected.clone()));
        let kept = read_record(raw.replace("2.5", "null"));
        assert_eq!(kept, Kept::Plan(Head { deleted_at_ms: None, ..expected }));
    }

    #[test]
    fn a_record_of_the_first_planner_is_a_plan_with_one_version() {
        let kept = read_record(r#"{"key":"a","name":"A","text":"first","savedAt":7}"#.into());
        let version = Version { number: 0, saved_at_ms: 7.0, label: "As first saved".into(), bytes: 5 };
        let head = kept.plan().unwrap();
        assert_eq!((head.revision, &head.versions), (0, &vec![version]));
    }

    #[test]
    fn what_cannot_be_read_is_named_as_far_as_can_be_told() {
        let whole = r#"{"form":2,"key":"a","name":"A","revision":7,"savedAt":1,"components":3,"users":4,"versions":[[1,0,"",1]]}"#;
        assert!(read_record(whole.into()).plan().is_some());
        let newer = FORM + 1;
        let cases = [
            (r#""form":2"#, format!(r#""form":{newer}"#), Flaw::Newer(newer)),
            (r#""form":2"#, r#""form":"two""#.into(), Flaw::Damaged("form")),
            (r#""savedAt":1"#, r#""savedAt":"never""#.into(), Flaw::Damaged("savedAt")),
            (r#""revision":7"#, r#""revision":-7"#.into(), Flaw::Damaged("revision")),
            (r#""users":4"#, r#""users":4294967296"#.into(), Flaw::Damaged("users")),
            (r#"[1,0,"",1]"#, String::new(), Flaw::Damaged("versions")),
            (r#"[1,0,"",1]"#, r#"[1,0,""]"#.into(), Flaw::Damaged("versions")),
            (r#"[1,0,"",1]"#, r#"[1,0,0,1]"#.into(), Flaw::Damaged("versions")),
        ];
        for (what, instead, flaw) in cases {
            let raw = whole.replace(what, &instead);
            let (key, name) = ("a".into(), "A".into());
            assert_eq!(read_record(raw.clone()), Kept::Unreadable(Unreadable { key, name, flaw, raw }));
        }
        for (raw, flaw) in [("{}", "savedAt"), ("[]", "key")] {
            let Kept::Unreadable(unreadable) = read_record(raw.into()) else { panic!("{raw}") };
            assert_eq!(unreadable.flaw, Flaw::Damaged(flaw), "{raw}");
        }
    }
}
