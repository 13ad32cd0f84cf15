//! After signing in people come to where they wanted to go, and nowhere else.

use axum::http::StatusCode;
use domain::identity::{Membership, Role};

use crate::{
    doors::{LONG, with_password},
    people::{Person, account, letters, link, location, signed_in},
    testbed::{On, Testbed},
};

/// What has led people astray elsewhere (OWASP, Unvalidated Redirects and Forwards; `PortSwigger`,
/// URL validation bypass; WHATWG URL, 4.4), and what is ours but is no page to be led to.
const ASTRAY: [&str; 100] = [
    "https://evil.example",
    "http://evil.example/",
    "HTTPS://evil.example",
    "hTtPs:evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "https://gnist.example@evil.example",
    "https://gnist.example.evil.example",
    "https://evil.example/gnist.example",
    "https://evil.example#gnist.example",
    "https://evil.example?gnist.example",
    "https://evil.example\\@gnist.example",
    "https://gnist.example/konto",
    "http://gnist.example/konto",
    "//evil.example",
    "//evil.example/",
    "///evil.example",
    "////evil.example",
    "/////evil.example",
    "//evil.example/..",
    "//evil.example/%2f..",
    "//gnist.example@evil.example",
    "//evil.example:80",
    "//evil%E3%80%82example",
    "//[::1]",
    "//127.0.0.1",
    "//2130706433",
    "//0x7f000001",
    "/\\evil.example",
    "/\\/evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "\\evil.example",
    "/\\\\evil.example",
    "/.\\evil.example",
    "/\\.evil.example",
    "\\/\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "/\r\n/evil.example",
    "\t//evil.example",
    "\n//evil.example",
    " //evil.example",
    "\u{0}//evil.example",
    "\u{b}//evil.example",
    "\u{a0}//evil.example",
    "\u{200b}//evil.example",
    "\u{feff}//evil.example",
    "/\u{0}/evil.example",
    "/\u{2028}/evil.example",
    "/\u{ff0f}evil.example",
    "\u{ff0f}\u{ff0f}evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/../..//evil.example",
    "/x/..//evil.example",
    "/x/../..//evil.example",
    "/%2e//evil.example",
    "/%2e%2e//evil.example",
    "/x/%2e%2e//evil.example",
    "/./..//evil.example",
    "/%09/evil.example",
    "/%0a/evil.example",
    "/%0d%0aLocation:%20https://evil.example",
    "/%5cevil.example",
    "/%2fevil.example",
    "/%2f%2fevil.example",
    "%2f%2fevil.example",
    "/%252fevil.example",
    "/;@evil.example",
    "/@evil.example",
    "@evil.example",
    ".evil.example",
    "evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\u{1}javascript:alert(1)",
    "javascript://gnist.example/%0aalert(1)",
    "/javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "mailto:ond@evil.example",
    "ftp://evil.example",
    "/konto\r\nSet-Cookie: session=x",
    "/konto%0d%0aSet-Cookie:x\r\n",
    "/log-ud",
    "/log-ind",
    "/en/log-ind?next=//evil.example",
    "/opret",
    "/brev/AAAA",
    "/findes-ikke",
    "",
];

#[tokio::test]
async fn a_hundred_ways_astray_lead_to_ones_own_page() {
    let portal = Testbed::start(On::Sqlite).await;
    with_password(&portal, "lone@skole.dk").await;
    for next in ASTRAY {
        let page = ui::routes::with_query("/log-ind", &[("next", next)]);
        let html = Person::default().opens(&portal, &page).await;
        assert_eq!(html.0, StatusCode::OK, "{next:?}");
        assert!(!html.2.contains("name=\"next\""), "{next:?} is taken along");
        let fields = [("email", "lone@skole.dk"), ("password", LONG), ("next", next)];
        let answer = Person::default().submits(&portal, "/log-ind", &fields).await;
        assert_eq!((answer.0, location(&answer)), (StatusCode::SEE_OTHER, "/konto"), "{next:?}");
    }
}

