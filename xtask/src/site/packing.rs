//! A compiled program taken apart, so that what is alike comes to stand together and compresses a seventh better.
//!
//! Compressed, a program is mostly instructions, whose codes and numbers alternate. Here all codes follow each other, and so do the
//! numbers of each kind of instruction: the locals that are read, the functions that are called, the offsets of what is loaded. A
//! local goes by its rank among those used last.
//! `static/unpack.js` puts them together again before the browser sees the program.
//!
//! What travels is a program itself, so that servers compress it as one: the header and one custom section. That holds how many
//! parts there are, how long each is, and the parts: all before the section of code; all after it; the counts and types of the
//! functions' locals, after the count of functions; the instructions' codes; for each code, whether it occurs or not, the first
//! number that follows it and those that follow that, but one part for the offsets of all stores and three for those of all loads, as a
//! field of whatever type lies where fields lie; then the short numbers, the long ones and the functions that are called, sorted by the
//! instructions around them, which say much of what they are.

use super::instructions::{Instruction, span};
use super::recent::Recent;
use super::sections::{Section, joined, number, push_number, push_text, sections};

const BEFORE: usize = 0;
const AFTER: usize = 1;
const LOCALS: usize = 2;
const CODES: usize = 3;
/// The first of the parts that belong to an instruction.
const OWN: usize = 4;
/// The first of the parts that hold the short numbers of 32 bits: one for each code that comes next, in three rows by what comes before.
const NUMBERS: usize = OWN + 2 * ROW;
/// The first of the parts that hold the long ones, one for each code that comes next.
const ADDRESSES: usize = NUMBERS + 3 * ROW;
/// The first of the parts that hold the functions that are called: one for each code that comes before, in three rows by what comes next.
const CALLS: usize = ADDRESSES + ROW;
const PARTS: usize = CALLS + 3 * ROW;
/// As many as there are codes.
const ROW: usize = 256;
/// The parts that hold the offsets of all loads from what was just read, from what was just kept, and from all else: those of the first
/// three of them.
const OFFSETS_OF_LOADS: usize = OWN + 2 * *Instruction::LOADS.start() as usize + 1;
/// The part that holds the offsets of all stores: that of the first of them.
const OFFSETS_OF_STORES: usize = OWN + 2 * *Instruction::STORES.start() as usize + 1;

/// Stands for the instruction that gives a number of 32 bits where that takes four bytes or more: mostly an address, while
/// others are amounts. No instruction has this code.
const LONG_I32_CONST: u8 = 0x27;

const HEADER: usize = 8;
const NAME: &str = "packed";

/// The program taken apart, or none where it does not read as one.
pub(super) fn packed(program: &[u8]) -> Option<Vec<u8>> {
    let sections = sections(program)?;
    let code = sections.iter().position(|section| section.kind == Section::CODE)?;
    let (before, from_code) = sections.split_at_checked(code)?;
    let (code, after) = from_code.split_first()?;
    let mut parts = vec![Vec::new(); PARTS];
    let each = |sections: &[Section<'_>]| {
        joined(program, sections.iter().map(|section| (section.kind, section.content)))
    };
    *parts.get_mut(BEFORE)? = each(before);
    *parts.get_mut(AFTER)? = each(after).split_off(HEADER);
    take_apart(code.content, &mut parts)?;

    let mut content = Vec::new();
    push_text(&mut content, NAME);
    push_number(&mut content, PARTS);
    for part in &parts {
        push_number(&mut content, part.len());
    }
    content.extend(parts.concat());
    Some(with_fixed_length(program.get(..HEADER)?, &content))
}

/// The header and a custom section whose length takes five bytes, so that its name stands at the same place in every program.
fn with_fixed_length(header: &[u8], content: &[u8]) -> Vec<u8> {
    let mut program = header.to_vec();
    program.push(Section::CUSTOM);
    for byte in 0..5 {
        let low = u8::try_from((content.len() >> (7 * byte)) & 0x7f).unwrap_or(0x7f);
        program.push(if byte < 4 { low | 0x80 } else { low });
    }
    program.extend(content);
    program
}

