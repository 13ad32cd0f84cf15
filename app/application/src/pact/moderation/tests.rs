//! From a stranger to a published activity, told from outside.

use chrono::{DateTime, TimeDelta};
use domain::{
    catalogue::{Advice, Answers, State},
    identity::{DeedKind, Letter, Role},
};

use super::*;
use crate::{
    catalogue::{
        LookedOver, SaveMode, Sent, Step, begin_draft, cancel_activity, copy_activity,
        discard_draft, look_over_draft, preview_draft, revise_activity, save_answers, send_draft,
        show_own_activity, take_back,
    },
    identity::Browser,
    pact::house::{House, region, remark, said},
    partners::{Claimed, IntroduceError, claim_partner, introduce_partner, show_desk},
    search::rebuild_index,
    testing::MemoryStore,
};

#[tokio::test]
async fn a_new_partner_gets_from_a_draft_to_the_catalogue() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose ApS", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    assert_eq!(house.letters().await, [("signe@firma.dk".to_owned(), Letter::RolesChanged)]);

    let id = house.waits(&signe, partner, "8800").await;
    let queue = show_queue(&house.ports, &mona).await.unwrap();
    assert_eq!((queue.activities.len(), queue.partners.len()), (1, 1));
    assert_eq!(show_desk(&house.ports, &signe).await.unwrap().waiting.len(), 1);

    let early = house.approves(&mona, id).await;
    assert!(matches!(early, Err(DeskError::PartnerNotApproved)));
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    house.passes(TimeDelta::minutes(1));
    let slug = house.approves(&mona, id).await.unwrap();
    let twice = house.approves(&mona, id).await;
    assert!(matches!(twice, Err(DeskError::Forbidden(_))));
    let shown = house.ports.catalogue.activity(&slug).await.unwrap().unwrap();
    assert_eq!(shown.activity.state(), State::Published);
    assert_eq!(shown.activity.particulars().venue.city.as_ref().unwrap().as_str(), "Viborg");
    let letters = house.letters().await;
    assert!(matches!(letters[0].1, Letter::PartnerApproved { .. }), "{letters:?}");
    assert!(matches!(letters[1].1, Letter::ActivityPublished { .. }), "{letters:?}");
    assert_eq!(letters.len(), 2);

    let own = show_own_activity(&house.ports, &signe, id).await.unwrap();
    let kinds: Vec<DeedKind> = own.history.deeds.iter().map(|it| it.deed.kind).collect();
    assert_eq!(kinds, [DeedKind::ActivityApproved, DeedKind::ActivitySubmitted]);
    assert_eq!(own.history.deeds[0].by.as_deref(), Some("mona"));
}

#[tokio::test]
async fn what_comes_back_says_why_and_is_sent_again() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let id = house.waits(&signe, partner, "8800").await;
    let busy = revise_activity(&house.ports, &signe, id).await;
    assert!(matches!(busy, Err(DeskError::Forbidden(_))), "it is looked at");
    house.letters().await;

    let mute = return_activity(&house.ports, &mona, id, None).await;
    assert!(matches!(mute, Err(DeskError::ReasonMissing)));
    house.passes(TimeDelta::minutes(1));
    return_activity(&house.ports, &mona, id, Some(remark("Hvor mødes I?"))).await.unwrap();
    let letters = house.letters().await;
    let [(to, Letter::ActivityReturned { reason, .. })] = letters.as_slice() else {
        panic!("{letters:?}")
    };
    assert_eq!((to.as_str(), reason.as_str()), ("signe@firma.dk", "Hvor mødes I?"));
    let desk = show_desk(&house.ports, &signe).await.unwrap();
    assert_eq!(desk.returned.len(), 1);
    let word = desk.returned[0].word.as_ref().unwrap();
    assert_eq!(word.deed.remark.as_ref().unwrap().as_str(), "Hvor mødes I?");

    let draft = revise_activity(&house.ports, &signe, id).await.unwrap();
    assert_eq!(revise_activity(&house.ports, &signe, id).await.unwrap(), draft);
    house.write(&signe, draft, "8800").await;
    house.passes(TimeDelta::minutes(1));
    assert_eq!(send_draft(&house.ports, &signe, draft).await.unwrap(), Sent::Waits(id));
    assert!(matches!(send_draft(&house.ports, &signe, draft).await, Err(DeskError::Unknown)));
    take_back(&house.ports, &signe, id).await.unwrap();
    let desk = show_desk(&house.ports, &signe).await.unwrap();
    assert!(desk.returned[0].word.is_none(), "nobody has said a word about this version");
}

