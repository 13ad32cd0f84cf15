//! The open net, asked with care: a real server answers, and what is not on the open net is not
//! asked at all.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use application::{
    catalogue::watch_addresses,
    ports::{AddressWatch as _, Watcher, Web},
    testing::{an_activity, contract},
};
use async_trait::async_trait;
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{
    SafeUrl,
    catalogue::{Activity, Heard, SignUpMode},
    identity::Role,
    pact::Region,
};
use server::adapters::{OpenWeb, Reach, is_open};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
};

use crate::{
    people::signed_in,
    testbed::{On, Testbed},
};

const ONE: Watcher = Watcher(domain::Uuid::from_u128(1));

type Heads = Arc<Mutex<Vec<String>>>;

/// A server that answers by what is asked, and counts how often it is.
async fn a_server(answer: fn(&str) -> Option<String>) -> (SocketAddr, Arc<AtomicUsize>) {
    let (addr, asked, _) = a_listening_server(answer).await;
    (addr, asked)
}

/// A server that keeps what is said to it besides.
#[expect(clippy::disallowed_methods, reason = "it ends with the test")]
async fn a_listening_server(
    answer: fn(&str) -> Option<String>,
) -> (SocketAddr, Arc<AtomicUsize>, Heads) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let addr = listener.local_addr().expect("an address");
    let (asked, heads) = (Arc::new(AtomicUsize::new(0)), Heads::default());
    let (count, kept) = (asked.clone(), heads.clone());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (count, kept) = (count.clone(), kept.clone());
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    if stream.read_line(&mut head).await.expect("a line") == 0 {
                        return;
                    }
                }
                count.fetch_add(1, Ordering::Relaxed);
                kept.lock().expect("a lock").push(head.trim_end().to_owned());
                let line = head.lines().next().unwrap_or_default();
                match answer(line.trim_end_matches(" HTTP/1.1")) {
                    Some(answer) => {
                        let answer = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\n\r\n");
                        let _ = stream.write_all(answer.as_bytes()).await;
                    }
                    // Says nothing, and never ends.
                    None => tokio::time::sleep(Duration::from_mins(1)).await,
                }
            });
        }
    });
    (addr, asked, heads)
}

fn here(ip: IpAddr) -> bool {
    is_open(ip) || ip == IpAddr::from([127, 0, 0, 1])
}

/// Whoever may ask these addresses, at these ports, without a pause.
fn web(ip: fn(IpAddr) -> bool, ports: &[u16]) -> OpenWeb {
    let reach = Reach { ip, ports: ports.to_vec(), pause: Duration::ZERO };
    OpenWeb::new("https://gnist.example", reach).expect("a client")
}

/// Whoever may ask the open net and one port of this machine.
fn web_here(port: u16) -> OpenWeb {
    web(here, &[80, 443, port])
}

fn url(text: &str) -> SafeUrl {
    text.try_into().expect("an address")
}

#[tokio::test]
async fn whoever_answers_is_there_and_whoever_does_not_is_not() {
    let (addr, _) = a_server(|line| {
        let answer = match line {
            "HEAD /fine" | "GET /get" => "200 OK",
            "HEAD /shy" | "GET /shy" => "403 Forbidden",
            "HEAD /once" => "302 Found\r\nlocation: /fine",
            "HEAD /to-gone" => "301 Moved\r\nlocation: /gone",
            "HEAD /round" => "302 Found\r\nlocation: /round",
            "HEAD /nowhere" => "302 Found",
            "HEAD /broken" | "GET /broken" => "500 Oh",
            _ => "404 Not Found",
        };
        Some(answer.to_owned())
    })
    .await;
    let web = web_here(addr.port());
    for (path, heard) in [
        ("fine", Heard::Answer),
        ("get", Heard::Answer),
        ("shy", Heard::Answer),
        ("once", Heard::Answer),
        ("to-gone", Heard::NoPage),
        ("round", Heard::NoPage),
        ("nowhere", Heard::NoPage),
        ("broken", Heard::NoPage),
        ("gone", Heard::NoPage),
    ] {
        let asked = web.ask(&url(&format!("http://{addr}/{path}"))).await;
        assert_eq!(asked, heard, "{path}");
    }
    let silent = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("it");
    let web = web_here(silent.port());
    assert_eq!(web.ask(&url(&format!("http://{silent}/"))).await, Heard::Silence);
}

