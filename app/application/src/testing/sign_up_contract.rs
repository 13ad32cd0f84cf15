//! What every store promises of rosters and of those who are on them.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::{
        Activity, AgeRange, Audience, Capacity, GroupSize, Level, Occurrence, OccurrenceId,
        Particulars, SignUpMode, State,
    },
    identity::{LetterLanguage, Secret},
    signup::{
        Admission, Answer, Answered, Attempt, Coming, Consent, Contact, Gone, Kin, Party, Roster,
        SignUp, SignUpId, SignUpLink, SignUpPurpose, TypedKin, WaitingRule, Wish,
    },
};

use super::{
    an_activity, check_in_contract::keeps_ticks, organiser_contract::keeps_messages, partner,
};
use crate::ports::{ForgetBefore, SignUpReader, Store, Untold};

/// When visits of tests are looked at: a month before they are.
#[must_use]
pub fn visit_now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_796_112_000)
}

/// A published visit for classes and single persons, with one date that has so many seats. The
/// same number always makes the same.
///
/// # Panics
///
/// Never: what is made is checked.
#[must_use]
pub fn a_visit(n: usize, seats: u32) -> Activity {
    let model = an_activity(4);
    let particulars = Particulars {
        title: format!("Besøg nummer {n}").try_into().expect("a title"),
        audience: vec![Audience::Pupils, Audience::Students],
        levels: vec![Level::Grade6, Level::Grade7, Level::Stx],
        ages: AgeRange::default(),
        group: GroupSize::default(),
        sign_up: SignUpMode::Portal,
        ..model.particulars().clone()
    };
    let id = domain::catalogue::ActivityId(Uuid::from_u128(70_000 + n as u128));
    let key = format!("V-{n}").try_into().expect("a key");
    let date = visit_date(n, seats);
    Activity::draft(id, model.partner, key, particulars, vec![date], visit_now())
        .kept(State::Published, visit_now())
}

/// The date of a visit.
///
/// # Panics
///
/// Never: it ends after it starts.
#[must_use]
pub fn visit_date(n: usize, seats: u32) -> Occurrence {
    let start = visit_now() + TimeDelta::days(30);
    let id = OccurrenceId(Uuid::from_u128(7_000_000 + n as u128));
    let seats = Capacity::try_from(seats).expect("seats");
    let deadline = Some(start - TimeDelta::days(2));
    Occurrence::new(id, (start, start + TimeDelta::hours(3)), Some(seats), deadline)
        .expect("a date")
}

/// Puts visits into a store, each with a date of so many seats.
///
/// # Panics
///
/// Where the store fails.
pub async fn fill_visits(store: &dyn Store, seats: &[u32]) -> Vec<OccurrenceId> {
    let visits: Vec<Activity> = seats.iter().enumerate().map(|(n, it)| a_visit(n, *it)).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let partners: Vec<_> = (0..5).map(partner).collect();
    tx.partners().add(&partners).await.expect("a write");
    tx.activities().add(&visits).await.expect("a write");
    tx.commit().await.expect("a commit");
    visits.iter().flat_map(|it| it.occurrences().iter().map(|date| date.id)).collect()
}

fn class(n: u16, pupils: u16) -> (Party, Contact) {
    let party = Party::Class {
        school: "Munkebjergskolen".try_into().expect("a school"),
        class: format!("{n}.B").try_into().expect("a class"),
        grade: Some(Level::Grade6),
        pupils,
        adults: 2,
        contact: "Lone & Bo".try_into().expect("a name"),
    };
    let contact = Contact {
        email: (n != 3).then(|| format!("lone{n}@skole.dk").try_into().expect("an address")),
        phone: (n == 1).then(|| "+45 20 12 34 56".try_into().expect("a number")),
        language: LetterLanguage::English,
    };
    (party, contact)
}

