//! The instructions of a function: which bytes are their codes, and which the numbers that follow them.
//!
//! WebAssembly Core Specification, 5.4, but for vectors, atomics and exceptions, which no program of this site has.

use super::sections::number;

/// One instruction and what follows it.
pub(super) struct Instruction<'a> {
    /// Its first byte.
    pub code: u8,
    /// The number that follows it first, or bytes that are no number; empty where nothing follows.
    pub first: &'a [u8],
    /// All that follows that.
    pub second: &'a [u8],
}

impl<'a> Instruction<'a> {
    /// Begins a block, a loop and a condition.
    pub const BLOCKS: std::ops::RangeInclusive<u8> = 0x02..=0x04;
    /// Ends what they began, or the function.
    pub const END: u8 = 0x0b;
    /// Goes on or not, by a condition.
    pub const IF: u8 = 0x04;
    /// Leaves a block, by a condition.
    pub const BR_IF: u8 = 0x0d;
    /// Calls a function.
    pub const CALL: u8 = 0x10;
    /// Reads a local.
    pub const LOCAL_GET: u8 = 0x20;
    /// Writes a local.
    pub const LOCAL_SET: u8 = 0x21;
    /// Writes a local and keeps the value.
    pub const LOCAL_TEE: u8 = 0x22;
    /// Read and write locals.
    pub const LOCALS: std::ops::RangeInclusive<u8> = 0x20..=0x22;
    /// Read memory, after an alignment at an offset.
    pub const LOADS: std::ops::RangeInclusive<u8> = 0x28..=0x35;
    /// Write memory, likewise.
    pub const STORES: std::ops::RangeInclusive<u8> = 0x36..=0x3e;
    /// Gives a number of 32 bits.
    pub const I32_CONST: u8 = 0x41;
    /// Turns a condition round.
    pub const I32_EQZ: u8 = 0x45;

    /// The instruction that the bytes begin with and what comes after it, or none where it is not known.
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (code, after) = bytes.split_first()?;
        let (first, second, rest) = match *code {
            0x0e => listed(after, 1)?,
            0x1c => listed(after, 0)?,
            0x43 => fixed(after, 4)?,
            0x44 => fixed(after, 8)?,
            0xfc => {
                let (of_two, _) = number(after)?;
                numbered(after, 1, second_code_numbers(of_two)?)?
            }
            code => match numbers(code)? {
                0 => fixed(after, 0)?,
                count => numbered(after, 1, count - 1)?,
            },
        };
        Some((Self { code: *code, first, second }, rest))
    }
}

/// How many numbers follow an instruction of one code.
fn numbers(code: u8) -> Option<usize> {
    match code {
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Some(0),
        0x02..=0x04 | 0x0c | 0x0d | 0x10 | 0x20..=0x26 | 0x3f..=0x42 | 0xd0 | 0xd2 => Some(1),
        0x11 | 0x28..=0x3e => Some(2),
        _ => None,
    }
}

/// How many numbers follow one of two codes, by the second.
fn second_code_numbers(code: usize) -> Option<usize> {
    match code {
        0..=7 => Some(0),
        9 | 11 | 13 | 15..=17 => Some(1),
        8 | 10 | 12 | 14 => Some(2),
        _ => None,
    }
}

type Parts<'a> = (&'a [u8], &'a [u8], &'a [u8]);

/// A count, and as many numbers and `more`.
fn listed(bytes: &[u8], more: usize) -> Option<Parts<'_>> {
    let (count, _) = number(bytes)?;
    numbered(bytes, 1, count + more)
}

/// So many bytes.
fn fixed(bytes: &[u8], length: usize) -> Option<Parts<'_>> {
    let (first, rest) = bytes.split_at_checked(length)?;
    Some((first, &[], rest))
}

/// So many numbers, and so many others.
fn numbered(bytes: &[u8], first: usize, second: usize) -> Option<Parts<'_>> {
    let (first, rest) = bytes.split_at_checked(span(bytes, first)?)?;
    let (second, rest) = rest.split_at_checked(span(rest, second)?)?;
    Some((first, second, rest))
}

/// The bytes that so many numbers in LEB128 take, of up to 64 bits and of either sign.
pub(super) fn span(bytes: &[u8], numbers: usize) -> Option<usize> {
    let ends = |(at, byte): (usize, &u8)| (byte & 0x80 == 0).then_some(at + 1);
    if numbers == 0 { Some(0) } else { bytes.iter().enumerate().filter_map(ends).nth(numbers - 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], first: &[u8], second: &[u8]) {
        let (read, rest) = Instruction::read(bytes).unwrap();
        assert_eq!((read.code, read.first, read.second), (bytes[0], first, second));
        assert_eq!(rest.len(), bytes.len() - 1 - first.len() - second.len());
    }

    #[test]
    fn instructions_end_where_their_numbers_end() {
        case(b"\x6a\x20", b"", b"");
        case(b"\x20\x81\x01\x6a", b"\x81\x01", b"");
        case(b"\x28\x02\x88\x01\x6a", b"\x02", b"\x88\x01");
        case(b"\x0e\x02\0\x01\x80\x01\x6a", b"\x02", b"\0\x01\x80\x01");
        case(b"\x1c\x01\x7f\x6a", b"\x01", b"\x7f");
        case(b"\x44\x80\0\0\0\0\0\xf0\x3f\x6a", b"\x80\0\0\0\0\0\xf0\x3f", b"");
        case(b"\xfc\x0a\0\0\x6a", b"\x0a", b"\0\0");
        case(b"\xfc\x06\x6a", b"\x06", b"");
    }

    #[test]
    fn what_is_not_known_or_not_whole_is_not_read() {
        for bytes in [&b"\xfd\0"[..], b"\x06", b"\x20\x80", b"\x44\0", b"\x27\0", b""] {
            assert!(Instruction::read(bytes).is_none());
        }
    }
}
