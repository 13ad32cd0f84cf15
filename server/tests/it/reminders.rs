//! What waits too long is told once, however many servers there are.

use application::{
    Ports,
    pact::{Reminded, remind_moderators},
    testing::{an_activity, contract},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::{Activity, State},
    identity::{
        Addressed, Deed, DeedId, DeedKind, Letter, LetterId, LetterLanguage, Role, Subject,
    },
    pact::Region,
};
use server::{
    adapters::{database::Database, embedded_search::EmbeddedIndex},
    plugs::plug,
};
use std::sync::Arc;

use crate::{
    people::{letters, signed_in},
    testbed::{On, Testbed, keyring},
};

/// Wednesday 2 December 2026 at ten in Denmark.
fn wednesday() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-12-02T09:00:00Z").expect("an instant").to_utc()
}

/// Twenty activities of the middle of Jutland that were sent on Wednesday, and who answers them.
async fn portal_on(on: On) -> Testbed {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    portal.clock.set(wednesday());
    let region = Region::find("midtjylland").expect("a region");
    signed_in(&portal, "mona@r.dk", &[Role::Moderator(region)]).await;
    signed_in(&portal, "ada@r.dk", &[Role::Administrator]).await;
    let waiting: Vec<Activity> = (0..20)
        .map(|n| {
            let it = an_activity(n);
            let mut particulars = it.particulars().clone();
            particulars.venue.postcode = Some("8800".parse().expect("a postcode"));
            let (id, key, at) = (it.id, it.external_id.clone(), wednesday());
            let slug = it.slug.clone();
            let mut it = Activity::draft(id, it.partner, key, particulars, Vec::new(), at)
                .kept(State::Submitted, at);
            it.slug = slug;
            it
        })
        .collect();
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().save(&waiting).await.expect("a write");
    for (n, it) in waiting.iter().enumerate() {
        let deed = Deed {
            id: DeedId(Uuid::from_u128(9_000 + n as u128)),
            at: wednesday(),
            by: None,
            on_behalf_of: None,
            kind: DeedKind::ActivitySubmitted,
            about: Subject::Activity(it.id),
            remark: None,
        };
        tx.deeds().add(&deed).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    portal
}

/// Another server on the same database, or the same one started anew.
pub(crate) async fn another(portal: &Testbed) -> Arc<Ports> {
    let database = Database::open(portal.url()).await.expect("the database").sealed_by(keyring());
    let index =
        EmbeddedIndex::open(None, language::Synonyms::standard().clone()).expect("an index");
    plug(database, Arc::new(portal.clock.clone()), index).ports
}

async fn told(portal: &Testbed) -> Vec<(String, usize, bool)> {
    let told = letters(portal).await.into_iter().filter_map(|it| match it.letter {
        Letter::CasesLate { n, .. } => Some((it.to.to_string(), n, false)),
        Letter::CasesEscalated { n, .. } => Some((it.to.to_string(), n, true)),
        _ => None,
    });
    told.collect()
}

#[tokio::test]
async fn two_servers_and_one_started_anew_tell_of_each_case_once() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = portal_on(on).await;
        let servers = [portal.plugs.ports.clone(), another(&portal).await];
        letters(&portal).await;
        for (hours, who, is_escalated) in [(24, "mona@r.dk", false), (48, "ada@r.dk", true)] {
            portal.clock.set(wednesday() + TimeDelta::hours(hours));
            let hands = (0..12).map(|n| remind_moderators(&servers[n % 2]));
            let all = futures_util::future::join_all(hands).await;
            let all: Vec<Reminded> =
                all.into_iter().collect::<Result<_, _>>().expect("no hand failed");
            let sum: usize = all.iter().map(|it| it.late + it.escalated).sum();
            assert_eq!(sum, 20, "{on:?}: {all:?}");
            // Whoever notes first notes all of them, so one letter tells of them together.
            let letters = told(&portal).await;
            let n: usize = letters.iter().map(|it| it.1).sum();
            assert!(letters.iter().all(|it| it.0 == who && it.2 == is_escalated), "{letters:?}");
            assert_eq!((letters.len(), n), (1, 20), "{on:?}: {letters:?}");
            let anew = another(&portal).await;
            assert_eq!(remind_moderators(&anew).await.unwrap(), Reminded::default(), "{on:?}");
        }
        assert_eq!(told(&portal).await, []);
        assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
    }
}

/// The control: hands that look whether a case was told of, and write the letter where it was not,
/// without noting it in the transaction of the letter. Nothing but the note keeps the hands above
/// from doing the same.
#[tokio::test]
async fn whoever_only_looks_before_writing_tells_of_a_case_twice() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = portal_on(on).await;
        let servers = [portal.plugs.ports.clone(), another(&portal).await];
        letters(&portal).await;
        portal.clock.set(wednesday() + TimeDelta::hours(24));
        let all_have_looked = tokio::sync::Barrier::new(12);
        let hands = (0..12).map(|n| {
            let (ports, all_have_looked) = (&servers[n % 2], &all_have_looked);
            async move {
                let told = ports.queue.reminders().await.expect("a read");
                all_have_looked.wait().await;
                if !told.is_empty() {
                    return;
                }
                let letter = Addressed {
                    id: LetterId(Uuid::from_u128(7_000 + n as u128)),
                    to: "mona@r.dk".try_into().expect("an address"),
                    language: LetterLanguage::Danish,
                    letter: Letter::CasesLate { n: 20, first: "Sag".try_into().expect("a name") },
                    written_at: ports.clock.now(),
                };
                let mut tx = ports.store.begin().await.expect("a transaction");
                tx.outbox().push(&letter).await.expect("a write");
                tx.commit().await.expect("a commit");
            }
        });
        futures_util::future::join_all(hands).await;
        assert_eq!(told(&portal).await.len(), 12, "{on:?}");
    }
}