/// Signs a class up on a roster, as far as the store is concerned.
///
/// # Panics
///
/// Where the roster does not take it in.
pub fn enters(roster: &mut Roster, n: u16, pupils: u16) -> SignUp {
    let ((party, contact), id) = (class(n, pupils), SignUpId(Uuid::from_u128(n.into())));
    let key = party.key(contact.email.as_ref());
    let patience = TimeDelta::minutes(30);
    let wish = Wish { id, key, seats: pupils, patience, waits: true };
    roster.sign_up(wish, visit_now()).expect("an admission");
    SignUp {
        id,
        occurrence: roster.date().occurrence,
        activity: roster.date().activity,
        party,
        contact,
        kin: if n == 1 { kin() } else { Kin::default() },
        needs: (n == 1).then(|| "En elev bruger kørestol.\nTak!".try_into().expect("needs")),
        answers: if n == 1 { answers() } else { Vec::new() },
        consent: None,
        signed_up_at: visit_now(),
        coming: Coming::default(),
        entry: roster.entry(id).expect("an entry").clone(),
    }
}

/// Whom a guardian names beside themselves.
fn kin() -> Kin {
    let typed = TypedKin {
        second_name: "Ali".into(),
        second_email: "Ali@hjem.dk".into(),
        emergency_name: "Farmor".into(),
        emergency_phone: "+45 20 12 34 56".into(),
    };
    typed.read(None).expect("a second guardian and somebody to call")
}

/// An answer of each kind.
fn answers() -> Vec<Answered> {
    let answers = [
        Answer::Text("Den røde, »nr. 5«".try_into().expect("a text")),
        Answer::Choice("Morgen".try_into().expect("a choice")),
        Answer::YesNo(false),
        Answer::Number(12),
    ];
    let question = |n| format!("Spørgsmål nummer {n}?").try_into().expect("a question");
    let answered = |(n, answer)| Answered { question: question(n), answer };
    (1..).zip(answers).map(answered).collect()
}

/// A roster comes back as it was, with whoever is still on it; every step is told; how many seats
/// are taken is known to lists; and a party is signed up for one date of an activity at most.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_rosters(store: &dyn Store, reader: &dyn SignUpReader) {
    let [id, other] = fill_visits(store, &[10, 20]).await[..] else { panic!("two dates") };
    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
    assert_eq!((roster.free(), roster.entries().len()), (10, 0));
    roster.serve_by(WaitingRule::FillGaps, visit_now());
    let first = enters(&mut roster, 1, 8);
    let second = enters(&mut roster, 2, 5);
    assert!(tx.sign_ups().add(&first).await.expect("a write"));
    assert!(tx.sign_ups().add(&second).await.expect("a write"));
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    let dates = tx.sign_ups().dates_of(&[first.activity]).await.expect("a read");
    assert_eq!(dates, [id].into());
    assert_eq!(tx.sign_ups().dates_of(&[]).await.expect("a read"), [].into());
    drop(tx);
    let kept = reader.roster(id).await.expect("a read").expect("a roster");
    assert_eq!((kept.kept(), kept.entries()), (roster.kept(), roster.entries()));
    assert_eq!(reader.sign_up(first.id).await.expect("a read"), Some(first.clone()));
    let details = reader.activity_at(id).await.expect("a read").expect("an activity");
    assert_eq!(details.occurrences[0].seats_left, Some(2));
    let untold = reader.untold_seats(9).await.expect("a read");
    let expected = Untold { occurrence: id, activity: roster.date().activity, steps: 2 };
    assert_eq!(untold, [expected]);
    reader.seats_told(&untold).await.expect("a write");
    assert_eq!(reader.untold_seats(9).await.expect("a read"), []);

    let mut tx = store.begin().await.expect("a transaction");
    let twin = SignUp { id: SignUpId(Uuid::from_u128(99)), ..first.clone() };
    assert!(!tx.sign_ups().add(&twin).await.expect("a write"), "signed up twice");
    let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
    roster.confirm(second.id, visit_now()).expect("an answer");
    roster.leave(first.id, Gone::Cancelled, visit_now()).expect("a farewell");
    tx.rosters().save(&roster).await.expect("a write");
    let known = tx.sign_ups().of(first.activity, &first.entry.key).await.expect("a read");
    assert_eq!(known, None, "it has left");
    tx.commit().await.expect("a commit");
    let kept = reader.roster(id).await.expect("a read").expect("a roster");
    assert_eq!(kept.entries().len(), 1);
    assert_eq!(kept.entries()[0], *roster.entry(second.id).expect("an entry"));
    let told = reader.steps_of(second.id).await.expect("a read");
    assert_eq!(told.len(), 3, "queued, answered, offered");
    assert_eq!(told.last(), roster.steps().last());
    let all = reader.sign_ups_of(id).await.expect("a read");
    let stages: Vec<_> = all.iter().map(|it| it.entry.stage.word().key()).collect();
    assert_eq!(stages, ["gone", "offered"]);

    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(other).await.expect("a read").expect("a roster");
    let again = SignUp { id: SignUpId(Uuid::from_u128(98)), ..enters(&mut roster, 3, 1) };
    assert!(tx.sign_ups().add(&again).await.expect("a write"));
    drop(tx);
    assert_eq!(reader.sign_up(again.id).await.expect("a read"), None, "it was dropped");
}

