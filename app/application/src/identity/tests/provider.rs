//! Coming in through a provider, told from outside.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    identity::{
        Challenge, DeedKind, Errand, Letter, LetterLanguage, Role, Secret, Stage, Vouched, Wish,
    },
    pact::Region,
};

use super::{
    super::*,
    house::{House, email},
};
use crate::{
    history_of_account,
    ports::ProviderError,
    testing::{KnownProvider, MemoryStore, contract, partner_id, provider_contract},
};

/// A house with a provider beside it.
struct Road {
    house: House,
    provider: KnownProvider,
}

impl Road {
    fn new() -> Self {
        let (mut house, provider) = (House::new(), KnownProvider::new());
        house.ports.provider = Some(Arc::new(provider.clone()));
        Self { house, provider }
    }

    async fn set_out(&self, wish: Wish) -> Secret {
        go_to_provider(&self.house.ports, wish, None).await.unwrap().0
    }

    fn answer(secret: &Secret) -> Returned {
        Returned {
            secret: Some(secret.clone()),
            state: Challenge::of(secret).state,
            code: Some("code".to_owned()),
            issuer: None,
            error: None,
            language: LetterLanguage::Danish,
        }
    }

    async fn back(&self, secret: &Secret, vouched: Vouched) -> Result<Came, ComeBackError> {
        self.provider.knows("code", vouched);
        come_back(&self.house.ports, Self::answer(secret), &Browser::default()).await
    }

    /// There and back again.
    async fn come(&self, vouched: Vouched) -> Result<Came, ComeBackError> {
        self.back(&self.set_out(Wish::SignIn).await, vouched).await
    }

    async fn comes_in(&self, vouched: Vouched) -> Viewer {
        match self.come(vouched).await.unwrap() {
            Came::In { signed_in, .. } => self.house.viewer(&signed_in.secret).await.unwrap(),
            Came::New { .. } => panic!("nobody came in"),
        }
    }

    /// Somebody with an account to which an identity is joined.
    async fn joined(&self, who: &str, vouched: Vouched) -> Viewer {
        let viewer = self.house.member(who).await;
        let Came::New { secret, .. } = self.come(vouched).await.unwrap() else {
            panic!("it is joined already")
        };
        let browser = Browser::default();
        let came = join_identity(&self.house.ports, &viewer, &secret, &browser).await.unwrap();
        self.house.letters().await;
        self.house.viewer(&came.secret).await.unwrap()
    }
}

fn lone() -> Vouched {
    KnownProvider::somebody("lone1234")
}

fn with_address(who: &str, is_trusted: bool) -> Vouched {
    Vouched { email: Some(email(who)), email_is_trusted: is_trusted, ..lone() }
}

#[tokio::test]
async fn whom_no_account_knows_joins_one_while_signed_in_and_comes_in_from_then_on() {
    let road = Road::new();
    let viewer = road.joined("lone@skole.dk", lone()).await;
    assert_eq!(road.comes_in(lone()).await.account.id, viewer.account.id);
    let deeds = history_of_account(&road.house.ports, &viewer).await.unwrap().deeds;
    assert!(deeds.iter().any(|it| it.deed.kind == DeedKind::IdentityJoined));
}

#[tokio::test]
async fn nobody_comes_into_an_account_by_an_address_that_is_not_trusted() {
    let road = Road::new();
    road.house.member("lone@skole.dk").await;
    let came = road.come(with_address("lone@skole.dk", false)).await.unwrap();
    assert!(matches!(came, Came::New { .. }));
    let found = road.house.ports.identities.identity(&lone().identity).await.unwrap();
    assert_eq!(found, None);
}

#[tokio::test]
async fn a_trusted_address_opens_its_account_or_makes_one_and_its_owner_is_told() {
    let road = Road::new();
    let viewer = road.house.member("lone@skole.dk").await;
    let came = road.comes_in(with_address("Lone@skole.dk", true)).await;
    assert_eq!(came.account.id, viewer.account.id);
    assert!(matches!(road.house.letter().await, Letter::IdentityJoined { .. }));
    let ida = KnownProvider::somebody("ida");
    let ida = Vouched {
        email: Some(email("ida@skole.dk")),
        email_is_trusted: true,
        name: "Ida".try_into().ok(),
        ..ida
    };
    let came = road.comes_in(ida).await;
    assert_eq!((came.account.name.as_str(), came.account.roles.len()), ("Ida", 0));
}

