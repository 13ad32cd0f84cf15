//! Who acts for a partner, told from outside.

use chrono::TimeDelta;
use domain::{
    Email,
    identity::{Letter, LetterLanguage, PersonName, Role, Secret},
};

use super::*;
use crate::{
    identity::{Browser, suspend},
    pact::{approve_partner, house::House},
};

fn email(text: &str) -> Email {
    text.try_into().unwrap()
}

fn name(text: &str) -> PersonName {
    text.try_into().unwrap()
}

const DANISH: LetterLanguage = LetterLanguage::Danish;

/// An approved partner with its administrator.
async fn partner(house: &House) -> (Viewer, PartnerId) {
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    approve_partner(&house.ports, &ada, partner).await.unwrap();
    house.letters().await;
    (signe, partner)
}

async fn invites(house: &House, who: &Viewer, partner: PartnerId, to: &str) -> Secret {
    let wish = (&email(to), Membership::Editor);
    invite_member(&house.ports, who, partner, wish, DANISH).await.unwrap();
    let letters = house.letters().await;
    let [(address, Letter::Invited { secret, .. })] = letters.as_slice() else {
        panic!("{letters:?}")
    };
    assert_eq!(address, to);
    secret.clone()
}

async fn members(house: &House, who: &Viewer, partner: PartnerId) -> Vec<(String, Membership)> {
    let shown = show_members(&house.ports, who, partner).await.unwrap();
    shown.members.into_iter().map(|it| (it.email.to_string(), it.membership)).collect()
}

#[tokio::test]
async fn whoever_introduces_a_partner_invites_a_newcomer_who_comes_in() {
    let house = House::new();
    let (signe, partner) = partner(&house).await;
    let secret = invites(&house, &signe, partner, "ida@andet.dk").await;
    assert!(show_invitation(&house.ports, &secret).await.unwrap().is_new_here);
    assert_eq!(show_members(&house.ports, &signe, partner).await.unwrap().invitations.len(), 1);

    let browser = Browser::default();
    let mute = accept_invitation(&house.ports, &secret, (None, DANISH), &browser).await;
    assert!(matches!(mute, Err(MemberError::NameMissing)));
    let yes = accept_invitation(&house.ports, &secret, (Some(name("Ida")), DANISH), &browser).await;
    let Ok(Accepted::In(came)) = yes else { panic!("{yes:?}") };
    let ida = house.again(&came.secret).await;
    assert_eq!(
        members(&house, &ida, partner).await,
        [
            ("ida@andet.dk".to_owned(), Membership::Editor),
            ("signe@firma.dk".to_owned(), Membership::Administrator)
        ]
    );
    let twice =
        accept_invitation(&house.ports, &secret, (Some(name("Ida")), DANISH), &browser).await;
    assert!(matches!(twice, Err(MemberError::DeadLink)));
    let shown = show_members(&house.ports, &signe, partner).await.unwrap();
    assert!(shown.invitations.is_empty());
    let kinds: Vec<_> = shown.history.deeds.iter().map(|it| it.deed.kind).collect();
    assert_eq!(kinds, [DeedKind::MemberJoined, DeedKind::MemberInvited]);
    let wish = (&email("IDA@andet.dk"), Membership::Editor);
    let known = invite_member(&house.ports, &signe, partner, wish, DANISH).await;
    assert!(matches!(known, Err(MemberError::IsMember)));
}

#[tokio::test]
async fn an_invitation_lets_nobody_into_an_account_that_there_is() {
    let house = House::new();
    let (signe, partner) = partner(&house).await;
    house.person("bo@skole.dk", &[]).await;
    let secret = invites(&house, &signe, partner, "bo@skole.dk").await;
    assert!(!show_invitation(&house.ports, &secret).await.unwrap().is_new_here);
    let elsewhere = Browser::default();
    let yes = accept_invitation(&house.ports, &secret, (None, DANISH), &elsewhere).await;
    assert!(matches!(yes, Ok(Accepted::SignsIn)), "{yes:?}");
    assert_eq!(members(&house, &signe, partner).await.len(), 2);

    // In the browser that speaks for the account already, it goes on doing so.
    let ida = house.person("ida@skole.dk", &[]).await;
    let secret = invites(&house, &signe, partner, "ida@skole.dk").await;
    let browser = Browser { old: Some(ida.mark().clone()), ..Browser::default() };
    let yes = accept_invitation(&house.ports, &secret, (None, DANISH), &browser).await;
    assert!(matches!(yes, Ok(Accepted::In(_))), "{yes:?}");
}

#[tokio::test]
async fn an_invitation_falls_when_it_is_old_withdrawn_repeated_or_the_inviter_may_no_more() {
    let house = House::new();
    let (signe, partner) = partner(&house).await;
    let browser = Browser::default();
    let is_dead = async |secret: &Secret| {
        let yes =
            accept_invitation(&house.ports, secret, (Some(name("X")), DANISH), &browser).await;
        matches!(yes, Err(MemberError::DeadLink))
    };
    let first = invites(&house, &signe, partner, "ida@andet.dk").await;
    let second = invites(&house, &signe, partner, "Ida@andet.dk").await;
    assert!(is_dead(&first).await && show_invitation(&house.ports, &second).await.is_ok());
    let waiting = show_members(&house.ports, &signe, partner).await.unwrap().invitations;
    assert_eq!(waiting.len(), 1);
    withdraw_invitation(&house.ports, &signe, (partner, waiting[0].id)).await.unwrap();
    assert!(is_dead(&second).await);

    house.passes(TimeDelta::minutes(16));
    let third = invites(&house, &signe, partner, "ida@andet.dk").await;
    house.passes(TimeDelta::days(7));
    assert!(show_invitation(&house.ports, &third).await.is_err() && is_dead(&third).await);

    let fourth = invites(&house, &signe, partner, "ida@andet.dk").await;
    suspend(&house.ports, &email("signe@firma.dk")).await.unwrap();
    assert!(is_dead(&fourth).await);
}