/// What time does to a roster is asked for: what runs out, what was changed in the editor, what is
/// called off and what is gone.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_which_rosters_are_due(store: &dyn Store, reader: &dyn SignUpReader) {
    let [id, off] = fill_visits(store, &[10, 20]).await[..] else { panic!("two dates") };
    for (id, n) in [(id, 1), (off, 2)] {
        let mut tx = store.begin().await.expect("a transaction");
        let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
        let sign_up = enters(&mut roster, n, 8);
        assert!(tx.sign_ups().add(&sign_up).await.expect("a write"));
        tx.rosters().save(&roster).await.expect("a write");
        tx.commit().await.expect("a commit");
    }
    let due = async |at| reader.due_rosters(at, 9).await.expect("a read");
    assert_eq!(due(visit_now()).await, []);
    assert_eq!(due(visit_now() + TimeDelta::minutes(30)).await, [id, off]);

    let (mut smaller, mut cancelled) = (a_visit(0, 10), a_visit(1, 20));
    let said = smaller.particulars().clone();
    smaller.revise(said, vec![visit_date(0, 5)], visit_now());
    cancelled.step_to(State::Cancelled, visit_now()).expect("a step");
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[smaller.clone(), cancelled]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(due(visit_now()).await, [id, off]);
    for id in [id, off] {
        let mut tx = store.begin().await.expect("a transaction");
        let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
        roster.settle(visit_now());
        tx.rosters().save(&roster).await.expect("a write");
        tx.commit().await.expect("a commit");
    }
    assert_eq!(due(visit_now()).await, []);
    let kept = reader.roster(id).await.expect("a read").expect("a roster");
    assert_eq!((kept.taken(), kept.kept().seats, kept.date().limit), (8, 8, 5));
    let kept = reader.roster(off).await.expect("a read").expect("a roster");
    assert_eq!((kept.taken(), kept.date().is_on), (0, false));

    let said = smaller.particulars().clone();
    smaller.revise(said, vec![], visit_now());
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[smaller]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(due(visit_now()).await, [id], "its date is gone");
    let kept = reader.roster(id).await.expect("a read").expect("a roster");
    assert!(!kept.date().is_on);
}

