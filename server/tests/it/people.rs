//! People at the doors, in tests: they submit forms and open pages, with a cookie jar of their own.

use crate::testbed::Testbed;
use application::{identity, outbox::deliver_letters, testing::KeptPost};
use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use domain::{
    Email,
    identity::{Account, Addressed, PersonName, Role, Secret},
};

pub type Answer = (StatusCode, HeaderMap, String);

/// Somebody with a browser.
#[derive(Clone, Default)]
pub struct Person {
    /// The cookie as the browser sends it back.
    pub cookie: Option<String>,
}

/// Where a redirect leads.
pub fn location(answer: &Answer) -> &str {
    answer.1.get(header::LOCATION).map_or("", |it| it.to_str().expect("text"))
}

/// A form's body.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped =
        |value: &str| value.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat();
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

impl Person {
    /// Opens a page.
    pub async fn opens(&mut self, portal: &Testbed, path: &str) -> Answer {
        self.asks(portal, Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Submits a form of ours.
    pub async fn submits(
        &mut self,
        portal: &Testbed,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form(fields)))
            .expect("a request");
        self.asks(portal, request).await
    }

    /// Submits a form of ours with a file in it.
    pub async fn hands_in(
        &mut self,
        portal: &Testbed,
        path: &str,
        (name, file): (&str, &[u8]),
        fields: &[(&str, &str)],
    ) -> Answer {
        const LINE: &str = "----gnist";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--{LINE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        // Browsers escape what would end the name (HTML, 4.10.21.8).
        let name = name.replace('"', "%22").replace('\n', "%0A");
        let head = format!(
            "--{LINE}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{LINE}--\r\n").as_bytes());
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={LINE}"))
            .body(Body::from(body))
            .expect("a request");
        self.asks(portal, request).await
    }

    /// Asks with the cookie that there is, and keeps the one that comes.
    pub async fn asks(&mut self, portal: &Testbed, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            let cookie = cookie.parse().expect("a header");
            request.headers_mut().insert(header::COOKIE, cookie);
        }
        let answer = portal.ask(request).await;
        if let Some(set) = answer.1.get(header::SET_COOKIE) {
            let set = set.to_str().expect("text");
            let pair = set.split(';').next().expect("a pair").to_owned();
            self.cookie = (!set.contains("Max-Age=0")).then_some(pair);
        }
        answer
    }
}

/// Sends what waits, and answers the letters.
pub async fn letters(portal: &Testbed) -> Vec<Addressed> {
    let post = KeptPost::default();
    while deliver_letters(&portal.plugs.ports, &post).await.expect("the outbox").sent > 0 {}
    post.letters()
}

/// The link of the only letter that waits, as a path.
pub async fn link(portal: &Testbed) -> String {
    let letters = letters(portal).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    format!("/brev/{}", letters[0].letter.secret().expect("a link").text())
}

/// Somebody who has an account with these roles and a second factor where one of them asks for
/// it, signed in a moment ago.
pub async fn signed_in(portal: &Testbed, who: &str, roles: &[Role]) -> Person {
    let secret = demo_link(portal, who, roles).await;
    let mut person = Person::default();
    let answer = person.submits(portal, &format!("/brev/{}", secret.text()), &[]).await;
    assert_eq!((answer.0, location(&answer)), (StatusCode::SEE_OTHER, "/konto"), "{who}");
    person
}

async fn demo_link(portal: &Testbed, who: &str, roles: &[Role]) -> Secret {
    let ports = &portal.plugs.ports;
    let email: Email = who.try_into().expect("an address");
    let name: PersonName = who.split('@').next().expect("a name").try_into().expect("a name");
    let door = identity::DemoDoor { email: email.clone(), name, role: roles.first().copied() };
    let secret = identity::open_demo_doors(ports, &[door]).await.expect("a door").remove(0);
    let mut account = account(portal, who).await;
    // What somebody was given or lost in between is of no account here.
    if account.roles != roles {
        let mut tx = ports.store.begin().await.expect("a transaction");
        account.roles = roles.to_vec();
        tx.accounts().save(&account).await.expect("a write");
        tx.commit().await.expect("a commit");
    }
    secret
}

/// The account of an address.
pub async fn account(portal: &Testbed, who: &str) -> Account {
    let email: Email = who.try_into().expect("an address");
    portal.plugs.ports.accounts.account(&email).await.expect("a read").expect("an account")
}
