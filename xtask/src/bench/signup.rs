//! How fast parties sign up, beside how fast the disk of this machine makes anything durable: it
//! is measured before and after in the same run, since such disks change their pace.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    net::SocketAddr,
    path::Path,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};

use super::Figures;
use crate::{
    drill::{
        ground::{Ground, On, Serving},
        party::{Party, Told, told},
        web::Browser,
    },
    postgres::Postgres,
};

/// Connections that sign up one party after the other.
const HANDS: usize = 32;
/// Dates across which parties sign up.
const DATES: usize = 200;
/// For how long.
const LONG: Duration = Duration::from_secs(8);
/// Parties that want one date.
const FOR_ONE: usize = 3_000;
const PEOPLE: usize = 1_000;
const SEATS: u32 = 30;
/// Within which time they all come.
const ALL_COME: Duration = Duration::from_secs(2);

pub(super) fn measure(program: &Path, folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    let postgres = Postgres::start()?;
    for on in On::BOTH {
        let ground = Ground::new(program, on, &postgres, [900; DATES])?;
        let server = ground.serve(&[])?;
        let dates = server.dates()?;
        run(folder, figures, &format!("{on}, {DATES} dates"), &server, |stop| {
            until(server.addr, &dates, stop)
        })?;
        ground.verify()?;
    }
    for on in On::BOTH {
        let ground = Ground::new(program, on, &postgres, [u32::try_from(FOR_ONE)?])?;
        let server = ground.serve(&[])?;
        let dates = server.dates()?;
        run(folder, figures, &format!("{on}, one date"), &server, |_| {
            so_many(server.addr, &dates, FOR_ONE)
        })?;
        ground.verify()?;
    }
    for on in On::BOTH {
        let ground = Ground::new(program, on, &postgres, [SEATS])?;
        let server = ground.serve(&[])?;
        let date = server.dates()?.pop().context("a date")?;
        let name = format!("{on}, {PEOPLE} people for {SEATS} seats");
        let all = run(folder, figures, &name, &server, |_| rush(server.addr, &date))?;
        let held = all.iter().filter(|it| it.1 == Told::Held).count();
        let queued = all.iter().filter(|it| it.1 == Told::Queued).count();
        figures.note(&format!("{name}: have seats / stand in line"), &format!("{held} / {queued}"));
        ensure!(held == SEATS as usize && held + queued == PEOPLE, "somebody was not told");
        ground.verify()?;
    }
    Ok(())
}

/// How long an answer took, and what it was.
type Answered = (Duration, Told);

/// Measures sign-ups, pages meanwhile, and the disk before and after.
fn run(
    folder: &Path,
    figures: &mut Figures,
    name: &str,
    server: &Serving,
    work: impl FnOnce(&AtomicBool) -> anyhow::Result<Vec<Answered>> + Send,
) -> anyhow::Result<Vec<Answered>> {
    let before = durable_commits(folder)?;
    let (stop, is_over) = (AtomicBool::new(false), AtomicBool::new(false));
    let started = Instant::now();
    let (answers, took, mut pages) = thread::scope(|scope| {
        let reading = scope.spawn(|| read_pages(server.addr, &is_over));
        scope.spawn(|| {
            while started.elapsed() < LONG && !is_over.load(Ordering::Acquire) {
                thread::sleep(Duration::from_millis(20));
            }
            stop.store(true, Ordering::Release);
        });
        let answers = work(&stop);
        let took = started.elapsed();
        is_over.store(true, Ordering::Release);
        let pages = reading.join().map_err(|_| anyhow::anyhow!("a reader fell"))??;
        Ok::<_, anyhow::Error>((answers?, took, pages))
    })?;
    let after = durable_commits(folder)?;
    let mut times: Vec<Duration> = answers.iter().map(|it| it.0).collect();
    let per_second = f64::from(u32::try_from(answers.len())?) / took.as_secs_f64();
    let disk = f64::midpoint(before, after);
    figures.note(&format!("{name}: sign-ups/s"), &format!("{per_second:.0}"));
    figures.note(
        &format!("{name}: p50 / p99 / slowest, ms"),
        &format!("{} / {} / {}", at(&mut times, 50), at(&mut times, 99), at(&mut times, 100)),
    );
    figures.note(
        &format!("{name}: durable commits/s of the disk, before / after"),
        &format!("{before:.0} / {after:.0}"),
    );
    figures.note(&format!("{name}: ratio to these"), &format!("{:.2}", per_second / disk));
    let page = format!("{} of {}", at(&mut pages, 99), pages.len());
    figures.note(&format!("{name}: pages meanwhile, p99, ms"), &page);
    Ok(answers)
}

