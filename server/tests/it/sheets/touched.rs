//! A sheet that changes or drops a day for which somebody is signed up: whoever hands it in is
//! warned, and the parties are told as the editor tells them.

use application::signup::{confirm_sign_up, settle_rosters, sign_up};
use domain::{
    identity::{Letter, LetterLanguage},
    signup::{SignUpNews, TypedParty},
};

use super::{activities, hand_in, house, page, presses, trust};
use crate::{
    import::{ROW, sheet},
    people::letters,
    testbed::{On, Testbed},
};

/// Somebody comes to the first day of the first activity.
async fn comes(portal: &Testbed, date: domain::catalogue::OccurrenceId) {
    let ports = &portal.plugs.ports;
    let typed = TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: "5.A".into(),
        grade: "grade-5".into(),
        pupils: "20".into(),
        name: "Lone".into(),
        email: "lone@skole.dk".into(),
        agrees: true,
        ..TypedParty::default()
    };
    let key = "a-form-of-the-fifth-grade".parse().expect("a key");
    sign_up(ports, date, key, &typed, LetterLanguage::Danish).await.expect("seats");
    let secret = letters(portal).await.into_iter().find_map(|it| match it.letter {
        Letter::SignUp { letter } => letter.secret,
        _ => None,
    });
    confirm_sign_up(ports, &secret.expect("a link")).await.expect("in time");
    let _ = letters(portal).await;
}

/// What parties are told.
async fn told(portal: &Testbed) -> Vec<(String, SignUpNews)> {
    let letters = letters(portal).await.into_iter();
    let told = letters.filter_map(|it| match it.letter {
        Letter::SignUp { letter } => Some((it.to.to_string(), letter.news)),
        _ => None,
    });
    told.collect()
}

#[tokio::test]
async fn whoever_hands_a_sheet_in_is_warned_and_those_who_come_are_told() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, partner, mut eva) = house(on).await;
        trust(&portal, partner.id).await.expect("a write");
        let first = activities(&portal, partner.id).await[0].occurrences()[0].id;
        comes(&portal, first).await;

        // The same again, and the other day, are nobody's business.
        let other = ROW.replace("03-18", "03-19");
        let same = hand_in(&portal, &mut eva, partner.id, &sheet(&[ROW, &other])).await;
        assert!(!page(&portal, &mut eva, &same).await.contains("får et brev, når"));
        let at = hand_in(&portal, &mut eva, partner.id, &sheet(&[ROW])).await;
        assert!(!page(&portal, &mut eva, &at).await.contains("får et brev, når"));
        // Nor is a day dropped whose row is wrong.
        let slip = ROW.replace("2027-03-18T12:00", "2027-03-18T08:00");
        let at = hand_in(&portal, &mut eva, partner.id, &sheet(&[&other, &slip])).await;
        let said = page(&portal, &mut eva, &at).await;
        assert!(said.contains("1 aktivitet er, som den var"), "{said}");
        assert!(!said.contains("får et brev, når"), "{said}");

        let moved = [ROW, &other].map(|it| it.replace("8800,Viborg", "8000,Aarhus C"));
        let moved = sheet(&[&moved[0], &moved[1]]);
        let at = hand_in(&portal, &mut eva, partner.id, &moved).await;
        let said = page(&portal, &mut eva, &at).await;
        assert!(said.contains("1 tilmelding får et brev, når du indlæser arket"), "{said}");
        assert!(said.contains("hører, at tid, sted eller pris er ændret"), "{said}");
        assert_eq!(told(&portal).await, [], "looking tells nobody");
        presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
        let lone = |news| ("lone@skole.dk".to_owned(), news);
        assert_eq!(told(&portal).await, [lone(SignUpNews::Changed)]);
        presses(&portal, &mut eva, &format!("{at}/fortryd"), &[("stays", "0")]).await;
        assert_eq!(told(&portal).await, [lone(SignUpNews::Changed)], "it is back in Viborg");

        // Who is signed up for a day that is moved comes along.
        let later = ROW.replace("03-18", "03-20");
        let at = hand_in(&portal, &mut eva, partner.id, &sheet(&[&other, &later])).await;
        let said = page(&portal, &mut eva, &at).await;
        assert!(said.contains("hører, at tid, sted eller pris er ændret"), "{said}");
        presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
        settle_rosters(&portal.plugs.ports).await.expect("an answer");
        assert_eq!(told(&portal).await, [lone(SignUpNews::Changed)]);
        assert_eq!(activities(&portal, partner.id).await[0].occurrences()[1].id, first);
        let faults = portal.plugs.database.verify().await.expect("an answer");
        assert_eq!(faults, Vec::<String>::new());

        let at = hand_in(&portal, &mut eva, partner.id, &sheet(&[&other])).await;
        let said = page(&portal, &mut eva, &at).await;
        assert!(said.contains("1 tilmelding bliver aflyst"), "{said}");
        presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
        settle_rosters(&portal.plugs.ports).await.expect("an answer");
        assert_eq!(told(&portal).await, [lone(SignUpNews::DateCancelled)]);
        let faults = portal.plugs.database.verify().await.expect("an answer");
        assert_eq!(faults, Vec::<String>::new());
    }
}
