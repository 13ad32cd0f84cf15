//! A PostgreSQL of our own for as long as the tests run.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};

use crate::{address, step};

/// A cluster in the target folder; it is stopped when this is dropped.
pub struct Postgres {
    programs: PathBuf,
    data: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts a cluster on a free port of the loopback.
    pub fn start() -> anyhow::Result<Self> {
        let programs = if let Some(programs) = find() {
            programs
        } else {
            step::install(&["postgresql"], "the tests run on PostgreSQL too")?;
            find().context("PostgreSQL was installed but is not where Debian puts it")?
        };
        let data = std::env::temp_dir().join(format!("gnist-postgres-{}", std::process::id()));
        let port = address::free()?.port();
        let postgres = Self { programs, data, port };
        step::step("starting a PostgreSQL for the tests (some seconds)", || postgres.boot())?;
        Ok(postgres)
    }

    /// Where it answers.
    pub fn url(&self) -> String {
        format!("postgres://gnist@127.0.0.1:{}/postgres", self.port)
    }

    /// Makes a database of its own, and answers where.
    pub fn database(&self, name: &str) -> anyhow::Result<String> {
        let port = self.port.to_string();
        self.quietly("createdb", &["-h", "127.0.0.1", "-p", &port, "-U", "gnist", name])?;
        Ok(format!("postgres://gnist@127.0.0.1:{port}/{name}"))
    }

    fn boot(&self) -> anyhow::Result<()> {
        let _ = fs::remove_dir_all(&self.data);
        fs::create_dir_all(&self.data)?;
        let data = self.data.to_string_lossy().into_owned();
        if is_root() {
            step::run(Command::new("chown").args(["postgres", &data]))?;
        }
        self.quietly(
            "initdb",
            &[
                "-D",
                &data,
                "-U",
                "gnist",
                "--auth=trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
        )?;
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200",
            self.port
        );
        self.quietly(
            "pg_ctl",
            &["-D", &data, "-w", "-l", &format!("{data}/log"), "-o", &options, "start"],
        )
    }

    /// Runs one of its programs; PostgreSQL refuses to run as root.
    fn quietly(&self, program: &str, words: &[&str]) -> anyhow::Result<()> {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        let status = command
            .args(words)
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()?;
        if !status.success() {
            bail!("{} ended with {status}", program.display());
        }
        Ok(())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.data.to_string_lossy().into_owned();
        let _ = self.quietly("pg_ctl", &["-D", &data, "-m", "immediate", "stop"]);
        let _ = fs::remove_dir_all(&self.data);
    }
}

fn is_root() -> bool {
    step::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// The folder of its programs, the newest version first.
fn find() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> =
        fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|it| it.path()).collect();
    versions.sort();
    versions
        .into_iter()
        .rev()
        .map(|version| version.join("bin"))
        .find(|bin| bin.join("initdb").exists())
        .or_else(|| {
            let initdb = step::output(Command::new("sh").args(["-c", "command -v initdb"]))?;
            Path::new(&initdb).parent().map(Path::to_owned)
        })
}
