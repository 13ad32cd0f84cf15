//! What is a moderator's own is a colleague's to answer, told from outside.

use chrono::TimeDelta;
use domain::{
    identity::{Letter, LetterLanguage, Role},
    pact::{CaseId, Report, Verdict},
    partners::CoOwner,
};

use super::*;
use crate::{
    identity::Browser,
    pact::{
        house::{House, region, remark, said},
        report_activity,
    },
    partners::{Claimed, claim_partner, introduce_partner},
};

/// Somebody with these roles who asked for a partner of their own.
async fn organiser_with(house: &House, who: &str, roles: &[Role]) -> (Viewer, PartnerId) {
    let viewer = house.person(who, roles).await;
    let browser = Browser { old: Some(viewer.mark().clone()), ..Browser::default() };
    let wish = said("Munkemose", "https://munkemose.dk");
    let (partner, came) = introduce_partner(&house.ports, &viewer, wish, &browser).await.unwrap();
    (house.again(&came.secret).await, partner)
}

fn is_own<T>(answer: Result<T, DeskError>) -> bool {
    answer.is_err_and(|it| matches!(it, DeskError::OwnCase))
}

#[tokio::test]
async fn nobody_answers_for_a_partner_for_which_they_act_also_whoever_runs_the_portal() {
    for role in [region("midtjylland"), Role::Administrator] {
        let house = House::new();
        let (mona, partner) = organiser_with(&house, "mona@region.dk", &[role]).await;
        let lars = house.person("lars@region.dk", &[region("midtjylland")]).await;
        let (ports, why) = (&house.ports, || Some(remark("Det går ikke.")));
        let id = house.waits(&mona, partner, "8800").await;
        assert!(is_own(approve_partner(ports, &mona, partner).await), "{role}");
        assert!(is_own(refuse_partner(ports, &mona, partner, why()).await), "{role}");
        let candidate = show_candidate(ports, &mona, partner).await.unwrap();
        assert!(candidate.is_own && !show_candidate(ports, &lars, partner).await.unwrap().is_own);
        let queue = show_queue(ports, &mona).await.unwrap();
        assert!(queue.partners[0].is_own && queue.activities[0].1.is_own, "{role}");

        approve_partner(ports, &lars, partner).await.unwrap();
        assert!(is_own(trust_partner(ports, &mona, partner, true).await), "{role}");
        assert!(is_own(house.approves(&mona, id).await), "{role}");
        assert!(is_own(return_activity(ports, &mona, id, why()).await), "{role}");
        let ticked = house.sees(&[CaseId::Activity(id)]).await;
        let done = approve_cases(ports, &mona, &ticked).await.unwrap();
        assert!(matches!(done[0].outcome, Err(DeskError::OwnCase)), "{role}");
        assert!(show_case(ports, &mona, id).await.unwrap().is_own, "{role}");
        assert!(!show_case(ports, &lars, id).await.unwrap().is_own, "{role}");
        house.passes(TimeDelta::minutes(1));
        house.approves(&lars, id).await.unwrap();
    }
}

#[tokio::test]
async fn nobody_answers_their_own_claim_and_whoever_says_who_acts_hears_of_a_newcomer() {
    let house = House::new();
    let (_, partner) = house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let lars = house.person("lars@region.dk", &[region("midtjylland")]).await;
    let ports = &house.ports;
    approve_partner(ports, &lars, partner).await.unwrap();
    let claimed = claim_partner(ports, &mona, partner, None, &Browser::default()).await.unwrap();
    assert!(matches!(claimed, Claimed::Waits), "{claimed:?}");
    house.letters().await;

    let queue = show_queue(ports, &mona).await.unwrap();
    let (told, waits) = &queue.claims[0];
    assert!(waits.is_own && !show_queue(ports, &lars).await.unwrap().claims[0].1.is_own);
    let id = told.claim.id;
    assert!(is_own(answer_claim(ports, &mona, id, ClaimAnswer::Yes).await));
    let no = ClaimAnswer::No(Some(remark("Nej tak.")));
    assert!(is_own(answer_claim(ports, &mona, id, no).await));
    assert_eq!(show_candidate(ports, &mona, partner).await.unwrap().own_claim, Some(id));
    assert_eq!(show_candidate(ports, &lars, partner).await.unwrap().own_claim, None);
    assert_eq!(house.letters().await, []);

    answer_claim(ports, &lars, id, ClaimAnswer::Yes).await.unwrap();
    let name = show_candidate(ports, &lars, partner).await.unwrap().partner.name;
    let mut letters = house.letters().await;
    letters.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        letters,
        [
            ("mona@region.dk".to_owned(), Letter::PartnerGranted { partner: name.clone() }),
            ("signe@firma.dk".to_owned(), Letter::MemberCame { partner: name }),
        ]
    );
}

#[tokio::test]
async fn whoever_acts_for_a_co_owner_leaves_what_was_reported_to_a_colleague() {
    let house = House::new();
    let (signe, partner) = house.organiser("signe@firma.dk", "Firma", "https://firma.dk").await;
    let (mona, beside) = organiser_with(&house, "mona@r.dk", &[region("midtjylland")]).await;
    let lars = house.person("lars@r.dk", &[region("midtjylland")]).await;
    let ports = &house.ports;
    let id = house.waits(&signe, partner, "8800").await;
    approve_partner(ports, &lars, partner).await.unwrap();
    let slug = house.approves(&lars, id).await.unwrap();
    let report = Report::read("unsafe", "Der var glat.", "").unwrap();
    report_activity(ports, &slug, report, LetterLanguage::Danish).await.unwrap();
    let asked = ports.reviews.reviews_of(id).await.unwrap()[0].id;

    let mut it = CoOwner::asked(id, beside, ports.clock.now());
    for has_joined in [false, true] {
        it.joined_at = has_joined.then(|| ports.clock.now());
        let mut tx = ports.store.begin().await.unwrap();
        tx.co_owners().put(&it).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(show_case(ports, &mona, id).await.unwrap().is_own, has_joined);
    }
    let fine = || (Verdict::Fine, None);
    assert!(is_own(answer_review(ports, &mona, asked, fine()).await));
    answer_review(ports, &lars, asked, fine()).await.unwrap();
}
