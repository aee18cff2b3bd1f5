//! No module names a module that it may not use. The table of who may use whom stands in `ARCHITECTURE.md` too.
//!
//! The check reads tokens and not syntax trees, so that it sees paths wherever they stand: in imports, expressions,
//! types, visibilities, attributes, and in what is handed to macros.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// Modules in the order in which a plan passes through them, each with those it may use. What these may use, it may
/// use too. `bin` stands for all binaries.
const TABLE: [(&str, &[&str]); 18] = [
    ("decimal", &[]),
    ("json", &["decimal"]),
    ("collected", &["json"]),
    ("catalog", &["collected"]),
    ("geometry", &["json"]),
    ("reliability", &["collected"]),
    ("plan", &["catalog", "geometry"]),
    ("rules", &["plan"]),
    ("analysis", &["plan", "reliability"]),
    ("chart", &["analysis"]),
    ("exchange", &["json", "rules", "analysis", "chart"]),
    ("editor", &["plan", "rules", "analysis"]),
    ("panel", &["exchange"]),
    ("picture", &["editor", "panel"]),
    ("report", &["picture"]),
    ("compute", &["report"]),
    ("ui", &["compute"]),
    ("bin", &["ui"]),
];

/// The library as its binaries and tests name it.
const LIBRARY: &str = "availability_planner";

/// Crates that need a browser.
const BROWSER: [&str; 6] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"];

/// Words behind which a path can start with `::`; they are no part of it.
const KEYWORDS: [&str; 22] = [
    "as", "async", "await", "break", "const", "dyn", "else", "extern", "fn", "for", "if", "impl", "in",
    "let", "match", "move", "mut", "ref", "return", "use", "where", "while",
];

/// The only places that may name those crates.
const IN_THE_BROWSER: [&str; 3] = ["ui", "bin/page", "bin/worker"];

/// The modules that `module` may use: those of its row, and what they may use.
fn allowed(module: &str) -> BTreeSet<&'static str> {
    let row = TABLE.iter().find(|(name, _)| *name == module);
    let mut all = BTreeSet::new();
    for used in row.into_iter().flat_map(|(_, uses)| uses.iter()) {
        all.insert(*used);
        all.extend(allowed(used));
    }
    all
}

/// A path in a source text, as written.
struct Named {
    segments: Vec<String>,
    line: usize,
    /// Everything below the path is meant, or the path gets a name of its own.
    whole: bool,
}

/// Reads the paths of a source text with the module that each stands in.
struct Reader {
    found: Vec<(Vec<String>, Named)>,
}

impl Reader {
    fn tokens(&mut self, tokens: TokenStream, module: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = &tokens[..];
        while let Some((first, after)) = rest.split_first() {
            rest = match rest {
                [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Group(body), after @ ..]
                    if *word == "mod" && body.delimiter() == Delimiter::Brace =>
                {
                    let inner: Vec<String> = module.iter().cloned().chain([name.to_string()]).collect();
                    self.tokens(body.stream(), &inner);
                    after
                }
                [TokenTree::Ident(first), after @ ..] if !KEYWORDS.iter().any(|word| first == word) => {
                    self.path(&[], first, after, module)
                }
                _ => {
                    if let TokenTree::Group(group) = first {
                        self.tokens(group.stream(), module);
                    }
                    after
                }
            };
        }
    }

    /// Reads a path from its segment `last` on and returns the tokens behind it.
    fn path<'a>(
        &mut self,
        before: &[String],
        last: &Ident,
        rest: &'a [TokenTree],
        module: &[String],
    ) -> &'a [TokenTree] {
        let segments: Vec<String> = before.iter().cloned().chain([last.to_string()]).collect();
        let line = last.span().start().line;
        let mut leaf = |segments, whole| self.found.push((module.to_vec(), Named { segments, line, whole }));
        let [TokenTree::Punct(a), TokenTree::Punct(b), after @ ..] = rest else {
            let renamed = matches!(rest.first(), Some(TokenTree::Ident(word)) if *word == "as");
            leaf(segments, renamed);
            return rest;
        };
        if (a.as_char(), b.as_char()) != (':', ':') {
            leaf(segments, false);
            return rest;
        }
        match after {
            [TokenTree::Ident(next), after @ ..] => self.path(&segments, next, after, module),
            [TokenTree::Group(group), after @ ..] if group.delimiter() == Delimiter::Brace => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                self.branches(&segments, &inside, module);
                after
            }
            [TokenTree::Punct(star), after @ ..] if star.as_char() == '*' => {
                leaf(segments, true);
                after
            }
            _ => {
                leaf(segments, false);
                after
            }
        }
    }

    /// Reads `{a, b::c, d::{e, f}}` behind a path.
    fn branches(&mut self, before: &[String], inside: &[TokenTree], module: &[String]) {
        for branch in inside.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
        {
            match branch {
                [TokenTree::Ident(first), rest @ ..] => {
                    self.path(before, first, rest, module);
                }
                [TokenTree::Punct(star)] => {
                    let line = star.span().start().line;
                    let named = Named { segments: before.to_vec(), line, whole: true };
                    self.found.push((module.to_vec(), named));
                }
                _ => {}
            }
        }
    }
}

