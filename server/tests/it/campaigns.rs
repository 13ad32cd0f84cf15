//! Campaigns over HTTP: whoever runs the pact makes and changes them, and every page follows.

use application::testing::{a_campaign, contract, partner_id};
use axum::http::StatusCode;
use domain::{identity::Role, pact::Region};
use sea_orm::ConnectionTrait as _;

use crate::{
    people::{Answer, Person, location, signed_in},
    pictures::at_desk::{desk_on, words},
    testbed::{On, Testbed},
};

const NEW: &str = "/moderation/kampagner/ny";

/// The fields of a campaign, some of them otherwise.
fn fields<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("name", "Stjernedag & måne"),
        ("name_en", "Star Day"),
        ("key", ""),
        ("first_day", "2026-12-05"),
        ("last_day", "2026-12-06"),
        ("text", "En dag om <stjerner>.\nFor alle."),
        ("text_en", "A day about stars."),
        ("open", "ja"),
    ];
    for (name, value) in other {
        fields.retain(|it| it.0 != *name);
        fields.push((name, value));
    }
    fields
}

async fn made(portal: &Testbed, ada: &mut Person) -> String {
    let answer = ada.submits(portal, NEW, &fields(&[])).await;
    assert_eq!(answer.0, StatusCode::SEE_OTHER, "{}", answer.2);
    let (place, word) = location(&answer).split_once('?').expect("a word");
    assert_eq!(word, "ok=campaign-made");
    place.to_owned()
}

async fn administrator(portal: &Testbed) -> Person {
    signed_in(portal, "ada@gnist.dk", &[Role::Administrator]).await
}

#[tokio::test]
async fn a_campaign_stands_everywhere_at_once_and_is_gone_everywhere_at_once() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    let mut ada = administrator(&portal).await;
    let mut editor = signed_in(&portal, "bo@firma.dk", &[Role::Editor(partner_id(0))]).await;
    // Pages that are kept from before.
    for page in ["/", "/en", "/om", "/kampagner/stjernedag-maane"] {
        assert!(!portal.get(page).await.2.contains("Stjernedag"));
    }
    let begun = editor.submits(&portal, &draft_place(), &[]).await;
    let draft = location(&begun).replace("/hvad", "/hvem");
    let choice = "value=\"stjernedag-maane\"";
    assert!(!editor.opens(&portal, &draft).await.2.contains(choice));

    let place = made(&portal, &mut ada).await;
    let page = portal.get("/kampagner/stjernedag-maane").await;
    assert_eq!(page.0, StatusCode::OK);
    assert!(page.2.contains("Stjernedag &amp; måne") && page.2.contains("&lt;stjerner&gt;"));
    assert!(!page.2.contains("<stjerner>"));
    let english = portal.get("/en/kampagner/stjernedag-maane").await.2;
    assert!(english.contains("<h1>Star Day</h1>") && english.contains("A day about stars."));
    let home = portal.get("/").await.2;
    assert_eq!(home.matches("class=\"camp\"").count(), 2, "the next two campaigns");
    assert!(home.contains("Stjernedag &amp; måne") && home.contains("Girls' Day 2027"));
    assert!(portal.get("/om").await.2.contains("Stjernedag"), "it stands in the menu");
    assert!(portal.get("/en").await.2.contains("Star Day"));
    assert!(portal.get("/sitemap.xml").await.2.contains("/kampagner/stjernedag-maane"));
    assert!(editor.opens(&portal, &draft).await.2.contains(choice));
    let list = ada.opens(&portal, "/moderation/kampagner").await.2;
    assert!(list.contains("2 kampagner") && list.contains("Stjernedag"));

    let otherwise = fields(&[("name", "Månedag"), ("open", "")]);
    let answer = ada.submits(&portal, &place, &otherwise).await;
    assert_eq!(location(&answer), format!("{place}?ok=campaign-kept"));
    assert!(portal.get("/kampagner/stjernedag-maane").await.2.contains("Månedag"));
    assert!(portal.get("/").await.2.contains("Månedag"));
    assert!(portal.get("/om").await.2.contains("Månedag"));
    assert!(!editor.opens(&portal, &draft).await.2.contains(choice), "it is closed");

    let answer = ada.submits(&portal, &format!("{place}/slut"), &[]).await;
    assert_eq!(location(&answer), "/moderation/kampagner?ok=campaign-removed");
    for page in ["/", "/om", "/sitemap.xml"] {
        let text = portal.get(page).await.2;
        assert!(!text.contains("Månedag") && !text.contains("stjernedag"), "{page}");
    }
    assert_eq!(portal.get("/kampagner/stjernedag-maane").await.0, StatusCode::NOT_FOUND);
    assert_eq!(ada.opens(&portal, &place).await.0, StatusCode::NOT_FOUND);
    let again = ada.submits(&portal, &format!("{place}/slut"), &[]).await;
    assert_eq!(again.0, StatusCode::NOT_FOUND);
}