#[tokio::test]
async fn whoever_withdraws_what_they_wrote_writes_to_no_more_strangers_for_it() {
    let house = House::new();
    let (signe, partner) = partner(&house).await;
    let invite = async |n: u32| {
        let to = email(&format!("p{n}@andet.dk"));
        let wish = (&to, Membership::Editor);
        invite_member(&house.ports, &signe, partner, wish, DANISH).await
    };
    for n in 0..30 {
        invite(n).await.unwrap();
        let shown = show_members(&house.ports, &signe, partner).await.unwrap();
        let waits = shown.invitations[0].id;
        withdraw_invitation(&house.ports, &signe, (partner, waits)).await.unwrap();
    }
    assert_eq!(house.letters().await.len(), 30);
    assert!(matches!(invite(30).await, Err(MemberError::TooManyLetters)));
    assert!(house.letters().await.is_empty());
    house.passes(TimeDelta::hours(24));
    invite(30).await.unwrap();
}

#[tokio::test]
async fn nobody_is_written_to_about_a_partner_that_nobody_has_looked_at() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Billige piller", "https://piller.dk").await;
    let wish = (&email("offer@skole.dk"), Membership::Editor);
    let invited = invite_member(&house.ports, &signe, partner, wish, DANISH).await;
    assert!(matches!(invited, Err(MemberError::PartnerNotApproved)));
    assert!(!show_members(&house.ports, &signe, partner).await.unwrap().may_invite);
}

#[tokio::test]
async fn administrators_change_and_remove_and_the_last_one_stays() {
    let house = House::new();
    let (signe, partner) = partner(&house).await;
    let ida = house.person("ida@andet.dk", &[Role::Editor(partner)]).await;
    let signe_id = (partner, signe.account.id);
    let browser = Browser::default();
    let ports = &house.ports;
    let left = leave_partner(ports, &signe, partner, &browser).await;
    assert!(matches!(left, Err(MemberError::LastAdministrator)));
    let lowered = change_member(ports, &signe, signe_id, Membership::Editor).await;
    assert!(matches!(lowered, Err(MemberError::LastAdministrator)));
    assert!(matches!(
        remove_member(ports, &signe, signe_id).await,
        Err(MemberError::LastAdministrator)
    ));

    let ida_id = (partner, ida.account.id);
    change_member(ports, &signe, ida_id, Membership::Administrator).await.unwrap();
    change_member(ports, &signe, ida_id, Membership::Administrator).await.unwrap();
    let letters = house.letters().await;
    assert_eq!(letters.len(), 1, "said twice is said once: {letters:?}");
    assert!(matches!(letters[0].1, Letter::MemberChanged { .. }) && letters[0].0 == "ida@andet.dk");
    let old = show_members(ports, &ida, partner).await;
    assert!(old.is_ok(), "what was read before is as it was");
    assert!(
        remove_member(ports, &ida, signe_id).await.is_err(),
        "the session from before the change has ended"
    );

    let came = leave_partner(ports, &signe, partner, &browser).await.unwrap();
    let signe = house.again(&came.secret).await;
    assert!(signe.account.roles.is_empty() && house.letters().await.is_empty());
    assert!(matches!(show_members(ports, &signe, partner).await, Err(MemberError::Unknown)));
}

#[tokio::test]
async fn editors_and_strangers_change_nothing() {
    let house = House::new();
    let (signe, partner) = partner(&house).await;
    let ida = house.person("ida@andet.dk", &[Role::Editor(partner)]).await;
    let (olav, _) = house.organiser("olav@firma.dk", "Andet hus", "https://andet.dk").await;
    let bo = (partner, signe.account.id);
    let wish = (&email("x@skole.dk"), Membership::Administrator);
    for who in [&ida, &olav] {
        let ports = &house.ports;
        assert!(invite_member(ports, who, partner, wish, DANISH).await.is_err());
        assert!(change_member(ports, who, bo, Membership::Editor).await.is_err());
        assert!(remove_member(ports, who, bo).await.is_err());
    }
    assert!(show_members(&house.ports, &olav, partner).await.is_err());
    let seen = show_members(&house.ports, &ida, partner).await.unwrap();
    assert!(!seen.may_change && seen.invitations.is_empty());
    assert_eq!(members(&house, &signe, partner).await.len(), 2);
}

#[tokio::test]
async fn the_memory_store_keeps_the_promises_of_invitations() {
    use crate::testing::{MemoryStore, people_contract};

    let store = MemoryStore::default();
    people_contract::keeps_invitations(&store, &store).await;
    let store = MemoryStore::default();
    people_contract::tells_who_acts_for_whom(&store, &store).await;
}