/// Where a path leads, from the root of the crate; nothing where it does not start at a known place.
fn resolved(path: &[String], module: &[String]) -> Option<Vec<String>> {
    let (first, mut rest) = path.split_first()?;
    let mut full = match first.as_str() {
        "crate" | LIBRARY => Vec::new(),
        "self" => module.to_vec(),
        "super" => module.split_last()?.1.to_vec(),
        _ => return None,
    };
    while let [up, after @ ..] = rest
        && up == "super"
    {
        full.pop();
        rest = after;
    }
    full.extend(rest.iter().filter(|segment| *segment != "self").cloned());
    Some(full)
}

/// What is wrong with a source file; `file` is its path below `src`, with slashes.
fn complaints(file: &str, text: &str) -> Vec<String> {
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
    let stem = file.strip_suffix(".rs").unwrap();
    let module: Vec<String> = match stem.strip_prefix("bin/") {
        Some(_) => vec!["bin".into()],
        None if stem == "lib" => Vec::new(),
        None => stem.split('/').map(String::from).collect(),
    };
    let home = module.first().cloned().unwrap_or_default();
    let mut reader = Reader { found: Vec::new() };
    reader.tokens(tokens, &module);

    let may_use = allowed(&home);
    let in_browser = IN_THE_BROWSER.contains(&home.as_str()) || IN_THE_BROWSER.contains(&stem);
    let mut complaints = Vec::new();
    for (module, named) in reader.found {
        let place = format!("src/{file}:{}", named.line);
        let first = named.segments.first().map_or("", String::as_str);
        if BROWSER.contains(&first) && !in_browser {
            complaints.push(format!("{place}: `{first}` belongs to the browser; only `ui` may name it"));
        }
        // The root lists the modules; a binary's own `crate` is not the library.
        if home.is_empty() || (home == "bin" && first != LIBRARY) {
            continue;
        }
        match resolved(&named.segments, &module).as_deref() {
            Some([]) if named.whole => {
                complaints.push(format!("{place}: names the whole library; name the module that is meant"));
            }
            Some([target, ..]) if *target != home && !may_use.contains(target.as_str()) => {
                complaints.push(format!("{place}: `{home}` may not use `{target}`"));
            }
            _ => {}
        }
    }
    complaints
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn no_source_file_names_what_it_may_not_use() {
    let folder = root().join("src");
    let files = sources(&folder);
    assert!(files.len() > 40, "only {} source files found", files.len());
    let mut all = Vec::new();
    for path in files {
        let below = path.strip_prefix(&folder).unwrap();
        let file: Vec<_> = below.iter().map(|part| part.to_str().unwrap()).collect();
        all.extend(complaints(&file.join("/"), &fs::read_to_string(&path).unwrap()));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_module_of_the_library_stands_in_the_table() {
    let tokens: TokenStream = fs::read_to_string(root().join("src/lib.rs")).unwrap().parse().unwrap();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut modules = 0;
    for pair in tokens.windows(2) {
        if let [TokenTree::Ident(word), TokenTree::Ident(name)] = pair
            && *word == "mod"
        {
            modules += 1;
            let name = name.to_string();
            assert!(TABLE.iter().any(|(known, _)| *known == name), "`{name}` is missing from the table");
        }
    }
    assert!(modules > 0);
}

#[test]
fn modules_use_only_those_before_them() {
    for (index, (module, uses)) in TABLE.iter().enumerate() {
        for used in *uses {
            let place = TABLE.iter().position(|(name, _)| name == used);
            assert!(place.is_some_and(|place| place < index), "`{module}` uses `{used}`");
        }
    }
}

/// Names in backticks.
fn quoted(cell: &str) -> BTreeSet<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_table_of_the_architecture_page_is_this_one() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let section = text.split("\n## ").find(|section| section.starts_with("Who may use whom")).unwrap();
    let rows: Vec<(&str, BTreeSet<&str>)> = section
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            let [module, _, uses] = cells[..] else { panic!("{line}") };
            (module.trim().trim_matches('`'), quoted(uses))
        })
        .collect();
    let here: Vec<(&str, BTreeSet<&str>)> =
        TABLE.iter().map(|(module, uses)| (*module, uses.iter().copied().collect())).collect();
    assert_eq!(rows, here, "ARCHITECTURE.md on the left, tests/imports.rs on the right");
}

