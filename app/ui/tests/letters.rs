//! Every letter in both languages, text and HTML.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta};
use domain::{
    Uuid,
    catalogue::{ActivityId, Slug},
    identity::{Addressed, Letter, LetterId, LetterLanguage, Membership, ProviderName, Secret},
    pact::Verdict,
    signup::{MessageLetter, RequestLetter, RequestNews, SignUpLetter, SignUpNews, WhyDrawn},
};
use ui::{Operator, Site, letters::write_letter};

fn site() -> Arc<Site> {
    let email = Some("hej@gnist.example".to_owned());
    Arc::new(Site {
        public_url: "https://gnist.example".to_owned(),
        style: String::new(),
        wake: String::new(),
        check_in: String::new(),
        proof: String::new(),
        icon: String::new(),
        touch_icon: String::new(),
        share: String::new(),
        fonts: Vec::new(),
        operator: Operator { email, ..Operator::default() },
    })
}

/// What those hear who own an activity together.
fn about_owners() -> Vec<(&'static str, Letter)> {
    let title = || "Byg <b>robotter</b> & mere".try_into().expect("a title");
    let partner = || "Munkemose & Søn <A/S>".try_into().expect("a name");
    let activity = ActivityId(Uuid::from_u128(7));
    vec![
        (
            "co-owner answers yes",
            Letter::CoOwnerAnswered {
                title: title(),
                activity,
                partner: partner(),
                says_yes: true,
            },
        ),
        (
            "co-owner answers no",
            Letter::CoOwnerAnswered {
                title: title(),
                activity,
                partner: partner(),
                says_yes: false,
            },
        ),
        (
            "lead offered",
            Letter::LeadOffered { title: title(), activity, lead: partner(), partner: partner() },
        ),
        (
            "lead taken",
            Letter::LeadAnswered { title: title(), activity, partner: partner(), says_yes: true },
        ),
        (
            "lead declined",
            Letter::LeadAnswered { title: title(), activity, partner: partner(), says_yes: false },
        ),
    ]
}

fn data_erased() -> Letter {
    let at = DateTime::from_timestamp(1_807_600_000, 0).expect("an instant");
    Letter::DataErased { sign_ups: 2, requests: 1, others: 9, at }
}

fn account_idle() -> Letter {
    Letter::AccountIdle { goes_on: NaiveDate::from_ymd_opt(2028, 12, 1).expect("a day") }
}

