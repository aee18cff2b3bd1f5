//! A static file server for this computer, as strict as a good host is.

mod answer;
mod encoding;
mod headers;
mod kind;
mod path;
mod reload;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Request, Response};

use crate::server::answer::{Answer, Question};
use crate::server::encoding::Compressor;
pub(crate) use crate::server::encoding::{brotli, gzip};
pub(crate) use crate::server::headers::HASH_DIGITS;
use crate::{Error, Result};

const THREADS: usize = 4;

/// A built site, and how to show it.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    mount: String,
    reloads: bool,
    compressor: Compressor,
}

impl Site {
    /// The site in this folder, at the root of the server.
    ///
    /// # Errors
    ///
    /// The folder holds no site.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Result<Self> {
        let folder = folder.into();
        if !folder.join("index.html").is_file() {
            return Err(Error::NoSite(folder));
        }
        Ok(Self { folder, mount: "/".into(), reloads: false, compressor: Compressor::default() })
    }

    /// The same site under a path, which begins and ends with a slash.
    #[must_use]
    pub fn under(self, mount: &str) -> Self {
        Self { mount: mount.into(), ..self }
    }

    /// The same site with a script that loads the page again when the site has been built again.
    #[must_use]
    pub(crate) fn reloading(self) -> Self {
        Self { reloads: true, ..self }
    }

    /// Serves the site until what is returned is dropped.
    ///
    /// # Errors
    ///
    /// The listener cannot be used.
    pub fn serve(self, listener: TcpListener) -> Result<Server> {
        let failed = |error: io::Error| Error::Server(error.to_string());
        let address = listener.local_addr().map_err(failed)?;
        let mount = self.mount.clone();
        let http = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| Error::Server(error.to_string()))?;
        let (http, site) = (Arc::new(http), Arc::new(self));
        let threads = (0..THREADS).map(|_| {
            let (http, site) = (Arc::clone(&http), Arc::clone(&site));
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    site.reply(request);
                }
            })
        });
        let threads = threads.collect();
        Ok(Server { http, address, mount, threads })
    }

    fn reply(&self, request: Request) {
        let header = |name: &'static str| {
            let found = request.headers().iter().find(|header| header.field.equiv(name));
            found.map_or("", |header| header.value.as_str())
        };
        let question = Question {
            method: request.method().as_str(),
            url: request.url(),
            accepted: header("Accept-Encoding"),
            known: header("If-None-Match"),
        };
        let Answer { status, headers, body } = self.answer(&question);
        let headers = headers
            .into_iter()
            .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
            .collect();
        let length = body.len();
        let response = Response::new(status.into(), headers, io::Cursor::new(body), Some(length), None);
        // Who asked may have gone away; that harms nobody.
        let _ = request.respond(response.with_chunked_threshold(usize::MAX));
    }
}

/// A site that is being served.
pub struct Server {
    http: Arc<tiny_http::Server>,
    address: SocketAddr,
    mount: String,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.mount)
    }

    /// Serves for as long as the program runs.
    pub(crate) fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // It ends only with the program.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
        for thread in self.threads.drain(..) {
            // A thread that panicked has said so itself.
            let _ = thread.join();
        }
    }
}

/// Listens at the port of this computer, which no other computer can reach; zero takes a free one.
///
/// # Errors
///
/// The port is in use, or this computer refuses.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => Error::PortInUse { port },
        _ => Error::Port { port, source },
    })
}
