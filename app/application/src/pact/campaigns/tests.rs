//! Looking after campaigns, told from outside.

use domain::{
    catalogue::Answers,
    identity::Role,
    pact::{InvalidSeason, Season},
};

use super::*;
use crate::{
    catalogue::{
        DeskError, Fault, SaveMode, Step, begin_draft, home, revise_activity, save_answers,
        send_draft,
    },
    pact::{
        approve_partner,
        house::{House, region},
    },
};

fn wish(name: &str, (first, last): (&str, &str)) -> CampaignWish {
    CampaignWish {
        name: name.to_owned(),
        english_name: "Star Day".to_owned(),
        key: String::new(),
        first_day: first.to_owned(),
        last_day: last.to_owned(),
        text: "En dag om stjerner.".to_owned(),
        english_text: "A day about stars.".to_owned(),
        is_open: true,
    }
}

fn faults(error: CampaignError) -> Vec<CampaignFault> {
    match error {
        CampaignError::Faulty(faults) => faults,
        other => panic!("{other:?}"),
    }
}

async fn keys(house: &House) -> Vec<(String, Season)> {
    let rows = list_campaigns(&house.ports).await.unwrap();
    rows.into_iter().map(|it| (it.campaign.key.to_string(), it.season)).collect()
}

#[tokio::test]
async fn an_administrator_makes_a_campaign_and_everybody_sees_it() {
    let house = House::new();
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let runs = wish("Stjernedage", ("2026-11-30", "2026-12-02"));
    let id = make_campaign(&house.ports, &ada, &runs).await.unwrap();
    let was = wish("Måneaften", ("2026-10-01", "1.10.2026"));
    make_campaign(&house.ports, &ada, &was).await.unwrap();
    let known = [
        ("stjernedage".to_owned(), Season::Running),
        ("girlsday-2027".to_owned(), Season::Coming),
        ("maaneaften".to_owned(), Season::Over),
    ];
    assert_eq!(keys(&house).await, known);
    let front = home(&house.ports).await.unwrap();
    let front: Vec<_> = front.campaigns.iter().map(|(it, _)| it.key.to_string()).collect();
    assert_eq!(front, ["stjernedage", "girlsday-2027"]);

    let desk = show_campaign_desk(&house.ports, &mona, id).await.unwrap();
    assert_eq!(desk.named_by, 0);
    let done: Vec<_> =
        desk.history.deeds.iter().map(|it| (it.deed.kind, it.by.as_deref())).collect();
    assert_eq!(done, [(DeedKind::CampaignMade, Some("ada"))]);
}

