//! Letters leave.

use chrono::TimeDelta;

use crate::ports::{Ports, Post, PostError, StoreError};

/// How many letters are taken at once.
const BATCH: u64 = 10;
/// How long one who delivers has for what was taken.
const LEASE: TimeDelta = TimeDelta::seconds(30);
/// The pause after the first failure; it doubles with each further one.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(1);
/// How long a letter is tried.
const TRIED_FOR: TimeDelta = TimeDelta::hours(48);

/// What became of the letters that were taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    pub sent: u32,
    pub put_off: u32,
    pub given_up: u32,
}

/// Sends the letters whose time has come, each on its own: one that fails is put off and does
/// not hold up the others. What is sent but could not be noted is sent again, under the same
/// name.
///
/// # Errors
///
/// Where the store fails; what was taken is free again when its lease ends.
pub async fn deliver_letters(ports: &Ports, post: &dyn Post) -> Result<Delivered, StoreError> {
    deliver_letters_while(ports, post, || true).await
}

/// The same, asked before each letter whether to go on. The one that is handed over then is sent
/// to its end, and what was taken besides is free again at once.
///
/// # Errors
///
/// Where the store fails; what was taken is free again when its lease ends.
pub async fn deliver_letters_while(
    ports: &Ports,
    post: &dyn Post,
    goes_on: impl Fn() -> bool,
) -> Result<Delivered, StoreError> {
    let mut sum = Delivered::default();
    let now = ports.clock.now();
    let claimed = ports.letters.claim(now, now + LEASE, BATCH).await?;
    for waiting in claimed {
        let (letter, id) = (&waiting.letter, waiting.letter.id);
        // A slow post can use up the lease; whoever took over sends the rest.
        if ports.clock.now() >= now + LEASE {
            break;
        }
        if !goes_on() {
            ports.letters.put_off(id, now).await?;
            continue;
        }
        let failure = match post.send(letter).await {
            Ok(()) => {
                ports.letters.sent(id, ports.clock.now()).await?;
                sum.sent += 1;
                continue;
            }
            Err(failure) => failure,
        };
        let pause = FIRST_PAUSE * (1 << waiting.tries.saturating_sub(1).min(12));
        let next = ports.clock.now() + pause;
        let is_hopeless =
            matches!(failure, PostError::Never(_)) || next > letter.written_at + TRIED_FOR;
        let cause = std::error::Error::source(&failure).map(ToString::to_string);
        if is_hopeless {
            tracing::error!(letter = %id.0, %failure, cause, "a letter is given up");
            ports.letters.give_up(id, ports.clock.now()).await?;
            sum.given_up += 1;
        } else {
            tracing::warn!(letter = %id.0, %failure, cause, tries = waiting.tries, "a letter waits");
            ports.letters.put_off(id, next).await?;
            sum.put_off += 1;
        }
    }
    Ok(sum)
}