fn take_apart(code: &[u8], parts: &mut [Vec<u8>]) -> Option<()> {
    let (functions, mut rest) = number(code)?;
    push_number(parts.get_mut(LOCALS)?, functions);
    for _ in 0..functions {
        let (length, after) = number(rest)?;
        let (function, after) = after.split_at_checked(length)?;
        take_function_apart(function, parts)?;
        rest = after;
    }
    rest.is_empty().then_some(())
}

fn take_function_apart(function: &[u8], parts: &mut [Vec<u8>]) -> Option<()> {
    let (groups, _) = number(function)?;
    let (locals, mut rest) = function.split_at_checked(span(function, 1 + 2 * groups)?)?;
    parts.get_mut(LOCALS)?.extend(locals);
    let (mut depth, mut recent, mut last) = (1_usize, Recent::default(), 0);
    while depth > 0 {
        let (instruction, after) = Instruction::read(rest)?;
        let code = code_of(&instruction);
        let next = || Instruction::read(after).map(|(next, _)| code_of(&next));
        let own = match code {
            Instruction::I32_CONST => NUMBERS + ROW * row_after(last) + usize::from(next()?),
            LONG_I32_CONST => ADDRESSES + usize::from(next()?),
            Instruction::CALL => CALLS + ROW * row_before(next()?) + usize::from(last),
            code => OWN + 2 * usize::from(code),
        };
        parts.get_mut(CODES)?.push(code);
        if Instruction::LOCALS.contains(&code) {
            let rank = recent.rank(shortest(instruction.first)?, code == Instruction::LOCAL_GET)?;
            push_number(parts.get_mut(own)?, rank);
        } else {
            parts.get_mut(own)?.extend(instruction.first);
        }
        if !instruction.second.is_empty() {
            let second = match code {
                code if Instruction::LOADS.contains(&code) => offsets_after(last),
                code if Instruction::STORES.contains(&code) => OFFSETS_OF_STORES,
                _ => own + 1,
            };
            parts.get_mut(second)?.extend(instruction.second);
        }
        if Instruction::BLOCKS.contains(&code) {
            depth += 1;
        } else if code == Instruction::END {
            depth -= 1;
        }
        (rest, last) = (after, code);
    }
    rest.is_empty().then_some(())
}

/// The code that stands for an instruction among the parts.
fn code_of(instruction: &Instruction<'_>) -> u8 {
    let is_long = instruction.code == Instruction::I32_CONST && instruction.first.len() >= 4;
    if is_long { LONG_I32_CONST } else { instruction.code }
}

/// The row for a number after the instruction with that code: one that is used with a local, with another number, or otherwise.
fn row_after(last: u8) -> usize {
    match last {
        Instruction::LOCAL_GET => 0,
        Instruction::I32_CONST | LONG_I32_CONST => 1,
        _ => 2,
    }
}

/// The row for a call before the instruction with that code: of what gives something to be kept, of what is asked, or otherwise.
fn row_before(next: u8) -> usize {
    match next {
        Instruction::LOCAL_SET | Instruction::LOCAL_TEE => 0,
        Instruction::I32_EQZ | Instruction::BR_IF | Instruction::IF => 1,
        _ => 2,
    }
}

/// The part for the offset of a load after the instruction with that code.
fn offsets_after(last: u8) -> usize {
    let kind = match last {
        Instruction::LOCAL_GET => 0,
        Instruction::LOCAL_TEE => 1,
        _ => 2,
    };
    OFFSETS_OF_LOADS + 2 * kind
}

