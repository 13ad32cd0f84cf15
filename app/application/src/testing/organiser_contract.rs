//! What every store promises of what organisers do to a roster, and of what parties find again.

use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::{Format, Occurrence, OccurrenceId, Particulars, Venue},
    identity::{AccountId, Secret},
    signup::{
        Gone, Message, MessageId, Readers, SignUp, SignUpId, SignUpLink, SignUpPurpose, Wish,
    },
};

use super::sign_up_contract::{a_visit, enters, fill_visits, visit_date, visit_now};
use crate::ports::{OwnSignUp, SignUpReader, Store};

pub(super) async fn keeps_messages(
    store: &dyn Store,
    reader: &dyn SignUpReader,
    date: OccurrenceId,
) -> Message {
    let message = |n: u128, words: &str| Message {
        id: MessageId(Uuid::from_u128(n)),
        occurrence: date,
        by: AccountId(Uuid::from_u128(1)),
        readers: Readers::Chosen,
        words: words.try_into().expect("words"),
        letters: 2,
        written_at: visit_now() + TimeDelta::minutes(i64::try_from(n).expect("a number")),
    };
    let (first, second) = (message(1, "Mød op\nved port 3."), message(2, "Port 4!"));
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.messages().by_id(first.id).await.expect("a read"), None);
    for it in [&first, &second] {
        tx.messages().add(it).await.expect("a write");
    }
    assert_eq!(tx.messages().by_id(first.id).await.expect("a read"), Some(first.clone()));
    tx.commit().await.expect("a commit");
    assert_eq!(reader.messages_of(date).await.expect("a read"), [second, first.clone()]);
    first
}

/// A party leaves one date and comes to another of the same activity in one transaction, its links
/// open what it became, and whoever gave no address is kept without one.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn moves_parties(store: &dyn Store, reader: &dyn SignUpReader) {
    let (from, to) = fill_two_dates(store, (10, 10)).await;
    let secret = Secret::of([3; 32]);
    let mut tx = store.begin().await.expect("a transaction");
    let mut old = tx.rosters().lock(from).await.expect("a read").expect("a roster");
    let silent = enters(&mut old, 3, 4);
    assert_eq!(silent.contact.email, None);
    old.confirm(silent.id, visit_now()).expect("an answer");
    let entry = old.entry(silent.id).expect("an entry").clone();
    let silent = SignUp { entry, ..silent };
    assert!(tx.sign_ups().add(&silent).await.expect("a write"));
    tx.rosters().save(&old).await.expect("a write");
    let purpose = SignUpPurpose::Page;
    let (mark, created_at) = (secret.mark(), visit_now());
    let link = SignUpLink { mark, sign_up: silent.id, purpose, created_at };
    tx.sign_ups().add_link(&link).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.sign_up(silent.id).await.expect("a read"), Some(silent.clone()));

    let mut tx = store.begin().await.expect("a transaction");
    let mut old = tx.rosters().lock(from).await.expect("a read").expect("a roster");
    let mut new = tx.rosters().lock(to).await.expect("a read").expect("a roster");
    let there = tx.sign_ups().at(from).await.expect("a read");
    assert_eq!(there, std::slice::from_ref(&silent));
    let id = SignUpId(Uuid::from_u128(33));
    let (key, patience) = (silent.entry.key.clone(), TimeDelta::minutes(30));
    new.take_in(Wish { id, key, seats: 4, patience, waits: false }, visit_now()).expect("room");
    old.leave(silent.id, Gone::Moved, visit_now()).expect("a farewell");
    tx.rosters().save(&old).await.expect("a write");
    let entry = new.entry(id).expect("an entry").clone();
    let there = SignUp { id, occurrence: to, entry, ..silent.clone() };
    assert!(tx.sign_ups().add(&there).await.expect("a write"), "it has left the first date");
    tx.sign_ups().move_links(silent.id, id).await.expect("a write");
    tx.rosters().save(&new).await.expect("a write");
    assert_eq!(tx.sign_ups().at(from).await.expect("a read"), []);
    tx.commit().await.expect("a commit");
    let opened = reader.sign_up_link(&link.mark).await.expect("a read");
    assert_eq!(opened.map(|it| it.sign_up), Some(id));
    assert_eq!(reader.sign_up(id).await.expect("a read"), Some(there));
    let details = reader.activity_at(from).await.expect("a read").expect("an activity");
    let left: Vec<_> = details.occurrences.iter().map(|it| it.seats_left).collect();
    assert_eq!(left, [Some(10), Some(6)]);
}

