//! What every store promises of drafts, claims and what waits for a moderator.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::{
        Answers, Draft, DraftId, Keeping, Question, SittingId, Sittings, Slug, State, TypedDate,
        TypedQuestion,
    },
    identity::{Deed, DeedId, DeedKind, Subject},
    pact::{CaseId, Patience, Reminder},
    partners::{Claim, ClaimId, Introduction, Partner, PartnerId, Sector, Standing},
};

use super::{contract::fill, identity_contract::account, partner_id};
use crate::ports::{ActivityViews, DeskReader, QueueReader, Store, Views};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

/// The n-th draft of the first two partners: right, wrong and empty answers alike.
#[must_use]
pub fn draft(n: u8) -> Draft {
    let mut answers = Answers::default();
    if n > 0 {
        answers.set("title", format!("Kladde {n} »&< med \u{0}"));
        answers.set("topics", "robotics;findes ikke");
        answers.dates = vec![
            TypedDate {
                day: "2027-03-18".to_owned(),
                from: "9".to_owned(),
                ..TypedDate::default()
            };
            usize::from(n)
        ];
    }
    let mut sittings = Sittings::default();
    for step in ["what", "when"].into_iter().take(n.into()) {
        let sitting = SittingId(Uuid::from_u128(350 + u128::from(n)));
        sittings.put(step, Keeping { sitting, n: n.into() });
    }
    Draft {
        id: DraftId(Uuid::from_u128(300 + u128::from(n))),
        partner: partner_id(usize::from(n % 2)),
        activity: None,
        answers,
        sittings,
        writer: account(1).id,
        created_at: noon(),
        changed_at: noon() + TimeDelta::minutes(i64::from(n)),
    }
}

/// Drafts come back as they were written, to their partner alone; an activity has at most one
/// next version.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_drafts(store: &dyn Store, reader: &dyn DeskReader) {
    let activities = fill(store, 2).await;
    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().add(&account(1)).await.expect("a write");
    for n in 0..4 {
        tx.drafts().add(&draft(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    assert_eq!(reader.draft(draft(3).id).await.expect("a read"), Some(draft(3)));
    let theirs = reader.drafts_of(&[partner_id(1)]).await.expect("a read");
    assert_eq!(theirs, [draft(3), draft(1)]);
    assert_eq!(reader.drafts_of(&[partner_id(4)]).await.expect("a read"), []);
    assert_eq!(reader.drafts_of(&[]).await.expect("a read"), []);

    let next = Draft { activity: Some(activities[1].id), ..draft(1) };
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.drafts().count(partner_id(1)).await.expect("a read"), 2);
    assert_eq!(tx.drafts().by_id(draft(1).id).await.expect("a read"), Some(draft(1)));
    tx.drafts().save(&next).await.expect("a write");
    tx.drafts().remove(draft(3).id).await.expect("a write");
    tx.commit().await.expect("a commit");
    let theirs = reader.drafts_of(&[partner_id(1)]).await.expect("a read");
    assert_eq!(theirs, std::slice::from_ref(&next));

    let mut tx = store.begin().await.expect("a transaction");
    let found = tx.drafts().of_activity(activities[1].id).await.expect("a read");
    assert_eq!(found, Some(next.clone()));
    assert_eq!(tx.drafts().of_activity(activities[0].id).await.expect("a read"), None);
    let second = Draft { id: draft(9).id, ..next };
    assert!(tx.drafts().add(&second).await.is_err(), "an activity has two next versions");
}

/// Claims are found by who makes them and are told with names; what was answered is gone.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_claims(store: &dyn Store, reader: &dyn QueueReader) {
    fill(store, 1).await;
    let (one, two) = (account(1), account(2));
    let claim = |n: u8, account, partner| Claim {
        id: ClaimId(Uuid::from_u128(400 + u128::from(n))),
        partner: partner_id(partner),
        account,
        remark: (n == 1).then(|| "Jeg er lærer der.".try_into().expect("a remark")),
        asked_at: noon() - TimeDelta::minutes(i64::from(n)),
    };
    let all = [claim(2, two.id, 0), claim(1, one.id, 0), claim(0, one.id, 1)];
    let mut tx = store.begin().await.expect("a transaction");
    for it in [&one, &two] {
        tx.accounts().add(it).await.expect("a write");
    }
    for it in &all {
        tx.claims().add(it).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    let told = reader.claims().await.expect("a read");
    assert_eq!(told.iter().map(|it| it.claim.clone()).collect::<Vec<_>>(), all);
    assert_eq!((told[0].name.as_str(), &told[0].email), (two.name.as_str(), &two.email));
    assert_eq!(reader.claims_of(one.id).await.expect("a read"), told[1..]);

    let mut tx = store.begin().await.expect("a transaction");
    let found = tx.claims().of(one.id, partner_id(1)).await.expect("a read");
    assert_eq!(found, Some(all[2].clone()));
    assert_eq!(tx.claims().of(two.id, partner_id(1)).await.expect("a read"), None);
    assert_eq!(tx.claims().count(one.id).await.expect("a read"), 2);
    assert_eq!(tx.claims().by_id(all[1].id).await.expect("a read"), Some(all[1].clone()));
    tx.claims().remove(all[1].id).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.claims_of(one.id).await.expect("a read"), told[2..]);
}

