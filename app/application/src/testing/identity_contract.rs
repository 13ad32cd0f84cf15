//! What every store promises of accounts, sessions, links and letters.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    identity::{
        Account, AccountId, AddressChange, Addressed, Factor, FactorKey, KeptPassword, Letter,
        LetterId, LetterLanguage, Link, PasswordHash, Purpose, Role, Secret, Session, SessionId,
        Stage, Tally, Target,
    },
    pact::Region,
};

use super::partner_id;
use crate::ports::{AccountReader, Forgotten, OutboxFigures, OutboxQueue, Store};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

/// The n-th account: every third with all that an account can have.
///
/// # Panics
///
/// Never: what is made is checked by the tests that use it.
#[must_use]
pub fn account(n: u8) -> Account {
    let id = AccountId(Uuid::from_u128(500 + u128::from(n)));
    let email = format!("Person{n}@skole.dk").try_into().expect("an address");
    let name = format!("Person {n}").try_into().expect("a name");
    let mut it = Account::opened(id, email, name, LetterLanguage::English, noon());
    if n.is_multiple_of(3) {
        it.password = Some(KeptPassword {
            hash: PasswordHash::kept(format!("hash {n}")),
            stands_alone: n == 0,
        });
        let mut factor = Factor::proposed(FactorKey::of([n; 20]));
        factor.new_recovery_codes(&[[n; 15], [n + 1; 15]]);
        (factor.is_confirmed, factor.last_step) = (true, i64::from(n) + 7);
        it.factor = Some(factor);
        let region = Region::find("midtjylland").expect("a region");
        it.roles = vec![Role::Editor(partner_id(0)), Role::Moderator(region), Role::Administrator];
        let new = format!("ny{n}@skole.dk").try_into().expect("an address");
        it.address_change =
            Some(AddressChange { new, old_agrees: true, new_agrees: false, asked_at: noon() });
        it.suspended_at = Some(noon());
    }
    it
}

/// The n-th session of an account.
#[must_use]
pub fn session(n: u8, of: &Account) -> Session {
    let start = noon() + TimeDelta::minutes(i64::from(n));
    Session {
        id: SessionId(Uuid::from_u128(700 + u128::from(n))),
        mark: Secret::of([n; 32]).mark(),
        account: of.id,
        stage: if n.is_multiple_of(2) { Stage::SignedIn } else { Stage::AwaitingFactor },
        started_at: start,
        seen_at: start,
        proved_at: start,
        device: "Firefox, Linux".to_owned(),
    }
}

fn letter(n: u8) -> Addressed {
    Addressed {
        id: LetterId(Uuid::from_u128(900 + u128::from(n))),
        to: format!("person{n}@skole.dk").try_into().expect("an address"),
        language: LetterLanguage::Danish,
        letter: Letter::SignIn { secret: Secret::of([n; 32]) },
        written_at: noon() + TimeDelta::seconds(i64::from(n)),
    }
}

