//! Who may do what, tried over HTTP: every way, in every capacity, on everybody's.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use application::{
    identity,
    testing::{KnownProvider, contract},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    identity::{Action, Outcome, Role, Scope, Who, outcome},
    pact::Region,
    partners::PartnerId,
};
use server::http::rights::{WAYS, Way};

use crate::{
    people::{Answer, Person, account, location, signed_in},
    testbed::{On, Testbed},
};
use yes::status_of_yes;

mod lying;
mod sources;
mod yes;

fn partner(n: u128) -> PartnerId {
    PartnerId(domain::Uuid::from_u128(n))
}

fn region(key: &str) -> Region {
    Region::find(key).expect("it works")
}

fn roles(who: Who) -> Vec<Role> {
    match who {
        Who::Visitor | Who::Participant | Who::Suspended => vec![],
        Who::Editor => vec![Role::Editor(partner(1))],
        Who::PartnerAdministrator => vec![Role::PartnerAdministrator(partner(1))],
        Who::Moderator => vec![Role::Moderator(region("midtjylland"))],
        Who::Steering => vec![Role::Steering],
        Who::Administrator => vec![Role::Administrator],
    }
}

/// Somebody in a capacity, with a browser of their own.
async fn somebody(portal: &Testbed, who: Who) -> Person {
    if who == Who::Visitor {
        return Person::default();
    }
    let email = format!("{who}@skole.dk");
    let person = signed_in(portal, &email, &roles(who)).await;
    if who == Who::Suspended {
        identity::suspend(&portal.plugs.ports, &email.as_str().try_into().expect("it works"))
            .await
            .expect("it works");
    }
    person
}

/// The open sessions of whoever has an address.
async fn sessions(portal: &Testbed, email: &str) -> BTreeSet<domain::Uuid> {
    let (accounts, email) = (&portal.plugs.ports.accounts, email.try_into().expect("an address"));
    let Some(owner) = accounts.account(&email).await.expect("a read") else {
        return BTreeSet::new();
    };
    accounts.sessions_of(owner.id).await.expect("a read").iter().map(|it| it.id.0).collect()
}

/// Somebody else, whose things are in a scope for whoever may reach them at all.
fn owner_in(scope: Scope) -> (&'static str, Vec<Role>) {
    match scope {
        Scope::SamePartner => ("kollega@firma.dk", vec![Role::Editor(partner(1))]),
        Scope::OwnRegion => ("naboen@region.dk", vec![Role::Moderator(region("midtjylland"))]),
        Scope::OtherRegion => ("fjern@region.dk", vec![Role::Moderator(region("syddanmark"))]),
        _ => ("fremmed@firma.dk", vec![Role::Editor(partner(2))]),
    }
}

/// A pattern with its gaps filled by what is there.
async fn path(portal: &Testbed, way: &Way, who: Who, scope: Scope) -> String {
    let listing = portal.get("/aktiviteter").await.2;
    let first = |start: &str, text: &str| {
        let rest = text.split(start).nth(1).expect("something is there").to_owned();
        rest.split(['"', '?']).next().unwrap_or_default().to_owned()
    };
    let filled = match way.pattern {
        "/aktiviteter/{slug}" => {
            format!("/aktiviteter/{}", first("href=\"/aktiviteter/", &listing))
        }
        "/aktiviteter/{slug}/meld" => {
            format!("/aktiviteter/{}/meld", first("href=\"/aktiviteter/", &listing))
        }
        "/aktiviteter/{slug}/gem" => {
            format!("/aktiviteter/{}/gem", first("href=\"/aktiviteter/", &listing))
        }
        "/konto/gemte/{id}/fjern" => format!("/konto/gemte/{}/fjern", domain::Uuid::nil()),
        "/aktiviteter/{slug}/billede/{file}" => {
            let slug = first("href=\"/aktiviteter/", &listing);
            lying::pictures::path(portal, &slug).await
        }
        "/partnere/{slug}" => {
            let partners = portal.get("/partnere").await.2;
            format!("/partnere/{}", first("href=\"/partnere/", &partners))
        }
        "/assets/{file}" => format!("/assets/{}", first("href=\"/assets/", &listing)),
        "/regioner/{slug}" => "/regioner/midtjylland".to_owned(),
        "/kampagner/{slug}" => "/kampagner/girlsday-2027".to_owned(),
        part if part.contains("tilmelding/{") || part.starts_with("/lodtraekning/") => {
            lying::taking_part(portal, part, scope).await
        }
        part if part.starts_with("/mine-data/") => part.replace("{secret}", "ukendt"),
        "/brev/{secret}" => "/brev/ukendt".to_owned(),
        "/brev/invitation/{secret}" => "/brev/invitation/ukendt".to_owned(),
        "/foresporgsel/{slug}" => lying::requests::form(portal).await,
        part if part.contains("foresporgsel/{")
            || part.starts_with("/kommer-i-stadig/")
            || part.starts_with("/traek-samtykke-tilbage/")
            || part.starts_with("/dit-svar/") =>
        {
            part.replace("{secret}", "ukendt")
        }
        "/konto/tilmeldinger/{party}/aabn" => lying::own_sign_up(portal, who).await,
        "/konto/foresporgsler/{request}/aabn" => lying::requests::own(portal, who).await,
        "/konto/enheder/{id}/slut" => {
            // One's own in another browser: ending the one that asks would lead to the door.
            let (email, roles) = match (scope, who) {
                // Nobody's: these have none.
                (Scope::Own, Who::Visitor | Who::Suspended) => {
                    return format!("/konto/enheder/{}/slut", domain::Uuid::nil());
                }
                (Scope::Own, _) => (format!("{who}@skole.dk"), roles(who)),
                _ => {
                    let (email, roles) = owner_in(scope);
                    (email.to_owned(), roles)
                }
            };
            let known = sessions(portal, &email).await;
            signed_in(portal, &email, &roles).await;
            let sessions = sessions(portal, &email).await;
            let id = sessions.difference(&known).next().expect("somebody came in");
            format!("/konto/enheder/{id}/slut")
        }
        desk if desk.starts_with("/partner/") || desk.starts_with("/moderation/") => {
            lying::path(portal, way, scope).await
        }
        fixed => fixed.to_owned(),
    };
    assert!(!filled.contains('{'), "{filled}");
    filled
}