#[test]
fn what_goes_against_the_table_is_found_wherever_it_stands() {
    let table = [
        ("an import", "plan/edit.rs", "\nuse crate::analysis::Analysis;", "2: `plan` may not use `analysis`"),
        ("a module by itself", "plan.rs", "use crate::ui;", "1: `plan` may not use `ui`"),
        (
            "a branch of an import",
            "rules.rs",
            "use crate::{plan::Edit, catalog::{Catalog}, chart::{self}};",
            "may not use `chart`",
        ),
        ("an import of two roots", "rules.rs", "use {crate::plan, crate::ui};", "may not use `ui`"),
        ("an expression", "plan/a.rs", "fn f() { g(crate::rules::check()) }", "may not use `rules`"),
        ("a type", "chart/a.rs", "struct A(Vec<crate::exchange::B>);", "may not use `exchange`"),
        ("a turbofish", "plan/a.rs", "fn f() { g::<crate::ui::A>() }", "may not use `ui`"),
        ("a bound", "plan/a.rs", "fn f<T: crate::ui::A>() {}", "may not use `ui`"),
        ("a macro", "analysis.rs", "fn f() { html! { <p>{ crate::ui::x() }</p> } }", "may not use `ui`"),
        ("a macro's rule", "catalog/id.rs", "macro_rules! m { () => { $crate::plan::X } }", "use `plan`"),
        ("an attribute", "plan.rs", "#[serde(with = x, y(crate::exchange::z))] struct A;", "use `exchange`"),
        ("a visibility", "geometry/a.rs", "pub(in crate::plan) fn f() {}", "may not use `plan`"),
        ("one step up", "plan.rs", "use super::analysis::A;", "may not use `analysis`"),
        ("two steps up", "plan/edit.rs", "use super::super::ui::A;", "may not use `ui`"),
        ("up from an inner module", "plan.rs", "mod tests { use super::super::ui::A; }", "may not use `ui`"),
        ("the library's name", "plan.rs", "use availability_planner::compute::A;", "may not use `compute`"),
        ("from the crate's list", "plan.rs", "use ::availability_planner::compute::A;", "use `compute`"),
        ("from the crates for a bound", "plan.rs", "impl ::yew::Html for A {}", "`yew` belongs"),
        ("the whole library", "plan.rs", "use crate::*;", "names the whole library"),
        ("the whole library in braces", "plan.rs", "use crate::{*};", "names the whole library"),
        ("the library renamed", "plan.rs", "use crate as all;", "names the whole library"),
        ("the library renamed in braces", "plan.rs", "use crate::{self as all};", "names the whole library"),
        ("all of the root", "plan.rs", "use super::*;", "names the whole library"),
        ("an engine that knows the product", "reliability/a.rs", "use crate::catalog::A;", "use `catalog`"),
        ("a file that knows the session", "exchange/a.rs", "use crate::editor::A;", "use `editor`"),
        ("something outside of the table", "plan.rs", "use crate::other::A;", "may not use `other`"),
        ("the page's framework", "chart.rs", "use yew::prelude::*;", "`yew` belongs to the browser"),
        ("a derive", "editor.rs", "#[derive(yew::Properties)] struct A;", "`yew` belongs to the browser"),
        ("a browser's type", "compute.rs", "fn f(a: &web_sys::Element) {}", "`web_sys` belongs"),
        ("a foreign crate", "exchange.rs", "extern crate js_sys;", "`js_sys` belongs to the browser"),
        ("the command line", "bin/planner.rs", "use gloo::timers;", "`gloo` belongs to the browser"),
    ];
    for (case, file, text, expected) in table {
        let found = complaints(file, text);
        assert_eq!(found.len(), 1, "{case}: {found:?}");
        assert!(found[0].starts_with(&format!("src/{file}:")), "{case}: {found:?}");
        assert!(found[0].contains(expected), "{case}: {found:?}");
    }
}

#[test]
fn what_the_table_allows_is_left_alone() {
    let table = [
        ("plan/edit.rs", "use super::super::catalog::A; pub(crate) fn f() {} pub(super) fn g() {}"),
        ("plan.rs", "mod tests { use super::*; use crate::geometry::{Point, Rect}; }"),
        ("rules.rs", "use crate::catalog::Catalog; use crate::rules::own::A; use self::own::B;"),
        ("analysis.rs", "mod chart { fn f() { self::g(); super::chart::h(); chart::i() } }"),
        ("exchange.rs", "use crate::reliability::Model; use crate::chart;"),
        ("compute.rs", "use crate::editor::A; use crate::exchange::{self, file};"),
        ("ui/canvas.rs", "use yew::prelude::*; use crate::{chart, compute::Desk}; use web_sys::Element;"),
        ("bin/page.rs", "use availability_planner::ui; use wasm_bindgen::JsCast; use crate::own::A;"),
        ("bin/planner.rs", "use availability_planner::{analysis, exchange::file}; mod args;"),
        ("lib.rs", "pub mod ui; pub use crate::ui::App;"),
        ("plan.rs", "/// Shown by `yew`, see [`crate::ui`].\nconst A: &str = \"crate::ui\"; // crate::ui"),
    ];
    for (file, text) in table {
        assert_eq!(complaints(file, text), [] as [String; 0], "{file}: {text}");
    }
}
