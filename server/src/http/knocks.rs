//! How often one network address may knock at the doors. Loosely: a whole school sits behind
//! one address, so tries are counted first of all for whom somebody wants to be
//! (`domain::identity::Target`), and this only stops machines that go through many names.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use moka::sync::Cache;
use ui::Problem;

use super::{Portal, problems};

/// How many forms at the doors one address may send …
pub(super) const MOST: u32 = 600;
/// … within this time of the first.
const WITHIN: Duration = Duration::from_mins(10);
/// How many addresses are counted at once; those that knock least are forgotten first.
const MOST_ADDRESSES: u64 = 100_000;

/// Who is at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Forms at the doors by the address that sent them; in memory alone, and not for long.
pub(super) struct Knocks(Cache<IpAddr, Arc<AtomicU32>>);

impl Default for Knocks {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(MOST_ADDRESSES).time_to_live(WITHIN).build())
    }
}

impl Knocks {
    /// Counts one more, and answers whether it may come in.
    fn count(&self, address: IpAddr) -> bool {
        let knocks = self.0.get_with(network(address), Arc::default);
        knocks.fetch_add(1, Ordering::Relaxed) < MOST
    }
}

/// Refuses who knocks more often than a whole school would.
pub(super) async fn count(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0.ip());
    let address = peer.and_then(|peer| asker(peer, &portal.trusted_proxies, request.headers()));
    if request.method() == Method::POST && address.is_some_and(|it| !portal.knocks.count(it)) {
        tracing::warn!("one address knocked too often");
        let mut response = problems::problem(&portal, request.uri().path(), &Problem::TooMany);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(WITHIN.as_secs()));
        return response;
    }
    next.run(request).await
}

/// Whose question it is: the peer's, or where the peer is one of our own proxies, the last
/// address before them that `X-Forwarded-For` names (OWASP ASVS 5.0, V4.1.3). A proxy on this
/// machine that nobody named speaks for everybody, so nobody is counted then.
fn asker(peer: IpAddr, proxies: &[IpAddr], headers: &HeaderMap) -> Option<IpAddr> {
    if !proxies.contains(&peer) {
        return (!peer.is_loopback()).then_some(peer);
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(|word| word.trim().parse::<IpAddr>().ok())
        .rfind(|hop| hop.is_none_or(|hop| !proxies.contains(&hop)))
        .flatten()
}

/// What is counted as one address: of IPv6 the network that one customer gets (RFC 6177).
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_proxy_is_believed_only_where_it_is_one_of_ours() {
        let headers = |words: &[&str]| {
            let line = |word: &&str| {
                (header::HeaderName::from_static("x-forwarded-for"), word.parse().unwrap())
            };
            words.iter().map(line).collect::<HeaderMap>()
        };
        let (ours, other) = ([ip("10.0.0.1"), ip("10.0.0.2")], ip("203.0.113.9"));
        for (peer, words, found) in [
            ("203.0.113.9", &["198.51.100.7"][..], Some(other)),
            ("10.0.0.1", &["198.51.100.7"], Some(ip("198.51.100.7"))),
            ("10.0.0.1", &["192.0.2.1, 198.51.100.7"], Some(ip("198.51.100.7"))),
            ("10.0.0.1", &["192.0.2.1", "198.51.100.7, 10.0.0.2"], Some(ip("198.51.100.7"))),
            ("10.0.0.1", &["198.51.100.7, unknown"], None),
            ("10.0.0.1", &[], None),
            ("127.0.0.1", &["198.51.100.7"], None),
        ] {
            assert_eq!(asker(ip(peer), &ours, &headers(words)), found, "{peer} {words:?}");
        }
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        assert_eq!(network(ip("2001:db8:1:2:3::4")), network(ip("2001:db8:1:2::9")));
        assert_ne!(network(ip("2001:db8:1:2::1")), network(ip("2001:db8:1:3::1")));
        assert_eq!(network(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
    }

    #[test]
    fn a_whole_school_comes_in_and_a_machine_does_not() {
        let knocks = Knocks::default();
        let came = (0..1_000).filter(|_| knocks.count(ip("192.0.2.1"))).count();
        assert_eq!(came, MOST as usize);
        assert!(knocks.count(ip("192.0.2.2")), "others are not stopped");
    }
}
