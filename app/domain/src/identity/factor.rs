//! The second factor: codes that change every half minute (RFC 6238), and codes on paper for
//! when the telephone is gone.

use std::fmt;

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

use super::{
    Mark,
    secret::{base32, from_base32},
};

/// What the telephone and the portal both know: 160 bits (RFC 4226, 4).
#[derive(Clone, PartialEq, Eq)]
pub struct FactorKey([u8; 20]);

/// A second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    pub key: FactorKey,
    /// Whether a first code has shown that the telephone has the key.
    pub is_confirmed: bool,
    /// The half minute of the last code that was taken; no code is taken twice (RFC 6238, 5.2).
    pub last_step: i64,
    /// Of the codes on paper that are left.
    pub recovery: Vec<Mark>,
}

/// A code that is not the right one, or was used before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the code is not right, or was used before")]
pub struct WrongCode;

/// How many codes on paper there are.
pub const RECOVERY_CODES: usize = 8;
/// How long a code lasts, in seconds.
const STEP: i64 = 30;
/// How many steps a telephone's clock may be early or late.
const DRIFT: i64 = 1;

impl FactorKey {
    /// A key of chance.
    #[must_use]
    pub fn of(chance: [u8; 20]) -> Self {
        Self(chance)
    }

    /// A key that was kept.
    #[must_use]
    pub fn kept(text: &str) -> Option<Self> {
        from_base32(text)?.try_into().ok().map(Self)
    }

    /// As it is typed into a telephone, in capitals.
    #[must_use]
    pub fn text(&self) -> String {
        base32(&self.0).to_uppercase()
    }

    /// The address that a telephone reads from a square.
    #[must_use]
    pub fn address(&self, account: &str) -> String {
        let account: String = account
            .bytes()
            .map(|b| match b {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                    char::from(b).to_string()
                }
                other => format!("%{other:02X}"),
            })
            .collect();
        format!("otpauth://totp/Gnist:{account}?secret={}&issuer=Gnist", self.text())
    }

    /// The code of an instant.
    #[must_use]
    pub fn code_at(&self, now: DateTime<Utc>) -> String {
        format!("{:06}", self.number(now.timestamp().div_euclid(STEP)))
    }

    /// The six digits of a step (RFC 4226, 5.3).
    fn number(&self, step: i64) -> u32 {
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(&self.0) else { return 0 };
        mac.update(&step.to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest[19] & 15);
        let four =
            digest[offset..offset + 4].iter().fold(0u32, |n, byte| n << 8 | u32::from(*byte));
        (four & 0x7fff_ffff) % 1_000_000
    }
}

impl fmt::Debug for FactorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FactorKey(…)")
    }
}

impl Factor {
    /// One that is being set up.
    #[must_use]
    pub fn proposed(key: FactorKey) -> Self {
        Self { key, is_confirmed: false, last_step: 0, recovery: Vec::new() }
    }

    /// Takes a code from the telephone.
    ///
    /// # Errors
    ///
    /// [`WrongCode`] where it is of another time, or was taken before.
    pub fn take_code(&mut self, typed: &str, now: DateTime<Utc>) -> Result<(), WrongCode> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let number = digits.parse::<u32>().ok().filter(|_| digits.len() == 6).ok_or(WrongCode)?;
        let here = now.timestamp().div_euclid(STEP);
        let mut steps = here - DRIFT..=here + DRIFT;
        let step = steps.find(|step| *step > self.last_step && self.key.number(*step) == number);
        self.last_step = step.ok_or(WrongCode)?;
        Ok(())
    }

    /// Takes a code on paper; it is gone then.
    ///
    /// # Errors
    ///
    /// [`WrongCode`] where there is no such code, or no longer.
    pub fn take_recovery_code(&mut self, typed: &str) -> Result<(), WrongCode> {
        let mark = recovery_mark(typed).ok_or(WrongCode)?;
        let place = self.recovery.iter().position(|it| *it == mark).ok_or(WrongCode)?;
        self.recovery.remove(place);
        Ok(())
    }

    /// Makes new codes on paper, from 15 bytes of chance each; answers them as they are shown,
    /// once. 120 bits need no slow hash (OWASP ASVS 5.0, V6.5.2).
    pub fn new_recovery_codes(&mut self, chance: &[[u8; 15]]) -> Vec<String> {
        self.recovery = chance.iter().map(<[u8; 15]>::as_slice).map(Mark::of).collect();
        let grouped =
            |text: String| [&text[..6], &text[6..12], &text[12..18], &text[18..]].join("-");
        chance.iter().map(|bytes| grouped(base32(bytes))).collect()
    }
}

fn recovery_mark(typed: &str) -> Option<Mark> {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    let bytes = from_base32(&plain).filter(|bytes| bytes.len() == 15)?;
    Some(Mark::of(&bytes))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        let key = FactorKey::of(*b"12345678901234567890");
        // RFC 6238, appendix B, the last six digits of each.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(key.code_at(at(seconds)), code);
        }
    }

    #[test]
    fn a_code_is_taken_once_and_half_a_minute_early_or_late() {
        let now = at(1_800_000_000);
        let mut factor = Factor::proposed(FactorKey::of([7; 20]));
        let code = |seconds: i64| FactorKey::of([7; 20]).code_at(now + TimeDelta::seconds(seconds));
        assert_eq!(factor.take_code(&code(-60), now), Err(WrongCode));
        assert_eq!(factor.take_code(&code(-30), now), Ok(()));
        assert_eq!(factor.take_code(&code(-30), now), Err(WrongCode), "it was taken twice");
        assert_eq!(factor.take_code(&code(30), now), Ok(()));
        assert_eq!(factor.take_code(&code(0), now), Err(WrongCode), "an older one came after");
        assert_eq!(factor.take_code("12 34 5", now), Err(WrongCode));
    }

    #[test]
    fn a_code_on_paper_works_once_however_it_is_typed() {
        let mut factor = Factor::proposed(FactorKey::of([7; 20]));
        let codes = factor.new_recovery_codes(&[[1; 15], [2; 15]]);
        assert_eq!(codes[0].len(), 27);
        let typed = codes[0].to_uppercase().replace('-', " ");
        assert_eq!(factor.take_recovery_code(&typed), Ok(()));
        assert_eq!(factor.take_recovery_code(&typed), Err(WrongCode));
        assert_eq!(factor.recovery.len(), 1);
    }

    #[test]
    fn the_address_for_a_telephone_holds_nothing_of_its_own_making() {
        let key = FactorKey::of([7; 20]);
        let address = key.address("lone&secret=x@skole.dk");
        assert!(
            address.starts_with("otpauth://totp/Gnist:lone%26secret%3Dx%40skole.dk?secret="),
            "{address}"
        );
        assert_eq!(FactorKey::kept(&key.text()), Some(key));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_right_or_wrong(typed in any::<String>()) {
            let mut factor = Factor::proposed(FactorKey::of([7; 20]));
            factor.new_recovery_codes(&[[1; 15]]);
            let _ = factor.take_code(&typed, at(1_800_000_000));
            prop_assert_eq!(factor.take_recovery_code(&typed), Err(WrongCode));
        }
    }
}
