//! Which versions of a plan are kept to go back to.

use super::head::Version;

/// Versions of a plan that are kept at the most, besides the last ones of earlier days.
pub const MOST_VERSIONS: usize = 50;
/// Steps of the same kind that follow each other faster than this become one version, in milliseconds.
pub const MERGE_MS: f64 = 3_000.0;
/// Earlier days of which the last version is kept, beyond [`MOST_VERSIONS`].
const DAYS: usize = 30;
/// Versions of which the texts may take more than [`MOST_BYTES`].
const FEWEST: usize = 10;
/// Bytes that the texts of a plan's versions may take together.
const MOST_BYTES: u64 = 40_000_000;
const DAY_MS: f64 = 86_400_000.0;

/// Adds a version, or goes on with the last one if it is a part of the same piece of work. Returns its number.
pub(super) fn add(versions: &mut Vec<Version>, label: &str, now_ms: f64, bytes: usize) -> u32 {
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    if let Some(last) = versions.last_mut() {
        let elapsed = now_ms - last.saved_at_ms;
        if last.label == label && (0.0..MERGE_MS).contains(&elapsed) {
            last.saved_at_ms = now_ms;
            last.bytes = bytes;
            return last.number;
        }
    }
    let number = versions.last().map_or(1, |last| last.number.saturating_add(1));
    versions.push(Version { number, saved_at_ms: now_ms, label: label.into(), bytes });
    number
}

/// Takes out what need not be kept, and returns its numbers.
pub(super) fn thin(versions: &mut Vec<Version>) -> Vec<u32> {
    let recent = versions.len().saturating_sub(MOST_VERSIONS);
    let mut days = 0;
    let mut bytes = 0_u64;
    let mut kept = 0;
    let mut day_after = f64::INFINITY;
    retain_newest_first(versions, |index, version| {
        let day = (version.saved_at_ms / DAY_MS).floor();
        let ends_its_day = day < day_after;
        day_after = day;
        bytes += u64::from(version.bytes);
        if kept >= FEWEST && bytes > MOST_BYTES {
            return false;
        }
        let keeps = index >= recent || (ends_its_day && days < DAYS);
        if keeps {
            kept += 1;
            days += usize::from(index < recent);
        }
        keeps
    })
}

/// Takes out the older half, as far as more than a few versions are left, and returns their numbers: none where there is nothing to
/// be gained.
pub(super) fn halve(versions: &mut Vec<Version>) -> Vec<u32> {
    let excess = if versions.len() > FEWEST { versions.len() - (versions.len() / 2).max(FEWEST) } else { 0 };
    versions.drain(..excess).map(|version| version.number).collect()
}

/// Keeps the versions of which `keeps` says so, asked with their places from the newest to the oldest.
fn retain_newest_first(
    versions: &mut Vec<Version>,
    mut keeps: impl FnMut(usize, &Version) -> bool,
) -> Vec<u32> {
    let mut dropped = Vec::new();
    for index in (0..versions.len()).rev() {
        if !versions.get(index).is_some_and(|version| keeps(index, version)) {
            dropped.push(versions.remove(index).number);
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE_MS: f64 = 60_000.0;

    /// Versions a minute apart, unless said otherwise, each of a step of its own.
    fn versions(count: u32, every_ms: f64, bytes: usize) -> (Vec<Version>, usize) {
        let mut all = Vec::new();
        let mut dropped = 0;
        for number in 1..=count {
            add(&mut all, &number.to_string(), f64::from(number) * every_ms, bytes);
            dropped += thin(&mut all).len();
        }
        (all, dropped)
    }

    fn numbers(versions: &[Version]) -> Vec<u32> {
        versions.iter().map(|version| version.number).collect()
    }

    #[test]
    fn the_last_fifty_versions_are_kept() {
        let (all, dropped) = versions(120, MINUTE_MS, 10);
        assert_eq!(numbers(&all), (71..=120).collect::<Vec<_>>());
        assert_eq!(dropped, 70);
    }

    #[test]
    fn of_earlier_days_the_last_version_is_kept() {
        // Four versions a day.
        let (all, _) = versions(4 * 60, DAY_MS / 4.0, 10);
        let earlier: Vec<_> = all.iter().rev().skip(MOST_VERSIONS).collect();
        assert_eq!(earlier.len(), DAYS);
        assert!(earlier.iter().all(|version| version.number % 4 == 3), "{earlier:?}");
    }

    #[test]
    fn large_plans_keep_fewer_versions_but_never_only_a_few() {
        let (all, _) = versions(60, MINUTE_MS, 2_000_000);
        assert_eq!(all.len(), 20);
        let (all, _) = versions(60, MINUTE_MS, 8_000_000);
        assert_eq!(all.len(), FEWEST);
        assert_eq!(all.last().map(|version| version.number), Some(60));
    }

    #[test]
    fn one_piece_of_work_is_one_version() {
        let mut all = Vec::new();
        let steps = [
            ("Move Edge", 0.0, 1),
            ("Move Edge", 2_000.0, 1),
            ("Move Edge", 4_900.0, 1),
            ("Move Edge", 8_000.0, 2),
            ("Delete Edge", 8_100.0, 3),
            ("Delete Edge", 1_000.0, 4),
        ];
        for (label, now_ms, count) in steps {
            add(&mut all, label, now_ms, 10);
            assert_eq!(all.len(), count, "{label} at {now_ms}");
        }
        assert_eq!(all.first().map(|version| version.saved_at_ms), Some(4_900.0));
    }

    #[test]
    fn halving_leaves_a_few() {
        for (count, left) in [(50, 25), (25, 12), (12, 10), (10, 10), (1, 1), (0, 0)] {
            let (mut all, _) = versions(count, MINUTE_MS, 10);
            let dropped = halve(&mut all);
            assert_eq!((all.len(), dropped.len()), (left, usize::try_from(count).unwrap() - left));
            assert_eq!(all.last().map(|version| version.number), (count > 0).then_some(count));
        }
    }
}
