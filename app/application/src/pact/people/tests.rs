//! Looking after people, told from outside.

use domain::identity::{DeedKind, Letter, Remark, Role};

use super::*;
use crate::{
    catalogue::DeskError,
    pact::{
        house::{House, region, remark},
        moderation::{approve_partner, trust_partner},
    },
};

async fn names(house: &House, viewer: &Viewer, typed: &str) -> Vec<String> {
    let shown = show_people(&house.ports, viewer, typed).await.unwrap();
    shown.people.into_iter().map(|it| it.name.to_string()).collect()
}

/// A portal with a partner in the middle of Jutland and its administrator.
async fn house() -> (House, Viewer, PartnerId) {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    house.letters().await;
    (house, signe, partner)
}

fn why() -> Remark {
    remark("Du skriver reklamer for noget andet.")
}

#[tokio::test]
async fn moderators_look_after_those_who_act_in_their_region_and_administrators_after_all() {
    let (house, signe, _) = house().await;
    let west = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let north = house.person("niels@r.dk", &[region("nordjylland")]).await;
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let lone = house.person("lone@skole.dk", &[]).await;
    assert_eq!(names(&house, &west, "").await, ["signe"]);
    assert_eq!(names(&house, &north, "").await, Vec::<String>::new());
    assert_eq!(names(&house, &ada, "").await, ["ada", "mona", "niels", "signe"]);
    assert_eq!(names(&house, &ada, "FIRMA").await, ["signe"]);
    assert_eq!(names(&house, &ada, "lone@skole.dk").await, ["lone"]);
    assert_eq!(names(&house, &ada, "lone").await, Vec::<String>::new(), "only by her address");
    assert_eq!(names(&house, &west, "lone@skole.dk").await, Vec::<String>::new());
    assert!(show_person(&house.ports, &west, signe.account.id).await.is_ok());
    for (who, whom) in [(&north, &signe), (&west, &ada), (&west, &lone), (&signe, &signe)] {
        let shown = show_person(&house.ports, who, whom.account.id).await;
        assert!(matches!(shown, Err(PersonError::Unknown)));
        let shut = suspend_person(&house.ports, who, whom.account.id, Some(why())).await;
        assert!(matches!(shut, Err(PersonError::Unknown)));
    }
}

#[tokio::test]
async fn who_acts_for_a_partner_that_has_told_no_home_is_looked_after_by_administrators() {
    let (house, signe, partner) = house().await;
    let mut tx = house.ports.store.begin().await.unwrap();
    let mut homeless = tx.partners().by_id(partner).await.unwrap().unwrap();
    homeless.postcode = None;
    tx.partners().save(&homeless).await.unwrap();
    tx.commit().await.unwrap();
    let west = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    assert_eq!(names(&house, &west, "").await, Vec::<String>::new());
    let shut = suspend_person(&house.ports, &west, signe.account.id, Some(why())).await;
    assert!(matches!(shut, Err(PersonError::Unknown)));
    let trusted = trust_partner(&house.ports, &west, partner, true).await;
    assert!(matches!(trusted, Err(DeskError::Unknown)));
    approve_partner(&house.ports, &ada, partner).await.unwrap();
    trust_partner(&house.ports, &ada, partner, true).await.unwrap();
    suspend_person(&house.ports, &ada, signe.account.id, Some(why())).await.unwrap();
}

#[tokio::test]
async fn a_moderator_has_no_say_over_whoever_has_more_to_say() {
    let (house, _, partner) = house().await;
    let west = house.person("mona@r.dk", &[region("midtjylland")]).await;
    for role in [Role::Administrator, Role::Steering, region("midtjylland")] {
        let who = format!("{}@firma.dk", role.key());
        let both = house.person(&who, &[Role::Editor(partner), role]).await;
        let shut = suspend_person(&house.ports, &west, both.account.id, Some(why())).await;
        assert!(matches!(shut, Err(PersonError::Unknown)), "{role}");
    }
}

