//! From what was asked for to what is answered, without a socket.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::server::encoding::Coding;
use crate::server::path::{Target, target};
use crate::server::{Site, headers, kind, reload};

pub(crate) struct Question<'a> {
    pub(crate) method: &'a str,
    pub(crate) url: &'a str,
    /// The request's `Accept-Encoding`.
    pub(crate) accepted: &'a str,
    /// The request's `If-None-Match`.
    pub(crate) known: &'a str,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn text(status: u16, text: &str) -> Self {
        let mut headers = headers::always();
        headers.push(("Content-Type", "text/plain; charset=utf-8".into()));
        Self { status, headers, body: text.into() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl Site {
    pub(crate) fn answer(&self, question: &Question) -> Answer {
        if !matches!(question.method, "GET" | "HEAD") {
            return Answer::text(405, "This server only gives files.\n").with("Allow", "GET, HEAD");
        }
        if self.reloads
            && let Some(answer) = self.answer_for_reload(question.url)
        {
            return answer;
        }
        match target(question.url, &self.mount) {
            Target::File(name) => self.file(&name, question),
            Target::Elsewhere(url) => Answer::text(308, "It is elsewhere.\n").with("Location", url),
            Target::Nothing => missing(),
        }
    }

    fn file(&self, name: &Path, question: &Question) -> Answer {
        let path = self.folder.join(name);
        let Ok(about) = path.metadata() else { return missing() };
        if about.is_dir() {
            return missing();
        }
        let version = version(&about);
        let coding = if kind::compresses(name) { Coding::best_of(question.accepted) } else { Coding::Plain };
        let tag = format!("\"{version}{}\"", coding.suffix());
        let mut answer = Answer { status: 200, headers: headers::always(), body: Vec::new() }
            .with("Content-Type", kind::content_type(name))
            .with("Cache-Control", headers::cache_control(name))
            .with("ETag", tag.clone())
            .with("Vary", "Accept-Encoding");
        if question.known.split(',').any(|known| known.trim() == tag) {
            answer.status = 304;
            return answer;
        }
        let Ok(bytes) = fs::read(&path) else { return missing() };
        let bytes = if self.reloads { reload::with_script(name, bytes) } else { bytes };
        answer.body = self.compressor.encode(coding, name, &version, bytes);
        if let Some(token) = coding.token() {
            answer = answer.with("Content-Encoding", token);
        }
        answer
    }

    fn answer_for_reload(&self, url: &str) -> Option<Answer> {
        let name = url.strip_prefix(&self.mount)?.split('?').next()?;
        if name == reload::SCRIPT_NAME {
            let mut answer = Answer::text(200, reload::SCRIPT);
            answer.headers.retain(|(name, _)| *name != "Content-Type");
            return Some(answer.with("Content-Type", "text/javascript; charset=utf-8"));
        }
        let index = self.folder.join("index.html").metadata();
        (name == reload::VERSION_NAME).then(|| match index {
            Ok(about) => Answer::text(200, &version(&about)).with("Cache-Control", "no-store"),
            Err(_) => missing(),
        })
    }
}

fn missing() -> Answer {
    Answer::text(404, "There is no such file.\n")
}

fn version(about: &Metadata) -> String {
    let changed = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{:x}-{:x}", about.len(), changed.unwrap_or_default().as_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(std::path::PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn site(name: &str) -> (Folder, Site) {
        let folder = std::env::temp_dir().join(format!("xtask-answer-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<html><head></head></html>").unwrap();
        fs::write(folder.join("page-0123456789abcdef_bg.wasm"), [0; 4096]).unwrap();
        let site = Site::in_folder(&folder).unwrap();
        (Folder(folder), site)
    }

    fn ask<'a>(url: &'a str, accepted: &'a str) -> Question<'a> {
        Question { method: "GET", url, accepted, known: "" }
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn the_page_is_always_asked_for_again_and_hashed_files_never() {
        let (_folder, site) = site("cache");
        let page = site.answer(&ask("/", ""));
        assert_eq!((page.status, header(&page, "Cache-Control")), (200, Some("no-cache")));
        assert_eq!(header(&page, "Content-Type"), Some("text/html; charset=utf-8"));
        let program = site.answer(&ask("/page-0123456789abcdef_bg.wasm", ""));
        assert_eq!(header(&program, "Cache-Control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(header(&program, "Content-Type"), Some("application/wasm"));
    }

    #[test]
    fn a_file_is_compressed_for_who_can_read_it() {
        let (_folder, site) = site("coding");
        let url = "/page-0123456789abcdef_bg.wasm";
        let plain = site.answer(&ask(url, "identity"));
        let brotli = site.answer(&ask(url, "gzip, deflate, br"));
        assert_eq!((plain.body.len(), header(&plain, "Content-Encoding")), (4096, None));
        assert_eq!(header(&brotli, "Content-Encoding"), Some("br"));
        assert!(brotli.body.len() < 100);
        assert_ne!(header(&plain, "ETag"), header(&brotli, "ETag"));
    }

    #[test]
    fn what_the_browser_has_is_not_sent_again() {
        let (_folder, site) = site("known");
        let first = site.answer(&ask("/", "br"));
        let known = header(&first, "ETag").unwrap();
        let again = site.answer(&Question { known, ..ask("/", "br") });
        assert_eq!((again.status, again.body.len()), (304, 0));
    }

    #[test]
    fn only_reading_is_allowed() {
        let (_folder, site) = site("method");
        assert_eq!(site.answer(&Question { method: "POST", ..ask("/", "") }).status, 405);
    }

    #[test]
    fn the_reload_script_is_only_for_development() {
        let (_folder, site) = site("reload");
        assert_eq!(site.answer(&ask("/~reload.js", "")).status, 404);
        let site = site.reloading();
        assert_eq!(site.answer(&ask("/~reload.js", "")).status, 200);
        let page = String::from_utf8(site.answer(&ask("/", "")).body).unwrap();
        assert_eq!(page, "<html><head><script src=\"./~reload.js\" defer></script></head></html>");
    }
}
