//! Letters on their way: to a mail server, into a folder, and through trouble.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use application::{
    identity::{Wanted, ask_for_letter},
    outbox::deliver_letters,
    ports::{Post, PostError},
};
use async_trait::async_trait;
use chrono::TimeDelta;
use clap::Parser as _;
use domain::identity::{Addressed, LetterLanguage};
use server::{config::Config, plugs, worker};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    sync::Notify,
    time::timeout,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use ui::{Operator, Site};

use crate::testbed::{On, Testbed};

/// Each letter as it came: its readers by envelope, and its text.
type Took = Arc<Mutex<Vec<(Vec<String>, String)>>>;

/// A mail server that is as small as can be. It answers each letter with the next of its
/// prepared answers, and with 250 once they are used up.
struct MailServer {
    port: u16,
    took: Took,
}

impl MailServer {
    #[expect(clippy::disallowed_methods, reason = "it ends with its test")]
    async fn start(answers: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("it works");
        let port = listener.local_addr().expect("it works").port();
        let took = Arc::new(Mutex::new(Vec::new()));
        let answers = Arc::new(Mutex::new(answers.iter().copied().collect::<VecDeque<_>>()));
        let kept = took.clone();
        tokio::task::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::task::spawn(Self::speak(stream, answers.clone(), kept.clone()));
            }
        });
        Self { port, took }
    }

    async fn speak(
        stream: tokio::net::TcpStream,
        answers: Arc<Mutex<VecDeque<&'static str>>>,
        took: Took,
    ) {
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        let mut readers = Vec::new();
        writing.write_all(b"220 mail.example\r\n").await.expect("it works");
        while let Ok(Some(line)) = lines.next_line().await {
            let word = line.split([' ', ':']).next().expect("it works").to_uppercase();
            let answer = match word.as_str() {
                "EHLO" => "250-mail.example\r\n250 8BITMIME",
                "RCPT" => {
                    readers.push(line["RCPT TO:".len()..].to_owned());
                    "250 ok"
                }
                "DATA" => {
                    writing.write_all(b"354 go on\r\n").await.expect("it works");
                    let mut text = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        text += line.strip_prefix('.').unwrap_or(&line);
                        text += "\n";
                    }
                    let answer =
                        answers.lock().expect("it works").pop_front().unwrap_or("250 taken");
                    if answer == "hang up" {
                        took.lock().expect("it works").push((std::mem::take(&mut readers), text));
                        return;
                    }
                    if answer.starts_with('2') {
                        took.lock().expect("it works").push((std::mem::take(&mut readers), text));
                    }
                    readers.clear();
                    answer
                }
                "QUIT" => return,
                _ => "250 ok",
            };
            if writing.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                return;
            }
        }
    }

    fn letters(&self) -> Vec<(Vec<String>, String)> {
        self.took.lock().expect("it works").clone()
    }
}

#[derive(clap::Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

/// A site of which letters tell.
pub(crate) fn site() -> Arc<Site> {
    Arc::new(Site {
        public_url: "https://gnist.example".to_owned(),
        style: String::new(),
        wake: String::new(),
        check_in: String::new(),
        proof: String::new(),
        icon: String::new(),
        touch_icon: String::new(),
        share: String::new(),
        fonts: Vec::new(),
        operator: Operator::default(),
    })
}

fn post(words: &[&str]) -> Arc<dyn Post> {
    let words = ["gnist", "--public-url", "https://gnist.example"].iter().chain(words);
    plugs::post(&Flags::parse_from(words).config, site()).expect("it works")
}

fn by_smtp(server: &MailServer) -> Arc<dyn Post> {
    post(&["--smtp-url", &format!("smtp://127.0.0.1:{}", server.port)])
}

async fn somebody_asks(portal: &Testbed, who: &str, language: LetterLanguage) {
    let (ports, email) = (&portal.plugs.ports, who.try_into().expect("it works"));
    ask_for_letter(ports, &email, Wanted::SignIn, language, None).await.expect("it works");
}

#[tokio::test]
async fn a_mail_server_gets_each_letter_for_one_reader_with_a_name_of_its_own() {
    let portal = Testbed::start(On::Sqlite).await;
    let server = MailServer::start(&[]).await;
    somebody_asks(&portal, "lone@skole.dk", LetterLanguage::Danish).await;
    somebody_asks(&portal, "mads@skole.dk", LetterLanguage::English).await;
    let delivered = deliver_letters(&portal.plugs.ports, &*by_smtp(&server)).await.unwrap();
    assert_eq!(delivered.sent, 2);

    let mut letters = server.letters();
    // Two that were written in the same instant leave in any order.
    letters.sort_unstable();
    let readers: Vec<_> = letters.iter().map(|it| it.0.clone()).collect();
    assert_eq!(readers, [["<lone@skole.dk>"], ["<mads@skole.dk>"]]);
    for (_, text) in &letters {
        for header in [
            "From: Gnist <gnist@gnist.example>",
            "Message-ID: <",
            "@gnist.example>",
            "Auto-Submitted: auto-generated",
            "multipart/alternative",
            "text/plain",
            "text/html",
        ] {
            assert!(text.contains(header), "{header} is not in {text}");
        }
        let head = text.split("\n\n").next().unwrap().to_lowercase();
        assert!(!head.contains("\ncc:") && !head.contains("\nbcc:"), "{head}");
        assert_eq!(head.matches("\nto: ").count(), 1, "{head}");
        // A letter of several parts has no encoding of its own (RFC 2045, 6.4).
        assert!(!head.contains("content-transfer-encoding"), "{head}");
        let plain = text.replace("=\n", "");
        assert!(plain.contains("https://gnist.example/") && plain.contains("/brev/"), "{plain}");
    }
    assert!(letters[1].1.contains("Kind regards"), "{}", letters[1].1);
}

