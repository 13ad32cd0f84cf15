//! What is not taken from a desk: what is another's, and what is no sheet.

use application::testing::{contract, partner_id};
use axum::http::StatusCode;
use domain::identity::Role;

use super::{activities, hand_in, house, presses, words};
use crate::{
    import::{HEADER, ROW, sheet},
    people::{location, signed_in},
    testbed::On,
};

#[tokio::test]
async fn a_sheet_touches_nothing_that_is_not_ones_own() {
    let (portal, partner, _) = house(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 10).await;
    let mine = partner_id(0);
    let mut bo = signed_in(&portal, "bo@vaerft.dk", &[Role::Editor(mine)]).await;
    let before = activities(&portal, partner.id).await;
    // The other's key is nobody else's: it names an activity of one's own.
    let own = ROW.replace("Robothuset", "").replace("Byg en robot,", "Overtaget,");
    let at = hand_in(&portal, &mut bo, mine, &sheet(&[&own])).await;
    presses(&portal, &mut bo, &format!("{at}/skriv"), &[]).await;
    assert_eq!(activities(&portal, partner.id).await, before);
    assert_eq!(activities(&portal, mine).await.len(), 3);

    let path = format!("/partner/{}/import", partner.id.0);
    let answer = bo.hands_in(&portal, &path, ("x.csv", sheet(&[ROW]).as_bytes()), &[]).await;
    assert_eq!(answer.0, StatusCode::NOT_FOUND);
    let mut eva = signed_in(&portal, "eva@robot.dk", &[Role::Editor(partner.id)]).await;
    for path in [at.clone(), format!("/en{at}")] {
        assert_eq!(eva.opens(&portal, &path).await.0, StatusCode::NOT_FOUND);
    }
    let answer = eva.submits(&portal, &format!("{at}/fortryd"), &[("stays", "0")]).await;
    assert_eq!(answer.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_that_is_no_sheet_comes_back_with_why() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let path = format!("/partner/{}/import", partner.id.0);
    let large = "x".repeat(5 * 1024 * 1024 + 1);
    let rows = format!("{HEADER}\n{}", format!("{ROW}\n").repeat(5_001));
    let files: [(&str, &[u8], &str); 7] = [
        ("", b"", "Vælg en fil"),
        ("tom.csv", b"", "Filen er tom."),
        ("a.pdf", b"%PDF-1.7", "Filen er hverken CSV eller XLSX."),
        ("a.xls", &[0xD0, 0xCF, 0x11, 0xE0, 1], "Filen er et gammelt regneark (.xls)."),
        ("a.xlsx", b"PK\x03\x04 nej", "Filen er hverken CSV eller XLSX."),
        ("a.csv", large.as_bytes(), "Filen fylder mere end 5 MB."),
        ("a.csv", rows.as_bytes(), "Del den i flere, senest før linje 5.002."),
    ];
    for (name, file, sentence) in files {
        let answer = eva.hands_in(&portal, &path, (name, file), &[]).await;
        assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
        assert!(answer.2.contains(r#"aria-invalid="true""#), "{sentence}");
        assert!(words(&answer.2).contains(sentence), "{sentence}: {}", words(&answer.2));
    }
    let huge = vec![b'x'; 6 * 1024 * 1024];
    let answer = eva.hands_in(&portal, &path, ("a.csv", &huge), &[]).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "however it is sent, it is not read on");
    assert_eq!(eva.submits(&portal, &path, &[]).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(activities(&portal, partner.id).await.len(), 2);
}

#[tokio::test]
async fn a_row_that_breaks_off_is_shown_with_what_it_lacks_whether_or_not_the_sheet_names_a_partner()
 {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let path = format!("/partner/{}/import", partner.id.0);
    let whole = sheet(&[ROW, "R-2,for få"]);
    let unnamed = whole.replacen("partner,", "", 1).replacen("Robothuset,", "", 1);
    for (file, lacking) in [(whole, 19), (unnamed, 18)] {
        let answer = eva.hands_in(&portal, &path, ("a.csv", file.as_bytes()), &[]).await;
        let html = words(&eva.opens(&portal, location(&answer)).await.2);
        let sentence = format!("herfra og ud mangler linjen {lacking} felter");
        assert!(html.to_lowercase().contains(&sentence), "{sentence}: {html}");
    }
}

#[tokio::test]
async fn the_name_of_a_file_is_only_a_name() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let path = format!("/partner/{}/import", partner.id.0);
    let name = "..\\..\\<img src=x onerror=alert(1)>.csv";
    let answer = eva.hands_in(&portal, &path, (name, sheet(&[ROW]).as_bytes()), &[]).await;
    let html = eva.opens(&portal, location(&answer)).await.2;
    assert!(
        !html.contains("<img src=x") && html.contains("&lt;img src=x onerror=alert(1)&gt;.csv"),
        "{html}"
    );
}