/// The number, unless it could be written shorter: then it would not be the same bytes again.
fn shortest(bytes: &[u8]) -> Option<usize> {
    let (value, _) = number(bytes)?;
    let mut again = Vec::new();
    push_number(&mut again, value);
    (again == bytes).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One function of no parameters: a group of two locals, and `i32.const 5, i32.const 1048576, i32.load8_u 2 8, local.set 1,
    /// local.get 1, drop, drop, local.get 1, i32.load 2 4, local.tee 0, i32.load 2 12, i32.const 3, local.get 0, i32.const 6, call 0,
    /// local.set 1, i32.const 1, i32.const 2, call 0, i32.eqz, call 0, drop`. It need not make sense to be taken apart.
    const PROGRAM: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\
        \x0a\x34\x01\x32\x01\x02\x7f\x41\x05\x41\x80\x80\xc0\0\x2d\x02\x08\x21\x01\x20\x01\x1a\x1a\
        \x20\x01\x28\x02\x04\x22\0\x28\x02\x0c\x41\x03\x20\0\x41\x06\x10\0\
        \x21\x01\x41\x01\x41\x02\x10\0\x45\x10\0\x1a\x0b\
        \x0b\x01\0";

    /// The parts that are not empty, with their places.
    fn parts(packed: &[u8]) -> Vec<(usize, Vec<u8>)> {
        let read = sections(packed).unwrap();
        assert_eq!(read.len(), 1, "one section, of which a browser knows nothing");
        let (name, rest) = super::super::sections::text(read[0].content).unwrap();
        assert_eq!(name, NAME);
        let (count, mut rest) = number(rest).unwrap();
        let mut lengths = Vec::new();
        for _ in 0..count {
            let (length, after) = number(rest).unwrap();
            lengths.push(length);
            rest = after;
        }
        let mut parts = Vec::new();
        for (place, length) in lengths.into_iter().enumerate() {
            let (part, after) = rest.split_at(length);
            parts.push((place, part.to_vec()));
            rest = after;
        }
        assert!(rest.is_empty());
        parts.retain(|(_, part)| !part.is_empty());
        parts
    }

    #[test]
    fn what_is_alike_comes_to_stand_together() {
        let own = |code: usize| OWN + 2 * code;
        let expected: [(usize, &[u8]); 21] = [
            (BEFORE, b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0"),
            (AFTER, b"\x0b\x01\0"),
            (LOCALS, b"\x01\x01\x02\x7f"),
            (
                CODES,
                b"\x41\x27\x2d\x21\x20\x1a\x1a\x20\x28\x22\x28\x41\x20\x41\x10\x21\x41\x41\x10\x45\x10\x1a\x0b",
            ),
            (own(0x20), b"\x01\0\x01"),
            (own(0x21), b"\x01\x01"),
            (own(0x22), b"\x01"),
            (own(0x28), b"\x02\x02"),
            (own(0x28) + 1, b"\x04"),
            (own(0x29) + 1, b"\x0c"),
            (own(0x2a) + 1, b"\x08"),
            (own(0x2d), b"\x02"),
            (NUMBERS + 0x10, b"\x06"),
            (NUMBERS + ROW + 0x10, b"\x02"),
            (NUMBERS + 2 * ROW + 0x20, b"\x03"),
            (NUMBERS + 2 * ROW + 0x27, b"\x05"),
            (NUMBERS + 2 * ROW + 0x41, b"\x01"),
            (ADDRESSES + 0x2d, b"\x80\x80\xc0\0"),
            (CALLS + 0x41, b"\0"),
            (CALLS + ROW + 0x41, b"\0"),
            (CALLS + 2 * ROW + 0x45, b"\0"),
        ];
        let packed = packed(PROGRAM).unwrap();
        assert_eq!(parts(&packed), expected.map(|(place, part)| (place, part.to_vec())));
        assert_eq!(&packed[14..21], b"\x06packed", "where the page looks for it");
    }

    #[test]
    fn what_has_no_code_or_code_that_does_not_read_stays_whole() {
        assert!(packed(b"<html>").is_none());
        assert!(packed(b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0").is_none());
        let mut broken = PROGRAM.to_vec();
        broken[25] = 0xfd;
        assert!(packed(&broken).is_none());
    }
}
