//! JavaScript without its comments and indentation, which nobody reads in a release.
//!
//! What lies between program and browser is a tool's output of one statement a line, and our own scripts are written like that too:
//! comments stand on lines of their own, and no text goes over several lines.

/// The same statements.
pub(super) fn without_comments(bindings: &str) -> String {
    let mut kept = String::with_capacity(bindings.len());
    let mut in_comment = false;
    for line in bindings.lines().map(str::trim) {
        let begins = line.starts_with("/*");
        let skipped = in_comment || begins || line.starts_with("//") || line.is_empty();
        in_comment = (in_comment || begins) && !line.ends_with("*/");
        if !skipped {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_stay_and_comments_go() {
        let bindings = "/* @ts-self-types */\n/**\n * Starts.\n */\nexport function start() {\n    // now\n    run(\"/* no comment */\");\n}\n";
        assert_eq!(without_comments(bindings), "export function start() {\nrun(\"/* no comment */\");\n}\n");
    }
}