fn all() -> Vec<(&'static str, Letter)> {
    let secret = Secret::of([7; 32]);
    let new = || "ny@skole.dk".try_into().expect("an address");
    // What partners and moderators write is text, whatever stands in it.
    let title = || "Byg <b>robotter</b> & mere".try_into().expect("a title");
    let reason = || "Skriv, hvor I mødes.\n<script>alert(1)</script>".try_into().expect("a remark");
    let partner = || "Munkemose & Søn <A/S>".try_into().expect("a name");
    let activity = ActivityId(Uuid::from_u128(7));
    vec![
        ("sign in", Letter::SignIn { secret: secret.clone() }),
        ("no account", Letter::NoAccount { secret: secret.clone() }),
        ("register", Letter::Register { secret: secret.clone() }),
        ("has account", Letter::HasAccount { secret: secret.clone() }),
        ("reset password", Letter::ResetPassword { secret: secret.clone() }),
        ("own data", Letter::OwnData { secret: secret.clone() }),
        ("data erased", data_erased()),
        ("suspended", Letter::Suspended),
        (
            "cases late",
            Letter::CasesLate { n: 1, first: "Byg <b>robotter</b>".try_into().expect("a name") },
        ),
        (
            "cases escalated",
            Letter::CasesEscalated {
                n: 3,
                first: "Byg <b>robotter</b>".try_into().expect("a name"),
            },
        ),
        ("account closed", Letter::AccountClosed { reason: reason() }),
        ("account reopened", Letter::AccountReopened),
        ("account idle", account_idle()),
        ("password changed", Letter::PasswordChanged),
        ("factor on", Letter::FactorOn),
        ("factor off", Letter::FactorOff),
        ("identity joined", Letter::IdentityJoined { provider: provider() }),
        ("identity left", Letter::IdentityLeft { provider: provider() }),
        ("recovery code used", Letter::RecoveryCodeUsed { left: 1 }),
        ("old address", Letter::OldAddress { new: new(), secret: secret.clone() }),
        ("new address", Letter::NewAddress { secret: secret.clone() }),
        ("address taken", Letter::AddressTaken),
        ("address changed", Letter::AddressChanged { new: new() }),
        ("many failures", Letter::ManyFailures { n: 10 }),
        ("many wrong codes", Letter::ManyWrongCodes { n: 5 }),
        ("roles changed", Letter::RolesChanged),
        (
            "activity published",
            Letter::ActivityPublished { title: title(), slug: Slug::kept("x-1") },
        ),
        (
            "activity returned",
            Letter::ActivityReturned { title: title(), activity, reason: reason() },
        ),
        ("questions approved", Letter::QuestionsApproved { title: title(), activity }),
        (
            "questions refused",
            Letter::QuestionsRefused { title: title(), activity, reason: reason() },
        ),
        (
            "activity taken down",
            Letter::ActivityTakenDown { title: title(), activity, reason: reason() },
        ),
        (
            "activity cancelled",
            Letter::ActivityCancelled { title: title(), activity, reason: reason() },
        ),
        ("report fine", Letter::ReportAnswered { title: title(), verdict: Verdict::Fine }),
        ("report returned", Letter::ReportAnswered { title: title(), verdict: Verdict::Returned }),
        (
            "report cancelled",
            Letter::ReportAnswered { title: title(), verdict: Verdict::Cancelled },
        ),
        ("reported and gone", Letter::ReportedGone { title: title() }),
        ("partner granted", Letter::PartnerGranted { partner: partner() }),
        ("partner not granted", Letter::PartnerNotGranted { partner: partner(), reason: reason() }),
        ("partner approved", Letter::PartnerApproved { partner: partner() }),
        ("partner refused", Letter::PartnerRefused { partner: partner(), reason: reason() }),
        ("co-owner invited", Letter::CoOwnerInvited { lead: partner(), partner: partner() }),
        ("invited", Letter::Invited { partner: partner(), secret }),
        ("member came", Letter::MemberCame { partner: partner() }),
        (
            "member is an administrator",
            Letter::MemberChanged { partner: partner(), membership: Membership::Administrator },
        ),
        (
            "member is an editor",
            Letter::MemberChanged { partner: partner(), membership: Membership::Editor },
        ),
        ("member removed", Letter::MemberRemoved { partner: partner() }),
    ]
    .into_iter()
    .chain(about_owners())
    .chain([("from the organiser", from_organiser())])
    .chain(RequestNews::ALL.iter().map(|news| (request_name(*news), request(*news))))
    .chain([
        ("request arrived", Letter::RequestArrived { title: title(), activity }),
        ("request late", Letter::RequestLate { title: title(), activity, is_again: false }),
        ("request late again", Letter::RequestLate { title: title(), activity, is_again: true }),
        ("request overdue", Letter::RequestOverdue { title: title(), activity }),
    ])
    .chain(SignUpNews::ALL.iter().map(|news| (news.key(), sign_up(*news))))
    .collect()
}

const fn request_name(news: RequestNews) -> &'static str {
    match news {
        RequestNews::Asked => "request asked",
        RequestNews::ConsentAsked => "request asked for a child",
        RequestNews::Sent => "request sent",
        RequestNews::AlreadyAsked => "request already sent",
        RequestNews::Accepted => "request accepted",
        RequestNews::Seated => "request accepted for a date",
        RequestNews::Declined => "request declined",
    }
}

fn request(news: RequestNews) -> Letter {
    let is_answer =
        matches!(news, RequestNews::Accepted | RequestNews::Seated | RequestNews::Declined);
    let words = "Kom til porten.\n<script>alert(1)</script>";
    Letter::Request {
        letter: RequestLetter {
            news,
            title: "Byg <b>robotter</b> & mere".try_into().expect("a title"),
            slug: Slug::kept("x-1"),
            party: "6.B & <i>co</i>".to_owned(),
            when: DateTime::from_timestamp(1_807_600_000, 0),
            words: is_answer.then(|| words.try_into().expect("words")),
            secret: Secret::of([7; 32]),
        },
    }
}

fn from_organiser() -> Letter {
    let start = DateTime::from_timestamp(1_807_600_000, 0).expect("an instant");
    Letter::FromOrganiser {
        letter: MessageLetter {
            title: "Byg <b>robotter</b> & mere".try_into().expect("a title"),
            slug: Slug::kept("x-1"),
            start,
            end: start + TimeDelta::hours(3),
            parties: vec!["6.B & <i>co</i>".to_owned(), "6.A".to_owned()],
            words: "Mød op ved port 3 | ikke 4.\n\n<script>alert(1)</script>"
                .try_into()
                .expect("words"),
            organiser: "Ida <b>".try_into().expect("a name"),
            partner: "Munkemose & Søn <A/S>".to_owned(),
            reply_to: "ida@firma.dk".try_into().expect("an address"),
        },
    }
}