/// Puts one visit into a store that has two dates.
///
/// # Panics
///
/// Where the store fails.
pub async fn fill_two_dates(store: &dyn Store, seats: (u32, u32)) -> (OccurrenceId, OccurrenceId) {
    let date = fill_visits(store, &[seats.0]).await[0];
    let (mut visit, like) = (a_visit(0, seats.0), visit_date(1, seats.1));
    let day = TimeDelta::days(1);
    let when = (like.start() + day, like.end() + day);
    let other =
        Occurrence::new(like.id, when, like.capacity(), Some(like.start())).expect("a date");
    let (said, other_id) = (visit.particulars().clone(), other.id);
    visit.revise(said, vec![visit_date(0, seats.0), other], visit_now());
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[visit]).await.expect("a write");
    tx.commit().await.expect("a commit");
    (date, other_id)
}

/// Puts a visit into a store for which parties leave home, with a date of so many seats.
///
/// # Panics
///
/// Where the store fails.
pub async fn fill_trip(store: &dyn Store, seats: u32) -> OccurrenceId {
    let date = fill_visits(store, &[seats]).await[0];
    let mut visit = a_visit(0, seats);
    let said = Particulars {
        format: Format::OnSite,
        venue: Venue {
            name: Some("Robothallen".try_into().expect("a name")),
            street: Some("Ærøvej 1".try_into().expect("a street")),
            postcode: Some("8800".parse().expect("a postcode")),
            city: Some("Viborg".try_into().expect("a town")),
            coordinates: None,
        },
        description: "Vi bygger **en robot**.\n\n- Tag madpakke med\n- Tag sko på, I kan gå i"
            .try_into()
            .expect("a description"),
        ..visit.particulars().clone()
    };
    visit.revise(said, vec![visit_date(0, seats)], visit_now());
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[visit]).await.expect("a write");
    tx.commit().await.expect("a commit");
    date
}

/// Whoever signed up finds it again by the address, however it is written, and nobody else's.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn finds_own_sign_ups(store: &dyn Store, reader: &dyn SignUpReader) {
    let dates = fill_visits(store, &[10, 10]).await;
    let mut made = Vec::new();
    for (n, date) in dates.iter().enumerate() {
        let mut tx = store.begin().await.expect("a transaction");
        let mut roster = tx.rosters().lock(*date).await.expect("a read").expect("a roster");
        let id = SignUpId(Uuid::from_u128(500 + n as u128));
        let mut it = enters(&mut roster, 1, 8);
        (it.id, it.entry.id) = (id, id);
        let loud = if n == 0 { "Lone1@Skole.dk" } else { "lone1@skole.dk" };
        it.contact.email = Some(loud.try_into().expect("an address"));
        assert!(tx.sign_ups().add(&it).await.expect("a write"));
        let roster =
            domain::signup::Roster::read(*roster.date(), *roster.kept(), vec![it.entry.clone()]);
        tx.rosters().save(&roster).await.expect("a write");
        tx.commit().await.expect("a commit");
        let (start, end) = (roster.date().start, roster.date().end);
        let title = a_visit(n, 10).particulars().title.clone();
        made.push(OwnSignUp { sign_up: it, title, start, end });
    }
    made.reverse();
    let by = async |email: &str, n| {
        let email = email.try_into().expect("an address");
        reader.sign_ups_by(&email, n).await.expect("a read")
    };
    assert_eq!(by("lone1@skole.dk", 9).await, made);
    assert_eq!(by("LONE1@skole.dk", 1).await, made[..1]);
    assert_eq!(by("lone@skole.dk", 9).await, []);
}
