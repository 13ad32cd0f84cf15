//! Letters through trouble: a mail server that is away, busy, hangs or hangs up, and a portal
//! that is killed between sending a letter and noting it.

use std::{
    collections::{HashMap, HashSet},
    net::SocketAddr,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

use super::{
    Field,
    ground::{Ground, On, Serving},
    mail::{MailServer, Took},
    party::{Party, Told, told},
};
use crate::address;

/// So many letters are taken along by a server that is killed.
const A_BATCH: usize = 10;
/// As long as a letter is kept for a server that is no more, and the pause after a failure.
const PATIENCE: Duration = Duration::from_secs(130);

fn serve(ground: &Ground, mail: SocketAddr, figures: SocketAddr) -> anyhow::Result<Serving> {
    let (mail, figures) = (format!("smtp://{mail}"), figures.to_string());
    ground.serve(&["--smtp-url", &mail, "--metrics-addr", &figures])
}

pub fn prove(field: &Field, on: On, kills: usize) -> anyhow::Result<String> {
    let (mail, figures) = (address::free()?, address::free()?);
    let ground = field.ground(on, [2_000])?;
    let post = MailServer::default();
    let mut server = serve(&ground, mail, figures)?;
    let date = server.dates()?.pop().context("a date")?;
    // The mail server is away when the first letter is written.
    let mut names = vec!["away-0".to_owned()];
    sign_up(&server, &date, &names)?;
    thread::sleep(Duration::from_secs(3));
    ensure!(post.took().is_empty(), "a letter left while nobody took it");
    post.listen(mail)?;
    let mut troubles = vec!["busy-0", "gone-0", "drop-0"];
    if kills >= A_BATCH {
        // It holds up the others for twenty seconds.
        troubles.push("hang-0");
    }
    let taken_in_vain = troubles.len() - 2;
    names.extend(troubles.into_iter().map(str::to_owned));
    sign_up(&server, &date, &names[1..])?;
    let many: Vec<String> = (0..(kills + 1) * A_BATCH).map(|n| format!("letter-{n}")).collect();
    let mut hear = post.next_letter();
    sign_up(&server, &date, &many)?;
    for n in 0..kills {
        hear.recv_timeout(PATIENCE).with_context(|| format!("no letter before kill {n}"))?;
        server.kill()?;
        let next = post.next_letter();
        // Now the acknowledgement goes to nobody.
        let _ = hear.recv_timeout(PATIENCE);
        hear = next;
        ground.verify().with_context(|| format!("after kill {n}"))?;
        server = serve(&ground, mail, figures)?;
    }
    drop(hear);
    names.extend(many);
    let wanted: HashSet<String> = names
        .iter()
        .filter(|it| !it.starts_with("gone-"))
        .map(|it| format!("{it}@skole.dk"))
        .collect();
    let took = all_of(&post, &wanted)?;
    let (letters, twice) = judge(&took, &wanted, kills + taken_in_vain)?;
    // What is dead is told to the operator's monitoring.
    server.kill()?;
    let server = serve(&ground, mail, figures)?;
    let dead = dead_letters(figures)?;
    ensure!(dead == 1, "{dead} letters are told as dead, and one is");
    drop(server);
    ground.verify()?;
    Ok(format!(
        "{letters} letters past {kills} kills and a mail server that was away, busy and hung up: 0 lost, {twice} came twice under the same name, 1 told as dead"
    ))
}

fn sign_up(server: &Serving, date: &str, names: &[String]) -> anyhow::Result<()> {
    let mut browser = server.browser();
    for name in names {
        let answer = Party::new(date, name, 1).signs_up(&mut browser)?;
        ensure!(told(&answer)? == Told::Held, "{name} has no seat");
    }
    Ok(())
}

/// Waits until each letter came at least once.
fn all_of(post: &MailServer, wanted: &HashSet<String>) -> anyhow::Result<Vec<Took>> {
    let started = Instant::now();
    loop {
        let took = post.took();
        let came: HashSet<&String> = took.iter().map(|it| &it.to).collect();
        let lacks: Vec<&String> = wanted.iter().filter(|it| !came.contains(it)).collect();
        if lacks.is_empty() {
            thread::sleep(Duration::from_secs(1));
            return Ok(post.took());
        }
        if started.elapsed() > PATIENCE {
            bail!("{} letters were lost, that to {} among them", lacks.len(), lacks[0]);
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// Each letter has one name however often it came, and few came twice; how many there are, and
/// how many came again.
fn judge(
    took: &[Took],
    wanted: &HashSet<String>,
    most_twice: usize,
) -> anyhow::Result<(usize, usize)> {
    let mut names: HashMap<&str, &str> = HashMap::new();
    for it in took {
        ensure!(wanted.contains(&it.to), "a letter to {}, who has none", it.to);
        let known = names.entry(&it.to).or_insert(&it.name);
        ensure!(*known == it.name, "the letter to {} has two names", it.to);
    }
    let twice = took.len() - names.len();
    ensure!(twice <= most_twice, "{twice} letters came again, {most_twice} at most should");
    Ok((names.len(), twice))
}

fn dead_letters(figures: SocketAddr) -> anyhow::Result<u64> {
    let mut browser = super::web::Browser::at(figures);
    for _ in 0..50 {
        let told = browser.opens("/metrics")?.body;
        let line = told.lines().find_map(|line| line.strip_prefix("letters_dead "));
        if let Some(n) = line.and_then(|it| it.trim().parse::<f64>().ok()) {
            return Ok(format!("{n:.0}").parse()?);
        }
        thread::sleep(Duration::from_millis(200));
    }
    bail!("nobody tells how many letters are dead")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_judge_of_letters_sees_what_is_wrong() {
        let took = |to: &str, name: &str| Took { to: to.to_owned(), name: name.to_owned() };
        let wanted: HashSet<String> = ["a", "b"].map(str::to_owned).into();
        let fine = [took("a", "1"), took("b", "2"), took("a", "1")];
        assert_eq!(judge(&fine, &wanted, 1).expect("all is well"), (2, 1));
        assert!(judge(&fine, &wanted, 0).is_err(), "too many came twice");
        assert!(judge(&[took("a", "1"), took("a", "2")], &wanted, 9).is_err(), "two names");
        assert!(judge(&[took("c", "1")], &wanted, 9).is_err(), "to somebody else");
    }
}
