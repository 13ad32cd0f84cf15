//! The program as an operator runs it: its words, its files and how it ends.

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use migrations::Migrator;
use sea_orm::ConnectionTrait as _;
use sea_orm_migration::MigratorTrait as _;
use serde_json::Value;
use server::adapters::database::Database;

use crate::{
    import::{ROW, sheet},
    testbed::{On, Testbed},
};

/// The program with a data folder of its own and nothing from outside.
fn gnist(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gnist"));
    command.env_clear().env("GNIST_DATA_DIR", folder).current_dir(folder).args(words);
    command
}

pub fn run(folder: &Path, words: &[&str]) -> Output {
    gnist(folder, words).stdin(Stdio::null()).output().expect("the program runs")
}

pub fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("text")
}

/// Why the program cannot do what it is told; its log stands beside it.
fn last_words(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let why = text(&output.stderr).lines().find(|it| it.starts_with("gnist: "));
    why.expect("a reason").to_owned()
}

#[tokio::test]
async fn a_start_that_fails_says_where_and_why_and_no_password() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder().join("start");
    fs::create_dir_all(&folder).expect("a folder");
    let listener = TcpListener::bind("127.0.0.1:0").expect("an address");
    let address = listener.local_addr().expect("an address").to_string();

    let said = last_words(&folder, &["serve", "--addr", &address]);
    assert!(said.contains(&address) && said.contains("in use"), "{said}");

    drop(listener);
    let database = format!("postgres://gnist:hemmelig@{address}/gnist");
    let said = last_words(&folder, &["verify", "--database-url", &database]);
    assert!(said.contains(&address) && !said.contains("hemmelig"), "{said}");
    assert_eq!(said.matches("refused").count(), 1, "{said}");

    fs::write(folder.join("file"), "").expect("a file");
    let inside = folder.join("file/data").display().to_string();
    let said = last_words(&folder, &["verify", "--data-dir", &inside]);
    assert!(said.contains("the data folder") && said.contains(&inside), "{said}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_panic_is_a_line_of_the_log_that_tells_where_and_not_what_was_said() {
    let portal = Testbed::start(On::Sqlite).await;
    // What cannot be printed is a panic of the standard library, and says why.
    let full = fs::File::options().write(true).open("/dev/full").expect("a full device");
    let output = gnist(portal.folder(), &["rights"]).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(101), "{output:?}");
    let log = text(&output.stderr);
    let lines: Vec<Value> =
        log.lines().map(|it| serde_json::from_str(it).expect("a line of JSON")).collect();
    let panics: Vec<&Value> =
        lines.iter().filter(|it| it["message"] == "something panicked").collect();
    assert_eq!(panics.len(), 1, "{log}");
    assert!(panics[0]["place"].as_str().is_some_and(|it| it.contains(".rs:")), "{log}");
    assert!(!log.contains("No space left"), "{log}");
}

/// How an import ended, and what it said on its one channel.
fn import(folder: &Path, rows: &[&str], words: &[&str]) -> (i32, String) {
    fs::write(folder.join("rows.csv"), sheet(rows)).expect("a file");
    let words: Vec<&str> = ["import", "rows.csv"].iter().chain(words).copied().collect();
    let output = run(folder, &words);
    (output.status.code().expect("a code"), text(&output.stdout).to_owned())
}

fn import_json(folder: &Path, rows: &[&str], words: &[&str]) -> (i32, Value) {
    let words: Vec<&str> = words.iter().chain(&["--json"]).copied().collect();
    let (code, text) = import(folder, rows, &words);
    (code, serde_json::from_str(&text).expect("one JSON document and nothing else"))
}

#[tokio::test]
async fn an_import_ends_with_0_where_all_was_taken_2_where_some_was_and_1_where_nothing_was() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder();
    let wrong = ROW.replace("R-1", "R-2").replace("workshop", "værksted");

    let (code, told) = import(folder, &[ROW], &[]);
    assert_eq!(code, 0, "{told}");
    let (code, told) = import(folder, &[ROW, &wrong], &["--language", "en"]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains('3') && told.contains("kind"), "{told}");
    let (code, told) = import(folder, &[&wrong], &[]);
    assert_eq!(code, 1, "{told}");

    let missing = run(folder, &["import", "no-such-file.csv"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stdout).starts_with("Filen kan ikke læses."), "{missing:?}");
    fs::write(folder.join("old.xls"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1]).expect("a file");
    assert_eq!(run(folder, &["import", "old.xls"]).status.code(), Some(1));
}