/// Partners are found by the domains of the contacts of what was seen of them.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn finds_partners_by_their_contacts(store: &dyn Store, reader: &dyn DeskReader) {
    let mut activities = fill(store, 5).await;
    let states = [State::Published, State::Cancelled, State::Archived, State::Submitted];
    let contacts = ["a@værft.dk", "B@værft.dk", "c@værft.dk", "d@værft.dk", "e@xværft.dk"];
    for (n, it) in activities.iter_mut().enumerate() {
        let mut said = it.particulars().clone();
        said.contact = contacts[n].try_into().expect("an address");
        let (dates, at) = (it.occurrences().to_vec(), it.updated_at());
        it.revise(said, dates, at);
        *it = it.clone().kept(states[n % states.len()], at);
    }
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&activities).await.expect("a write");
    tx.commit().await.expect("a commit");
    let mut found = reader.with_contacts_at("værft.dk").await.expect("a read");
    found.sort_unstable();
    assert_eq!(found, [partner_id(0), partner_id(1), partner_id(2)]);
    assert_eq!(reader.with_contacts_at("aerft.dk").await.expect("a read"), []);
}

/// Partners come back with all that is known of them, and what has changed is kept.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_partners(store: &dyn Store, reader: &dyn DeskReader) {
    let said = Introduction {
        name: "Munkemose Robotics".try_into().expect("a name"),
        sector: Sector::Business,
        website: Some("https://www.munkemose.dk/".try_into().expect("an address")),
        postcode: "5000".parse().expect("a postcode"),
    };
    let id = PartnerId(Uuid::from_u128(77));
    let mut partner = Partner::asked_for(id, said, noon());
    let mut tx = store.begin().await.expect("a transaction");
    for _ in 0..2 {
        tx.partners().lock_all().await.expect("it is held, also by whoever holds it");
    }
    tx.partners().add(std::slice::from_ref(&partner)).await.expect("a write");
    assert_eq!(tx.partners().by_id(id).await.expect("a read"), Some(partner.clone()));
    assert_eq!(tx.partners().by_id(partner_id(3)).await.expect("a read"), None);
    tx.commit().await.expect("a commit");

    (partner.standing, partner.is_trusted, partner.website) = (Standing::Approved, true, None);
    partner.about = Some("Robotter.\n\nOgså for piger.".try_into().expect("a text"));
    let mut tx = store.begin().await.expect("a transaction");
    tx.partners().lock_all().await.expect("the one before has let go of it");
    tx.partners().save(&partner).await.expect("a write");
    assert_eq!(tx.partners().all().await.expect("a read"), [partner.clone()]);
    tx.commit().await.expect("a commit");
    assert_eq!(reader.all_partners().await.expect("a read"), [partner]);
}

