//! Addresses of programs that are started here.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process,
    sync::atomic::{AtomicU16, Ordering},
};

/// None of the ports that Linux gives to whoever connects somewhere (32768 to 60999): one of those
/// may be taken again before it is used.
const FIRST: u16 = 20_000;
const PORTS: u16 = 12_000;

/// An address on this machine that nobody has, and that is given out once.
pub fn free() -> anyhow::Result<SocketAddr> {
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    // Programs that run side by side begin at other places.
    let begin = u16::try_from(process::id() * 97 % u32::from(PORTS))?;
    for _ in 0..PORTS {
        let nth = begin.wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) % PORTS;
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, FIRST + nth)) {
            return Ok(listener.local_addr()?);
        }
    }
    anyhow::bail!("no port from {FIRST} on is free")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_free_and_is_given_out_once() {
        let (one, other) = (free().unwrap(), free().unwrap());
        assert_ne!(one, other);
        assert!(TcpListener::bind(one).is_ok() && TcpListener::bind(other).is_ok());
        assert!((FIRST..FIRST + PORTS).contains(&one.port()));
    }
}