#[tokio::test]
async fn an_import_for_programs_is_one_json_document_and_a_trial_writes_nothing() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder();
    let wrong = ROW.replace("R-1", "R-2").replace("workshop", "værksted");

    for _ in 0..2 {
        let (code, told) = import_json(folder, &[ROW, &wrong], &["--dry-run"]);
        assert_eq!((code, &told["dry_run"]), (2, &true.into()));
        assert_eq!(told["activities"]["new"], 1, "a trial wrote something: {told}");
    }
    let (code, told) = import_json(folder, &[ROW, &wrong], &[]);
    assert_eq!((code, &told["dry_run"]), (2, &false.into()));
    assert_eq!(told["rows"], serde_json::json!({ "read": 2, "taken": 1, "rejected": 1 }));
    assert_eq!(
        (&told["faults"][0]["line"], &told["faults"][0]["column"]),
        (&3.into(), &"kind".into())
    );
    let (code, told) = import_json(folder, &[ROW], &[]);
    assert_eq!((code, &told["activities"]["unchanged"]), (0, &1.into()));

    let missing = run(folder, &["import", "--json", "no-such-file.csv"]);
    assert_eq!(missing.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&missing.stdout).expect("JSON");
    assert!(told["error"].as_str().is_some_and(|it| !it.is_empty()), "{told}");
}

#[tokio::test]
async fn a_trial_leaves_no_database_where_there_is_none_and_an_older_one_as_it_is() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder().join("trial");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("rows.csv"), sheet(&[ROW])).expect("a file");
    let trial = ["import", "rows.csv", "--dry-run", "--json"];
    let output = gnist(&folder, &trial).env("TMPDIR", &folder).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(told["activities"]["new"], 1, "{told}");
    let left = fs::read_dir(&folder).expect("a folder").map(|it| it.expect("an entry").file_name());
    assert_eq!(left.collect::<Vec<_>>(), ["rows.csv"]);

    let url = format!("sqlite://{}/gnist.db?mode=rwc", folder.display());
    let database = sea_orm::Database::connect(url.as_str()).await.expect("a file");
    Migrator::up(&database, Some(1)).await.expect("the first step");
    database.close().await.expect("it closes");
    let said = last_words(&folder, &trial);
    assert!(said.contains("older") && said.contains("`gnist serve`"), "{said}");
    let database = sea_orm::Database::connect(url.as_str()).await.expect("the file");
    let steps = Migrator::get_applied_migrations_read_only(&database).await.expect("an answer");
    assert_eq!(steps.len(), 1);
    assert_eq!(import(&folder, &[ROW], &[]).0, 0);
}

#[tokio::test]
async fn a_server_that_finds_another_one_at_work_leaves_its_database_as_it_is() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder().join("taken");
    let url = format!("sqlite://{}/gnist.db", folder.display());
    let first = Database::open(&url).await.expect("a database");
    first.claim_for_serving().expect("nobody serves from it yet");
    let said = last_words(&folder, &["serve", "--addr", "127.0.0.1:0"]);
    assert!(said.contains("another Gnist"), "{said}");
    assert!(!first.is_up_to_date().await.expect("an answer"), "a schema was made under it");
}