/// What waits for a moderator is told, the longest waiting first, and partners see what is theirs
/// in whatever state.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_what_waits(store: &dyn Store, desk: &dyn DeskReader, queue: &dyn QueueReader) {
    let mut activities = fill(store, 7).await;
    let draft = |n: usize, state, minutes| {
        let it = super::an_activity(n);
        it.kept(state, noon() + TimeDelta::minutes(minutes))
    };
    activities[1] = draft(1, State::Submitted, 2);
    activities[6] = draft(6, State::Submitted, 1);
    activities[0] = draft(0, State::Draft, 3);
    let mut tx = store.begin().await.expect("a transaction");
    let found = tx.activities().by_id(activities[2].id).await.expect("a read");
    assert_eq!(found.as_ref(), Some(&activities[2]));
    tx.activities().save(&activities).await.expect("a write");
    tx.commit().await.expect("a commit");

    let waiting = queue.submitted().await.expect("a read");
    assert_eq!(waiting, [activities[6].clone(), activities[1].clone()]);
    let theirs = desk.activities_of(&[partner_id(0), partner_id(1)], 9).await.expect("a read");
    let wanted = [0, 1, 6, 5].map(|n: usize| activities[n].clone());
    assert_eq!(theirs, wanted);
    let first = desk.activities_of(&[partner_id(0), partner_id(1)], 1).await.expect("a read");
    assert_eq!(first, wanted[..1]);
    let details = desk.activity_by_id(activities[0].id).await.expect("a read");
    let details = details.expect("an activity");
    assert_eq!(details.activity, activities[0]);
    assert_eq!(details.occurrences.len(), activities[0].occurrences().len());
}

/// Looks are added up by activity and day, and old days are forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn counts_views(store: &dyn Store, views: &dyn ActivityViews) {
    let activities = fill(store, 3).await;
    let ids: Vec<_> = activities.iter().map(|it| it.id).collect();
    let day = |n: u32| NaiveDate::from_ymd_opt(2026, 12, n).expect("a day");
    let seen = |day, of: usize, n| Views { day, slug: activities[of].slug.clone(), n };
    views.add_views(&[]).await.expect("a write");
    views.add_views(&[seen(day(1), 0, 3), seen(day(2), 0, 1)]).await.expect("a write");
    let unknown = Views { day: day(2), slug: Slug::kept("findes-ikke"), n: 9 };
    let more = [seen(day(2), 0, 4), unknown, seen(day(2), 1, 1)];
    views.add_views(&more).await.expect("a write");

    let since = async |day| views.views_since(&ids, day).await.expect("a read");
    assert_eq!(since(day(1)).await, [(ids[0], 8), (ids[1], 1)].into());
    assert_eq!(since(day(2)).await, [(ids[0], 5), (ids[1], 1)].into());
    assert_eq!(since(day(3)).await, [].into());
    assert_eq!(views.views_since(&ids[1..2], day(1)).await.expect("a read"), [(ids[1], 1)].into());
    views.forget_views(day(2)).await.expect("a write");
    assert_eq!(since(day(1)).await, [(ids[0], 5), (ids[1], 1)].into());
}