fn draft_place() -> String {
    format!("/partner/{}/kladder", partner_id(0).0)
}

#[tokio::test]
async fn a_campaign_of_another_process_is_seen_with_the_next_look() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = administrator(&portal).await;
    assert!(!portal.get("/").await.2.contains("Stjernedag"));
    let other = portal.beside().await;
    assert!(!other.get("/").await.2.contains("Stjernedag"));
    made(&portal, &mut ada).await;
    other.plugs.board.refresh_if_changed().await.unwrap();
    assert!(other.get("/").await.2.contains("Stjernedag"));
}

#[tokio::test]
async fn a_faulty_form_comes_back_as_it_was_typed() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = administrator(&portal).await;
    let wrong = [
        ("name", "x"),
        ("name_en", "\"><script>alert(1)</script>"),
        ("key", "Stjerne Dag"),
        ("first_day", "2026-12-09"),
        ("text", "</textarea><script>alert(1)</script>"),
        ("text_en", ""),
    ];
    let told = |answer: &Answer, faults: usize| {
        assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.2.contains("id=\"fejl\""));
        assert_eq!(answer.2.matches("class=\"err\"").count(), faults, "{}", answer.2);
        assert!(!answer.2.contains("<script>alert"));
    };
    let answer = ada.submits(&portal, NEW, &fields(&wrong)).await;
    told(&answer, 4);
    for kept in ["value=\"Stjerne Dag\"", "value=\"2026-12-09\"", "&lt;/textarea&gt;"] {
        assert!(answer.2.contains(kept), "{kept}: {}", answer.2);
    }
    let taken = ada.submits(&portal, NEW, &fields(&[("key", "girlsday-2027")])).await;
    told(&taken, 1);
    let place = made(&portal, &mut ada).await;
    told(&ada.submits(&portal, &place, &fields(&wrong)).await, 3);
    told(&ada.submits(&portal, &format!("/en{place}"), &[]).await, 6);
    assert!(portal.get("/").await.2.contains("Stjernedag"), "nothing was changed");
}

#[tokio::test]
async fn moderators_look_after_them_too_and_others_do_not_know() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = administrator(&portal).await;
    let place = made(&portal, &mut ada).await;
    let west = Region::find("midtjylland").unwrap();
    let mut mona = signed_in(&portal, "mona@region.dk", &[Role::Moderator(west)]).await;
    let list = mona.opens(&portal, "/moderation/kampagner").await;
    assert_eq!(list.0, StatusCode::OK);
    assert!(list.2.contains(NEW));
    let page = mona.opens(&portal, &place).await;
    assert_eq!(page.0, StatusCode::OK);
    assert!(page.2.contains("<textarea") && page.2.contains("Lavede kampagnen"));
    let changed = mona.submits(&portal, &place, &fields(&[])).await;
    assert_eq!(location(&changed), format!("{place}?ok=campaign-kept"));
    let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
    for path in [place.clone(), format!("{place}/slut"), NEW.to_owned()] {
        assert_eq!(lone.submits(&portal, &path, &fields(&[])).await.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_activities_name_is_closed_and_a_sheet_cannot_name_it_anew() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 20).await;
    let mut ada = administrator(&portal).await;
    let campaigns = portal.plugs.ports.catalogue.campaigns().await.unwrap();
    let place = format!("/moderation/kampagner/{}", campaigns[0].id.0);
    let ended = ada.submits(&portal, &format!("{place}/slut"), &[]).await;
    assert_eq!(location(&ended), format!("{place}?ok=campaign-closed"));
    let page = ada.opens(&portal, &place).await.2;
    assert!(page.contains("Den er lukket for nye aktiviteter") && !page.contains("/slut\""));
    assert!(portal.get("/").await.2.contains("Girls' Day 2027"), "its activities stay");
    assert_eq!(portal.get("/kampagner/girlsday-2027").await.0, StatusCode::OK);
}