#[tokio::test]
async fn a_region_looks_at_what_is_its_own_that_day() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let viborg = house.waits(&signe, partner, "8800").await;
    let valby = house.waits(&signe, partner, "2500").await;
    let moderator = async |key: &str| house.person(&format!("{key}@r.dk"), &[region(key)]).await;
    let sees = async |viewer: &Viewer| {
        let queue = show_queue(&house.ports, viewer).await.unwrap();
        queue.activities.iter().map(|it| it.0.id).collect::<Vec<_>>()
    };
    let (west, capital, east) = (
        moderator("midtjylland").await,
        moderator("hovedstaden").await,
        moderator("oestdanmark").await,
    );
    let admin = house.person("ada@r.dk", &[Role::Administrator]).await;
    assert_eq!(sees(&west).await, [viborg]);
    assert_eq!(sees(&capital).await, [valby]);
    assert_eq!(sees(&east).await, []);
    assert_eq!(sees(&admin).await, [viborg, valby]);
    assert_eq!(sees(&signe).await, []);
    for stranger in [&capital, &east, &signe] {
        let answer = house.approves(stranger, viborg).await;
        assert!(matches!(answer, Err(DeskError::Unknown)));
        let answer = return_activity(&house.ports, stranger, viborg, Some(remark("Nej tak"))).await;
        assert!(matches!(answer, Err(DeskError::Unknown)));
        assert!(matches!(show_case(&house.ports, stranger, viborg).await, Err(DeskError::Unknown)));
        let answer = approve_partner(&house.ports, stranger, partner).await;
        assert!(matches!(answer, Err(DeskError::Unknown)));
    }

    house.clock.set(DateTime::parse_from_rfc3339("2027-01-01T08:00:00Z").unwrap().to_utc());
    assert_eq!(sees(&east).await, [valby]);
    assert_eq!(sees(&capital).await, [valby], "its moderators came along");
    assert_eq!(sees(&west).await, [viborg]);
}

#[tokio::test]
async fn a_trusted_partner_publishes_and_changes_at_once() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let early = trust_partner(&house.ports, &mona, partner, true).await;
    assert!(matches!(early, Err(DeskError::PartnerNotApproved)));
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    trust_partner(&house.ports, &mona, partner, true).await.unwrap();

    let draft = house.draft(&signe, partner, "8800").await;
    assert_eq!(preview_draft(&house.ports, &signe, draft).await.unwrap().related, []);
    let Sent::Published(slug) = send_draft(&house.ports, &signe, draft).await.unwrap() else {
        panic!("it waits")
    };
    let shown = house.ports.catalogue.activity(&slug).await.unwrap().unwrap();
    let id = shown.activity.id;

    let next = revise_activity(&house.ports, &signe, id).await.unwrap();
    let mut answers = Answers::default();
    for (column, text) in [("signup", "none"), ("contact_email", "signe@munkemose.dk")] {
        answers.set(column, text);
    }
    answers.set("price_dkk", "80");
    let typed = (Step::How, answers);
    save_answers(&house.ports, &signe, next, typed, SaveMode::GoOn).await.unwrap();
    let before = house.ports.catalogue.activity(&slug).await.unwrap().unwrap();
    assert!(before.activity.particulars().price.is_free(), "nobody sees a draft");
    assert_eq!(
        send_draft(&house.ports, &signe, next).await.unwrap(),
        Sent::Published(slug.clone())
    );
    let after = house.ports.catalogue.activity(&slug).await.unwrap().unwrap();
    assert_eq!(after.activity.particulars().price.oere(), 8_000);
    assert_eq!(after.activity.occurrences()[0].id, before.activity.occurrences()[0].id);

    let copy = copy_activity(&house.ports, &signe, id).await.unwrap();
    let copied = house.ports.desk.draft(copy).await.unwrap().unwrap();
    assert_eq!((copied.activity, copied.answers.dates.len()), (None, 0));
    assert_eq!(copied.answers.get("title"), "Byg en robot");
    discard_draft(&house.ports, &signe, copy).await.unwrap();
    cancel_activity(&house.ports, &signe, id).await.unwrap();
    let gone = house.ports.catalogue.activity(&slug).await.unwrap().unwrap();
    assert_eq!(gone.activity.state(), State::Cancelled);
}

