//! A portal that is measured.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};

/// What a process took that ran to its end.
pub(super) struct Ran {
    pub(super) seconds: f64,
    pub(super) megabytes: u64,
    pub(super) said: String,
}

/// Takes over a file with a process of its own.
pub(super) fn import(program: &Path, folder: &Path, rows: &Path) -> anyhow::Result<Ran> {
    let mut command = Command::new(program);
    command.args(["import", "--language", "en", "--data-dir"]).arg(folder.join("data")).arg(rows);
    run(&mut command)
}

/// Runs a command of the program to its end.
pub(super) fn run(command: &mut Command) -> anyhow::Result<Ran> {
    let started = Instant::now();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let mut megabytes = 0;
    let status = loop {
        megabytes = megabytes.max(memory(child.id(), "VmHWM"));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let seconds = started.elapsed().as_secs_f64();
    let mut said = String::new();
    child.stdout.take().context("it says something")?.read_to_string(&mut said)?;
    let said: Vec<&str> = said.lines().take(2).collect();
    if status.code() == Some(1) {
        bail!("it failed: {}", said.join(" "));
    }
    Ok(Ran { seconds, megabytes, said: said.join(" ") })
}

/// A server with what was imported.
pub(super) struct Portal {
    child: Child,
    pub(super) origin: String,
    pub(super) started_in: f64,
}

impl Portal {
    pub(super) fn start(program: &Path, folder: &Path) -> anyhow::Result<Self> {
        let port = crate::address::free()?.port();
        let started = Instant::now();
        let child = Command::new(program)
            .args(["serve", "--addr", &format!("127.0.0.1:{port}"), "--data-dir"])
            .arg(folder.join("data"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut portal =
            Self { child, origin: format!("http://127.0.0.1:{port}"), started_in: 0.0 };
        for _ in 0..3_000 {
            if portal.get("/healthz").is_ok() {
                portal.started_in = started.elapsed().as_secs_f64();
                return Ok(portal);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        bail!("the portal does not answer")
    }

    /// The body of an answer with status 200.
    pub(super) fn get(&self, path: &str) -> anyhow::Result<String> {
        let host = self.origin.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host)?;
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        match answer.split_once("\r\n\r\n") {
            Some((head, body)) if head.starts_with("HTTP/1.1 200") => Ok(body.to_owned()),
            _ => bail!("no answer for {path}"),
        }
    }

    /// The paths of all activities.
    pub(super) fn activities(&self) -> anyhow::Result<Vec<String>> {
        let mut paths = Vec::new();
        for path in self.named_in(&self.get("/sitemap.xml")?) {
            if path.starts_with("/sitemap.xml?") {
                paths.extend(self.named_in(&self.get(&path)?));
            } else {
                paths.push(path);
            }
        }
        paths.retain(|path| path.starts_with("/aktiviteter/"));
        // An order that has nothing to do with that of the database.
        paths.sort_by_key(|path| path.bytes().rev().collect::<Vec<u8>>());
        Ok(paths)
    }

    /// The paths that a sitemap names.
    fn named_in(&self, sitemap: &str) -> Vec<String> {
        let addresses = sitemap.split("<loc>").skip(1);
        let paths =
            addresses.filter_map(|rest| rest.split("</loc>").next()?.strip_prefix(&self.origin));
        paths.map(str::to_owned).collect()
    }

    /// Memory in use, in megabytes.
    pub(super) fn megabytes(&self) -> u64 {
        memory(self.child.id(), "VmRSS")
    }

    /// The most memory that was ever in use, in megabytes.
    pub(super) fn most_megabytes(&self) -> u64 {
        memory(self.child.id(), "VmHWM")
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A figure of a process's memory, in megabytes.
pub(super) fn memory(process: u32, figure: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(figure)).unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .and_then(|kilobytes| kilobytes.parse::<u64>().ok())
        .unwrap_or_default()
        / 1024
}
