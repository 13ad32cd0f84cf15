//! What happens at the doors, told from outside.

mod deeds;
mod house;
mod provider;

use chrono::TimeDelta;
use domain::identity::{Letter, LetterLanguage, Role, Secret, Session, Stage, Tally};

use super::*;
use crate::{
    outbox::{deliver_letters, deliver_letters_while},
    ports::Clock as _,
    testing::{MemoryStore, deed_contract, identity_contract},
};
use house::{House, LONG, email, name};

#[tokio::test]
async fn who_registers_comes_in_by_the_letter_once_and_within_ten_minutes() {
    let house = House::new();
    let lone = email("lone@skole.dk");
    let ask = || register(&house.ports, &lone, name("Lone"), LetterLanguage::Danish, None);
    ask().await.unwrap();
    let late = house.link().await;
    house.passes(TimeDelta::minutes(10));
    let come = async |secret: &Secret| {
        confirm_registration(&house.ports, secret, None, &Browser::default()).await
    };
    assert!(matches!(come(&late).await, Err(DoorError::DeadLink)));

    ask().await.unwrap();
    let secret = house.link().await;
    assert!(follow_link(&house.ports, &secret).await.is_ok(), "looking is free");
    let signed_in = come(&secret).await.unwrap();
    assert_eq!(signed_in.stage, Stage::SignedIn);
    assert_eq!(house.viewer(&signed_in.secret).await.unwrap().account.name, name("Lone"));
    assert!(matches!(come(&secret).await, Err(DoorError::DeadLink)), "it worked twice");

    ask().await.unwrap();
    assert!(matches!(house.letter().await, Letter::HasAccount { .. }));
}

#[tokio::test]
async fn who_asks_for_a_letter_without_an_account_can_make_one_with_it() {
    let house = House::new();
    house.ask("ny@skole.dk", Wanted::NewPassword).await;
    let Letter::NoAccount { secret } = house.letter().await else { panic!("another letter") };
    let come =
        async |name| confirm_registration(&house.ports, &secret, name, &Browser::default()).await;
    assert!(matches!(come(None).await, Err(DoorError::NameMissing)));
    assert!(come(Some(name("Ny"))).await.is_ok(), "a missing name used the link up");
}

#[tokio::test]
async fn known_and_unknown_addresses_cost_the_same_work() {
    let house = House::new();
    house.member("kendt@skole.dk").await;
    for who in ["kendt@skole.dk", "ukendt@skole.dk"] {
        for wanted in [Wanted::SignIn, Wanted::NewPassword] {
            house.ask(who, wanted).await;
            assert_eq!(house.letters().await.len(), 1, "{who}");
        }
        let before = house.passwords.compared();
        for _ in 0..7 {
            assert!(house.try_password(who, "forkert").await.is_err());
        }
        assert_eq!(house.passwords.compared() - before, 5, "{who}");
    }
}

#[tokio::test]
async fn an_address_gets_five_letters_and_then_none() {
    let house = House::new();
    for _ in 0..9 {
        house.ask("lone@skole.dk", Wanted::SignIn).await;
    }
    assert_eq!(house.letters().await.len(), 5);
}

#[tokio::test]
async fn two_hundred_guesses_are_slowed_and_told_and_a_letter_still_opens() {
    let house = House::new();
    let viewer = house.member("lone@skole.dk").await;
    house.with_password(&viewer).await;
    let before = house.passwords.compared();
    for _ in 0..200 {
        assert!(house.try_password("lone@skole.dk", "et gæt").await.is_err());
        house.passes(TimeDelta::seconds(1));
    }
    assert!(house.passwords.compared() - before <= 13, "{}", house.passwords.compared() - before);
    assert_eq!(house.letter().await, Letter::ManyFailures { n: 10 });
    let even_right = house.try_password("lone@skole.dk", LONG).await;
    assert!(matches!(even_right, Err(DoorError::TooOften(_))));

    house.ask("lone@skole.dk", Wanted::SignIn).await;
    let secret = house.link().await;
    sign_in_by_link(&house.ports, &secret, &Browser::default()).await.unwrap();
    assert!(house.try_password("lone@skole.dk", LONG).await.is_ok(), "the owner is kept out");
}

