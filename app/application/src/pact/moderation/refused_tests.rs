//! A partner that was refused, and whoever is of it in truth, told from outside.

use domain::{
    identity::{Letter, Membership},
    partners::Standing,
};

use super::*;
use crate::{
    catalogue::begin_draft,
    identity::Browser,
    pact::house::{House, region, remark, said},
    partners::{Claimed, IntroduceError, claim_partner, introduce_partner},
};

async fn members(house: &House, partner: PartnerId) -> Vec<(String, Option<Membership>)> {
    let mut tx = house.ports.store.begin().await.unwrap();
    let all = tx.accounts().members_of(partner).await.unwrap();
    all.into_iter().map(|it| (it.email.to_string(), it.membership(partner))).collect()
}

#[tokio::test]
async fn a_name_that_somebody_took_in_vain_is_its_owners_once_a_moderator_says_so() {
    let house = House::new();
    let (kai, partner) = house.organiser("kai@falsk.dk", "Danfoss", "https://falsk.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let (ports, browser) = (&house.ports, Browser::default());
    house.letters().await;
    refuse_partner(ports, &mona, partner, Some(remark("Du er ikke Danfoss."))).await.unwrap();
    let letters = house.letters().await;
    let [(to, Letter::PartnerRefused { .. })] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(to, "kai@falsk.dk");
    assert_eq!(members(&house, partner).await, []);
    assert!(begin_draft(ports, &kai, partner).await.is_err(), "his session has ended");

    let anna = house.person("anna@danfoss.dk", &[]).await;
    let wish = said("Danfoss A/S", "https://danfoss.dk");
    let made = introduce_partner(ports, &anna, wish, &browser).await;
    assert!(matches!(made, Err(IntroduceError::Known(it)) if it.id == partner));
    let claimed = claim_partner(ports, &anna, partner, None, &browser).await.unwrap();
    assert!(matches!(claimed, Claimed::Waits), "{claimed:?}");
    let claims = show_queue(ports, &mona).await.unwrap().claims;
    answer_claim(ports, &mona, claims[0].0.claim.id, ClaimAnswer::Yes).await.unwrap();
    let anna_alone = [("anna@danfoss.dk".to_owned(), Some(Membership::Administrator))];
    assert_eq!(members(&house, partner).await, anna_alone);
    let queue = show_queue(ports, &mona).await.unwrap();
    assert_eq!(queue.partners[0].partner.standing, Standing::Waiting, "it is looked at anew");

    house.letters().await;
    approve_partner(ports, &mona, partner).await.unwrap();
    let letters = house.letters().await;
    let [(to, Letter::PartnerApproved { .. })] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(to, "anna@danfoss.dk", "and he who was refused hears nothing");
    assert_eq!(members(&house, partner).await, anna_alone);
    let bo = house.person("bo@falsk.dk", &[]).await;
    let claimed = claim_partner(ports, &bo, partner, None, &browser).await.unwrap();
    assert!(matches!(claimed, Claimed::Waits), "their web address opens nothing: {claimed:?}");
}