#[tokio::test]
async fn nobody_is_waited_for_without_end() {
    let (addr, _) = a_server(|_| None).await;
    let start = Instant::now();
    let heard = web_here(addr.port()).ask(&url(&format!("http://{addr}/"))).await;
    assert_eq!(heard, Heard::Silence);
    assert!(start.elapsed() < Duration::from_secs(25), "{:?}", start.elapsed());
}

#[tokio::test]
async fn what_is_not_on_the_open_net_is_not_asked_however_it_is_written_or_led_to() {
    let (addr, asked) = a_server(|_| Some("200 OK".to_owned())).await;
    let port = addr.port();
    // At the port, but by the rule that holds outside of tests.
    let careful = web(is_open, &[port]);
    for host in [
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "[fe80::1]",
        "[fd00::1]",
        "127.0.0.1.",
        "LOCALHOST",
    ] {
        let Ok(address) = SafeUrl::try_from(format!("http://{host}:{port}/")) else { continue };
        assert_eq!(careful.ask(&address).await, Heard::Silence, "{host}");
    }
    // A port that is none of the web's.
    let other = web(here, &[80, 443]);
    assert_eq!(other.ask(&url(&format!("http://{addr}/"))).await, Heard::Silence);
    assert_eq!(other.ask(&url("mailto:a@b.dk")).await, Heard::Silence);
    assert_eq!(asked.load(Ordering::Relaxed), 0, "somebody was asked");
}

static ELSEWHERE: Mutex<String> = Mutex::new(String::new());

#[tokio::test]
async fn a_redirect_leads_nowhere_that_may_not_be_asked() {
    let (inside, asked) = a_server(|_| Some("200 OK".to_owned())).await;
    let (addr, led) = a_server(|_| {
        let to = ELSEWHERE.lock().expect("a lock").clone();
        Some(format!("302 Found\r\nlocation: {to}"))
    })
    .await;
    // The first is let through, the one inside is not.
    let web = web_here(addr.port());
    for to in [
        format!("http://{inside}/"),
        format!("http://localhost:{}/", inside.port()),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "file:///etc/passwd".to_owned(),
        "gopher://127.0.0.1:70/".to_owned(),
        "//10.0.0.1/".to_owned(),
    ] {
        ELSEWHERE.lock().expect("a lock").clone_from(&to);
        assert_eq!(web.ask(&url(&format!("http://{addr}/"))).await, Heard::Silence, "{to}");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 0, "somebody inside was asked");
    assert!(led.load(Ordering::Relaxed) >= 6);
}

#[tokio::test]
async fn whoever_is_asked_knows_by_whom_and_is_told_nothing_else() {
    let (addr, _, heads) = a_listening_server(|_| Some("200 OK".to_owned())).await;
    web_here(addr.port()).ask(&url(&format!("http://{addr}/?a=b#c"))).await;
    let heads = heads.lock().expect("a lock").clone();
    let mut lines: Vec<&str> = heads[0].lines().collect();
    assert_eq!(lines.remove(0), "HEAD /?a=b HTTP/1.1");
    lines.sort_unstable();
    let agent = "user-agent: Gnist (+https://gnist.example; looks whether a link works)";
    assert_eq!(lines, ["accept: */*", &*format!("host: {addr}"), agent]);
}

