//! Several partners own one activity, over HTTP.

use application::testing::{contract, partner_id, sign_up_contract::a_visit};
use axum::http::StatusCode;
use domain::{
    catalogue::Activity,
    identity::Role,
    partners::{Partner, Standing},
};

use crate::{
    people::{Person, letters, location, signed_in},
    testbed::{On, Testbed},
    verify::{faults, spoil},
};

/// An activity of the first partner with a date that has a roster, and people of two partners.
struct Together {
    portal: Testbed,
    activity: Activity,
    lone: Person,
    bo: Person,
}

const LEAD: usize = 0;
const OTHER: usize = 1;

async fn together(on: On) -> Together {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 10).await;
    let mut activity = a_visit(900, 24);
    activity.partner = partner_id(LEAD);
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().add(std::slice::from_ref(&activity)).await.expect("a write");
    for n in [LEAD, OTHER] {
        let it = tx.partners().by_id(partner_id(n)).await.expect("a read").expect("a partner");
        tx.partners().save(&Partner { standing: Standing::Approved, ..it }).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    let admin = |n| [Role::PartnerAdministrator(partner_id(n))];
    let lone = signed_in(&portal, "lone@lead.dk", &admin(LEAD)).await;
    let bo = signed_in(&portal, "bo@other.dk", &admin(OTHER)).await;
    Together { portal, activity, lone, bo }
}

impl Together {
    fn page(&self) -> String {
        format!("/partner/aktiviteter/{}/medejere", self.activity.id.0)
    }

    fn part(&self, word: &str) -> String {
        format!("{}/{}/{word}", self.page(), partner_id(OTHER).0)
    }

    async fn asks(&mut self) {
        let chosen = partner_id(OTHER).0.to_string();
        let page = self.page();
        let answer = self.lone.submits(&self.portal, &page, &[("partner", &chosen)]).await;
        assert_eq!(location(&answer), format!("{page}?ok=co-owner-invited"), "{}", answer.2);
    }

    async fn says_yes(&mut self) {
        let path = self.part("svar");
        let answer = self.bo.submits(&self.portal, &path, &[("svar", "ja")]).await;
        assert_eq!(location(&answer), "/partner?ok=co-owner-joined", "{}", answer.2);
    }

    async fn sees(&mut self, path: &str) -> (StatusCode, String) {
        let answer = self.bo.opens(&self.portal, path).await;
        (answer.0, answer.2)
    }
}

#[tokio::test]
async fn two_partners_come_to_own_one_activity_and_both_stand_everywhere() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut it = together(on).await;
        let public = format!("/aktiviteter/{}", it.activity.slug);
        let own = format!("/partner/aktiviteter/{}", it.activity.id.0);
        let (lead, other) = (name(LEAD), name(OTHER));
        assert_eq!(it.sees(&own).await.0, StatusCode::NOT_FOUND);
        it.asks().await;
        assert_eq!(it.sees(&own).await.0, StatusCode::NOT_FOUND, "it is only asked");
        assert!(!it.portal.get(&public).await.2.contains(&other));
        let desk = it.sees("/partner").await.1;
        assert!(desk.contains("En invitation til at være medejer") && desk.contains(&lead));
        it.says_yes().await;

        let page = it.portal.get(&public).await.2;
        assert!(page.contains(&other) && page.contains(&lead), "{page}");
        let data = page.split("application/ld+json\">").nth(1).expect("data");
        let data = data.split("</script>").next().expect("an end");
        let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
        let organizers = data["@graph"][0]["organizer"].as_array().expect("several").clone();
        let names: Vec<_> = organizers.iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names, [lead.as_str(), other.as_str()]);
        let title = it.activity.particulars().title.to_string();
        let theirs = format!("/partnere/{}", slug(OTHER));
        assert!(it.portal.get(&theirs).await.2.contains(&title), "it stands on their page");
        let found = it.portal.get(&format!("/api/v1/activities?partner={}", slug(OTHER))).await.2;
        assert!(found.contains(&it.activity.id.0.to_string()), "{found}");

        // The people of both write the same next version, and each sees it at their desk.
        assert!(it.sees("/partner").await.1.contains(&title));
        let draft = it.bo.submits(&it.portal, &format!("{own}/ret"), &[]).await;
        let draft = location(&draft).to_owned();
        assert_eq!(it.lone.opens(&it.portal, &draft).await.0, StatusCode::OK);
        assert_eq!(it.sees(&draft).await.0, StatusCode::OK);
        assert_eq!(faults(&it.portal).await, Vec::<String>::new());

        let left = it.bo.submits(&it.portal, &it.part("forlad"), &[]).await;
        assert_eq!(location(&left), "/partner?ok=co-owner-left");
        assert_eq!(it.sees(&own).await.0, StatusCode::NOT_FOUND);
        assert_eq!(it.sees(&draft).await.0, StatusCode::NOT_FOUND, "nor what was begun");
        assert!(!it.portal.get(&public).await.2.contains(&other));
    }
}

