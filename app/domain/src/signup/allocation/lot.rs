//! Lots: one number for each party, from a seed that was promised before anybody signed up.

use std::{fmt, str::FromStr};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

use crate::signup::Entry;

/// What the lots of one draw are made of: 256 bits of chance. It is secret until the draw, and
/// public from then on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed([u8; 32]);

/// What is published of a seed before anybody signs up: its SHA-256. Nobody can find the seed from
/// it, and nobody can find another seed for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Promise([u8; 32]);

/// A text that is neither a seed nor a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not 256 bits in 64 hexadecimal digits")]
pub struct InvalidSeed;

/// What a party is called in a draw and in its export, where it has no name. Counted from 1, in
/// the order in which the parties signed up; whose letter was not answered leaves a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicNumber(pub u32);

/// Which a party is in the order of the lots: 1 is before 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LotNumber(pub u32);

impl PublicNumber {
    /// What a party on a roster is called: by the turn it came in.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self(u32::try_from(entry.turn).unwrap_or(u32::MAX))
    }
}

impl Seed {
    /// A seed of chance.
    #[must_use]
    pub const fn of(chance: [u8; 32]) -> Self {
        Self(chance)
    }

    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What can be published of it at once.
    #[must_use]
    pub fn promise(&self) -> Promise {
        Promise(Sha256::digest(self.0).into())
    }

    /// As it is published after the draw.
    #[must_use]
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// The lot number of each party, in the order in which they are handed in: parties are sorted
    /// by HMAC-SHA-256 (RFC 2104) of their public number, in decimal digits, under the seed; then
    /// they are counted.
    pub(super) fn lots(&self, parties: &[PublicNumber]) -> Vec<LotNumber> {
        let mut order: Vec<_> =
            parties.iter().zip(0..).map(|(party, at)| (self.value(*party), *party, at)).collect();
        order.sort_unstable();
        let mut lots = vec![LotNumber(0); parties.len()];
        for ((.., at), n) in order.into_iter().zip(1..) {
            let at: usize = at;
            lots[at] = LotNumber(n);
        }
        lots
    }

    fn value(&self, party: PublicNumber) -> [u8; 32] {
        // A key of HMAC may have any length, so this never fails.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return [0; 32] };
        mac.update(party.0.to_string().as_bytes());
        mac.finalize().into_bytes().into()
    }
}

impl Promise {
    #[must_use]
    pub fn hex(&self) -> String {
        hex(&self.0)
    }
}

impl fmt::Debug for Seed {
    /// Who reads a log does not know the lots.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl FromStr for Seed {
    type Err = InvalidSeed;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        from_hex(text).map(Self)
    }
}

impl FromStr for Promise {
    type Err = InvalidSeed;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        from_hex(text).map(Self)
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |it: u8| char::from_digit(it.into(), 16).unwrap_or('0');
    bytes.iter().flat_map(|it| [digit(it >> 4), digit(it & 15)]).collect()
}

fn from_hex(text: &str) -> Result<[u8; 32], InvalidSeed> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|it| u8::try_from(it.to_digit(16)?).ok()).collect();
    let digits = digits.ok_or(InvalidSeed)?;
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|two| two[0] << 4 | two[1]).collect();
    if digits.len() == 64 { bytes.try_into().map_err(|_| InvalidSeed) } else { Err(InvalidSeed) }
}
