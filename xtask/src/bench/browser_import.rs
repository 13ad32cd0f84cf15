//! How long somebody at a desk waits for a sheet of two thousand rows: looked at, written, undone.

use std::{
    fmt::Write as _,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, ensure};

use super::{Figures, portal::memory};

const ROWS: usize = 2_000;
/// One in so many rows is wrong.
const WRONG: usize = 20;
/// The most seconds that somebody waits until the rows are looked at, and until they are written.
const MOST_LOOKING: f64 = 3.0;
const MOST_WRITING: f64 = 10.0;
const LINE: &str = "----gnist-bench";

/// Hands in a sheet at the demo organiser's desk, and measures each thing that is waited for.
pub(super) fn measure(program: &Path, folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    let desk = Desk::open(program, &folder.join("desk"))?;
    let home = desk.get("/partner")?;
    let before = home.split_once("/import\"").context("no sheet is asked for")?.0;
    let import = before.rsplit('"').next().context("no sheet is asked for")?;
    let import = format!("{import}/import");
    let refused = ROWS / WRONG;

    let started = Instant::now();
    let at = desk.hand_in(&import)?;
    let preview = desk.get(&at)?;
    let looking = seconds(started);
    figures.note("2,000 rows at a desk, looked at: seconds", &format!("{looking:.2}"));
    ensure!(preview.contains(&format!("<li>{refused} linjer")), "{refused} rows are not refused");
    ensure!(preview.contains("<li>1.900 nye"), "the others are not new");

    let started = Instant::now();
    desk.press(&format!("{at}/skriv"), "")?;
    let writing = seconds(started);
    figures.note("2,000 rows at a desk, written: seconds", &format!("{writing:.2}"));
    ensure!(desk.get(&at)?.contains("1.900 nye"), "not all is written");

    let started = Instant::now();
    desk.press(&format!("{at}/fortryd"), "stays=0")?;
    figures.note("2,000 rows at a desk, undone: seconds", &format!("{:.2}", seconds(started)));
    let again = desk.hand_in(&import)?;
    ensure!(desk.get(&again)?.contains("<li>1.900 nye"), "not all is undone");
    let most = memory(desk.child.id(), "VmHWM");
    figures.note("2,000 rows at a desk: largest memory, MB", &most.to_string());
    ensure!(looking <= MOST_LOOKING, "the rows are looked at in {looking:.2} s");
    ensure!(writing <= MOST_WRITING, "the rows are written in {writing:.2} s");
    Ok(())
}

fn seconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64()
}

/// As somebody's own list would be: words of theirs above it, and mistakes in it.
fn sheet() -> String {
    let mut text = String::from(
        "Nummer;Overskrift;Kort;Lang;Type;Emner;Målgruppe;Klassetrin;Format;Postnummer;By;Tilmelding;Kontakt;start;slut;Pladser\n",
    );
    let text_of_a_day =
        "Vi prøver noget med hænderne og lærer af dem, der gør det hver dag. ".repeat(12);
    for n in 0..ROWS {
        let (month, day) = (n % 12 + 1, n % 28 + 1);
        let kind = if n % WRONG == 0 { "fest" } else { "workshop" };
        let _ = writeln!(
            text,
            "B-{n};Prøv noget nyt nummer {n};Et værksted hvor børn prøver noget nyt sammen: {n}.;{text_of_a_day};{kind};robotics;pupils;grade-4..grade-6;on_site;8800;Viborg;portal;hej@partner.example;2027-{month:02}-{day:02}T09:00;2027-{month:02}-{day:02}T12:00;24",
        );
    }
    text
}

/// The demo organiser, signed in.
struct Desk {
    child: Child,
    host: String,
    cookie: String,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

impl Desk {
    /// Links to the sides of the demo are printed where the demo is filled in.
    fn open(program: &Path, data: &Path) -> anyhow::Result<Self> {
        let port = crate::address::free()?.port();
        let host = format!("127.0.0.1:{port}");
        let mut child = Command::new(program)
            .args(["serve", "--demo", "--addr", &host, "--data-dir"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let said = child.stdout.take().context("it says something")?;
        let mut desk = Self { child, host, cookie: String::new() };
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let line = lines.find(|it| it.contains("Olav")).context("no organiser is let in")?;
        let door = line.split_once("/brev/").context("a link is printed")?.1.trim().to_owned();
        // The rest of what it says is for nobody.
        std::thread::spawn(move || lines.for_each(drop));
        while TcpStream::connect(&desk.host).is_err() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let answer = desk.press(&format!("/brev/{door}"), "")?;
        let cookie = answer.header("set-cookie").context("the link lets nobody in")?;
        cookie.split(';').next().unwrap_or_default().clone_into(&mut desk.cookie);
        Ok(desk)
    }

    fn get(&self, path: &str) -> anyhow::Result<String> {
        let answer = self.ask("GET", path, "text/plain", "")?;
        ensure!(answer.status == 200, "{path} answers {}", answer.status);
        Ok(answer.body)
    }

    /// Sends a form, which leads on.
    fn press(&self, path: &str, form: &str) -> anyhow::Result<Answer> {
        let answer = self.ask("POST", path, "application/x-www-form-urlencoded", form)?;
        ensure!(answer.status == 303, "{path} answers {}", answer.status);
        Ok(answer)
    }

    /// Hands in the sheet and says what its columns mean; answers where it is looked at.
    fn hand_in(&self, import: &str) -> anyhow::Result<String> {
        let body = format!(
            "--{LINE}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"aar.csv\"\r\ncontent-type: text/csv\r\n\r\n{}\r\n--{LINE}--\r\n",
            sheet()
        );
        let kind = format!("multipart/form-data; boundary={LINE}");
        let answer = self.ask("POST", import, &kind, &body)?;
        ensure!(answer.status == 303, "the sheet is not taken: {}", answer.status);
        let at = answer.header("location").context("nothing is shown")?.to_owned();
        let columns = [
            "external_id",
            "title",
            "summary",
            "description",
            "kind",
            "topics",
            "audience",
            "levels",
            "format",
            "postcode",
            "city",
            "signup",
            "contact_email",
            "start",
            "end",
            "capacity",
        ];
        let said = columns.map(|it| format!("column={it}")).join("&");
        self.press(&at, &said)?;
        Ok(at)
    }

    fn ask(&self, method: &str, path: &str, kind: &str, body: &str) -> anyhow::Result<Answer> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\ncookie: {}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n",
            self.host,
            self.cookie,
            body.len()
        )?;
        stream.write_all(body.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").context("no answer")?;
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).context("no status")?;
        Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