#[tokio::test]
async fn an_address_opens_no_account_that_a_second_factor_guards_or_another_is_joined_to() {
    let road = Road::new();
    let viewer = road.house.member("lone@skole.dk").await;
    road.house.with_factor(&viewer).await;
    let two = Vouched { has_second_factor: true, ..with_address("lone@skole.dk", true) };
    assert!(matches!(road.come(two).await.unwrap(), Came::New { .. }));

    road.joined("bo@skole.dk", KnownProvider::somebody("bo")).await;
    let other = Vouched {
        email: Some(email("bo@skole.dk")),
        email_is_trusted: true,
        ..KnownProvider::somebody("a newcomer with the old address")
    };
    assert!(matches!(road.come(other).await, Err(ComeBackError::Taken)));
}

#[tokio::test]
async fn an_errand_is_of_use_once_in_its_browser_and_for_ten_minutes() {
    let road = Road::new();
    road.joined("lone@skole.dk", lone()).await;
    let secret = road.set_out(Wish::SignIn).await;
    let other = road.set_out(Wish::SignIn).await;
    let mut mixed = Road::answer(&secret);
    mixed.state = Challenge::of(&other).state;
    let back = async |returned: Returned| {
        come_back(&road.house.ports, returned, &Browser::default()).await
    };
    assert!(matches!(back(mixed).await, Err(ComeBackError::Expired)));
    let nobodys = Returned { secret: None, ..Road::answer(&secret) };
    assert!(matches!(back(nobodys).await, Err(ComeBackError::Expired)));
    let own_making = Secret::of([9; 32]);
    assert!(matches!(back(Road::answer(&own_making)).await, Err(ComeBackError::Expired)));
    assert!(matches!(road.back(&secret, lone()).await, Ok(Came::In { .. })), "it was spoilt");
    assert!(matches!(road.back(&secret, lone()).await, Err(ComeBackError::Expired)), "twice");

    road.house.passes(Errand::LIFETIME);
    assert!(matches!(road.back(&other, lone()).await, Err(ComeBackError::Expired)));
}

#[tokio::test]
async fn what_a_provider_answers_instead_is_told_apart_and_ends_the_errand() {
    let road = Road::new();
    let answered = async |error: Option<&str>, issuer: Option<&str>| {
        let secret = road.set_out(Wish::SignIn).await;
        let returned = Returned {
            code: None,
            error: error.map(str::to_owned),
            issuer: issuer.map(str::to_owned),
            ..Road::answer(&secret)
        };
        let came = come_back(&road.house.ports, returned, &Browser::default()).await;
        assert!(matches!(road.back(&secret, lone()).await, Err(ComeBackError::Expired)));
        came.unwrap_err()
    };
    assert!(matches!(answered(Some("access_denied"), None).await, ComeBackError::Declined));
    for (error, is_down) in [("temporarily_unavailable", true), ("invalid_scope", false)] {
        let error = answered(Some(error), None).await;
        let is = matches!(error, ComeBackError::Provider(ProviderError::Down(_)));
        assert_eq!(is, is_down, "{error:?}");
    }
    for issuer in [None, Some("https://evil.example")] {
        let error = answered(None, issuer).await;
        assert!(matches!(error, ComeBackError::Provider(ProviderError::Wrong(_))), "{error:?}");
    }
    let secret = road.set_out(Wish::SignIn).await;
    let unknown = Returned { code: Some("unknown".to_owned()), ..Road::answer(&secret) };
    let came = come_back(&road.house.ports, unknown, &Browser::default()).await;
    assert!(matches!(came, Err(ComeBackError::Provider(ProviderError::DeadCode))));
}

#[tokio::test]
async fn an_identity_belongs_to_one_account_and_an_account_to_one_identity() {
    let road = Road::new();
    let first = road.joined("lone@skole.dk", lone()).await;
    let second = road.house.member("bo@skole.dk").await;
    let secret = road.set_out(Wish::Join).await;
    road.provider.knows("code", lone());
    let browser = Browser { old: Some(second.session.mark.clone()), ..Browser::default() };
    let came = come_back(&road.house.ports, Road::answer(&secret), &browser).await;
    assert!(matches!(came, Err(ComeBackError::Taken)));

    let other = KnownProvider::somebody("another");
    let Came::New { secret, .. } = road.come(other).await.unwrap() else { panic!("it is new") };
    let joined = join_identity(&road.house.ports, &first, &secret, &Browser::default()).await;
    assert!(matches!(joined, Err(ComeBackError::Taken)));
    let joined = join_identity(&road.house.ports, &second, &secret, &Browser::default()).await;
    assert!(joined.is_ok());
}