#[tokio::test]
async fn a_partner_is_never_made_twice_and_is_claimed_by_its_own_people() {
    let house = House::new();
    let (_, partner) =
        house.organiser("signe@firma.dk", "Munkemose A/S", "https://www.munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let (bo, ida) =
        (house.person("bo@gmail.com", &[]).await, house.person("ida@munkemose.dk", &[]).await);
    let browser = Browser::default();
    for double in
        [said("munkemose  AS", "https://andet.dk"), said("Noget andet", "http://munkemose.dk/job")]
    {
        let made = introduce_partner(&house.ports, &bo, double, &browser).await;
        assert!(matches!(made, Err(IntroduceError::Known(it)) if it.id == partner));
    }
    let claim = async |viewer: &Viewer| {
        let remark = Some(remark("Jeg er værkfører."));
        claim_partner(&house.ports, viewer, partner, remark, &browser).await.unwrap()
    };
    assert!(matches!(claim(&ida).await, Claimed::Waits), "nobody has said yes to the partner");
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    let Claimed::Granted(came) = claim(&ida).await else { panic!("it waits") };
    assert!(house.ports.queue.claims().await.unwrap().is_empty());
    let ida = house.again(&came.secret).await;
    assert!(matches!(claim(&ida).await, Claimed::WasTheirs));
    assert!(begin_draft(&house.ports, &ida, partner).await.is_ok());

    assert!(matches!(claim(&bo).await, Claimed::Waits));
    assert!(matches!(claim(&bo).await, Claimed::Waits));
    assert!(matches!(begin_draft(&house.ports, &bo, partner).await, Err(DeskError::Unknown)));
    let claims = show_queue(&house.ports, &mona).await.unwrap().claims;
    assert_eq!(claims.len(), 1, "asked twice is asked once");
    house.letters().await;
    let id = claims[0].0.claim.id;
    let mute = answer_claim(&house.ports, &mona, id, ClaimAnswer::No(None)).await;
    assert!(matches!(mute, Err(DeskError::ReasonMissing)));
    answer_claim(&house.ports, &mona, id, ClaimAnswer::Yes).await.unwrap();
    let letters = house.letters().await;
    assert!(
        matches!(letters[0].1, Letter::PartnerGranted { .. }) && letters[0].0 == "bo@gmail.com"
    );
    let again = answer_claim(&house.ports, &mona, id, ClaimAnswer::Yes).await;
    assert!(matches!(again, Err(DeskError::Unknown)));
}

#[tokio::test]
async fn what_is_a_partners_is_nobody_elses() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let (other, _) = house.organiser("olav@firma.dk", "Andet hus", "https://andet.dk").await;
    let admin = house.person("ada@r.dk", &[Role::Administrator]).await;
    let draft = house.draft(&signe, partner, "8800").await;
    let id = house.waits(&signe, partner, "8800").await;
    for stranger in [&other, &admin] {
        let typed = || (Step::What, Answers::default());
        let ports = &house.ports;
        assert!(save_answers(ports, stranger, draft, typed(), SaveMode::Keep).await.is_err());
        assert!(send_draft(ports, stranger, draft).await.is_err());
        assert!(discard_draft(ports, stranger, draft).await.is_err());
        assert!(preview_draft(ports, stranger, draft).await.is_err());
        assert!(begin_draft(ports, stranger, partner).await.is_err());
        assert!(show_own_activity(ports, stranger, id).await.is_err());
        assert!(take_back(ports, stranger, id).await.is_err());
        assert!(copy_activity(ports, stranger, id).await.is_err());
    }
    let desk = show_desk(&house.ports, &other).await.unwrap();
    assert!(desk.drafts.is_empty() && desk.waiting.is_empty());
    assert_eq!(show_desk(&house.ports, &signe).await.unwrap().drafts.len(), 1);
}