#[tokio::test]
async fn somebody_comes_to_where_they_wanted_by_password_letter_and_registration() {
    let portal = Testbed::start(On::Sqlite).await;
    with_password(&portal, "lone@skole.dk").await;
    let mut lone = Person::default();
    let led = lone.opens(&portal, "/partner/find?q=munkemose+aps").await;
    assert_eq!(location(&led), "/log-ind?next=%2Fpartner%2Ffind%3Fq%3Dmunkemose%2Baps");
    let (_, _, html) = lone.opens(&portal, location(&led)).await;
    let field = "name=\"next\" value=\"/partner/find?q=munkemose+aps\"";
    assert_eq!(html.matches(field).count(), 2, "{html}");
    let next = "/partner/find?q=munkemose+aps";
    let wrong = [("email", "lone@skole.dk"), ("password", "forkert"), ("next", next)];
    let again = lone.submits(&portal, "/log-ind", &wrong).await;
    assert!(again.2.contains(field), "{}", again.2);
    let right = [("email", "lone@skole.dk"), ("password", LONG), ("next", next)];
    assert_eq!(location(&lone.submits(&portal, "/log-ind", &right).await), next);

    for (door, who) in [("/log-ind/brev", "lone@skole.dk"), ("/log-ind/brev", "ny@skole.dk")] {
        let fields = [("email", who), ("next", "/en/partner")];
        Person::default().submits(&portal, door, &fields).await;
        let path = link(&portal).await;
        let came = Person::default().submits(&portal, &path, &[("name", "Ny")]).await;
        assert_eq!(location(&came), "/en/partner", "{who}");
    }
    let fields = [("name", "Bo"), ("email", "bo@skole.dk"), ("next", "/partner")];
    Person::default().submits(&portal, "/opret", &fields).await;
    let path = link(&portal).await;
    assert_eq!(location(&Person::default().submits(&portal, &path, &[]).await), "/partner");
}

#[tokio::test]
async fn a_second_factor_on_the_way_forgets_nothing() {
    let portal = Testbed::start(On::Sqlite).await;
    let partner = application::testing::partner_id(0);
    application::testing::contract::fill(&*portal.plugs.ports.store, 5).await;
    let ports = &portal.plugs.ports;
    let (email, name) = ("ida@firma.dk".try_into().unwrap(), "Ida".try_into().unwrap());
    let role: Role = Membership::Administrator.at(partner);
    let language = domain::identity::LetterLanguage::Danish;
    application::identity::invite(ports, &email, name, role, language).await.unwrap();
    let next = format!("/partner/{}/folk", partner.0);
    let mut ida = Person::default();
    ida.submits(&portal, "/log-ind/brev", &[("email", "ida@firma.dk"), ("next", &next)]).await;
    let path = format!("/brev/{}", letters(&portal).await[0].letter.secret().unwrap().text());
    assert_eq!(location(&ida.submits(&portal, &path, &[]).await), next);
    let led = ida.opens(&portal, &next).await;
    let factor = format!("/konto/to-trin?next=%2Fpartner%2F{}%2Ffolk", partner.0);
    assert_eq!(location(&led), factor);
    assert!(ida.opens(&portal, &factor).await.2.contains(&format!("value=\"{next}\"")));
    let key = account(&portal, "ida@firma.dk").await.factor.unwrap().key;
    let code = key.code_at(ports.clock.now());
    let fields = [("code", code.as_str()), ("next", &next)];
    let (status, _, html) = ida.submits(&portal, "/konto/to-trin", &fields).await;
    assert!(status == StatusCode::OK && html.contains(&format!("href=\"{next}\"")), "{html}");
    assert_eq!(ida.opens(&portal, &next).await.0, StatusCode::OK);

    let mut again = signed_in(&portal, "ida@firma.dk", &[role]).await;
    assert_eq!(again.opens(&portal, &next).await.0, StatusCode::OK);
}
