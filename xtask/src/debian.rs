//! Debian's packages, where they can be installed without asking.

use std::process::{Command, Stdio};

use crate::Result;
use crate::command::{self, on_path, quiet};

/// The right to install Debian's packages without being asked for a password.
pub(crate) enum Administrator {
    Root,
    Sudo,
}

impl Administrator {
    /// The one who runs this program, if that is one.
    pub(crate) fn here() -> Option<Self> {
        on_path("apt-get").next()?;
        if quiet(Command::new("id").arg("-u")).is_some_and(|user| user.trim() == "0") {
            return Some(Self::Root);
        }
        quiet(Command::new("sudo").args(["--non-interactive", "true"])).map(|_| Self::Sudo)
    }

    /// Installs packages; `purpose` says what they are for.
    pub(crate) fn install(&self, packages: &[&str], purpose: &str) -> Result<()> {
        eprintln!("==> Installing Debian's {}, {purpose}: about a minute, once", packages.join(" and "));
        command::run(self.apt_get().arg("update"))?;
        command::run(self.apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages))
    }

    fn apt_get(&self) -> Command {
        let mut command = match self {
            Self::Root => Command::new("env"),
            Self::Sudo => Command::new("sudo"),
        };
        if matches!(self, Self::Sudo) {
            command.args(["--non-interactive", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).stdin(Stdio::null());
        command
    }
}
