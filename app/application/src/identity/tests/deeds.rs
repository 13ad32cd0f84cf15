//! Whatever changes an account is written down, and read by its owner alone.

use chrono::TimeDelta;
use domain::{
    Uuid,
    identity::{Deed, DeedId, DeedKind, LetterLanguage, Role, Subject},
    search::PageNumber,
};

use super::{
    super::*,
    house::{House, LONG, email, name},
};
use crate::{history_of_account, turn_to};

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

    let deeds = history_of_account(&house.ports, &lone).await.unwrap().deeds;
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
    assert_eq!(others.total, 1, "somebody reads what was done to another");
}

#[tokio::test]
async fn whoever_signs_out_everywhere_is_signed_in_nowhere_and_nobody_else_is() {
    let house = House::new();
    let here = house.member("lone@skole.dk").await;
    let other = house.member("bo@skole.dk").await;
    house.passes(TimeDelta::minutes(5));
    house.ask("lone@skole.dk", Wanted::SignIn).await;
    let there = sign_in_by_link(&house.ports, &house.link().await, &Browser::default()).await;
    let there = house.viewer(&there.unwrap().secret).await.unwrap();
    assert_eq!(list_sessions(&house.ports, &there).await.unwrap().len(), 2);
    end_all_sessions(&house.ports, &here).await.unwrap();
    assert_eq!(list_sessions(&house.ports, &here).await.unwrap(), []);
    assert_eq!(list_sessions(&house.ports, &other).await.unwrap().len(), 1);
    let deeds = history_of_account(&house.ports, &here).await.unwrap().deeds;
    assert!(deeds.iter().any(|it| it.deed.kind == DeedKind::SessionsEnded));
}

#[tokio::test]
async fn what_was_not_done_is_not_written_down() {
    let house = House::new();
    let lone = house.with_password(&house.member("lone@skole.dk").await).await;
    let before = history_of_account(&house.ports, &lone).await.unwrap().total;
    let (new, browser) = (format!("{LONG}!"), Browser::default());
    assert!(change_password(&house.ports, &lone, "forkert", &new, &browser).await.is_err());
    assert_eq!(history_of_account(&house.ports, &lone).await.unwrap().total, before);
}

#[tokio::test]
async fn a_long_history_is_turned_page_by_page() {
    let house = House::new();
    let lone = house.member("lone@skole.dk").await;
    let before = history_of_account(&house.ports, &lone).await.unwrap().total;
    let mut tx = house.ports.store.begin().await.unwrap();
    for n in 0..u32::try_from(120 - before).unwrap() {
        let at = house.ports.clock.now() + TimeDelta::minutes((n + 1).into());
        let deed = Deed {
            id: DeedId(Uuid::from_u128(9_000 + u128::from(n))),
            at,
            by: Some(lone.account.id),
            on_behalf_of: None,
            kind: DeedKind::ProfileChanged,
            about: Subject::Account(lone.account.id),
            remark: None,
        };
        tx.deeds().add(&deed).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut history = history_of_account(&house.ports, &lone).await.unwrap();
    assert_eq!((history.deeds.len(), history.total, history.pages()), (50, 120, 3));
    let mut seen = history.deeds.clone();
    for (n, on_it) in [(2, 50), (3, 20)] {
        let page = PageNumber::new(n).unwrap();
        assert!(turn_to(&house.ports, &mut history, page).await.unwrap());
        assert_eq!((history.page, history.deeds.len()), (page, on_it));
        seen.extend(history.deeds.clone());
    }
    assert!(seen.is_sorted_by(|one, next| one.deed.at >= next.deed.at), "the newest first");
    seen.sort_by_key(|it| it.deed.id);
    seen.dedup();
    assert_eq!(seen.len(), 120, "each once");
    let behind = PageNumber::new(4).unwrap();
    assert!(!turn_to(&house.ports, &mut history, behind).await.unwrap());
    assert_eq!(history.page, PageNumber::new(3).unwrap(), "it stays where it is");
}