#[tokio::test]
async fn two_hundred_guesses_at_once_are_told_as_well() {
    let house = House::new();
    house.member("lone@skole.dk").await;
    for _ in 0..200 {
        assert!(house.try_password("lone@skole.dk", "et gæt").await.is_err());
    }
    assert_eq!(house.letter().await, Letter::ManyFailures { n: 10 });
    house.passes(Tally::REFUSED_WITHIN);
    for _ in 0..200 {
        assert!(house.try_password("lone@skole.dk", "et gæt").await.is_err());
    }
    assert_eq!(house.letter().await, Letter::ManyFailures { n: 10 }, "and so on the next day");
    for _ in 0..20 {
        assert!(house.try_password("ukendt@skole.dk", "et gæt").await.is_err());
    }
    assert_eq!(house.letters().await.len(), 0);
}

#[tokio::test]
async fn after_a_hundred_failures_only_a_letter_helps() {
    let house = House::new();
    for _ in 0..Tally::MOST_FAILURES {
        let _ = house.try_password("lone@skole.dk", "et gæt").await;
        house.passes(Tally::LONGEST_WAIT);
    }
    house.passes(TimeDelta::days(2));
    let closed = house.try_password("lone@skole.dk", "et gæt").await;
    assert!(matches!(closed, Err(DoorError::TooOften(Wait::ForLetter))));
}

#[tokio::test]
async fn a_right_password_is_a_new_session_and_the_old_one_ends() {
    let house = House::new();
    let viewer = house.with_password(&house.member("lone@skole.dk").await).await;
    let browser = Browser { old: Some(viewer.mark().clone()), device: "Firefox".to_owned() };
    let came = sign_in_by_password(&house.ports, &email("LONE@skole.dk"), LONG, &browser).await;
    let came = came.unwrap();
    assert_ne!(came.secret.mark(), *viewer.mark());
    let sessions = list_sessions(&house.ports, &house.viewer(&came.secret).await.unwrap()).await;
    assert_eq!(sessions.unwrap().len(), 1, "the old session is still alive");
}

#[tokio::test]
async fn who_has_a_second_factor_is_asked_for_it_on_both_roads_and_after_a_new_password() {
    let house = House::new();
    let viewer = house.with_password(&house.member("lone@skole.dk").await).await;
    let (_, key, codes) = house.with_factor(&viewer).await;
    assert_eq!(codes.len(), 8);

    house.ask("lone@skole.dk", Wanted::NewPassword).await;
    let secret = house.link().await;
    let weak = reset_password(&house.ports, &secret, "kort").await;
    assert!(matches!(weak, Err(DoorError::WeakPassword(_))));
    reset_password(&house.ports, &secret, "otte tegn").await.unwrap();
    assert_eq!(house.letter().await, Letter::PasswordChanged);
    assert!(house.viewer(&secret).await.is_none());

    let half = house.try_password("lone@skole.dk", "otte tegn").await.unwrap();
    assert_eq!(half.stage, Stage::AwaitingFactor);
    house.ask("lone@skole.dk", Wanted::SignIn).await;
    let link = house.link().await;
    let by_link = sign_in_by_link(&house.ports, &link, &Browser::default()).await.unwrap();
    assert_eq!(by_link.stage, Stage::AwaitingFactor);

    let show = async |typed: &str| {
        show_second_factor(&house.ports, &half.secret.mark(), typed, &Browser::default()).await
    };
    assert!(matches!(show("000000").await, Err(DoorError::WrongCode)));
    let now = house.passes(TimeDelta::minutes(1));
    let came = show(&key.code_at(now)).await.unwrap();
    assert_eq!(came.stage, Stage::SignedIn);
    assert!(house.viewer(&half.secret).await.is_none(), "the half session went on");

    let (mark, browser) = (by_link.secret.mark(), Browser::default());
    show_second_factor(&house.ports, &mark, &codes[0], &browser).await.unwrap();
    assert_eq!(house.letter().await, Letter::RecoveryCodeUsed { left: 7 });
}

#[tokio::test]
async fn codes_are_guessed_five_times_and_then_it_takes_time() {
    let house = House::new();
    house.with_factor(&house.member("lone@skole.dk").await).await;
    house.ask("lone@skole.dk", Wanted::SignIn).await;
    let half =
        sign_in_by_link(&house.ports, &house.link().await, &Browser::default()).await.unwrap();
    let (mark, browser, mut wrong) = (half.secret.mark(), Browser::default(), 0);
    for _ in 0..50 {
        let tried = show_second_factor(&house.ports, &mark, "123456", &browser).await;
        wrong += u32::from(matches!(tried, Err(DoorError::WrongCode)));
    }
    assert_eq!(wrong, Tally::FREE_FAILURES);
    assert_eq!(house.letter().await, Letter::ManyWrongCodes { n: 5 });
    for _ in 0..3 {
        house.passes(TimeDelta::minutes(1));
        let tried = show_second_factor(&house.ports, &mark, "123456", &browser).await;
        assert!(matches!(tried, Err(DoorError::WrongCode)));
    }
    assert_eq!(house.letters().await.len(), 0, "it is told once a day");
}