#[tokio::test]
async fn the_lead_is_handed_over_and_every_copy_follows() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut it = together(on).await;
        it.asks().await;
        it.says_yes().await;
        let (offer, answer) = (it.part("leder"), it.part("overtag"));
        let told = it.lone.submits(&it.portal, &offer, &[("leder", "ja")]).await;
        assert_eq!(location(&told), format!("{}?ok=lead-offered", it.page()));
        assert!(it.sees("/partner").await.1.contains("om I vil lede en aktivitet"));
        let page = it.page();
        let asked = it.sees(&page).await.1;
        assert!(asked.contains("Ja, vi leder den"), "{asked}");
        let told = it.bo.submits(&it.portal, &answer, &[("svar", "ja")]).await;
        assert_eq!(location(&told), format!("{page}?ok=lead-taken"), "{}", told.2);
        assert_eq!(faults(&it.portal).await, Vec::<String>::new());

        it.portal.plugs.board.refresh_if_changed().await.expect("a look");
        let found = it.portal.get(&format!("/api/v1/activities?partner={}", slug(LEAD))).await.2;
        assert!(found.contains(&it.activity.id.0.to_string()), "it is beside the new lead");
        let public = it.portal.get(&format!("/aktiviteter/{}", it.activity.slug)).await.2;
        let data = public.split("application/ld+json\">").nth(1).expect("data");
        let data = data.split("</script>").next().expect("an end");
        let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
        let organizers = data["@graph"][0]["organizer"].as_array().expect("several").clone();
        let names: Vec<_> = organizers.iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names, [name(OTHER).as_str(), name(LEAD).as_str()], "the lead comes first");
        let sheet = |n: usize| format!("/partner/{}/aktiviteter.csv", partner_id(n).0);
        let key = it.activity.external_id.to_string();
        let theirs = it.bo.opens(&it.portal, &sheet(OTHER)).await.2;
        let former = it.lone.opens(&it.portal, &sheet(LEAD)).await.2;
        assert!(theirs.contains(&key) && !former.contains(&key), "it is in the lead's sheets");
        let kept = it.lone.submits(&it.portal, &offer, &[("leder", "ja")]).await;
        assert_eq!(kept.0, StatusCode::NOT_FOUND, "it is no longer theirs to give");
    }
}

#[tokio::test]
async fn the_partner_to_ask_is_looked_for_by_name_without_a_script() {
    let mut it = together(On::Sqlite).await;
    let page = it.page();
    let word = name(OTHER);
    let query: String = form_urlencoded::byte_serialize(word.as_bytes()).collect();
    let answer = it.lone.opens(&it.portal, &format!("{page}?q={query}")).await;
    let chosen = format!("name=\"partner\" value=\"{}\"", partner_id(OTHER).0);
    assert!(answer.2.contains(&chosen), "{}", answer.2);
    let none = it.lone.opens(&it.portal, &format!("{page}?q=%3Cscript%3Ezz")).await.2;
    assert!(none.contains("Vi fandt ingen partner") && !none.contains("<script>zz"), "{none}");
    assert!(!none.contains("type=\"radio\""));
    let long = it.lone.opens(&it.portal, &format!("{page}?q={}", "a".repeat(5_000))).await;
    assert_eq!(long.0, StatusCode::OK);
    // What was looked for is there again when the choice was left out.
    let again = it.lone.submits(&it.portal, &page, &[("q", &word)]).await;
    assert_eq!(again.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.2.contains(&chosen) && again.2.contains("aria-describedby=\"partner-e\""));
}

fn name(n: usize) -> String {
    application::testing::partner(n).name.to_string()
}

fn slug(n: usize) -> String {
    application::testing::partner(n).slug.to_string()
}

