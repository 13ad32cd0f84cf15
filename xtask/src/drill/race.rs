//! Many want few seats at once, over HTTP; on PostgreSQL also through two servers.

use std::{
    net::SocketAddr,
    sync::{Arc, Barrier},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

use super::{
    Field,
    ground::{Ground, On, Serving},
    party::{Party, Told, told},
    web::Browser,
};

const SEATS: u32 = 30;
/// A block as large as a class, of which there is one.
const BLOCK: u32 = 24;

/// What a race came to.
pub struct Outcome {
    /// Everybody, with what they were told.
    pub told: Vec<(Party, Told)>,
    pub slowest: Duration,
}

impl Outcome {
    /// How many seats are kept for somebody who was told so.
    fn promised(&self) -> u32 {
        self.told.iter().filter(|it| it.1 == Told::Held).map(|it| it.0.seats).sum()
    }

    /// Whether nothing was given twice, nothing was lost, and nothing left that somebody wants.
    pub fn judge(&self, seats: u32, free: u32) -> anyhow::Result<()> {
        let promised = self.promised();
        ensure!(promised <= seats, "{promised} of {seats} seats were promised");
        ensure!(promised + free == seats, "{promised} of {seats} were promised, {free} are free");
        let smallest = self.told.iter().map(|it| it.0.seats).max().unwrap_or(0);
        ensure!(free < smallest, "{free} seats stayed free beside parties of {smallest}");
        Ok(())
    }
}

/// Everybody sends the form in the same moment, each over a connection of their own.
pub fn race(addrs: &[SocketAddr], parties: Vec<Party>) -> anyhow::Result<Outcome> {
    let start = Arc::new(Barrier::new(parties.len()));
    let runners: Vec<_> = parties
        .into_iter()
        .zip(addrs.iter().copied().cycle())
        .map(|(party, addr)| {
            let start = start.clone();
            let run = move || {
                let mut browser = Browser::at(addr);
                start.wait();
                let started = Instant::now();
                let answer = party.signs_up(&mut browser)?;
                Ok::<_, anyhow::Error>((told(&answer)?, party, started.elapsed()))
            };
            thread::Builder::new().stack_size(256 * 1024).spawn(run)
        })
        .collect::<Result<_, _>>()?;
    let mut outcome = Outcome { told: Vec::new(), slowest: Duration::ZERO };
    for runner in runners {
        let ran = runner.join().map_err(|_| anyhow::anyhow!("a runner fell"))?;
        let (told, party, took) = ran?;
        outcome.slowest = outcome.slowest.max(took);
        outcome.told.push((party, told));
    }
    Ok(outcome)
}

/// Parties of one to five, every fourth of whom would not wait; in every fourth round classes.
fn parties(date: &str, round: usize, n: u32) -> (u32, Vec<Party>) {
    let is_block = round.is_multiple_of(4);
    let party = |i: u32| {
        let seats = if is_block { BLOCK } else { 1 + i % 5 };
        let party = Party::new(date, &format!("race-{round}-{i}"), seats);
        if i.is_multiple_of(4) { party.without_patience() } else { party }
    };
    (if is_block { BLOCK } else { SEATS }, (0..n).map(party).collect())
}

fn seats_of(round: usize) -> u32 {
    if round.is_multiple_of(4) { BLOCK } else { SEATS }
}

/// Runs so many rounds on a ground, through these servers.
fn rounds(ground: &Ground, servers: &[Serving], rounds: usize, n: u32) -> anyhow::Result<String> {
    let first = servers.first().context("a server")?;
    let dates = first.dates()?;
    let addrs: Vec<SocketAddr> = servers.iter().map(|it| it.addr).collect();
    let (mut acknowledged, mut slowest) = (Vec::new(), Duration::ZERO);
    let mut took = Duration::ZERO;
    for (round, date) in dates.iter().enumerate().take(rounds) {
        let (seats, parties) = parties(date, round, n);
        let started = Instant::now();
        let outcome = race(&addrs, parties).with_context(|| format!("round {round}"))?;
        took += started.elapsed();
        slowest = slowest.max(outcome.slowest);
        outcome.judge(seats, first.free(date)?).with_context(|| format!("round {round}"))?;
        let came = outcome.told.into_iter().filter(|it| it.1 != Told::Refused);
        acknowledged.extend(came.map(|it| it.0.email));
    }
    each_has_a_letter(ground, &acknowledged, Duration::from_mins(1))?;
    ground.verify()?;
    let all = rounds * n as usize;
    Ok(format!(
        "{rounds} rounds, {all} sign-ups at {:.0}/s, 0 overbooked, 0 lost, 0 errors; the slowest took {:.1} s",
        f64::from(n) * f64::from(u32::try_from(rounds)?) / took.as_secs_f64(),
        slowest.as_secs_f64()
    ))
}

/// Waits until everybody has their one letter.
pub fn each_has_a_letter(
    ground: &Ground,
    emails: &[String],
    within: Duration,
) -> anyhow::Result<()> {
    let started = Instant::now();
    loop {
        let letters = ground.letters()?;
        let lacks: Vec<&String> = emails.iter().filter(|it| !letters.contains_key(*it)).collect();
        if let Some(twice) =
            emails.iter().find(|it| letters.get(*it).is_some_and(|it| it.len() > 1))
        {
            bail!("{twice} got two letters for one sign-up");
        }
        if lacks.is_empty() {
            return Ok(());
        }
        if started.elapsed() > within {
            bail!("{} of {} got no letter, {} among them", lacks.len(), emails.len(), lacks[0]);
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// Five hundred parties for thirty seats, and the last block of 24.
pub fn prove(field: &Field, on: On, n: usize) -> anyhow::Result<String> {
    let ground = field.ground(on, (0..n).map(seats_of))?;
    let server = ground.serve(&[])?;
    rounds(&ground, &[server], n, 500)
}

/// The same through two servers on one database; on one file there can be no second.
pub fn prove_two(field: &Field, on: On, n: usize) -> anyhow::Result<String> {
    let ground = field.ground(on, (0..n).map(seats_of))?;
    let first = ground.serve(&[])?;
    if on == On::PostgreSql {
        let second = ground.serve(&["--no-migrate"])?;
        return rounds(&ground, &[first, second], n, 200);
    }
    for _ in 0..n {
        match ground.serve(&[]) {
            Ok(_) => bail!("a second server serves from the same file"),
            Err(error) => {
                let told = format!("{error:#}");
                ensure!(told.contains("another Gnist serves"), "it did not say why: {told}");
            }
        }
    }
    ensure!(first.browser().opens("/")?.status == 200, "the first serves no more");
    ground.verify()?;
    Ok(format!("{n} times a second server refused to start and said why; the first went on"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(seats: &[u32]) -> Outcome {
        let told = |n: &u32| (Party::new("a-date", "somebody", *n), Told::Held);
        Outcome { told: seats.iter().map(told).collect(), slowest: Duration::ZERO }
    }

    #[test]
    fn the_judge_of_a_race_sees_what_is_wrong() {
        assert!(outcome(&[5, 5]).judge(10, 0).is_ok());
        assert!(outcome(&[5, 5, 1]).judge(10, 0).is_err(), "a seat was given twice");
        assert!(outcome(&[5, 4]).judge(10, 0).is_err(), "a seat was lost");
        assert!(outcome(&[4]).judge(10, 6).is_err(), "a seat was left");
    }
}
