//! Activities whose organiser answers each request, and requests about them.

use application::testing::request_contract::{a_request, an_asked_visit};
use domain::{Uuid, catalogue::Activity, identity::Who, partners::PartnerId};

use super::number;
use crate::testbed::Testbed;

async fn a_visit_of(portal: &Testbed, partner: PartnerId) -> Activity {
    let n = usize::try_from(number()).expect("a number");
    let mut visit = an_asked_visit(n);
    visit.partner = partner;
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().add(std::slice::from_ref(&visit)).await.expect("a write");
    tx.commit().await.expect("a commit");
    visit
}

/// Where anybody asks.
pub(in super::super) async fn form(portal: &Testbed) -> String {
    let visit = a_visit_of(portal, application::testing::partner_id(0)).await;
    format!("/foresporgsel/{}", visit.slug)
}

/// Where a partner answers somebody who asks.
pub(super) async fn asked(portal: &Testbed, partner: PartnerId) -> String {
    let visit = a_visit_of(portal, partner).await;
    let mut request = a_request(number(), visit.id);
    request.send(request.asked_at).expect("in time");
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    assert!(tx.requests().add(&request).await.expect("a write"));
    tx.commit().await.expect("a commit");
    format!("/partner/foresporgsler/{}", request.id.0)
}

/// Where a request is opened that somebody made who has an account.
pub(in super::super) async fn own(portal: &Testbed, who: Who) -> String {
    let id = match who {
        // Nobody's: these do not come so far.
        Who::Visitor | Who::Suspended => Uuid::nil(),
        _ => {
            let visit = a_visit_of(portal, application::testing::partner_id(0)).await;
            let mut request = a_request(number(), visit.id);
            let email = format!("{who}@skole.dk");
            request.contact.email = Some(email.as_str().try_into().expect("an address"));
            request.send(request.asked_at).expect("in time");
            let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
            assert!(tx.requests().add(&request).await.expect("a write"));
            tx.commit().await.expect("a commit");
            request.id.0
        }
    };
    format!("/konto/foresporgsler/{id}/aabn")
}
