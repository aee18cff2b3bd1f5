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
        let mut fields = Fields { entries: reading.entries(part), flaw: None };
        let is_first = *fields.get("form") == Json::Null;
        let form = if is_first { 1 } else { fields.count("form") };
        if form > FORM {
            fields.refuse(Flaw::Newer(form));
        }
        let saved_at_ms = fields.number("savedAt");
        let mut head = Head { saved_at_ms, ..Head::default() };
        head.key = fields.text("key");
        head.name = fields.text("name");
        if is_first {
            let bytes = u32::try_from(fields.text("text").len()).unwrap_or(u32::MAX);
            head.versions.push(Version { number: 0, saved_at_ms, label: "As first saved".into(), bytes });
        } else {
            head.revision = fields.count("revision");
            head.size = PlanSize { components: fields.count("components"), users: fields.count("users") };
            if let Json::Number(_, at) = fields.get("deletedAt") {
                head.deleted_at_ms = Some(*at);
            }
            head.versions = versions(fields.get("versions")).unwrap_or_default();
            if head.versions.is_empty() {
                fields.refuse(Flaw::Damaged("versions"));
            }
        }
        Self { head, flaw: fields.flaw }
    }
}

/// The fields of a record, and the first of them that is not what it should be.
struct Fields<'j> {
    entries: &'j [(String, Json<'j>)],
    flaw: Option<Flaw>,
}

impl<'j> Fields<'j> {
    fn get(&self, name: &str) -> &'j Json<'j> {
        self.entries.iter().find(|(key, _)| key == name).map_or(&Json::Null, |(_, value)| value)
    }

    fn refuse(&mut self, flaw: Flaw) {
        self.flaw.get_or_insert(flaw);
    }

    fn sound<T: Default>(&mut self, value: Option<T>, name: &'static str) -> T {
        value.unwrap_or_else(|| {
            self.refuse(Flaw::Damaged(name));
            T::default()
        })
    }

    fn text(&mut self, name: &'static str) -> String {
        self.sound(text(self.get(name)), name)
    }

    fn number(&mut self, name: &'static str) -> f64 {
        self.sound(number(self.get(name)), name)
    }

    fn count(&mut self, name: &'static str) -> u32 {
        self.sound(count(self.get(name)), name)
    }
}

fn text(value: &Json<'_>) -> Option<String> {
    if let Json::Text(text) = value { Some(text.clone()) } else { None }
}

fn number(value: &Json<'_>) -> Option<f64> {
    if let Json::Number(_, number) = value { Some(*number) } else { None }
}

fn count(value: &Json<'_>) -> Option<u32> {
    u32::try_from(value.whole_number()?).ok()
}

fn versions(value: &Json<'_>) -> Option<Vec<Version>> {
    let Json::List(entries) = value else { return None };
    let mut versions = Vec::new();
    for entry in entries {
        let Json::List(parts) = entry else { return None };
        let [own, saved_at_ms, label, bytes] = &parts[..] else { return None };
        versions.push(Version {
            number: count(own)?,
            saved_at_ms: number(saved_at_ms)?,
            label: text(label)?,
            bytes: count(bytes)?,
        });
    }
    Some(versions)
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
            (r#"[1,0,"",1]"#, r"[1,0,0,1]".into(), Flaw::Damaged("versions")),
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