#[tokio::test]
async fn nobody_but_moderators_and_administrators_changes_a_campaign() {
    let house = House::new();
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let id = make_campaign(&house.ports, &ada, &wish("Stjernedag", ("2027-01-01", "2027-01-01")))
        .await
        .unwrap();
    let others = [vec![Role::Steering], vec![]];
    for (n, roles) in others.iter().enumerate() {
        let who = house.person(&format!("n{n}@r.dk"), roles).await;
        let typed = wish("Andet", ("2027-01-01", "2027-01-01"));
        let made = make_campaign(&house.ports, &who, &typed).await;
        let changed = change_campaign(&house.ports, &who, id, &typed).await;
        let ended = end_campaign(&house.ports, &who, id).await;
        assert!(matches!(made, Err(CampaignError::Unknown)));
        assert!(matches!(changed, Err(CampaignError::Unknown)));
        assert!(matches!(ended, Err(CampaignError::Unknown)));
        let shown = show_campaign_desk(&house.ports, &who, id).await;
        assert!(matches!(shown, Err(CampaignError::Unknown)));
    }
    assert_eq!(keys(&house).await.len(), 2);
    let mona = house.person("mona@r.dk", &[region("midtjylland")]).await;
    let typed = wish("Månedag", ("2027-01-02", "2027-01-02"));
    change_campaign(&house.ports, &mona, id, &typed).await.unwrap();
    end_campaign(&house.ports, &mona, id).await.unwrap();
    make_campaign(&house.ports, &mona, &typed).await.unwrap();
    assert_eq!(keys(&house).await.len(), 2);
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once_and_a_key_is_given_once() {
    let house = House::new();
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let empty = CampaignWish::default();
    let told = faults(make_campaign(&house.ports, &ada, &empty).await.unwrap_err());
    assert_eq!(told.len(), 6, "{told:?}");
    assert!(told.contains(&CampaignFault::FirstDay) && !told.contains(&CampaignFault::Key));
    let turned = wish("Stjernedag", ("2027-05-02", "2027-05-01"));
    let told = faults(make_campaign(&house.ports, &ada, &turned).await.unwrap_err());
    assert_eq!(told, [CampaignFault::Season(InvalidSeason::EndsBeforeItBegins)]);
    let mut odd = wish("Stjernedag", ("2027-05-01", "2027-05-01"));
    odd.key = "Stjerne Dag".to_owned();
    let told = faults(make_campaign(&house.ports, &ada, &odd).await.unwrap_err());
    assert_eq!(told, [CampaignFault::Key]);
    odd.key = "girlsday-2027".to_owned();
    let told = faults(make_campaign(&house.ports, &ada, &odd).await.unwrap_err());
    assert_eq!(told, [CampaignFault::KeyTaken]);
    assert_eq!(keys(&house).await.len(), 1);
}

#[tokio::test]
async fn a_campaign_is_changed_but_for_its_key_and_saying_the_same_does_nothing() {
    let house = House::new();
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let first = wish("Stjernedag", ("2027-01-01", "2027-01-01"));
    let id = make_campaign(&house.ports, &ada, &first).await.unwrap();
    change_campaign(&house.ports, &ada, id, &first).await.unwrap();
    let mut second = wish("Stjernenat", ("2027-02-01", "2027-02-02"));
    second.key = "noget-andet".to_owned();
    change_campaign(&house.ports, &ada, id, &second).await.unwrap();
    let desk = show_campaign_desk(&house.ports, &ada, id).await.unwrap();
    assert_eq!(desk.campaign.danish.name.as_str(), "Stjernenat");
    assert_eq!(desk.campaign.key.as_str(), "stjernedag");
    let done: Vec<_> = desk.history.deeds.iter().map(|it| it.deed.kind).collect();
    assert_eq!(done, [DeedKind::CampaignChanged, DeedKind::CampaignMade]);
}

#[tokio::test]
async fn what_is_named_is_closed_and_what_is_not_is_removed() {
    let house = House::new();
    let ada = house.person("ada@r.dk", &[Role::Administrator]).await;
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let typed = wish("Stjernedag", ("2027-03-18", "2027-03-18"));
    let id = make_campaign(&house.ports, &ada, &typed).await.unwrap();

    let names = async |draft| {
        let mut answers = Answers::default();
        answers.set("audience", "pupils");
        answers.set("levels", "grade-5");
        answers.set("campaign", "stjernedag");
        save_answers(&house.ports, &signe, draft, (Step::Whom, answers), SaveMode::GoOn)
            .await
            .unwrap()
    };
    let draft = house.draft(&signe, partner, "8800").await;
    assert_eq!(names(draft).await, []);
    let sent = send_draft(&house.ports, &signe, draft).await.unwrap();
    let crate::catalogue::Sent::Waits(activity) = sent else { panic!("{sent:?}") };

    let ended = end_campaign(&house.ports, &ada, id).await.unwrap();
    assert_eq!(ended, EndedCampaign::Closed, "an activity names it");
    assert_eq!(end_campaign(&house.ports, &ada, id).await.unwrap(), EndedCampaign::Closed);
    let desk = show_campaign_desk(&house.ports, &ada, id).await.unwrap();
    assert_eq!((desk.campaign.is_open, desk.named_by, desk.history.deeds.len()), (false, 1, 2));

    // Another may not come to it any more; the one that names it may be revised.
    let other = house.draft(&signe, partner, "8800").await;
    let faults = names(other).await;
    assert_eq!(faults.iter().map(|it| &it.fault).collect::<Vec<_>>(), [&Fault::CampaignClosed]);
    let refused = send_draft(&house.ports, &signe, other).await;
    assert!(matches!(refused, Err(DeskError::Faulty(_))));
    approve_partner(&house.ports, &ada, partner).await.unwrap();
    house.approves(&ada, activity).await.unwrap();
    let next = revise_activity(&house.ports, &signe, activity).await.unwrap();
    assert_eq!(names(next).await, []);
    send_draft(&house.ports, &signe, next).await.unwrap();

    let lone = wish("Måneaften", ("2027-03-18", "2027-03-18"));
    let lone = make_campaign(&house.ports, &ada, &lone).await.unwrap();
    begin_draft(&house.ports, &signe, partner).await.unwrap();
    let ended = end_campaign(&house.ports, &ada, lone).await.unwrap();
    assert_eq!(ended, EndedCampaign::Removed);
    assert!(show_campaign_desk(&house.ports, &ada, lone).await.is_err());
    assert!(end_campaign(&house.ports, &ada, lone).await.is_err());
}
