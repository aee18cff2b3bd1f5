//! Ids, and ranges of them: `rack{1..10}` stands for `rack1` to `rack10`.
//!
//! An id with a range is defined once for each number; in what it is defined as, `{}` stands for the number. In a list, an id
//! with a range stands for all of them.

use super::error::ModelProblem;

/// Characters that an id may have.
const CHARACTERS: usize = 100;

/// Ids that one range may stand for.
const RANGE: u32 = 100_000;

/// All ids that a text stands for, each with the number of the range, if there is one; `number` takes the place of `{}`.
pub(super) fn all(text: &str, number: Option<u32>) -> Result<Vec<(String, Option<u32>)>, ModelProblem> {
    let filled = filled(text, number)?;
    let Some((before, rest)) = filled.split_once('{') else { return Ok(vec![(checked(filled)?, None)]) };
    let bad = || bad(&filled, "braces hold two numbers with two points between, such as {1..10}");
    let (range, after) = rest.split_once('}').ok_or_else(bad)?;
    let (first, last) = range.split_once("..").ok_or_else(bad)?;
    let (first, last): (u32, u32) = (first.parse().map_err(|_| bad())?, last.parse().map_err(|_| bad())?);
    if first > last || after.contains(['{', '}']) {
        return Err(bad());
    }
    if last - first >= RANGE {
        return Err(ModelProblem::TooMany { what: "a range of ids is too long", limit: RANGE as usize });
    }
    let one = |number: u32| Ok((checked(format!("{before}{number}{after}"))?, Some(number)));
    (first..=last).map(one).collect()
}

/// The text with the number in the place of `{}`.
fn filled(text: &str, number: Option<u32>) -> Result<String, ModelProblem> {
    match number {
        _ if !text.contains("{}") => Ok(text.into()),
        Some(number) => Ok(text.replace("{}", &number.to_string())),
        None => Err(ModelProblem::NoNumber { id: shortened(text) }),
    }
}

fn checked(id: String) -> Result<String, ModelProblem> {
    if id.is_empty() || id.chars().count() > CHARACTERS {
        return Err(bad(&id, "it must have 1 to 100 characters"));
    }
    if id.contains(|character: char| character.is_control() || matches!(character, '{' | '}')) {
        return Err(bad(&id, "it holds a brace or what cannot be printed"));
    }
    Ok(id)
}

fn bad(id: &str, reason: &'static str) -> ModelProblem {
    ModelProblem::BadId { id: shortened(id), reason }
}

/// The beginning of a text that may be of any length.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_string() + "…",
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, number: Option<u32>) -> Vec<String> {
        all(text, number).unwrap().into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn a_range_stands_for_all_of_its_numbers() {
        assert_eq!(names("rack{8..11}-a", None), ["rack8-a", "rack9-a", "rack10-a", "rack11-a"]);
        assert_eq!(names("rack{}/{}", Some(3)), ["rack3/3"]);
        assert_eq!(names("rack{}-{1..2}", Some(3)), ["rack3-1", "rack3-2"]);
        assert_eq!(all("x{5..5}", None).unwrap(), [("x5".to_string(), Some(5))]);
        assert_eq!(all("plain", Some(7)).unwrap(), [("plain".to_string(), None)]);
    }

    #[test]
    fn texts_that_are_no_ids_are_refused() {
        for text in
            ["", "a\n", "a{", "a}", "a{1}", "a{1..}", "a{2..1}", "a{1..2}{3..4}", "a{-1..2}", "a{1...2}"]
        {
            assert!(matches!(all(text, None), Err(ModelProblem::BadId { .. })), "{text}");
        }
        assert!(matches!(all(&"x".repeat(101), None), Err(ModelProblem::BadId { .. })));
        assert!(matches!(all("a{}", None), Err(ModelProblem::NoNumber { .. })));
        assert!(matches!(all("a{1..4000000000}", None), Err(ModelProblem::TooMany { .. })));
    }
}
