//! What every store promises of requests to organisers.

use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::{Activity, ActivityId, SignUpMode, State},
    identity::{AccountId, LetterLanguage, Secret},
    signup::{
        Contact, Party, Request, RequestAnswer, RequestId, RequestLink, RequestPatience,
        RequestStage, SignUpId, SignUpPurpose,
    },
};

use super::{
    partner,
    sign_up_contract::{a_visit, visit_now},
};
use crate::ports::{RequestReader, Store, WaitingRequests};

/// A visit whose organiser answers each request. The same number always makes the same.
#[must_use]
pub fn an_asked_visit(n: usize) -> Activity {
    let mut visit = a_visit(n, 10);
    let mut said = visit.particulars().clone();
    said.sign_up = SignUpMode::Request;
    visit.revise(said, vec![], visit_now());
    visit.kept(State::Published, visit_now())
}

/// Puts such visits into a store.
///
/// # Panics
///
/// Where the store fails.
pub async fn fill_asked_visits(store: &dyn Store, n: usize) -> Vec<ActivityId> {
    let visits: Vec<Activity> = (0..n).map(an_asked_visit).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let partners: Vec<_> = (0..5).map(partner).collect();
    tx.partners().add(&partners).await.expect("a write");
    tx.activities().add(&visits).await.expect("a write");
    tx.commit().await.expect("a commit");
    visits.iter().map(|it| it.id).collect()
}

/// The request of somebody who asks about an activity.
///
/// # Panics
///
/// Never: what is made is checked.
#[must_use]
pub fn a_request(n: u128, activity: ActivityId) -> Request {
    Request {
        id: RequestId(Uuid::from_u128(n)),
        activity,
        party: Party::One { name: "Bo".try_into().expect("a name"), age: 30 },
        contact: Contact {
            email: Some(format!("bo{n}@hjem.dk").try_into().expect("an address")),
            phone: Some("20 12 34 56".try_into().expect("a number")),
            language: LetterLanguage::English,
        },
        needs: Some("Jeg bruger kørestol.".try_into().expect("needs")),
        wish: Some("En onsdag\ni marts".try_into().expect("a wish")),
        consent: None,
        stage: RequestStage::Asked,
        asked_at: visit_now(),
        sent_at: None,
        answer: None,
        changed_at: visit_now(),
    }
}

/// A request comes back as it was, is open once, is told once its letter is answered, is late
/// once in each way, and is forgotten in time.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_requests(store: &dyn Store, reader: &dyn RequestReader) {
    let activity = fill_asked_visits(store, 1).await[0];
    let mut it = a_request(7, activity);
    let secret = Secret::of([7; 32]);
    let link = RequestLink { mark: secret.mark(), request: it.id, purpose: SignUpPurpose::Page };
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.requests().add(&it).await.expect("a write"));
    let twin = Request { id: RequestId(Uuid::from_u128(8)), ..it.clone() };
    assert!(!tx.requests().add(&twin).await.expect("a write"), "it is open already");
    let open = tx.requests().open_of(activity, &it.key()).await.expect("a read");
    assert_eq!(open.map(|it| it.id), Some(it.id));
    tx.requests().add_link(&link).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.request(it.id).await.expect("a read"), Some(it.clone()));
    assert_eq!(reader.request_link(&link.mark).await.expect("a read"), Some(link.clone()));
    assert_eq!(reader.requests_about(activity).await.expect("a read"), []);
    let email = "bo7@hjem.dk".try_into().expect("an address");
    assert_eq!(reader.requests_by(&email, 9).await.expect("a read"), [], "not answered yet");

    let hour = TimeDelta::hours(1);
    it.send(visit_now() + hour).expect("in time");
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(
        tx.requests().by_id(it.id).await.expect("a read").map(|it| it.stage),
        Some(RequestStage::Asked)
    );
    tx.requests().save(&it).await.expect("a write");
    tx.commit().await.expect("a commit");
    let told = reader.requests_about(activity).await.expect("a read");
    assert_eq!(told, std::slice::from_ref(&it));
    let others = [activity, ActivityId(Uuid::from_u128(1))];
    let waiting = async || reader.waiting_about(&others).await.expect("a read");
    let one = WaitingRequests { n: 1, since: visit_now() + hour };
    assert_eq!(waiting().await, [(activity, one)].into());
    let email = "BO7@hjem.dk".try_into().expect("an address");
    let own = reader.requests_by(&email, 9).await.expect("a read");
    assert_eq!((own.len(), &own[0].request), (1, &it));
    assert_eq!(own[0].title.as_str(), "Besøg nummer 0");
    let other = "bo8@hjem.dk".try_into().expect("an address");
    assert_eq!(reader.requests_by(&other, 9).await.expect("a read"), []);
    let late = async |patience, at| {
        let late = reader.late_requests(patience, at, 9).await.expect("a read");
        late.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    let note = async |patience| {
        let mut tx = store.begin().await.expect("a transaction");
        let is_new = tx.requests().note_told(it.id, patience).await.expect("a write");
        tx.commit().await.expect("a commit");
        is_new
    };
    assert_eq!(late(RequestPatience::Late, visit_now() + hour).await, []);
    assert_eq!(late(RequestPatience::Late, visit_now() + hour * 2).await, [it.id]);
    assert!(note(RequestPatience::Late).await);
    assert!(!note(RequestPatience::Late).await, "it is told of as that once");
    assert_eq!(late(RequestPatience::Late, visit_now() + hour * 2).await, []);
    assert_eq!(late(RequestPatience::LateAgain, visit_now() + hour * 2).await, [it.id]);
    assert!(note(RequestPatience::Overdue).await);
    assert!(!note(RequestPatience::LateAgain).await, "worse was told already");
    assert_eq!(late(RequestPatience::Overdue, visit_now() + hour * 2).await, []);

    let day = visit_now() + TimeDelta::days(10);
    let words = Some("Kom til porten.".try_into().expect("words"));
    let by = AccountId(Uuid::from_u128(1));
    let sign_up = Some(SignUpId(Uuid::from_u128(70)));
    let answer = RequestAnswer { by, day: Some(day), words, sign_up };
    it.answer(true, answer, visit_now() + hour * 3).expect("an answer");
    let mut tx = store.begin().await.expect("a transaction");
    tx.requests().save(&it).await.expect("a write");
    let open = tx.requests().open_of(activity, &it.key()).await.expect("a read");
    assert_eq!(open, None, "it is answered");
    assert!(tx.requests().add(&twin).await.expect("a write"), "one may ask again");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.request(it.id).await.expect("a read"), Some(it.clone()));

    reader.forget_requests(day + TimeDelta::days(7)).await.expect("a write");
    let bare = Request { needs: None, ..it.clone() };
    assert_eq!(reader.request(it.id).await.expect("a read"), Some(bare));
    assert_eq!(reader.request(twin.id).await.expect("a read"), None, "nobody answered its letter");
    reader.forget_requests(day + TimeDelta::days(30)).await.expect("a write");
    assert_eq!(reader.request(it.id).await.expect("a read"), None);
    assert_eq!(reader.request_link(&link.mark).await.expect("a read"), None);
}
