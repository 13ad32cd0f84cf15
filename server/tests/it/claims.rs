//! Who comes to act for a partner that is known, over HTTP.

use application::testing::{an_activity, partner, partner_id};
use axum::http::StatusCode;
use domain::{
    Uuid,
    partners::{Partner, PartnerId, Standing},
};

use crate::{
    people::{location, signed_in},
    testbed::{On, Testbed},
    verify::faults,
};

/// Partners as an import makes them, each with an activity that names a contact.
async fn imported(on: On, contacts: &[&str]) -> Testbed {
    let portal = Testbed::start(on).await;
    let all: Vec<_> = (0..5).map(partner).collect();
    let mut activities = Vec::new();
    for (n, contact) in contacts.iter().enumerate() {
        let mut it = an_activity(n);
        let mut said = it.particulars().clone();
        said.contact = (*contact).try_into().expect("an address");
        let (dates, at) = (it.occurrences().to_vec(), it.updated_at());
        it.revise(said, dates, at);
        activities.push(it);
    }
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.partners().add(&all).await.expect("a write");
    tx.activities().add(&activities).await.expect("a write");
    tx.commit().await.expect("a commit");
    portal
}

fn claim(n: usize) -> String {
    format!("/partner/{}/krav", partner_id(n).0)
}

#[tokio::test]
async fn the_contacts_of_an_import_open_their_partner_where_the_domain_is_its_alone() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = imported(on, &["hej@vaerft.dk", "a@skole.example", "b@zoo.dk", "c@zoo.dk"]);
        let portal = portal.await;
        let mut signe = signed_in(&portal, "signe@vaerft.dk", &[]).await;
        let granted = signe.submits(&portal, &claim(0), &[]).await;
        assert_eq!(location(&granted), "/partner?ok=granted", "{}", granted.2);
        let again = signe.submits(&portal, &claim(0), &[]).await;
        let led = location(&again).split('?').next().unwrap_or_default();
        assert_eq!(led, "/konto/to-trin", "she says who else acts for it: {}", again.2);
        for (who, n, why) in [
            ("bo@vaerft.dk", 0, "somebody acts for it, and invites whom she wants"),
            ("eva@skole.example", 1, "it is a school"),
            ("ida@zoo.dk", 3, "it is another's domain too"),
            ("per@gmail.com", 2, "everybody has a mailbox there"),
        ] {
            let mut person = signed_in(&portal, who, &[]).await;
            let waits = person.submits(&portal, &claim(n), &[]).await;
            assert_eq!(location(&waits), "/partner?ok=claimed", "{why}: {}", waits.2);
        }
        assert_eq!(faults(&portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn whoever_wants_a_partner_that_was_refused_hears_so_and_asks_a_moderator() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = imported(on, &[]).await;
        let refused = Partner { standing: Standing::Refused, ..partner(2) };
        let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
        tx.partners().save(&refused).await.expect("a write");
        tx.commit().await.expect("a commit");
        let mut signe = signed_in(&portal, "signe@zoo.dk", &[]).await;
        let said = [("name", refused.name.as_str()), ("sector", "business"), ("postcode", "8800")];
        let told = signe.submits(&portal, "/partner/ny", &said).await;
        assert_eq!(told.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.2);
        assert!(told.2.contains("er ikke godkendt"), "{}", told.2);
        assert!(told.2.contains(&format!("action=\"{}\"", claim(2))), "{}", told.2);
        let waits = signe.submits(&portal, &claim(2), &[]).await;
        assert_eq!(location(&waits), "/partner?ok=claimed", "{}", waits.2);
        let unknown = format!("/partner/{}/krav", Uuid::from_u128(99));
        assert_eq!(signe.submits(&portal, &unknown, &[]).await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn one_person_waits_for_five_answers_at_once() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = imported(on, &[]).await;
        let id = PartnerId(Uuid::from_u128(99));
        let other = Partner { id, name: "En til".try_into().expect("a name"), ..partner(1) };
        let other = Partner { slug: domain::catalogue::Slug::of_name("En til"), ..other };
        let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
        tx.partners().add(&[other]).await.expect("a write");
        tx.commit().await.expect("a commit");
        let mut signe = signed_in(&portal, "signe@vikar.dk", &[]).await;
        for n in 0..5 {
            let waits = signe.submits(&portal, &claim(n), &[]).await;
            assert_eq!(location(&waits), "/partner?ok=claimed", "{n}: {}", waits.2);
        }
        let sixth = signe.submits(&portal, &format!("/partner/{}/krav", id.0), &[]).await;
        assert_eq!(location(&sixth), "/partner?ok=claims-wait", "{}", sixth.2);
        let desk = signe.opens(&portal, "/partner?ok=claims-wait").await.2;
        assert!(desk.contains("Du venter på svar om så mange partnere"), "{desk}");
        let known = signe.submits(&portal, &claim(4), &[]).await;
        assert_eq!(location(&known), "/partner?ok=claimed", "it waits already");
        assert_eq!(faults(&portal).await, Vec::<String>::new());
    }
}