/// Links open what they are for, a form that was sent is known, what changed about a party is
/// kept, and all of it is forgotten in time.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_sign_ups(store: &dyn Store, reader: &dyn SignUpReader) {
    let [id] = fill_visits(store, &[10]).await[..] else { panic!("a date") };
    let secret = Secret::of([9; 32]);
    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
    let mut sign_up = enters(&mut roster, 1, 8);
    tx.sign_ups().add(&sign_up).await.expect("a write");
    tx.rosters().save(&roster).await.expect("a write");
    let link = SignUpLink {
        mark: secret.mark(),
        sign_up: sign_up.id,
        purpose: SignUpPurpose::Confirm,
        created_at: visit_now(),
    };
    tx.sign_ups().add_link(&link).await.expect("a write");
    let attempt = Attempt {
        key: "abcdefghijklmnop".parse().expect("a key"),
        body: Attempt::body_of(["a", "b"]),
        admission: Admission::FirstToAnswer { until: visit_now() },
        sign_up: Some(sign_up.id),
        at: visit_now(),
    };
    assert!(tx.sign_ups().keep_attempt(&attempt).await.expect("a write"));
    assert!(!tx.sign_ups().keep_attempt(&attempt).await.expect("a write"), "it was sent before");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.sign_up_link(&link.mark).await.expect("a read"), Some(link.clone()));

    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.sign_ups().attempt(&attempt.key).await.expect("a read"), Some(attempt.clone()));
    assert_eq!(tx.sign_ups().take_link(&link.mark).await.expect("a read"), Some(link.clone()));
    assert_eq!(tx.sign_ups().take_link(&link.mark).await.expect("a read"), None);
    let text = Party::CONSENT_TEXT.to_owned();
    let withdrawn_at = Some(visit_now() + TimeDelta::hours(1));
    sign_up.consent = Some(Consent { given_at: visit_now(), text, withdrawn_at });
    sign_up.party = sign_up.party.numbering(7);
    sign_up.kin.second = None;
    sign_up.answers.truncate(2);
    tx.sign_ups().save(&sign_up).await.expect("a write");
    tx.sign_ups().add_link(&link).await.expect("a write");
    let of_second = SignUpLink {
        mark: Secret::of([10; 32]).mark(),
        purpose: SignUpPurpose::SecondPage,
        ..link.clone()
    };
    tx.sign_ups().add_link(&of_second).await.expect("a write");
    tx.sign_ups().drop_links(sign_up.id, of_second.purpose).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.sign_up(sign_up.id).await.expect("a read"), Some(sign_up.clone()));

    assert_eq!(reader.sign_up_link(&of_second.mark).await.expect("a read"), None);
    assert_eq!(reader.sign_up_link(&link.mark).await.expect("a read"), Some(link.clone()));

    let end = roster.date().end;
    let minute = TimeDelta::minutes(1);
    let message = keeps_messages(store, reader, id).await;
    let check_in = keeps_ticks(store, reader, id).await;
    let early = ForgetBefore { needs: end, emergency: end, all: end, forms: visit_now() };
    reader.forget_sign_ups(early).await.expect("a write");
    assert_eq!(reader.sign_up(sign_up.id).await.expect("a read"), Some(sign_up.clone()));
    assert_eq!(reader.check_in_of(id).await.expect("a read"), check_in);
    let called = ForgetBefore { emergency: end + minute, ..early };
    reader.forget_sign_ups(called).await.expect("a write");
    sign_up.kin.emergency = None;
    assert_eq!(reader.sign_up(sign_up.id).await.expect("a read"), Some(sign_up.clone()));
    let needs = ForgetBefore { needs: end + minute, forms: visit_now() + minute, ..called };
    reader.forget_sign_ups(needs).await.expect("a write");
    let bare = SignUp { needs: None, answers: Vec::new(), ..sign_up.clone() };
    assert_eq!(reader.sign_up(sign_up.id).await.expect("a read"), Some(bare));
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.sign_ups().attempt(&attempt.key).await.expect("a read"), None);
    drop(tx);
    reader.forget_sign_ups(ForgetBefore { all: end + minute, ..needs }).await.expect("a write");
    assert_eq!(reader.sign_up(sign_up.id).await.expect("a read"), None);
    assert_eq!(reader.sign_up_link(&link.mark).await.expect("a read"), None);
    assert_eq!(reader.messages_of(message.occurrence).await.expect("a read"), []);
    assert!(reader.check_in_of(id).await.expect("a read").is_empty());
    assert_eq!(reader.steps_of(sign_up.id).await.expect("a read"), []);
}
