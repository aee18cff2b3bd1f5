//! JavaScript as short as it can be said: what lies between program and browser is a tool's output, and our own scripts are written to
//! be read, which nobody does in a release.

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::mangler::MangleOptions;
use oxc::minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

/// The same, in fewer words; none where it does not read as JavaScript.
///
/// A module is for browsers that know modules, and nobody sees its names but those that it exports. Any other script keeps its own
/// statements: it may be there to tell old browsers that they are too old.
pub(super) fn minified(script: &str) -> Option<String> {
    let is_module = script.lines().any(|line| line.starts_with("import ") || line.starts_with("export "));
    let source = if is_module { SourceType::mjs() } else { SourceType::script() };
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, source).parse();
    if parsed.panicked || !parsed.diagnostics.is_empty() {
        return None;
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: is_module.then(CompressOptions::smallest),
        ..MinifierOptions::default()
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let written = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping);
    Some(written.build(&program).code)
}

/// Bindings without the start that waits for nothing, which no page of ours uses.
pub(super) fn with_one_start(bindings: &str) -> String {
    bindings.replace("export { initSync, ", "export { ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_keeps_what_it_exports_and_what_it_does() {
        let module = "// starts\nfunction unused() {}\nfunction begin(first) {\n  return first + 1;\n}\nexport { begin as default };\n";
        let minified = minified(module).unwrap();
        assert!(minified.len() < 60 && minified.contains("as default"), "{minified}");
        assert!(!minified.contains("unused"), "{minified}");
    }

    #[test]
    fn a_script_keeps_its_names_and_its_old_language() {
        let script = "function told(error) {\n  // in words\n  var text = error && error.message;\n  return text === null || text === undefined;\n}\n";
        let minified = minified(script).unwrap();
        assert!(minified.starts_with("function told(") && !minified.contains("?."), "{minified}");
        assert!(minified.len() < script.len() / 2 + 40, "{minified}");
    }

    #[test]
    fn what_is_no_javascript_is_left_alone() {
        assert_eq!(minified("function ("), None);
    }

    #[test]
    fn bindings_start_in_one_way() {
        let bindings = "function initSync() {}\nexport { initSync, start as default };\n";
        assert_eq!(with_one_start(bindings), "function initSync() {}\nexport { start as default };\n");
    }
}
