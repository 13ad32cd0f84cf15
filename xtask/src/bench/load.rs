//! Asking for pages as fast as can be, with wrk.

use std::{
    fmt::Write as _,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::Context as _;

use crate::{address, step};

/// What wrk measured.
pub(super) struct Measured {
    pub(super) per_second: f64,
    /// Milliseconds.
    pub(super) p50: f64,
    pub(super) p99: f64,
    pub(super) errors: u64,
}

/// Sixteen connections from one thread, for eight seconds.
pub(super) struct Load<'a> {
    origin: &'a str,
    folder: &'a Path,
}

impl<'a> Load<'a> {
    pub(super) fn new(origin: &'a str, folder: &'a Path) -> Self {
        Self { origin, folder }
    }

    /// The same address again and again.
    pub(super) fn same(&self, path: &str) -> anyhow::Result<Measured> {
        wrk(&format!("{}{path}", self.origin), None)
    }

    /// One address after the other, from a list.
    pub(super) fn each(&self, paths: &[String]) -> anyhow::Result<Measured> {
        let list = self.folder.join("paths");
        fs::write(&list, paths.join("\n"))?;
        let script = self.folder.join("each.lua");
        let lua = format!(
            "local paths = {{}}\nfor line in io.lines({:?}) do paths[#paths + 1] = line end\nlocal n = 0\n\
             request = function() n = n % #paths + 1; return wrk.format('GET', paths[n]) end\n",
            list.display().to_string()
        );
        fs::write(&script, lua)?;
        wrk(self.origin, Some(&script))
    }
}

fn wrk(url: &str, script: Option<&Path>) -> anyhow::Result<Measured> {
    let mut command = Command::new("wrk");
    command.args(["-t1", "-c16", "-d8s", "--latency"]);
    if let Some(script) = script {
        command.arg("-s").arg(script);
    }
    let said = step::output(command.arg(url)).context("wrk measured nothing")?;
    let word = |name: &str| {
        let line = said.lines().find(|line| line.trim().starts_with(name))?;
        line.split_whitespace().last().map(str::to_owned)
    };
    let errors =
        said.lines().filter(|line| line.contains("Non-2xx") || line.contains("Socket errors"));
    Ok(Measured {
        per_second: word("Requests/sec").and_then(|it| it.parse().ok()).context("no figure")?,
        p50: word("50%").map_or(0.0, |it| milliseconds(&it)),
        p99: word("99%").map_or(0.0, |it| milliseconds(&it)),
        errors: errors.count() as u64,
    })
}

fn milliseconds(text: &str) -> f64 {
    let number = |unit: &str| text.strip_suffix(unit).and_then(|it| it.parse::<f64>().ok());
    number("us")
        .map(|it| it / 1_000.0)
        .or_else(|| number("ms"))
        .or_else(|| number("s").map(|it| it * 1_000.0))
        .unwrap_or(0.0)
}

/// A hundred thousand filters, no two alike, as different people would choose them: more than are
/// asked for, so that no answer can be one that is kept.
pub(super) fn filters() -> Vec<String> {
    let topics = [
        "robotics",
        "physics",
        "programming",
        "chemistry",
        "making_design",
        "health_technology",
        "mathematics",
    ];
    let regions = ["midtjylland", "syddanmark", "nordjylland", "oestdanmark"];
    let mut paths = Vec::new();
    for day in
        (1..=28).flat_map(|day| (1..=12).map(move |month| format!("2027-{month:02}-{day:02}")))
    {
        for grade in 0..=10 {
            for (t, topic) in topics.iter().enumerate() {
                for (r, region) in regions.iter().enumerate() {
                    let mut path = format!(
                        "/aktiviteter?topic={topic}&level=grade-{grade}&region={region}&from={day}"
                    );
                    match (t + r) % 4 {
                        0 => path.push_str("&free=true"),
                        1 => {
                            let _ = write!(path, "&seats={}", 10 + grade);
                        }
                        _ => {}
                    }
                    paths.push(path);
                }
            }
        }
    }
    paths
}

/// What nginx makes of a file of the same size on the same machine.
pub(super) fn static_file(folder: &Path, page: &str) -> anyhow::Result<Measured> {
    if !step::is_there("nginx") && !Path::new("/usr/sbin/nginx").exists() {
        step::install(&["nginx-light"], "a server of files to compare with")?;
    }
    let files = folder.join("files");
    fs::create_dir_all(&files)?;
    fs::write(files.join("page.html"), page)?;
    let port = address::free()?.port();
    let place = folder.display();
    let config = format!(
        "worker_processes 1; daemon off; pid {place}/nginx.pid; error_log /dev/null;\nuser root;\nevents {{ worker_connections 256; }}\n\
         http {{ access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 10000000; types {{ text/html html; }}\n\
         server {{ listen 127.0.0.1:{port}; root {place}/files; }} }}\n"
    );
    fs::write(folder.join("nginx.conf"), config)?;
    let _server = Stopped(
        Command::new("/usr/sbin/nginx")
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?,
    );
    std::thread::sleep(Duration::from_millis(500));
    wrk(&format!("http://127.0.0.1:{port}/page.html"), None)
}

/// A server that is stopped when it is not needed any more.
struct Stopped(Child);

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}