/// Whether a way is a page, and so exists in every language.
fn is_page(way: &Way) -> bool {
    !matches!(
        way.action,
        Action::ReadData | Action::ReadHealth | Action::AskWhileTyping | Action::ReportBrokenPolicy
    )
}

async fn go(portal: &Testbed, person: &mut Person, way: &Way, path: &str) -> Answer {
    if way.method == "GET" {
        return person.opens(portal, path).await;
    }
    if way.pattern == "/csp-report" {
        let request = Request::post(path).header("sec-fetch-site", "same-origin");
        return person.asks(portal, request.body(Body::empty()).expect("it works")).await;
    }
    person.submits(portal, path, &[]).await
}

/// The languages in which a way is there.
fn prefixes(way: &Way) -> &'static [&'static str] {
    if is_page(way) { &["", "/en"] } else { &[""] }
}

/// People who came in for one cell and can be asked for the next.
#[derive(Default)]
struct Known(HashMap<Who, Person>);

impl Known {
    async fn somebody(&mut self, portal: &Testbed, who: Who) -> Person {
        match self.0.remove(&who) {
            Some(person) => person,
            None => somebody(portal, who).await,
        }
    }

    /// Keeps somebody to whom nothing can have happened: whatever they wrote was refused.
    fn keep(&mut self, (who, person): (Who, Person), way: &Way, status: StatusCode) {
        let is_refused = status.is_client_error();
        let is_at_desk =
            way.pattern.starts_with("/partner") || way.pattern.starts_with("/moderation");
        if way.method == "GET" || (is_refused && is_at_desk) || who == Who::Suspended {
            self.0.insert(who, person);
        }
    }
}

/// So many parts of the table are tried, beside each other where there are hands for it.
const PARTS: usize = 8;

macro_rules! parts {
    ($($name:ident: $part:literal),+) => {
        $(
            #[tokio::test]
            async fn $name() {
                try_part($part).await;
            }
        )+

        #[test]
        fn every_cell_of_the_table_is_in_one_part() {
            assert_eq!([$($part),+], std::array::from_fn::<usize, PARTS, _>(|n| n));
            let scopes = |way: &Way| way.action.scopes().count() * prefixes(way).len();
            let cells: usize = WAYS.iter().map(|way| scopes(way) * Who::ALL.len()).sum();
            println!("{cells} cells");
            assert!(cells >= 1_000, "{cells}");
        }
    };
}

parts! {
    every_cell_has_exactly_one_status_in_the_first_part: 0,
    every_cell_has_exactly_one_status_in_the_second_part: 1,
    every_cell_has_exactly_one_status_in_the_third_part: 2,
    every_cell_has_exactly_one_status_in_the_fourth_part: 3,
    every_cell_has_exactly_one_status_in_the_fifth_part: 4,
    every_cell_has_exactly_one_status_in_the_sixth_part: 5,
    every_cell_has_exactly_one_status_in_the_seventh_part: 6,
    every_cell_has_exactly_one_status_in_the_eighth_part: 7
}