#[tokio::test]
async fn a_short_password_and_a_role_hold_the_second_factor_in_place() {
    let house = House::new();
    let (viewer, ..) = house.with_factor(&house.member("lone@skole.dk").await).await;
    let came = change_password(&house.ports, &viewer, "", "otte tegn", &Browser::default()).await;
    let viewer = house.viewer(&came.unwrap().secret).await.unwrap();
    drop_second_factor(&house.ports, &viewer).await.unwrap();
    let account = house.ports.accounts.account(&email("lone@skole.dk")).await.unwrap().unwrap();
    assert_eq!(account.password, None, "a short password stands alone");

    let who = email("admin@pagten.dk");
    let (role, danish) = (Role::Administrator, LetterLanguage::Danish);
    let secret = invite(&house.ports, &who, name("Ada"), role, danish).await.unwrap();
    let came = sign_in_by_link(&house.ports, &secret, &Browser::default()).await.unwrap();
    house.letters().await;
    let (viewer, ..) = house.with_factor(&house.viewer(&came.secret).await.unwrap()).await;
    let dropped = drop_second_factor(&house.ports, &viewer).await;
    assert!(matches!(dropped, Err(DoorError::FactorNeeded)));
}

#[tokio::test]
async fn ways_in_are_changed_only_by_who_has_just_come_in() {
    let house = House::new();
    let viewer = house.member("lone@skole.dk").await;
    house.passes(Session::FRESH_FOR);
    let ports = &house.ports;
    let refused = [
        change_password(ports, &viewer, "", LONG, &Browser::default()).await.err(),
        ask_for_address(ports, &viewer, &email("ny@skole.dk")).await.err(),
        propose_second_factor(ports, &viewer).await.err(),
        confirm_second_factor(ports, &viewer, "1", &Browser::default()).await.err(),
        new_recovery_codes(ports, &viewer).await.err(),
        drop_second_factor(ports, &viewer).await.err(),
    ];
    for error in refused {
        assert!(matches!(error, Some(DoorError::NotFresh)), "{error:?}");
    }
}

#[tokio::test]
async fn an_address_changes_once_both_letters_were_followed() {
    let house = House::new();
    let viewer = house.member("lone@skole.dk").await;
    ask_for_address(&house.ports, &viewer, &email("lone@hjemme.dk")).await.unwrap();
    let letters = house.letters().await;
    assert_eq!(
        letters.iter().map(|it| it.to.as_str()).collect::<Vec<_>>(),
        ["lone@skole.dk", "lone@hjemme.dk"]
    );
    let secrets: Vec<_> = letters.iter().filter_map(|it| it.letter.secret().cloned()).collect();
    assert_eq!(agree_to_address(&house.ports, &secrets[1]).await.unwrap(), Agreed::WaitsForOther);
    assert_eq!(agree_to_address(&house.ports, &secrets[0]).await.unwrap(), Agreed::Changed);
    let told = house.letters().await;
    assert_eq!(told[0].to, email("lone@skole.dk"));
    assert_eq!(told[0].letter, Letter::AddressChanged { new: email("lone@hjemme.dk") });
    assert!(who_asks(&house.ports, &secrets[0]).await.unwrap().is_none());
    assert!(house.ports.accounts.account(&email("lone@hjemme.dk")).await.unwrap().is_some());
}

#[tokio::test]
async fn one_account_asks_for_thirty_addresses_a_day() {
    let house = House::new();
    let viewer = house.member("lone@skole.dk").await;
    for n in 0..30 {
        let new = email(&format!("lone{n}@hjemme.dk"));
        ask_for_address(&house.ports, &viewer, &new).await.unwrap();
    }
    assert_eq!(house.letters().await.len(), 60);
    let one_more = ask_for_address(&house.ports, &viewer, &email("lone@hjemme.dk")).await;
    assert!(matches!(one_more, Err(DoorError::TooManyLetters)));
    assert_eq!(house.letters().await.len(), 0);
}

#[tokio::test]
async fn nobody_learns_from_a_change_of_address_who_else_is_here() {
    let house = House::new();
    house.member("mads@skole.dk").await;
    let viewer = house.member("lone@skole.dk").await;
    ask_for_address(&house.ports, &viewer, &email("mads@skole.dk")).await.unwrap();
    let letters = house.letters().await;
    assert!(matches!(letters[0].letter, Letter::OldAddress { .. }));
    assert_eq!(
        (letters[1].to.as_str(), &letters[1].letter),
        ("mads@skole.dk", &Letter::AddressTaken)
    );
    let secret = letters[0].letter.secret().unwrap();
    assert_eq!(agree_to_address(&house.ports, secret).await.unwrap(), Agreed::WaitsForOther);
}

