//! Where a drill takes place: the program as operators run it, with a database of its own.

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant, SystemTime},
};

use anyhow::{Context as _, bail};
use chrono::{DateTime, Days};

use super::web::Browser;
use crate::{address, postgres::Postgres};

/// The two databases that every promise is kept on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Sqlite,
    PostgreSql,
}

impl On {
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::PostgreSql];
}

impl fmt::Display for On {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::PostgreSql => "PostgreSQL",
        })
    }
}

/// A portal's folder and database, with activities to sign up for.
pub struct Ground {
    program: PathBuf,
    folder: PathBuf,
    /// The address of a PostgreSQL database; nothing where there is a file in the folder.
    url: Option<String>,
}

impl Ground {
    /// A portal with one activity for each number of seats, one date each.
    pub fn new(
        program: &Path,
        on: On,
        postgres: &Postgres,
        seats: impl IntoIterator<Item = u32>,
    ) -> anyhow::Result<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name =
            format!("drill_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::AcqRel));
        let folder = std::env::temp_dir().join(format!("gnist-{name}"));
        fs::create_dir_all(&folder)?;
        let url = match on {
            On::Sqlite => None,
            On::PostgreSql => Some(postgres.database(&name)?),
        };
        let ground = Self { program: program.to_owned(), folder, url };
        let sheet = ground.folder.join("activities.csv");
        fs::write(&sheet, activities(seats))?;
        let told = ground.gnist(&["import", "--language", "en"]).arg(&sheet).output()?;
        if !told.status.success() {
            bail!("the import failed: {}", String::from_utf8_lossy(&told.stdout));
        }
        Ok(ground)
    }

    /// The program, with this folder and database and nothing else from outside.
    pub fn gnist(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.env_clear().env("GNIST_DATA_DIR", self.folder.join("data"));
        command.env("GNIST_LOG", "warn").current_dir(&self.folder).args(words);
        if let Some(url) = &self.url {
            command.env("GNIST_DATABASE_URL", url);
        }
        command.stdin(Stdio::null());
        command
    }

    /// Whether everything kept is as it must be; says what is not.
    pub fn verify(&self) -> anyhow::Result<()> {
        let told = self.gnist(&["verify"]).output()?;
        if told.status.success() {
            return Ok(());
        }
        let faults = String::from_utf8_lossy(&told.stdout).into_owned();
        bail!("gnist verify: {faults}{}", String::from_utf8_lossy(&told.stderr))
    }

    /// Serves from it, until it is dropped.
    pub fn serve(&self, words: &[&str]) -> anyhow::Result<Serving> {
        Serving::start(self, words)
    }

    /// The letters that were kept as files, by address: each with the path of its link.
    pub fn letters(&self) -> anyhow::Result<HashMap<String, Vec<String>>> {
        let mut letters: HashMap<String, Vec<String>> = HashMap::new();
        let Ok(files) = fs::read_dir(self.folder.join("data/letters")) else { return Ok(letters) };
        for file in files {
            let text = fs::read_to_string(file?.path())?;
            if let Some((to, path)) = letter(&text) {
                letters.entry(to).or_default().push(path);
            }
        }
        Ok(letters)
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Who a letter is to, and the path of the link in it.
pub fn letter(text: &str) -> Option<(String, String)> {
    let to = text.lines().find_map(|line| line.strip_prefix("To: "))?.trim().to_owned();
    // Lines are wrapped where they are long (RFC 2045, 6.7).
    let text = text.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
    let place = ["/bekraeft-tilmelding/", "/min-tilmelding/"];
    let (at, place) = place.iter().find_map(|it| Some((text.find(it)?, *it)))?;
    let secret = text[at + place.len()..].chars().take_while(char::is_ascii_alphanumeric);
    Some((to.trim_matches(['<', '>']).to_owned(), format!("{place}{}", secret.collect::<String>())))
}

/// A sheet of activities for classes, one for each number of seats.
fn activities(seats: impl IntoIterator<Item = u32>) -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let today = DateTime::from_timestamp(since.as_secs().cast_signed(), 0).unwrap_or_default();
    let day = |n: u64| (today.date_naive() + Days::new(n)).to_string();
    let (deadline, date) = (day(40), day(60));
    let mut text = "external_id,partner,partner_sector,kind,title,summary,description,topics,audience,levels,format,postcode,city,signup,contact_email,start,end,capacity,deadline\n".to_owned();
    for (n, seats) in seats.into_iter().enumerate() {
        let _ = writeln!(
            text,
            "V-{n},Robothuset,business,workshop,Besøg nummer {n},\"Byg en robot, og få den til at danse.\",En hel dag.,robotics,pupils,grade-4..grade-6,on_site,8800,Viborg,portal,hej@robot.example,{date}T09:00,{date}T12:00,{seats},{deadline}T12:00"
        );
    }
    text
}

/// A server that is killed when it is dropped.
pub struct Serving {
    child: Child,
    pub addr: SocketAddr,
    pub started_in: Duration,
}

impl Serving {
    fn start(ground: &Ground, words: &[&str]) -> anyhow::Result<Self> {
        let addr = address::free()?;
        let started = Instant::now();
        let mut log = fs::OpenOptions::new();
        let log = log.create(true).append(true).open(ground.folder.join("log"))?;
        let mut command = ground.gnist(&["serve", "--addr", &addr.to_string()]);
        let child = command.args(words).stdout(Stdio::null()).stderr(log).spawn()?;
        let mut serving = Self { child, addr, started_in: Duration::ZERO };
        while started.elapsed() < Duration::from_secs(30) {
            if Browser::at(addr).opens("/healthz").is_ok_and(|it| it.status == 200) {
                serving.started_in = started.elapsed();
                return Ok(serving);
            }
            if let Some(status) = serving.child.try_wait()? {
                let log = fs::read_to_string(ground.folder.join("log")).unwrap_or_default();
                bail!("the server ended with {status}: {}", log.lines().last().unwrap_or(""));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        bail!("the server does not answer")
    }

    pub fn browser(&self) -> Browser {
        Browser::at(self.addr)
    }

    /// The dates one can sign up for, in the order in which they were made.
    pub fn dates(&self) -> anyhow::Result<Vec<String>> {
        let mut browser = self.browser();
        let sitemap = browser.opens("/sitemap.xml")?.body;
        let paths = sitemap.split("<loc>").skip(1).filter_map(|it| {
            let path = it.split("</loc>").next()?.splitn(4, '/').nth(3)?;
            path.starts_with("aktiviteter/").then(|| format!("/{path}"))
        });
        let mut dates = Vec::new();
        for path in paths {
            let page = browser.opens(&path)?.body;
            let date = page.split("/tilmelding/").nth(1).context("a date to sign up for")?;
            let number = page.split("Besøg nummer ").nth(1).context("a title")?;
            let number: String = number.chars().take_while(char::is_ascii_digit).collect();
            dates.push((number.parse::<usize>()?, date.chars().take(36).collect::<String>()));
        }
        dates.sort();
        Ok(dates.into_iter().map(|it| it.1).collect())
    }

    /// How many seats are free, as the form says.
    pub fn free(&self, date: &str) -> anyhow::Result<u32> {
        let page = self.browser().opens(&format!("/en/tilmelding/{date}"))?.body;
        if page.contains("No seats free") {
            return Ok(0);
        }
        let before = page.split(" seats free").next().unwrap_or_default();
        let before = before.split(" seat free").next().unwrap_or_default();
        let number: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        number.chars().rev().collect::<String>().parse().context("how many seats are free")
    }

    /// Kills it, with no chance to finish anything.
    pub fn kill(mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