#[tokio::test]
async fn who_comes_is_seen_by_the_lead_alone_until_it_lets_the_other_in() {
    let mut it = together(On::Sqlite).await;
    let date = it.activity.occurrences()[0].id.0;
    let (roster, csv) =
        (format!("/partner/dato/{date}"), format!("/partner/dato/{date}/liste.csv"));
    let own = format!("/partner/aktiviteter/{}", it.activity.id.0);
    it.asks().await;
    it.says_yes().await;
    assert_eq!(it.lone.opens(&it.portal, &roster).await.0, StatusCode::OK);
    assert!(!it.sees(&own).await.1.contains("/partner/dato/"), "nothing leads there");
    for path in [&roster, &csv] {
        assert_eq!(it.sees(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let shares = it.part("tilmeldte");
    assert_eq!(it.bo.submits(&it.portal, &shares, &[("vis", "ja")]).await.0, StatusCode::NOT_FOUND);
    it.lone.submits(&it.portal, &shares, &[("vis", "ja")]).await;
    let (status, page) = it.sees(&roster).await;
    assert_eq!(status, StatusCode::OK);
    assert!(!page.contains("name=\"rule\""), "they look and change nothing");
    assert!(it.sees(&own).await.1.contains("/partner/dato/"));
    it.lone.submits(&it.portal, &shares, &[("vis", "nej")]).await;
    assert_eq!(it.sees(&roster).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn administrators_who_are_asked_get_a_letter_that_names_no_activity() {
    let mut it = together(On::Sqlite).await;
    signed_in(&it.portal, "eva@other.dk", &[Role::Editor(partner_id(OTHER))]).await;
    it.asks().await;
    let letters = letters(&it.portal).await;
    let asked: Vec<_> = letters
        .iter()
        .filter(|it| matches!(it.letter, domain::identity::Letter::CoOwnerInvited { .. }))
        .collect();
    assert_eq!(asked.len(), 1, "one recipient, who says who acts for the partner");
    assert_eq!(asked[0].to.as_str(), "bo@other.dk");
}

#[tokio::test]
async fn a_sheet_that_is_exported_and_imported_again_leaves_the_owners() {
    let mut it = together(On::Sqlite).await;
    it.asks().await;
    it.says_yes().await;
    let path = format!("/partner/{}/aktiviteter.csv", partner_id(LEAD).0);
    let sheet = it.lone.opens(&it.portal, &path).await.2;
    assert!(sheet.contains(it.activity.external_id.as_str()));
    let title = it.activity.particulars().title.as_str().to_owned();
    let changed = sheet.replace(&title, "Et nyt navn til det samme besøg");
    let file = it.portal.folder().join("rows.csv");
    std::fs::write(&file, changed).expect("a file");
    let output = crate::program::run(it.portal.folder(), &["import", "rows.csv"]);
    assert!(output.status.code() != Some(1), "{}", crate::program::text(&output.stderr));
    it.portal.plugs.board.refresh_if_changed().await.expect("a look");
    let theirs = it.portal.get(&format!("/partnere/{}", slug(OTHER))).await.2;
    assert!(theirs.contains("Et nyt navn til det samme besøg"), "the other owns it still");
}

#[tokio::test]
async fn who_cannot_be_asked_is_said_beside_the_field() {
    let mut it = together(On::Sqlite).await;
    let page = it.page();
    let answer = it.lone.submits(&it.portal, &page, &[]).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.2.contains("Find en partner, og vælg den på listen.")
            && answer.2.contains("id=\"fejl\"")
    );
    let english = it.lone.submits(&it.portal, &format!("/en{page}"), &[("partner", "x")]).await;
    assert!(english.2.contains("Find a partner and choose it from the list."));
    it.asks().await;
    let chosen = partner_id(OTHER).0.to_string();
    let again = it.lone.submits(&it.portal, &page, &[("partner", &chosen)]).await;
    assert_eq!(again.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.2.contains("allerede med eller inviteret"), "{}", again.2);
    let told = it.lone.submits(&it.portal, &it.part("fjern"), &[]).await;
    assert_eq!(location(&told), format!("{page}?ok=co-owner-removed"));
    let late = it.bo.submits(&it.portal, &it.part("svar"), &[("svar", "ja")]).await;
    assert_eq!(late.0, StatusCode::NOT_FOUND, "it was taken back");
}

#[tokio::test]
async fn owners_that_cannot_be_are_found() {
    let mut it = together(On::Sqlite).await;
    it.asks().await;
    assert_eq!(faults(&it.portal).await, Vec::<String>::new());
    spoil(&it.portal, "update co_owner set sees_rosters = 1").await;
    assert!(faults(&it.portal).await[0].contains("it sees rosters, but was only asked"));
    spoil(&it.portal, "update co_owner set sees_rosters = 0, lead_asked_at = asked_at").await;
    assert!(faults(&it.portal).await[0].contains("asked to lead, but owns nothing yet"));
    spoil(&it.portal, "update co_owner set lead_asked_at = null").await;
    spoil(&it.portal, "update activity set partner_id = (select partner_id from co_owner) where id in (select activity_id from co_owner)").await;
    assert!(faults(&it.portal).await.iter().any(|it| it.contains("it leads it")));
}