#[tokio::test]
async fn the_memory_store_keeps_the_promises_of_the_desk() {
    use crate::testing::{
        address_contract, campaign_contract, co_owner_contract, desk_contract, import_contract,
        picture_contract, review_contract, shelf_contract,
    };

    let store = MemoryStore::default;
    let (drafts, claims, partners, waiting) = (store(), store(), store(), store());
    let told = store();
    desk_contract::tells_of_a_case_once(&told, &told).await;
    let (views, reviews) = (store(), store());
    desk_contract::counts_views(&views, &views).await;
    review_contract::keeps_reviews(&reviews, &reviews).await;
    desk_contract::keeps_drafts(&drafts, &drafts).await;
    desk_contract::keeps_claims(&claims, &claims).await;
    desk_contract::keeps_partners(&partners, &partners).await;
    let contacts = store();
    desk_contract::finds_partners_by_their_contacts(&contacts, &contacts).await;
    desk_contract::tells_what_waits(&waiting, &waiting, &waiting).await;
    let (shelf, called, dates, seats) = (store(), store(), store(), store());
    shelf_contract::tells_all_that_is_owned(&shelf, &shelf).await;
    shelf_contract::finds_what_is_called_so(&called, &called).await;
    shelf_contract::tells_dates_of_what_is_owned(&dates, &dates).await;
    shelf_contract::counts_seats(&seats, &seats).await;
    let asking = MemoryStore::default();
    desk_contract::keeps_questions(&asking, &asking, &asking).await;
    let (imports, undone, removed) = (store(), store(), store());
    import_contract::keeps_imports(&imports, &imports).await;
    import_contract::forgets_what_is_undone(&undone, &undone).await;
    import_contract::removes_what_nobody_has_seen(&removed).await;
    let (pictures, gone, addresses) = (store(), store(), store());
    address_contract::watches_addresses(&addresses, &addresses).await;
    address_contract::is_watched_by_one(&store()).await;
    picture_contract::keeps_pictures(&pictures, &pictures).await;
    picture_contract::lets_pictures_go_with_what_they_belong_to(&gone, &gone).await;
    let shared = store();
    co_owner_contract::shares_activities(&shared, &shared, &shared, &shared, &shared).await;
    co_owner_contract::remembers_former_keys(&store()).await;
    let campaigns = store();
    campaign_contract::keeps_campaigns(&campaigns, &campaigns).await;
}

#[tokio::test]
async fn whoever_sends_hears_what_is_alike_and_what_would_help() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose ApS", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let id = house.waits(&signe, partner, "8800").await;
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    house.approves(&mona, id).await.unwrap();
    rebuild_index(&house.ports, &*house.ports.index).await.unwrap();

    let draft = house.draft(&signe, partner, "8800").await;
    let look = look_over_draft(&house.ports, &signe, draft).await.unwrap();
    assert_eq!(look.alike.iter().map(|it| it.id).collect::<Vec<_>>(), [id]);
    let open = |look: &LookedOver, advice| {
        look.advice.iter().any(|(it, is_followed)| *it == advice && !is_followed)
    };
    assert!(open(&look, Advice::Description) && !open(&look, Advice::Levels));

    // An activity is not alike to itself, and an outsider sees nothing.
    let revised = revise_activity(&house.ports, &signe, id).await.unwrap();
    let look = look_over_draft(&house.ports, &signe, revised).await.unwrap();
    assert!(look.alike.is_empty());
    let hidden = look_over_draft(&house.ports, &mona, draft).await;
    assert!(matches!(hidden, Err(DeskError::Unknown)));
}