#[tokio::test]
async fn a_letter_waits_while_the_server_is_busy_and_dies_where_it_is_refused() {
    for (on, answer, waits) in [
        (On::Sqlite, "451 try later", true),
        (On::PostgreSql, "421 try later", true),
        (On::Sqlite, "550 no such reader", false),
    ] {
        let portal = Testbed::start(on).await;
        let (server, ports) = (MailServer::start(&[answer]).await, &portal.plugs.ports);
        let post = by_smtp(&server);
        somebody_asks(&portal, "lone@skole.dk", LetterLanguage::Danish).await;
        let first = deliver_letters(ports, &*post).await.unwrap();
        assert_eq!((first.put_off, first.given_up), (u32::from(waits), u32::from(!waits)));
        assert_eq!(deliver_letters(ports, &*post).await.unwrap().sent, 0, "it did not wait");

        portal.clock.set(ports.clock.now() + TimeDelta::minutes(1));
        let second = deliver_letters(ports, &*post).await.unwrap();
        assert_eq!(second.sent, u32::from(waits));
        let figures = ports.letters.figures().await.unwrap();
        assert_eq!((figures.waiting, figures.dead), (0, u64::from(!waits)));
    }
}

#[tokio::test]
async fn a_letter_that_may_have_arrived_is_sent_again_under_the_same_name() {
    let portal = Testbed::start(On::Sqlite).await;
    let (server, ports) = (MailServer::start(&["hang up"]).await, &portal.plugs.ports);
    let post = by_smtp(&server);
    somebody_asks(&portal, "lone@skole.dk", LetterLanguage::Danish).await;
    assert_eq!(deliver_letters(ports, &*post).await.unwrap().put_off, 1);
    portal.clock.set(ports.clock.now() + TimeDelta::minutes(1));
    assert_eq!(deliver_letters(ports, &*post).await.unwrap().sent, 1);

    let names: Vec<String> = server
        .letters()
        .iter()
        .map(|(_, text)| text.lines().find(|it| it.starts_with("Message-ID")).unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 2);
    assert_eq!(names[0], names[1]);
}

#[tokio::test]
async fn two_workers_never_send_the_same_letter() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let (server, ports) = (MailServer::start(&[]).await, &portal.plugs.ports);
        for n in 0..25 {
            let who = format!("person{n}@skole.dk");
            somebody_asks(&portal, &who, LetterLanguage::Danish).await;
        }
        let post = by_smtp(&server);
        let work = async || {
            while deliver_letters(ports, &*post).await.unwrap().sent > 0 {}
        };
        tokio::join!(work(), work(), work());
        assert_eq!(ports.letters.figures().await.unwrap().waiting, 0);
        assert_eq!(server.letters().len(), 25, "{on:?}");
    }
}

#[tokio::test]
async fn without_a_mail_server_letters_are_files_that_only_their_owner_reads() {
    use std::os::unix::fs::PermissionsExt as _;

    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder().to_string_lossy().into_owned();
    somebody_asks(&portal, "lone@skole.dk", LetterLanguage::Danish).await;
    let post = post(&["--data-dir", &folder]);
    assert_eq!(deliver_letters(&portal.plugs.ports, &*post).await.unwrap().sent, 1);
    let files: Vec<_> = std::fs::read_dir(portal.folder().join("letters")).unwrap().collect();
    assert_eq!(files.len(), 1);
    let file = files[0].as_ref().unwrap();
    assert!(file.path().extension().is_some_and(|it| it == "eml"));
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(file.path()).unwrap();
    assert!(text.contains("To: lone@skole.dk"), "{text}");
}

/// A post that says when it has a letter in hand, and keeps it there until it is let go.
#[derive(Default)]
struct SlowPost {
    has_one: Notify,
    lets_go: Notify,
}

#[async_trait]
impl Post for SlowPost {
    async fn send(&self, _: &Addressed) -> Result<(), PostError> {
        self.has_one.notify_one();
        self.lets_go.notified().await;
        Ok(())
    }
}

#[tokio::test]
async fn a_server_that_stops_sends_the_letter_in_hand_and_leaves_the_others_to_the_next() {
    let portal = Testbed::start(On::Sqlite).await;
    let ports = &portal.plugs.ports;
    for who in ["lone@skole.dk", "mads@skole.dk", "ida@skole.dk"] {
        somebody_asks(&portal, who, LetterLanguage::Danish).await;
    }
    let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
    let slow = Arc::new(SlowPost::default());
    worker::carry_letters(&portal.plugs, slow.clone(), &tasks, &stop);
    slow.has_one.notified().await;
    stop.cancel();
    tasks.close();
    slow.lets_go.notify_one();
    timeout(Duration::from_secs(20), tasks.wait()).await.expect("it stops between letters");
    assert_eq!(ports.letters.figures().await.unwrap().waiting, 2);
    let server = MailServer::start(&[]).await;
    let rest = deliver_letters(ports, &*by_smtp(&server)).await.unwrap();
    assert_eq!(rest.sent, 2, "they wait for the end of a lease");
}