#[tokio::test]
async fn the_settings_are_printed_without_their_secrets() {
    let portal = Testbed::start(On::Sqlite).await;
    for url in [
        "postgres://gnist:kanariefugl@db.example/gnist",
        "postgres://gnist:kanarie@kanariefugl@db.example/gnist",
        "postgres://db.example/gnist?user=gnist&password=kanariefugl",
    ] {
        let words: [&[&str]; 2] = [&["config", "--database-url", url], &["config", "--help"]];
        for words in words {
            let output =
                gnist(portal.folder(), words).env("GNIST_DATABASE_URL", url).output().unwrap();
            assert!(output.status.success(), "{output:?}");
            let told = format!("{}{}", text(&output.stdout), text(&output.stderr));
            assert!(!told.contains("kanariefugl"), "{told}");
            assert!(told.contains("GNIST_DATABASE_URL"), "{told}");
        }
    }
    let output = run(portal.folder(), &["config", "--operator", "Pagten"]);
    assert!(text(&output.stdout).contains("GNIST_OPERATOR=Pagten"), "{output:?}");
}

#[tokio::test]
async fn verifying_ends_with_0_and_with_1_where_a_row_is_broken() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder();
    assert_eq!(import(folder, &[ROW], &[]).0, 0);
    let fine = run(folder, &["verify"]);
    assert_eq!(
        (fine.status.code(), text(&fine.stdout)),
        (Some(0), "everything is as it must be\n")
    );

    let url = format!("sqlite://{}/gnist.db?mode=rw", folder.display());
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1);
    let database = sea_orm::Database::connect(options).await.expect("the file");
    for break_it in [
        "pragma ignore_check_constraints = on",
        "update occurrence set taken = capacity + 1",
        "pragma ignore_check_constraints = off",
    ] {
        database.execute_unprepared(break_it).await.expect("it breaks");
    }
    database.close().await.expect("it closes");
    let broken = run(folder, &["verify"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(text(&broken.stdout).contains("25 of Some(24) seats are taken"), "{broken:?}");
}

#[cfg(not(feature = "testing"))]
#[tokio::test]
async fn the_program_that_people_run_knows_no_other_clock_than_the_wall() {
    let portal = Testbed::start(On::Sqlite).await;
    let output = run(portal.folder(), &["config", "--now", "2027-01-01T00:00:00Z"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

/// A server that is killed with its test; somebody listens to its log until then, since it would
/// stop to wait for them otherwise.
pub struct Serving {
    pub child: Child,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn free_addr() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address")
}

impl Serving {
    /// Starts it and waits until it says that it is open.
    pub fn start(folder: &Path, words: &[&str]) -> Self {
        let mut child = gnist(folder, words).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut log = BufReader::new(child.stderr.take().expect("a log"));
        let serving = Self { child };
        let mut line = String::new();
        while !line.contains("Gnist is open") {
            line.clear();
            assert_ne!(log.read_line(&mut line).expect("a log"), 0, "it ended");
        }
        std::thread::spawn(move || io::copy(&mut log, &mut io::sink()));
        serving
    }
}

/// Asks over a connection of its own; head and body of the answer.
fn ask(addr: SocketAddr, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(addr).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {addr}\r\nconnection: close\r\n\r\n")
        .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (head.to_owned(), body.to_owned())
}

#[tokio::test]
async fn figures_are_served_on_their_own_address_and_nowhere_else() {
    let portal = Testbed::start(On::Sqlite).await;
    let (public, figures) = (free_addr(), free_addr());
    let (listens, counts) = (public.to_string(), figures.to_string());
    let words = ["serve", "--addr", &listens, "--metrics-addr", &counts];
    let _serving = Serving::start(portal.folder(), &words);

    assert!(ask(public, "/").0.starts_with("HTTP/1.1 200"));
    let (head, body) = ask(public, "/metrics");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    assert!(!body.contains("catalogue_activities"), "{body}");

    let (head, body) = ask(figures, "/metrics");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("text/plain"), "{head}");
    assert!(body.contains("# TYPE catalogue_activities gauge\ncatalogue_activities 0\n"), "{body}");
    assert!(body.contains(r#"http_request_seconds_count{route="/",status="200"} 1"#), "{body}");
    assert!(ask(figures, "/").0.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn no_figures_are_served_unless_an_address_is_given() {
    let portal = Testbed::start(On::Sqlite).await;
    let public = free_addr();
    let _serving = Serving::start(portal.folder(), &["serve", "--addr", &public.to_string()]);
    assert!(ask(public, "/metrics").0.starts_with("HTTP/1.1 404"));
}
