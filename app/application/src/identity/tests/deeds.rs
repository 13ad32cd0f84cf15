//! Whatever changes an account is written down, and read by its owner alone.

use chrono::TimeDelta;
use domain::identity::{DeedKind, LetterLanguage, Role};

use super::{
    super::*,
    house::{House, LONG, email, name},
};
use crate::history_of_account;

#[tokio::test]
async fn what_changes_an_account_is_written_down_for_its_owner() {
    let house = House::new();
    let lone = house.member("lone@skole.dk").await;
    let other = house.member("bo@skole.dk").await;
    change_profile(&house.ports, &lone, name("Lone B."), LetterLanguage::English).await.unwrap();
    house.passes(TimeDelta::minutes(1));
    let lone = house.with_password(&lone).await;
    house.passes(TimeDelta::minutes(1));
    let (lone, ..) = house.with_factor(&lone).await;
    house.passes(TimeDelta::minutes(1));
    end_other_sessions(&house.ports, &lone).await.unwrap();
    house.passes(TimeDelta::minutes(1));
    let who = email("lone@skole.dk");
    invite(&house.ports, &who, name("Lone"), Role::Steering, LetterLanguage::Danish).await.unwrap();
    house.passes(TimeDelta::minutes(1));
    suspend(&house.ports, &who).await.unwrap();

    let deeds = history_of_account(&house.ports, &lone).await.unwrap();
    let kinds: Vec<DeedKind> = deeds.iter().map(|it| it.deed.kind).collect();
    assert_eq!(
        kinds[..5],
        [
            DeedKind::AccountClosed,
            DeedKind::RoleGiven,
            DeedKind::SessionsEnded,
            DeedKind::FactorOn,
            DeedKind::PasswordChanged
        ]
    );
    assert!(kinds.contains(&DeedKind::AccountOpened) && kinds.contains(&DeedKind::ProfileChanged));
    assert_eq!((deeds[0].deed.by, deeds[3].by.as_deref()), (None, Some("Lone B.")));
    let others = history_of_account(&house.ports, &other).await.unwrap();
    assert_eq!(others.len(), 1, "somebody reads what was done to another");
}

#[tokio::test]
async fn what_was_not_done_is_not_written_down() {
    let house = House::new();
    let lone = house.with_password(&house.member("lone@skole.dk").await).await;
    let before = history_of_account(&house.ports, &lone).await.unwrap().len();
    let (new, browser) = (format!("{LONG}!"), Browser::default());
    assert!(change_password(&house.ports, &lone, "forkert", &new, &browser).await.is_err());
    assert_eq!(history_of_account(&house.ports, &lone).await.unwrap().len(), before);
}