#[tokio::test]
async fn a_new_role_and_a_closed_account_end_every_session_at_once() {
    let house = House::new();
    let secret = {
        house.member("lone@skole.dk").await;
        house.ask("lone@skole.dk", Wanted::SignIn).await;
        sign_in_by_link(&house.ports, &house.link().await, &Browser::default())
            .await
            .unwrap()
            .secret
    };
    assert!(house.viewer(&secret).await.is_some());
    let (who, danish) = (email("lone@skole.dk"), LetterLanguage::Danish);
    let link = invite(&house.ports, &who, name("x"), Role::Administrator, danish).await.unwrap();
    assert!(house.viewer(&secret).await.is_none(), "an old cookie holds a new role");
    assert_eq!(house.letter().await, Letter::RolesChanged);

    let secret = sign_in_by_link(&house.ports, &link, &Browser::default()).await.unwrap().secret;
    suspend(&house.ports, &who).await.unwrap();
    assert!(house.viewer(&secret).await.is_none());
    house.ask("lone@skole.dk", Wanted::SignIn).await;
    assert_eq!(house.letter().await, Letter::Suspended);
    reinstate(&house.ports, &who).await.unwrap();
    assert!(house.viewer(&secret).await.is_none(), "a session came back to life");
}

#[tokio::test]
async fn nobody_ends_the_session_of_another() {
    let house = House::new();
    let (lone, mads) = (house.member("lone@skole.dk").await, house.member("mads@skole.dk").await);
    let ended = end_session(&house.ports, &lone, mads.session.id).await;
    assert!(matches!(ended, Err(DoorError::Unknown)));
    assert!(end_session(&house.ports, &mads, mads.session.id).await.unwrap());
    assert!(matches!(
        change_profile(&house.ports, &mads, name("M"), LetterLanguage::Danish).await,
        Err(DoorError::Unknown)
    ));
}

#[tokio::test]
async fn a_letter_that_cannot_leave_is_tried_for_two_days_and_then_seen_to_be_dead() {
    let house = House::new();
    house.ask("lone@skole.dk", Wanted::SignIn).await;
    house.post.fail(u64::MAX);
    let (mut tries, start) = (0, house.clock.now());
    loop {
        let delivered = deliver_letters(&house.ports, &house.post).await.unwrap();
        tries += delivered.put_off + delivered.given_up;
        if delivered.given_up > 0 {
            break;
        }
        house.passes(TimeDelta::minutes(1));
    }
    let took = house.clock.now() - start;
    assert!(took > TimeDelta::hours(30) && took < TimeDelta::hours(49), "{took}");
    assert_eq!(tries, 12);
    assert_eq!(house.ports.letters.figures().await.unwrap().dead, 1);
}

#[tokio::test]
async fn whoever_stops_between_letters_frees_those_that_were_not_handed_over() {
    let house = House::new();
    for who in ["lone@skole.dk", "mads@skole.dk", "ida@skole.dk"] {
        let (who, called) = (email(who), name("Lone"));
        register(&house.ports, &who, called, LetterLanguage::Danish, None).await.unwrap();
    }
    let goes_on = || house.post.letters().is_empty();
    let delivered = deliver_letters_while(&house.ports, &house.post, goes_on).await.unwrap();
    assert_eq!((delivered.sent, house.post.letters().len()), (1, 1));
    let rest = deliver_letters(&house.ports, &house.post).await.unwrap();
    assert_eq!(rest.sent, 2, "they wait for the end of a lease");
}

#[tokio::test]
async fn the_memory_store_keeps_the_promises_of_the_doors() {
    let store = MemoryStore::default;
    let (accounts, sessions, links, letters) = (store(), store(), store(), store());
    identity_contract::keeps_accounts(&accounts, &accounts).await;
    identity_contract::counts_what_is_tried(&store()).await;
    identity_contract::keeps_sessions(&sessions, &sessions).await;
    identity_contract::gives_a_link_once(&links, &links).await;
    identity_contract::leases_letters(&letters, &letters).await;
    let (deeds, long) = (store(), store());
    deed_contract::tells_deeds(&deeds, &deeds).await;
    deed_contract::tells_histories_in_pages(&long, &long).await;
}
