//! Browsers that go away at every point of what they send: afterwards the form is sent again, and
//! its answer is true.

use std::{io::Write as _, thread, time::Duration};

use anyhow::{Context as _, ensure};

use super::{
    Field,
    ground::On,
    party::{Party, Told, told},
    web::{connect, form, request},
};

/// At how many points of the request the connection is cut.
const POINTS: usize = 20;
const A_DATE: usize = 500;

pub fn prove(field: &Field, on: On, n: usize) -> anyhow::Result<String> {
    let seats = u32::try_from(A_DATE)?;
    let ground = field.ground(on, (0..n.div_ceil(A_DATE)).map(|_| seats))?;
    let server = ground.serve(&[])?;
    let (dates, mut parties) = (server.dates()?, Vec::new());
    for i in 0..n {
        let date = dates.get(i / A_DATE).context("a date")?;
        let party = Party::new(date, &format!("gone-{i}"), 1);
        let text = request(server.addr, "POST", &party.path(), &form(&party.fields("1")));
        // The last points lie behind the whole request, a little later each time.
        let point = i % POINTS;
        let behind = POINTS / 2;
        let sent = text.len() * point.min(behind) / behind;
        let mut stream = connect(server.addr)?;
        stream.write_all(&text.as_bytes()[..sent])?;
        let wait = point.saturating_sub(behind) as u64 * 3;
        thread::sleep(Duration::from_millis(wait));
        drop(stream);
        parties.push(party);
    }
    let mut browser = server.browser();
    let mut was_in = 0;
    let mut taken = 0;
    for date in &dates {
        was_in += A_DATE - server.free(date)? as usize;
    }
    for party in &parties {
        let first = told(&party.signs_up(&mut browser)?)?;
        ensure!(first == Told::Held, "{}: {first:?}", party.email);
        let again = told(&party.signs_up(&mut browser)?)?;
        ensure!(again == first, "{}: {first:?}, then {again:?}", party.email);
    }
    for date in &dates {
        taken += A_DATE - server.free(date)? as usize;
    }
    ensure!(taken == n, "{n} parties took {taken} seats");
    ensure!(was_in > 0 && was_in < n, "{was_in} of {n} forms had come in whole: nothing was cut");
    ground.verify()?;
    Ok(format!(
        "{n} connections cut at {POINTS} points: {was_in} forms had come in, {taken} parties once each after a second try"
    ))
}