/// Accounts come back as they were kept, by id and by address in whatever case, and no two have
/// the same address.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_accounts(store: &dyn Store, reader: &dyn AccountReader) {
    let mut tx = store.begin().await.expect("a transaction");
    for n in 0..4 {
        tx.accounts().add(&account(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    for n in 0..4 {
        let it = account(n);
        assert_eq!(tx.accounts().by_id(it.id).await.expect("a read").as_ref(), Some(&it));
        let shouted = it.email.as_str().to_uppercase().try_into().expect("an address");
        assert_eq!(tx.accounts().by_email(&shouted).await.expect("a read").as_ref(), Some(&it));
    }
    let mut changed = account(0);
    changed.email = "Anders@skole.dk".try_into().expect("an address");
    (changed.password, changed.address_change) = (None, None);
    changed.roles = vec![Role::Steering];
    changed.suspended_at = None;
    tx.accounts().save(&changed).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.account(&changed.email).await.expect("a read"), Some(changed));
    assert_eq!(reader.account(&account(0).email).await.expect("a read"), None);

    let mut tx = store.begin().await.expect("a transaction");
    let mut double = account(9);
    double.email = "PERSON1@skole.dk".try_into().expect("an address");
    assert!(tx.accounts().add(&double).await.is_err(), "two accounts have one address");
    drop(tx);

    let mut tx = store.begin().await.expect("a transaction");
    let mut without = account(3);
    without.drop_factor();
    let dropped = tx.accounts().drop_factor(&account(3).email).await.expect("a write");
    assert_eq!(dropped, Some(without.id));
    assert_eq!(
        tx.accounts().drop_factor(&account(2).email).await.expect("a write"),
        Some(account(2).id)
    );
    assert_eq!(tx.accounts().drop_factor(&account(7).email).await.expect("a write"), None);
    assert_eq!(tx.accounts().drop_unopened_factors().await.expect("a write"), []);
    for it in [&without, &account(2)] {
        assert_eq!(tx.accounts().by_id(it.id).await.expect("a read").as_ref(), Some(it));
    }
}

/// What was dropped is forgotten, and what is tried is counted for each target alone.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn counts_what_is_tried(store: &dyn Store) {
    let (one, two) = (account(1).email, account(2).email);
    let mut tx = store.begin().await.expect("a transaction");
    let target = Target::Password(&one);
    assert_eq!(tx.accounts().tally(target).await.expect("a read"), Tally::default());
    let tally = Tally { n: 7, at: Some(noon()) };
    tx.accounts().keep_tally(target, tally).await.expect("a write");
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().keep_tally(Target::Letters(&one), tally).await.expect("a write");
    drop(tx);

    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.accounts().tally(target).await.expect("a read"), tally);
    let addresses = Target::of_address(&one).into_iter().chain(Target::of_address(&two)).skip(1);
    for other in addresses.chain(Target::of_account(account(1).id)) {
        assert_eq!(tx.accounts().tally(other).await.expect("a read"), Tally::default());
    }
}

/// Sessions are found by their mark alone, and end one by one or all at once.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_sessions(store: &dyn Store, reader: &dyn AccountReader) {
    let (one, two) = (account(1), account(2));
    let mut tx = store.begin().await.expect("a transaction");
    for it in [&one, &two] {
        tx.accounts().add(it).await.expect("a write");
    }
    for (n, of) in [(1, &one), (2, &one), (3, &one), (4, &two)] {
        tx.sessions().add(&session(n, of)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");

    let mark = |n: u8| Secret::of([n; 32]).mark();
    let seen = reader.session(&mark(2)).await.expect("a read");
    assert_eq!(seen, Some((session(2, &one), one.clone())));
    assert_eq!(reader.session(&mark(9)).await.expect("a read"), None);
    let later = noon() + TimeDelta::hours(1);
    reader.saw(&mark(1), later).await.expect("a write");
    let own = reader.sessions_of(one.id).await.expect("a read");
    assert_eq!(
        own.iter().map(|it| it.mark.clone()).collect::<Vec<_>>(),
        [mark(1), mark(3), mark(2)]
    );
    assert_eq!(own[0].seen_at, later);

    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.sessions().of_account(one.id).await.expect("a read"), own);
    tx.sessions().end(&mark(3)).await.expect("a write");
    assert_eq!(tx.sessions().find(&mark(3)).await.expect("a read"), None);
    tx.sessions().end_all_of(one.id, Some(&mark(2))).await.expect("a write");
    tx.commit().await.expect("a commit");
    let left = reader.sessions_of(one.id).await.expect("a read");
    assert_eq!(left, [session(2, &one)]);
    assert_eq!(reader.sessions_of(two.id).await.expect("a read"), [session(4, &two)]);
}

