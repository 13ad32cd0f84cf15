//! The server is killed while many sign up: what was acknowledged is there afterwards.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::{Context as _, ensure};

use super::{
    Field,
    ground::{On, Serving},
    party::{Party, Told, told},
    race::each_has_a_letter,
};

const HANDS: usize = 8;
/// At least so many dates; as many as there are kills, where these are more.
const FEWEST_DATES: usize = 4;
const SEATS: u32 = 900;
/// As long as a letter is kept for a server that is no more, and a little.
const LEASE: Duration = Duration::from_secs(45);

/// What was acknowledged before the server fell, and what was not.
#[derive(Default)]
struct Seen {
    acknowledged: Vec<(Party, Told)>,
    unanswered: Vec<Party>,
}

pub fn prove(field: &Field, on: On, n: usize) -> anyhow::Result<String> {
    let ground = field.ground(on, vec![SEATS; n.max(FEWEST_DATES)])?;
    let mut server = ground.serve(&[])?;
    let dates = server.dates()?;
    let (mut all, mut cut, mut kept) = (Vec::new(), 0, 0);
    let mut slowest = Duration::ZERO;
    for round in 0..n {
        let after = Duration::from_millis(60 + (round as u64 * 97) % 240);
        let seen = fell(server, &dates, round, after)?;
        ground.verify().with_context(|| format!("after kill {round}"))?;
        server = ground.serve(&[])?;
        slowest = slowest.max(server.started_in);
        let mut browser = server.browser();
        for (party, was) in &seen.acknowledged {
            let again = told(&party.signs_up(&mut browser)?)?;
            ensure!(again == *was, "kill {round}: {} was {was:?} and is {again:?}", party.email);
        }
        // Whoever got no answer sends the form again, and hears what is true.
        for party in &seen.unanswered {
            ensure!(told(&party.signs_up(&mut browser)?)? != Told::Refused, "{}", party.email);
        }
        cut += seen.unanswered.len();
        kept += seen.acknowledged.len();
        all.extend(seen.acknowledged.into_iter().map(|it| it.0));
        all.extend(seen.unanswered);
    }
    ensure!(kept > n, "nothing was under way when the server fell");
    // Each party is counted once, however often its form was sent.
    let mut taken = 0;
    for date in &dates {
        taken += SEATS - server.free(date)?;
    }
    let (emails, seats): (Vec<String>, Vec<u32>) =
        all.into_iter().map(|it| (it.email, it.seats)).unzip();
    let wanted: u32 = seats.iter().sum();
    ensure!(taken == wanted, "{taken} seats are taken by parties of {wanted}");
    each_has_a_letter(&ground, &emails, LEASE)?;
    ground.verify()?;
    Ok(format!(
        "{n} kills: {kept} acknowledged sign-ups, 0 lost; {cut} cut short, each once in the end; back in {:.1} s at most",
        slowest.as_secs_f64()
    ))
}

/// Lets many sign up until the server is killed.
fn fell(server: Serving, dates: &[String], round: usize, after: Duration) -> anyhow::Result<Seen> {
    let (seen, is_over) = (Mutex::new(Seen::default()), AtomicBool::new(false));
    let addr = server.addr;
    thread::scope(|scope| {
        for hand in 0..HANDS {
            let (seen, is_over) = (&seen, &is_over);
            scope.spawn(move || {
                let mut browser = super::web::Browser::at(addr);
                for i in 0.. {
                    let name = format!("kill-{round}-{hand}-{i}");
                    let date = &dates[(hand + i) % dates.len()];
                    let party = Party::new(date, &name, 1);
                    let answer = party.signs_up(&mut browser).and_then(|it| told(&it));
                    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
                    let Ok(told) = answer else {
                        seen.unanswered.push(party);
                        return;
                    };
                    seen.acknowledged.push((party, told));
                    if is_over.load(Ordering::Acquire) {
                        return;
                    }
                }
            });
        }
        thread::sleep(after);
        let killed = server.kill();
        is_over.store(true, Ordering::Release);
        killed
    })?;
    Ok(seen.into_inner().unwrap_or_else(PoisonError::into_inner))
}