/// The time within which so many of a hundred were answered, in milliseconds.
fn at(times: &mut [Duration], percent: usize) -> String {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    let it = times.get(last * percent / 100).copied().unwrap_or_default();
    format!("{:.0}", it.as_secs_f64() * 1_000.0)
}

/// How often a second the disk makes a page durable, one after the other.
fn durable_commits(folder: &Path) -> anyhow::Result<f64> {
    const FOR: Duration = Duration::from_secs(1);

    let path = folder.join("durable");
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    let (started, mut n) = (Instant::now(), 0u32);
    while started.elapsed() < FOR {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        n += 1;
    }
    let took = started.elapsed();
    fs::remove_file(path)?;
    Ok(f64::from(n) / took.as_secs_f64())
}

fn signs_up(browser: &mut Browser, party: &Party) -> anyhow::Result<Answered> {
    let started = Instant::now();
    let answer = party.signs_up(browser)?;
    Ok((started.elapsed(), told(&answer)?))
}

/// Parties sign up across all dates until it is over.
fn until(addr: SocketAddr, dates: &[String], stop: &AtomicBool) -> anyhow::Result<Vec<Answered>> {
    hands(addr, |n| (!stop.load(Ordering::Acquire)).then(|| &dates[n % dates.len()]))
}

/// So many parties sign up for one date.
fn so_many(addr: SocketAddr, dates: &[String], n: usize) -> anyhow::Result<Vec<Answered>> {
    hands(addr, |i| dates.first().filter(|_| i < n))
}

/// Hands that take the next party each, until there is none.
fn hands<'a>(
    addr: SocketAddr,
    next: impl Fn(usize) -> Option<&'a String> + Sync,
) -> anyhow::Result<Vec<Answered>> {
    let number = AtomicUsize::new(0);
    thread::scope(|scope| {
        let work = || {
            let (mut browser, mut answers) = (Browser::at(addr), Vec::new());
            loop {
                let n = number.fetch_add(1, Ordering::AcqRel);
                let Some(date) = next(n) else { return Ok(answers) };
                let party = Party::new(date, &format!("bench-{n}"), 1);
                answers.push(signs_up(&mut browser, &party)?);
            }
        };
        let hands: Vec<_> = (0..HANDS).map(|_| scope.spawn(work)).collect();
        let mut all = Vec::new();
        for hand in hands {
            let did: anyhow::Result<Vec<Answered>> =
                hand.join().map_err(|_| anyhow::anyhow!("a hand fell"))?;
            all.extend(did?);
        }
        Ok(all)
    })
}

/// Everybody comes within two seconds, each over a connection of their own.
fn rush(addr: SocketAddr, date: &str) -> anyhow::Result<Vec<Answered>> {
    let started = Instant::now();
    let come = |n: usize| {
        let party = Party::new(date, &format!("rush-{n}"), 1);
        let run = move || {
            let at = ALL_COME * u32::try_from(n)? / u32::try_from(PEOPLE)?;
            thread::sleep(at.saturating_sub(started.elapsed()));
            signs_up(&mut Browser::at(addr), &party)
        };
        thread::Builder::new().stack_size(256 * 1024).spawn(run)
    };
    let people: Vec<_> = (0..PEOPLE).map(come).collect::<Result<_, _>>()?;
    let mut all = Vec::new();
    for somebody in people {
        all.push(somebody.join().map_err(|_| anyhow::anyhow!("somebody fell"))??);
    }
    Ok(all)
}

/// Opens pages as people do, some fifty a second.
fn read_pages(addr: SocketAddr, is_over: &AtomicBool) -> anyhow::Result<Vec<Duration>> {
    const PAGES: [&str; 4] =
        ["/", "/aktiviteter", "/aktiviteter?topic=robotics&level=grade-5", "/en/partnere"];

    let (mut browser, mut times) = (Browser::at(addr), Vec::new());
    for n in 0.. {
        if is_over.load(Ordering::Acquire) {
            break;
        }
        let started = Instant::now();
        let answer = browser.opens(PAGES[n % PAGES.len()])?;
        ensure!(answer.status == 200, "a page was answered with {}", answer.status);
        times.push(started.elapsed());
        thread::sleep(Duration::from_millis(20));
    }
    Ok(times)
}