#[tokio::test]
async fn who_is_suspended_is_out_at_once_with_a_reason_and_comes_back() {
    let (house, signe, _) = house().await;
    let west = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let id = signe.account.id;
    let mute = suspend_person(&house.ports, &west, id, None).await;
    assert!(matches!(mute, Err(PersonError::ReasonMissing)));
    suspend_person(&house.ports, &west, id, Some(why())).await.unwrap();
    suspend_person(&house.ports, &west, id, Some(why())).await.unwrap();
    let letters = house.letters().await;
    assert!(matches!(letters.as_slice(), [(_, Letter::AccountClosed { .. })]), "{letters:?}");
    assert!(house.ports.accounts.session(signe.mark()).await.unwrap().is_none());
    lift_suspension(&house.ports, &west, id).await.unwrap();
    assert!(matches!(house.letters().await.as_slice(), [(_, Letter::AccountReopened)]));
    let shown = show_person(&house.ports, &west, id).await.unwrap();
    let told: Vec<_> =
        shown.history.deeds.iter().map(|it| (it.deed.kind, it.by.as_deref())).collect();
    assert_eq!(
        told,
        [(DeedKind::AccountReopened, Some("mona")), (DeedKind::AccountClosed, Some("mona"))]
    );
    assert_eq!(shown.history.deeds[1].deed.remark, Some(why()));
}

#[tokio::test]
async fn administrators_give_and_take_every_role() {
    let (house, signe, partner) = house().await;
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let lone = house.person("lone@skole.dk", &[]).await;
    let wish = |role: &str, region: &str, partner: &str| RoleWish {
        role: role.to_owned(),
        region: region.to_owned(),
        partner: partner.to_owned(),
    };
    for (wish, is) in [
        (wish("moderator", "midtjylland", ""), Ok(region("midtjylland"))),
        (wish("moderator", "jylland", ""), Err(RoleFault::Region)),
        (wish("editor", "", " MUNKEMOSE "), Ok(Role::Editor(partner))),
        (wish("partner-admin", "", "Ukendt"), Err(RoleFault::Partner)),
        (wish("steering", "", ""), Ok(Role::Steering)),
        (wish("admin", "", ""), Ok(Role::Administrator)),
        (wish("moderator:midtjylland", "", ""), Err(RoleFault::Role)),
        (wish("", "", ""), Err(RoleFault::Role)),
    ] {
        assert_eq!(read_role(&house.ports, &wish).await.unwrap(), is, "{wish:?}");
    }

    let id = lone.account.id;
    let roles = async || {
        let shown = show_person(&house.ports, &ada, id).await.unwrap();
        shown.person.roles.into_iter().map(|it| it.role).collect::<Vec<_>>()
    };
    for role in [Role::Editor(partner), Role::PartnerAdministrator(partner), Role::Steering] {
        give_role_to(&house.ports, &ada, id, role).await.unwrap();
        give_role_to(&house.ports, &ada, id, role).await.unwrap();
    }
    assert_eq!(roles().await, [Role::PartnerAdministrator(partner), Role::Steering]);
    assert_eq!(house.letters().await.len(), 3, "said twice is said once");
    take_role(&house.ports, &ada, id, Role::Steering).await.unwrap();
    let again = take_role(&house.ports, &ada, id, Role::Steering).await;
    assert!(matches!(again, Err(PersonError::Unknown)));
    assert_eq!(roles().await, [Role::PartnerAdministrator(partner)]);
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    for who in [&mona, &signe, &lone] {
        assert!(give_role_to(&house.ports, who, id, Role::Administrator).await.is_err());
        assert!(
            take_role(&house.ports, who, id, Role::PartnerAdministrator(partner)).await.is_err()
        );
    }
}

#[tokio::test]
async fn nobody_shuts_themselves_out() {
    let house = House::new();
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let id = ada.account.id;
    let shut = suspend_person(&house.ports, &ada, id, Some(why())).await;
    assert!(matches!(shut, Err(PersonError::Oneself)));
    let taken = take_role(&house.ports, &ada, id, Role::Administrator).await;
    assert!(matches!(taken, Err(PersonError::Oneself)));
}
