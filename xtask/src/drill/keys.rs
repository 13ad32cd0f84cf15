//! The same form five times at once is one sign-up, and every answer to it the same.

use std::{
    sync::{Arc, Barrier},
    thread,
    time::Duration,
};

use anyhow::{Context as _, ensure};

use super::{
    Field,
    ground::On,
    party::{Party, Told, told},
    race::each_has_a_letter,
    web::{Answer, Browser},
};

const TIMES: usize = 5;
const A_DATE: usize = 500;

pub fn prove(field: &Field, on: On, n: usize) -> anyhow::Result<String> {
    let seats = u32::try_from(A_DATE)?;
    let ground = field.ground(on, (0..n.div_ceil(A_DATE)).map(|_| seats))?;
    let server = ground.serve(&[])?;
    let (dates, mut emails) = (server.dates()?, Vec::new());
    let mut browsers: Vec<Browser> = (0..TIMES).map(|_| server.browser()).collect();
    for i in 0..n {
        let date = dates.get(i / A_DATE).context("a date")?;
        let party = Party::new(date, &format!("key-{i}"), 1);
        let answers = at_once(&mut browsers, &party)?;
        let first = answers.first().context("an answer")?;
        ensure!(answers.iter().all(|it| it == first), "{} got other answers", party.key);
        ensure!(told(first)? == Told::Held, "{} has no seat: {first:?}", party.key);
        let other = browsers[0].sends(&party.path(), &party.fields("2"))?;
        ensure!(other.status == 422, "{} with other words: {}", party.key, other.status);
        emails.push(party.email);
    }
    let mut taken = 0;
    for date in &dates {
        taken += A_DATE - server.free(date)? as usize;
    }
    ensure!(taken == n, "{n} forms took {taken} seats");
    each_has_a_letter(&ground, &emails, Duration::from_mins(1))?;
    ground.verify()?;
    let all = n * TIMES;
    Ok(format!(
        "{n} forms sent {all} times: {n} sign-ups, {n} letters, equal answers; other words: 422"
    ))
}

fn at_once(browsers: &mut [Browser], party: &Party) -> anyhow::Result<Vec<Answer>> {
    let start = Arc::new(Barrier::new(browsers.len()));
    thread::scope(|scope| {
        let sent: Vec<_> = browsers
            .iter_mut()
            .map(|browser| {
                let start = start.clone();
                scope.spawn(move || {
                    start.wait();
                    party.signs_up(browser)
                })
            })
            .collect();
        sent.into_iter()
            .map(|it| it.join().map_err(|_| anyhow::anyhow!("a sender fell"))?)
            .collect()
    })
}