#[tokio::test]
async fn joining_and_taking_off_want_somebody_who_has_just_come_in() {
    let road = Road::new();
    let viewer = road.joined("lone@skole.dk", lone()).await;
    road.house.passes(TimeDelta::minutes(11));
    let left = leave_identity(&road.house.ports, &viewer, &Browser::default()).await;
    assert!(matches!(left, Err(ComeBackError::Door(DoorError::NotFresh))));
    let viewer = road.comes_in(lone()).await;
    leave_identity(&road.house.ports, &viewer, &Browser::default()).await.unwrap();
    assert!(matches!(road.house.letter().await, Letter::IdentityLeft { .. }));
    assert!(matches!(road.come(lone()).await.unwrap(), Came::New { .. }));
    let again = leave_identity(&road.house.ports, &viewer, &Browser::default()).await;
    assert!(matches!(again, Err(ComeBackError::Door(DoorError::Unknown))));
}

#[tokio::test]
async fn roles_follow_what_the_provider_says_at_each_sign_in() {
    let road = Road::new();
    contract::fill(&*road.house.ports.store, 5).await;
    let (editor, gone) = (Role::Editor(partner_id(1)), Role::Editor(partner_id(99)));
    let teacher = || Vouched { roles: vec![editor, gone], ..lone() };
    let before = road.joined("lone@skole.dk", teacher()).await;
    assert_eq!(before.account.roles, [editor], "a partner that is not there has no editors");
    let viewer = road.comes_in(teacher()).await;
    assert_eq!(viewer.account.roles, [editor]);
    assert!(road.house.letters().await.is_empty(), "nothing has changed");

    let viewer = road.comes_in(lone()).await;
    assert!(viewer.account.roles.is_empty());
    assert_eq!(road.house.letter().await, Letter::RolesChanged);
    let deeds = history_of_account(&road.house.ports, &viewer).await.unwrap().deeds;
    let kinds: Vec<_> = deeds.iter().map(|it| it.deed.kind).collect();
    assert!(kinds.contains(&DeedKind::RoleGiven) && kinds.contains(&DeedKind::RoleTaken));
}

#[tokio::test]
async fn a_partner_keeps_its_last_administrator_whatever_the_provider_says() {
    let road = Road::new();
    contract::fill(&*road.house.ports.store, 5).await;
    let role = Role::PartnerAdministrator(partner_id(1));
    let leader = || Vouched { roles: vec![role], ..lone() };
    road.joined("lone@skole.dk", leader()).await;
    let viewer = road.comes_in(lone()).await;
    assert_eq!(viewer.account.roles, [role], "nobody says who acts for the partner");
    leave_identity(&road.house.ports, &viewer, &Browser::default()).await.unwrap();
    let kept = road.house.ports.accounts.account(&email("lone@skole.dk")).await.unwrap().unwrap();
    assert_eq!(kept.roles, [role]);
}

#[tokio::test]
async fn a_moderator_of_the_provider_shows_a_second_factor_first() {
    let road = Road::new();
    let role = Role::Moderator(Region::find("midtjylland").unwrap());
    let moderator = || Vouched { roles: vec![role], ..lone() };
    let viewer = road.joined("lone@skole.dk", moderator()).await;
    assert!(viewer.account.roles.is_empty());
    match road.come(moderator()).await.unwrap() {
        Came::In { is_withheld, .. } => assert!(is_withheld),
        Came::New { .. } => panic!("nobody came in"),
    }
    road.house.with_factor(&viewer).await;
    match road.come(moderator()).await.unwrap() {
        Came::In { signed_in, is_withheld, .. } => {
            assert_eq!((signed_in.stage, is_withheld), (Stage::AwaitingFactor, false));
            assert!(signed_in.is_staff);
        }
        Came::New { .. } => panic!("nobody came in"),
    }
    let two = Vouched { has_second_factor: true, ..moderator() };
    match road.come(two).await.unwrap() {
        Came::In { signed_in, .. } => assert_eq!(signed_in.stage, Stage::SignedIn),
        Came::New { .. } => panic!("nobody came in"),
    }
}

#[tokio::test]
async fn whose_account_is_closed_does_not_come_in_through_a_provider() {
    let road = Road::new();
    road.joined("lone@skole.dk", lone()).await;
    suspend(&road.house.ports, &email("lone@skole.dk")).await.unwrap();
    assert!(matches!(road.come(lone()).await, Err(ComeBackError::Suspended)));
}

#[tokio::test]
async fn what_nobody_came_back_for_is_forgotten() {
    let road = Road::new();
    let secret = road.set_out(Wish::SignIn).await;
    road.house.passes(Errand::WAITS_FOR + TimeDelta::seconds(1));
    forget_old_traces(&road.house.ports).await.unwrap();
    assert_eq!(road.house.ports.identities.errand(&secret.mark()).await.unwrap(), None);
}

#[tokio::test]
async fn the_memory_store_keeps_the_promises_of_identities() {
    let (identities, errands) = (MemoryStore::default(), MemoryStore::default());
    provider_contract::keeps_identities(&identities, &identities).await;
    provider_contract::gives_an_errand_once(&errands, &errands).await;
}