/// A link is taken once, be it by two at the same time, and all of an account's can be forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn gives_a_link_once(store: &dyn Store, reader: &dyn AccountReader) {
    let owner = account(1);
    let link = |n: u8, account: Option<AccountId>| Link {
        next: account.map(|_| "/partner?ok=jeres".try_into().expect("a place inside")),
        mark: Secret::of([n; 32]).mark(),
        purpose: Purpose::Register,
        email: owner.email.clone(),
        account,
        name: account.is_none().then(|| owner.name.clone()),
        language: LetterLanguage::Danish,
        created_at: noon(),
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().add(&owner).await.expect("a write");
    for it in [link(1, None), link(2, Some(owner.id)), link(3, Some(owner.id))] {
        tx.links().add(&it).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    assert_eq!(reader.link(&link(1, None).mark).await.expect("a read"), Some(link(1, None)));

    let mut tx = store.begin().await.expect("a transaction");
    let taken = tx.links().take(&link(2, None).mark).await.expect("a read");
    assert_eq!(taken, Some(link(2, Some(owner.id))));
    assert_eq!(tx.links().take(&link(2, None).mark).await.expect("a read"), None);
    tx.links().forget_all_of(owner.id).await.expect("a write");
    tx.commit().await.expect("a commit");
    for n in [2, 3] {
        assert_eq!(reader.link(&link(n, None).mark).await.expect("a read"), None);
    }
    assert!(reader.link(&link(1, None).mark).await.expect("a read").is_some());

    let later = noon() + TimeDelta::days(1);
    let before = Forgotten { links: later, sessions: later, tallies: later };
    reader.forget(before).await.expect("a write");
    assert_eq!(reader.link(&link(1, None).mark).await.expect("a read"), None);
}

/// Letters are leased to one who sends at a time, come back when that one falls over, wait when
/// they are put off, and are counted when they are given up.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn leases_letters(store: &dyn Store, queue: &dyn OutboxQueue) {
    let mut tx = store.begin().await.expect("a transaction");
    for n in [3, 1, 2] {
        tx.outbox().push(&letter(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    let mut tx = store.begin().await.expect("a transaction");
    tx.outbox().push(&letter(4)).await.expect("a write");
    drop(tx);

    let at = |seconds: i64| noon() + TimeDelta::seconds(seconds);
    let mut tx = store.begin().await.expect("a transaction");
    tx.outbox().push_for(&letter(5), at(2_000)).await.expect("a write");
    tx.commit().await.expect("a commit");
    let claim = async |now: i64, n: u64| {
        let claimed = queue.claim(at(now), at(now + 30), n).await.expect("a claim");
        claimed.into_iter().map(|it| (it.letter, it.tries)).collect::<Vec<_>>()
    };
    assert_eq!(claim(0, 9).await, [], "a letter left before it was written");
    assert_eq!(claim(10, 2).await.len(), 2);
    assert_eq!(claim(11, 9).await.len(), 1, "two had the same letter");
    assert_eq!(claim(12, 9).await, []);
    let mut again = claim(41, 9).await;
    again.sort_by_key(|(it, _)| it.id);
    assert_eq!(again, [(letter(1), 2), (letter(2), 2), (letter(3), 2)]);

    queue.sent(letter(1).id, at(42)).await.expect("a write");
    queue.put_off(letter(2).id, at(500)).await.expect("a write");
    queue.give_up(letter(3).id, at(43)).await.expect("a write");
    assert_eq!(claim(499, 9).await, []);
    let figures = OutboxFigures { waiting: 2, dead: 1, oldest: Some(letter(2).written_at) };
    assert_eq!(queue.figures().await.expect("a read"), figures);
    assert_eq!(claim(500, 9).await, [(letter(2), 3)]);
    queue.forget(at(1_000)).await.expect("a write");
    assert_eq!(queue.figures().await.expect("a read").dead, 0);
    assert_eq!(claim(1_999, 9).await.len(), 1, "only the one that was taken before");
    let late = claim(2_000, 9).await;
    assert_eq!(late, [(letter(5), 1)], "it leaves when it is time");
}
