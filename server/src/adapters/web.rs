//! The open net, asked with care: addresses come from people, and some would like us to ask what
//! only we can reach (OWASP ASVS 5.0, V1.3.6).
//!
//! Invariant: no connection is made but to an address on the open net, at the two ports of the
//! web; that is looked at for the very address that is connected to, anew for each redirect.

mod open;

use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use application::ports::Web;
use async_trait::async_trait;
use domain::{SafeUrl, catalogue::Heard};
use reqwest::{
    Client, Method, Response, StatusCode, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    header::LOCATION,
};
use tokio::{sync::Mutex, time::Instant};

pub use open::is_open;

/// How long a connection and an answer have.
const CONNECT: Duration = Duration::from_secs(5);
const ANSWER: Duration = Duration::from_secs(10);
/// How long an address has, redirects, pauses and all.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often it may send us elsewhere.
const MOST_REDIRECTS: usize = 3;
/// How long a host is left alone between two requests.
const PAUSE: Duration = Duration::from_secs(5);

/// What may be connected to, and how fast.
#[derive(Clone)]
pub struct Reach {
    pub ip: fn(IpAddr) -> bool,
    pub ports: Vec<u16>,
    pub pause: Duration,
}

impl Default for Reach {
    /// The open net, at the ports of the web.
    fn default() -> Self {
        Self { ip: is_open, ports: vec![80, 443], pause: PAUSE }
    }
}

/// Asks addresses on the open net, and no others.
pub struct OpenWeb {
    client: Client,
    reach: Reach,
    /// When each host may be asked again.
    rests: Mutex<HashMap<String, Instant>>,
}

impl OpenWeb {
    /// Asks in the name of the portal at an address, so that whoever is asked knows by whom.
    ///
    /// # Errors
    ///
    /// Where the system's certificates cannot be read.
    pub fn new(portal: &str, reach: Reach) -> Result<Self, reqwest::Error> {
        let client = Client::builder()
            .user_agent(format!("Gnist (+{portal}; looks whether a link works)"))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .connect_timeout(CONNECT)
            .timeout(ANSWER)
            .pool_max_idle_per_host(0)
            .dns_resolver(Arc::new(OpenNames(reach.ip)))
            .build()?;
        Ok(Self { client, reach, rests: Mutex::default() })
    }

    /// What somebody answers in the end; nothing where nobody may or can be asked.
    async fn follow(&self, url: &SafeUrl) -> Option<Heard> {
        let mut url = Url::parse(url.as_str()).ok()?;
        for _ in 0..=MOST_REDIRECTS {
            // Some do not understand a question for the head alone.
            let head = self.send(Method::HEAD, &url).await;
            let is_told = |it: &Response| it.status().is_success() || it.status().is_redirection();
            let answer = match head.filter(is_told) {
                Some(answer) => answer,
                None => self.send(Method::GET, &url).await?,
            };
            if !answer.status().is_redirection() {
                return Some(heard(answer.status()));
            }
            let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            let Some(to) = to.and_then(|to| url.join(to).ok()) else {
                return Some(Heard::NoPage);
            };
            url = to;
        }
        Some(Heard::NoPage)
    }

    /// Nothing of the body is read: an answer that is let go closes its connection.
    async fn send(&self, method: Method, url: &Url) -> Option<Response> {
        if !self.may_be_asked(url) {
            return None;
        }
        self.wait_for(url.host_str()?).await;
        self.client.request(method, url.clone()).send().await.ok()
    }

    fn may_be_asked(&self, url: &Url) -> bool {
        // What is a number already is looked at here, a name once its numbers are known.
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        let is_closed = host.parse().is_ok_and(|ip: IpAddr| !(self.reach.ip)(ip));
        let is_port = url.port_or_known_default().is_some_and(|it| self.reach.ports.contains(&it));
        let is_plain = url.username().is_empty() && url.password().is_none();
        matches!(url.scheme(), "http" | "https") && is_port && is_plain && !is_closed
    }

    /// Waits until a host may be asked again, and takes the next turn.
    async fn wait_for(&self, host: &str) {
        let turn = {
            let mut rests = self.rests.lock().await;
            let now = Instant::now();
            rests.retain(|_, free| *free > now);
            let turn = rests.get(host).copied().unwrap_or(now);
            rests.insert(host.to_owned(), turn + self.reach.pause);
            turn
        };
        tokio::time::sleep_until(turn).await;
    }
}

#[async_trait]
impl Web for OpenWeb {
    async fn ask(&self, url: &SafeUrl) -> Heard {
        let asked = tokio::time::timeout(PATIENCE, self.follow(url)).await;
        asked.ok().flatten().unwrap_or(Heard::Silence)
    }
}

/// What a status says: whoever does not talk to programs, or not so often, is there.
fn heard(status: StatusCode) -> Heard {
    let is_there = status.is_success()
        || matches!(status.as_u16(), 401 | 402 | 403 | 405 | 406 | 407 | 429 | 451);
    if is_there { Heard::Answer } else { Heard::NoPage }
}

/// Looks names up, and knows no address that may not be connected to.
struct OpenNames(fn(IpAddr) -> bool);

impl Resolve for OpenNames {
    fn resolve(&self, name: Name) -> Resolving {
        let may = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|it| may(it.ip())).collect();
            if open.is_empty() {
                return Err(format!("{} is not on the open net", name.as_str()).into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}