#[tokio::test]
async fn campaigns_that_cannot_be_are_found() {
    let portal = Testbed::start(On::Sqlite).await;
    let spoil = async |sql: &str| {
        let url = format!("sqlite://{}/gnist.db?mode=rw", portal.folder().display());
        let database = sea_orm::Database::connect(url).await.unwrap();
        database.execute_unprepared(sql).await.unwrap();
        database.close().await.unwrap();
        portal.plugs.database.verify().await.unwrap()
    };
    let told = spoil("update campaign set last_day = '2020-01-01'").await;
    assert_eq!(told, ["campaign girlsday-2027: it ends before it begins"]);
    let told = spoil("update campaign set last_day = first_day, name_en = ''").await;
    assert!(told[0].contains("the table `campaign` holds an impossible `name_en`"), "{told:?}");
    assert_eq!(spoil("update campaign set name_en = name").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_campaign_that_is_taken_down_while_a_draft_that_names_it_is_sent_is_a_fault_of_a_field() {
    let mut desk = desk_on(On::PostgreSql).await;
    let stars = a_campaign(1, "Stjernedag");
    let mut tx = desk.portal.plugs.ports.store.begin().await.unwrap();
    assert!(tx.campaigns().add(&stars).await.unwrap());
    let mut draft = tx.drafts().by_id(desk.draft).await.unwrap().unwrap();
    draft.answers.set("campaign", stars.key.as_str());
    tx.drafts().save(&draft).await.unwrap();
    tx.commit().await.unwrap();

    let mut tx = desk.portal.plugs.ports.store.begin().await.unwrap();
    assert_eq!(tx.campaigns().by_id(stars.id).await.unwrap(), Some(stars.clone()));
    tx.campaigns().remove(stars.id).await.unwrap();
    let ends = async {
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        tx.commit().await.unwrap();
    };
    let path = format!("/partner/kladder/{}/send", desk.draft.0);
    let (answer, ()) = tokio::join!(desk.person.submits(&desk.portal, &path, &[]), ends);
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", words(&answer.2));
    assert!(answer.2.contains("/hvem"), "it leads to the step of the field");
}

#[tokio::test]
async fn the_menu_names_the_one_campaign_that_runs_and_leads_to_a_list_where_several_do() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = administrator(&portal).await;
    let menu = async |path: &str| {
        // The menu knows what lists know, which is as new as the last look at them.
        portal.get("/").await;
        let page = portal.get(path).await.2;
        let menu = page.split("id=\"menu\"").nth(1).and_then(|it| it.split("</nav>").next());
        menu.expect("a menu").to_owned()
    };
    let today = [("first_day", "2026-11-20"), ("last_day", "2026-12-05")];
    assert!(menu("/om").await.contains("Girls' Day 2027"), "none runs: the next one");
    ada.submits(&portal, NEW, &fields(&today)).await;
    let one = menu("/om").await;
    assert!(one.contains("Stjernedag") && !one.contains("Girls'"), "{one}");
    assert!(!one.contains("href=\"/kampagner\""));
    let second = [("name", "Måneuge"), ("name_en", "Moon Week"), ("key", "maaneuge")];
    ada.submits(&portal, NEW, &fields(&[&today[..], &second[..]].concat())).await;
    let was = [("name", "Forårsdag"), ("first_day", "2026-04-02"), ("last_day", "2026-04-02")];
    ada.submits(&portal, NEW, &fields(&was)).await;
    let several = menu("/om").await;
    assert!(!several.contains("Stjernedag") && !several.contains("Måneuge"), "{several}");
    assert!(several.contains("href=\"/kampagner\"") && several.contains("Kampagner"));
    assert!(menu("/kampagner/maaneuge").await.contains("aria-current=\"page\""));

    let list = portal.get("/kampagner").await;
    assert_eq!(list.0, StatusCode::OK);
    let places: Vec<Option<usize>> =
        ["Stjernedag", "Måneuge", "Girls' Day", "Har været", "Forårsdag"]
            .map(|it| list.2.find(it))
            .to_vec();
    assert!(places.iter().all(Option::is_some) && places[0] < places[2], "{places:?}");
    assert!(places[2] < places[3] && places[3] < places[4], "{places:?}");
    let english = portal.get("/en/kampagner").await.2;
    assert!(english.contains("Moon Week") && english.contains("Have been"));
}