#[tokio::test]
async fn a_host_is_left_alone_between_two_requests() {
    let (addr, asked) = a_server(|_| Some("404 Not Found".to_owned())).await;
    let pause = Duration::from_millis(300);
    let reach = Reach { ip: here, ports: vec![addr.port()], pause };
    let web = OpenWeb::new("https://gnist.example", reach).expect("a client");
    let start = Instant::now();
    // Two addresses, each asked for its head and then for its page.
    for path in ["a", "b"] {
        assert_eq!(web.ask(&url(&format!("http://{addr}/{path}"))).await, Heard::NoPage);
    }
    assert_eq!(asked.load(Ordering::Relaxed), 4);
    assert!(start.elapsed() >= pause * 3, "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_page_that_never_ends_is_not_read() {
    let (addr, _) = a_server(|line| {
        let endless = "200 OK\r\ncontent-length: 1000000000000\r\n\r\nx";
        Some(if line.starts_with("GET") { endless } else { "405 No" }.to_owned())
    })
    .await;
    let start = Instant::now();
    let heard = web_here(addr.port()).ask(&url(&format!("http://{addr}/"))).await;
    assert_eq!(heard, Heard::Answer);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    // Nor are heads without an end.
    let (addr, _) = a_server(|_| Some(format!("200 OK\r\na: {}", "b".repeat(4_000_000)))).await;
    let heard = web_here(addr.port()).ask(&url(&format!("http://{addr}/"))).await;
    assert_eq!(heard, Heard::Silence);
}

/// A net in which all answer the same, and how often they were asked.
struct Net(Heard, AtomicUsize);

impl Net {
    fn of(heard: Heard) -> Self {
        Self(heard, AtomicUsize::new(0))
    }
}

#[async_trait]
impl Web for Net {
    async fn ask(&self, _url: &SafeUrl) -> Heard {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0
    }
}

#[tokio::test]
async fn an_address_that_is_silent_on_three_days_is_told_to_whom_it_concerns() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 12).await;
    let later = portal.plugs.ports.clock.now() + TimeDelta::days(20);
    let is_led =
        |it: &Activity| it.particulars().sign_up == SignUpMode::External && !it.is_over_at(later);
    let activity = (0..12).map(an_activity).find(is_led).expect("one");
    let mut eva = signed_in(&portal, "eva@robot.dk", &[Role::Editor(activity.partner)]).await;
    let title = activity.particulars().title.to_string();
    let ports = &portal.plugs.ports;
    for day in 0..3 {
        assert!(!eva.opens(&portal, "/partner").await.2.contains("hvor ingen svarer"), "{day}");
        // Twice a day changes nothing.
        for _ in 0..2 {
            watch_addresses(ports, &Net::of(Heard::Silence), ONE).await.expect("it is asked");
        }
        portal.clock.set(ports.clock.now() + TimeDelta::days(1));
    }
    let mut eva = signed_in(&portal, "eva@robot.dk", &[Role::Editor(activity.partner)]).await;
    let page = eva.opens(&portal, "/partner").await;
    assert_eq!(page.0, StatusCode::OK);
    assert!(page.2.contains(&format!("»{title}« fører hen, hvor ingen svarer")), "{}", page.2);
    assert!(page.2.contains("har ikke svaret siden"), "{}", page.2);
    let administrator = signed_in(&portal, "ada@gnist.dk", &[Role::Administrator]).await;
    let region = Region::find("nordjylland").expect("a region");
    let moderator = signed_in(&portal, "mo@region.dk", &[Role::Moderator(region)]).await;
    let dead = ports.addresses.dead(ports.clock.now(), None).await.expect("a read").len();
    assert!(dead >= 1);
    for mut person in [administrator, moderator] {
        let page = person.opens(&portal, "/moderation").await;
        assert_eq!(page.0, StatusCode::OK);
        assert!(page.2.contains("der ikke svarer"), "{}", page.2);
    }
    let stranger = Role::Editor(
        an_activity(
            12 + (0..5).find(|n| an_activity(12 + n).partner != activity.partner).expect("another"),
        )
        .partner,
    );
    let mut stranger = signed_in(&portal, "liv@anden.dk", &[stranger]).await;
    assert!(!stranger.opens(&portal, "/partner").await.2.contains(&title));
    assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());

    portal.clock.set(ports.clock.now() + TimeDelta::days(8));
    watch_addresses(ports, &Net::of(Heard::Answer), ONE).await.expect("it is asked");
    assert_eq!(portal.plugs.database.dead(ports.clock.now(), None).await.expect("a read"), []);
}
