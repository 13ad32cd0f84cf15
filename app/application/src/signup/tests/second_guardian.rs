//! A second guardian takes the consent back, by a link that is for nothing else.

use super::*;

/// A child that is signed up with a second guardian; answers the first one's page and what the
/// second one was told.
async fn with_second(house: &House) -> (Secret, SignUpLetter) {
    house.send("k", &TypedParty { kin: with_kin("ali@hjem.dk"), ..child() }).await.unwrap();
    let asked = house.letters().await.remove(0);
    assert!(asked.withdraws.is_none(), "nothing is agreed to yet");
    let first = confirm_sign_up(&house.ports, asked.secret.as_ref().unwrap()).await.unwrap();
    let mut told = house.letters().await;
    assert!(told.iter().all(|it| it.withdraws.is_some() == it.named_by.is_some()), "{told:?}");
    (first.secret, told.pop().unwrap())
}

#[tokio::test]
async fn a_second_guardian_takes_the_consent_back_once_and_both_are_told_who_did() {
    let house = House::with_seats(1).await;
    let (first, told) = with_second(&house).await;
    let secret = told.withdraws.unwrap();
    let seen = asked_to_withdraw(&house.ports, &secret).await.unwrap().sign_up;
    assert_eq!(seen.entry.stage, Stage::Confirmed, "looking changes nothing");
    house.passes(TimeDelta::hours(1));
    withdraw_consent(&house.ports, &secret).await.unwrap();
    let at = house.clock.now();
    let left = show_sign_up(&house.ports, &first).await.unwrap();
    assert_eq!(left.sign_up.entry.stage, Stage::Gone(Gone::ConsentWithdrawn));
    assert_eq!((left.sign_up.consent.unwrap().withdrawn_at, left.free), (Some(at), 1));
    let steps = house.ports.sign_ups.steps_of(seen.id).await.unwrap();
    let last = steps.last().unwrap().reason;
    assert_eq!(last, domain::signup::Reason::ConsentWithdrawnBySecond, "it is written down who");
    let told = house.letters().await;
    let by_second = |it: &SignUpLetter| it.news == SignUpNews::ConsentWithdrawnBySecond;
    assert!(told.len() == 2 && told.iter().all(by_second), "{told:?}");
    assert!(told.iter().all(|it| it.withdraws.is_none()), "there is nothing left to take back");

    house.passes(TimeDelta::hours(1));
    withdraw_consent(&house.ports, &secret).await.unwrap();
    assert_eq!(house.letters().await, [], "said twice, it is said once");
    let seen = asked_to_withdraw(&house.ports, &secret).await.unwrap().sign_up;
    assert_eq!(seen.consent.unwrap().withdrawn_at, Some(at));
}

#[tokio::test]
async fn the_link_is_for_nothing_else_and_dies_with_whoever_is_taken_off() {
    let house = House::with_seats(3).await;
    let (first, told) = with_second(&house).await;
    let secret = told.withdraws.unwrap();
    let dead = |told: Result<(), SignUpError>| assert!(matches!(told, Err(SignUpError::DeadLink)));
    dead(show_sign_up(&house.ports, &secret).await.map(drop));
    dead(cancel_sign_up(&house.ports, &secret, true).await);
    dead(change_kin(&house.ports, &secret, &TypedKin::default()).await);
    dead(confirm_sign_up(&house.ports, &secret).await.map(drop));
    dead(asked_whether_coming(&house.ports, &secret).await.map(drop));
    dead(answer_whether_coming(&house.ports, &secret, false).await);
    for page in [&first, told.secret.as_ref().unwrap()] {
        dead(withdraw_consent(&house.ports, page).await);
        dead(asked_to_withdraw(&house.ports, page).await.map(drop));
    }
    assert_eq!(house.stage(&first).await, Stage::Confirmed);

    change_kin(&house.ports, &first, &with_kin("bo@hjem.dk")).await.unwrap();
    dead(withdraw_consent(&house.ports, &secret).await);
    let named = house.letters().await.remove(0);
    withdraw_consent(&house.ports, &named.withdraws.unwrap()).await.unwrap();
    assert_eq!(house.stage(&first).await, Stage::Gone(Gone::ConsentWithdrawn));
}