/// When activities were sent last is told of those that are asked for; a case is told of once for
/// each time that it waits, and what was told long ago is forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_of_a_case_once(store: &dyn Store, queue: &dyn QueueReader) {
    let activities = fill(store, 3).await;
    let deed = |n: u8, kind, of: usize, minutes| Deed {
        id: DeedId(Uuid::from_u128(u128::from(n))),
        at: noon() + TimeDelta::minutes(minutes),
        by: None,
        on_behalf_of: None,
        kind,
        about: Subject::Activity(activities[of].id),
        remark: None,
    };
    let (sent, returned) = (DeedKind::ActivitySubmitted, DeedKind::ActivityReturned);
    let reminder = |id, minutes, patience| Reminder {
        case: CaseId::Activity(id),
        since: noon() + TimeDelta::minutes(minutes),
        patience,
    };
    let late = reminder(activities[0].id, 3, Patience::Late);
    let mut tx = store.begin().await.expect("a transaction");
    for it in
        [deed(1, sent, 0, 1), deed(2, returned, 0, 9), deed(3, sent, 0, 3), deed(4, sent, 1, 4)]
    {
        tx.deeds().add(&it).await.expect("a write");
    }
    assert!(tx.reminders().note(&late).await.expect("a write"));
    assert!(!tx.reminders().note(&late).await.expect("a write"), "told twice");
    tx.commit().await.expect("a commit");
    let ids = [activities[0].id, activities[2].id];
    let at = queue.sent_at(&ids).await.expect("a read");
    assert_eq!(at, [(ids[0], noon() + TimeDelta::minutes(3))].into());
    assert_eq!(queue.sent_at(&[]).await.expect("a read"), [].into());

    let mut tx = store.begin().await.expect("a transaction");
    assert!(!tx.reminders().note(&late).await.expect("a write"), "told again");
    let others =
        [Reminder { patience: Patience::Escalated, ..late }, reminder(ids[0], 8, Patience::Late)];
    for it in &others {
        assert!(tx.reminders().note(it).await.expect("a write"), "{it:?}");
    }
    drop(tx);
    assert_eq!(queue.reminders().await.expect("a read"), [late].into());
    queue.forget_reminders(late.since).await.expect("a write");
    assert_eq!(queue.reminders().await.expect("a read").len(), 1);
    queue.forget_reminders(late.since + TimeDelta::minutes(1)).await.expect("a write");
    assert!(queue.reminders().await.expect("a read").is_empty());
}

/// What an activity asks comes back as it was; and what a public one would ask waits for a
/// moderator, the longest waiting first.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_questions(store: &dyn Store, queue: &dyn QueueReader, reader: &dyn DeskReader) {
    let question = |words: &str, kind: &str, choices: &str| {
        let (words, kind, choices) = (words.into(), kind.into(), choices.into());
        let typed = TypedQuestion { words, kind, choices, is_needed: true };
        Question::read(&typed).expect("a question")
    };
    let bus = question("Kommer I »med« bus?", "yes-no", "");
    let team = question("Hvilket hold?", "choice", "Morgen; tidligt\nAften");
    let all = fill(store, 3).await;
    let at = |minutes| noon() + TimeDelta::minutes(minutes);
    let public = |n: usize| all[n].clone().kept(State::Published, at(0));
    let (mut first, mut second) = (public(0), public(1));
    first.propose_questions(vec![bus.clone()], at(2));
    first.approve_questions(at(3));
    first.propose_questions(vec![bus.clone(), team.clone()], at(9));
    second.propose_questions(vec![team], at(4));
    let mut hidden = all[2].clone().kept(State::Submitted, at(0));
    hidden.propose_questions(vec![bus], at(1));
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[first.clone(), second.clone(), hidden]).await.expect("a write");
    tx.commit().await.expect("a commit");
    let waiting = queue.with_questions().await.expect("a read");
    let ids: Vec<_> = waiting.iter().map(|it| it.id).collect();
    assert_eq!(ids, [second.id, first.id], "what waits as a whole is answered as a whole");
    let kept = reader.activity_by_id(first.id).await.expect("a read").expect("an activity");
    assert_eq!(kept.activity.questions(), first.questions());

    second.refuse_questions(at(10));
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[second.clone()]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(queue.with_questions().await.expect("a read").len(), 1);
    let kept = reader.activity_by_id(second.id).await.expect("a read").expect("an activity");
    assert_eq!(kept.activity.questions(), second.questions());
}
