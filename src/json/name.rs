//! Names as they stand in files.

/// The name that a variant has in files: `NextHop` is `next-hop`.
pub(super) fn kebab_case(variant: &str) -> String {
    let mut name = String::new();
    for character in variant.chars() {
        if character.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(character.to_ascii_lowercase());
    }
    name
}