fn sign_up(news: SignUpNews) -> Letter {
    let start = DateTime::from_timestamp(1_807_600_000, 0).expect("an instant");
    let has_link = news.link(false).is_some();
    Letter::SignUp {
        letter: SignUpLetter {
            news,
            title: "Byg <b>robotter</b> & mere".try_into().expect("a title"),
            slug: Slug::kept("x-1"),
            party: "6.B & <i>co</i>".to_owned(),
            seats: 24,
            start,
            end: start + TimeDelta::hours(3),
            until: Some(start - TimeDelta::days(9)),
            place: Some(2),
            secret: has_link.then(|| Secret::of([7; 32])),
            named_by: (news == SignUpNews::NamedSecond)
                .then(|| "Mette <b>".try_into().expect("a name")),
            withdraws: (news == SignUpNews::NamedSecond).then(|| Secret::of([8; 32])),
            drawn: matches!(news, SignUpNews::Drawn | SignUpNews::NotDrawn).then(|| WhyDrawn {
                rank: 1204,
                of: 2000,
                seats: 24,
                is_in: news == SignUpNews::Drawn,
                last_in: Some(1113),
                left: 24 - u32::from(news == SignUpNews::NotDrawn),
            }),
        },
    }
}

fn provider() -> ProviderName {
    "UNI-Login <b>".try_into().expect("a name")
}

fn addressed(letter: Letter, language: LetterLanguage) -> Addressed {
    Addressed {
        id: LetterId(Uuid::from_u128(1)),
        to: "lone@skole.dk".try_into().expect("an address"),
        language,
        letter,
        written_at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn every_letter_says_what_it_says() {
    for language in LetterLanguage::ALL {
        let mut told = String::new();
        for (name, letter) in all() {
            let it = write_letter(&site(), &addressed(letter, *language));
            told += &[
                "=== ",
                name,
                "\nSubject: ",
                &it.subject,
                "\n\n",
                &it.text,
                "\n--- HTML\n",
                &it.html,
                "\n\n",
            ]
            .concat();
        }
        insta::assert_snapshot!(format!("letters_{language}"), told);
    }
}

#[test]
fn a_letter_loads_nothing_and_leads_nowhere_but_here() {
    for language in LetterLanguage::ALL {
        for (name, letter) in all() {
            let has_link = letter.secret().cloned();
            let it = write_letter(&site(), &addressed(letter, *language));
            for foreign in ["<img", "<link", "<script", "url(", "src=", "@import"] {
                assert!(!it.html.contains(foreign), "{name}: {foreign}");
            }
            for address in it.html.split("href=\"").skip(1) {
                assert!(address.starts_with("https://gnist.example"), "{name}: {address}");
            }
            for text in [&it.html, &it.text] {
                let places = [
                    "/brev/",
                    "/bekraeft-tilmelding/",
                    "/min-tilmelding/",
                    "/kommer-i-stadig/",
                    "/traek-samtykke-tilbage/",
                    "/bekraeft-foresporgsel/",
                    "/min-foresporgsel/",
                ];
                let secrets: usize = places.iter().map(|it| text.matches(it).count()).sum();
                assert_eq!(secrets > 0, has_link.is_some(), "{name}");
            }
            assert!(!it.subject.contains(['\r', '\n']) && it.subject.len() < 78, "{name}");
        }
    }
}

#[test]
fn no_attack_in_the_words_of_an_organiser_adds_a_tag_to_a_letter() {
    let written = |words: &str| {
        let Letter::FromOrganiser { mut letter } = from_organiser() else { unreachable!() };
        letter.words = words.try_into().ok()?;
        letter.title = words.try_into().unwrap_or(letter.title);
        letter.parties = vec![words.to_owned()];
        let letter = Letter::FromOrganiser { letter };
        Some(write_letter(&site(), &addressed(letter, LetterLanguage::Danish)))
    };
    let tags = |html: &str| html.matches('<').count();
    let calm = tags(&written("Mød op ved port 3").expect("words").html);
    let attacks = include_str!("../src/design/xss_corpus.txt").lines();
    let letters: Vec<_> = attacks.filter_map(|it| Some((it, written(it)?))).collect();
    assert!(letters.len() > 180, "{}", letters.len());
    for (attack, letter) in letters {
        assert_eq!(tags(&letter.html), calm, "{attack}: {}", letter.html);
        assert!(!letter.subject.contains(['\r', '\n']), "{attack}");
    }
}

#[test]
fn an_address_in_a_letter_cannot_become_html() {
    let new = "o'brien&co@skole.dk".try_into().unwrap();
    let letter = Letter::AddressChanged { new };
    let it = write_letter(&site(), &addressed(letter, LetterLanguage::Danish));
    assert!(it.html.contains("&amp;co@skole.dk"), "{}", it.html);
    assert!(it.text.contains("o'brien&co@skole.dk"));
}