/// The part in which a way is tried: together with the others to its address, since what is sent
/// there can rest on what was seen there.
fn part_of(way: &Way) -> usize {
    WAYS.iter().position(|it| it.pattern == way.pattern).unwrap_or_default() % PARTS
}

/// Tries every cell of the ways of a part.
async fn try_part(part: usize) {
    let provider = Arc::new(KnownProvider::new());
    let mut portal = Testbed::start_with(On::Sqlite, Some(provider)).await;
    // More is tried here than one address may.
    portal.peer = None;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    let (mut known, mut surprises) = (Known::default(), Vec::new());
    for way in WAYS.iter().filter(|way| part_of(way) == part) {
        for who in Who::ALL {
            for scope in way.action.scopes() {
                for prefix in prefixes(way) {
                    let mut person = known.somebody(&portal, *who).await;
                    let path = path(&portal, way, *who, scope).await;
                    let path = format!(
                        "{prefix}{}",
                        if prefix.is_empty() || path != "/" { &path } else { "" }
                    );
                    let has_factor = roles(*who).iter().any(|role| role.needs_second_factor());
                    let expected = match outcome(way.action, *who, scope) {
                        // Whether the site is built in is told by what a plain visitor gets.
                        Outcome::Yes if path.starts_with("/assets/") || path == "/favicon.ico" => {
                            portal.get(&path).await.0.as_u16()
                        }
                        Outcome::Yes => status_of_yes(way, has_factor),
                        Outcome::SignIn => 303,
                        Outcome::No => 403,
                        Outcome::Hidden => 404,
                    };
                    let answer = go(&portal, &mut person, way, &path).await;
                    let led = location(&answer).split('?').next().unwrap_or_default();
                    let is_sent_away = led == format!("{prefix}/log-ind");
                    let is_asked_to = outcome(way.action, *who, scope) == Outcome::SignIn;
                    let is_for_all = way.action.is_for_everybody();
                    if answer.0.as_u16() != expected || (!is_for_all && is_sent_away != is_asked_to)
                    {
                        let (method, got) = (way.method, answer.0);
                        surprises.push(format!(
                            "{method} {path} as {who} on {scope}: {got}, not {expected}"
                        ));
                    }
                    known.keep((*who, person), way, answer.0);
                }
            }
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[tokio::test]
async fn no_write_comes_from_anywhere_but_our_own_pages() {
    let mut portal = Testbed::start(On::Sqlite).await;
    // More is tried here than one address may.
    portal.peer = None;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    let kinds: [(&str, &[(&str, &str)]); 6] = [
        (
            "a form of another site",
            &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        ),
        (
            "a fetch of another site",
            &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")],
        ),
        (
            "a page of a sibling",
            &[("sec-fetch-site", "same-site"), ("origin", "https://x.gnist.example")],
        ),
        ("an older browser on another site", &[("origin", "https://evil.example")]),
        ("a page without origin", &[("origin", "null")]),
        ("nobody says where from", &[]),
    ];
    let mut refused = 0;
    let mut person = signed_in(&portal, "lone@skole.dk", &[]).await;
    for way in WAYS.iter().filter(|way| way.method == "POST") {
        for prefix in ["", "/en"] {
            if !prefix.is_empty() && !is_page(way) {
                continue;
            }
            let path = format!(
                "{prefix}{}",
                path(&portal, way, Who::Participant, Scope::OtherPartner).await
            );
            for (kind, headers) in kinds {
                if way.pattern == "/csp-report" && headers.is_empty() {
                    // Chromium's reports say nothing; they change nothing either.
                    continue;
                }
                let mut request = Request::post(&path)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                for (name, value) in headers {
                    request = request.header(*name, *value);
                }
                let body = Body::from("name=Ond&email=ond%40evil.example&new=tre+onde+ord+her");
                let answer = person.asks(&portal, request.body(body).unwrap()).await;
                assert_eq!(answer.0, StatusCode::FORBIDDEN, "{path}: {kind}");
                assert!(!answer.1.contains_key(header::SET_COOKIE), "{path}: {kind}");
                refused += 1;
            }
            let has_page = WAYS.iter().any(|it| it.method == "GET" && it.pattern == way.pattern);
            if !has_page {
                let answer = person.opens(&portal, &format!("{path}?name=Ond")).await;
                assert_eq!(answer.0, StatusCode::METHOD_NOT_ALLOWED, "{path}: GET");
                refused += 1;
            }
        }
    }
    assert!(refused > 150, "{refused}");
    assert_eq!(person.opens(&portal, "/konto").await.0, StatusCode::OK, "something was done");
    assert_eq!(account(&portal, "lone@skole.dk").await.name.as_str(), "lone");
}
