//! The lead of an activity passes to another, and who hears of an answer.

use domain::identity::Letter;

use super::*;
use crate::catalogue::{
    Column, Fault, ImportMode, Sheet, WholeSheet, export_activities, hand_in_sheet,
    import_activities, show_import, write_import,
};

impl Two {
    async fn offers(&self, is_offered: bool) -> Result<(), CoOwnerError> {
        let about = (self.activity, self.zoo);
        offer_lead(&self.house.ports, &self.signe, about, is_offered).await
    }

    async fn says(&self, who: &Viewer, yes: bool) -> Result<(), CoOwnerError> {
        let about = (self.activity, self.zoo);
        answer_leading(&self.house.ports, who, about, Some(yes)).await
    }

    /// Who leads it, and who owns it beside.
    async fn owners(&self) -> (PartnerId, Vec<CoOwner>) {
        let mut tx = self.house.ports.store.begin().await.unwrap();
        let activity = tx.activities().by_id(self.activity).await.unwrap().unwrap();
        (activity.partner, tx.co_owners().of(self.activity).await.unwrap())
    }

    /// To whom letters went since the last look that are told of.
    async fn told(&self, is_wanted: impl Fn(&Letter) -> bool) -> Vec<String> {
        let letters = self.house.letters().await;
        letters.into_iter().filter(|it| is_wanted(&it.1)).map(|it| it.0).collect()
    }
}

#[tokio::test]
async fn the_leads_people_hear_what_an_invited_partner_answers() {
    for yes in [true, false] {
        let two = two().await;
        let lone = two.house.person("lone@munkemose.dk", &[Role::Editor(two.lead)]).await;
        two.house.person("per@munkemose.dk", &[Role::Editor(two.lead)]).await;
        let (ports, activity) = (&two.house.ports, two.activity);
        invite_co_owner(ports, &lone, activity, Some(two.zoo)).await.unwrap();
        two.house.letters().await;
        two.answers(&two.eva, yes).await.unwrap();
        let is_it = |it: &Letter| {
            matches!(it, Letter::CoOwnerAnswered { says_yes, partner, .. }
                if *says_yes == yes && partner.as_str() == "Zoo")
        };
        let mut to = two.told(is_it).await;
        to.sort();
        let expected = ["lone@munkemose.dk", "signe@munkemose.dk"];
        assert_eq!(to, expected, "whoever asked, and those who say who acts for the lead");
    }
}

#[tokio::test]
async fn the_lead_passes_to_an_owner_that_says_yes_with_all_that_is_the_leads() {
    let two = two().await;
    let ports = &two.house.ports;
    two.joins().await;
    let draft = two.revises(&two.signe).await.expect("a draft");
    two.house.letters().await;
    two.offers(true).await.unwrap();
    two.offers(true).await.unwrap();
    let offered = |it: &Letter| matches!(it, Letter::LeadOffered { .. });
    assert_eq!(two.told(offered).await, ["bo@zoo.dk"], "once, to whoever says who acts for it");
    assert_eq!(two.owners().await.0, two.lead, "nobody has said yes yet");
    assert_eq!(show_desk(ports, &two.bo).await.unwrap().lead_offers.len(), 1);
    assert_eq!(show_desk(ports, &two.eva).await.unwrap().lead_offers.len(), 0, "not hers to say");
    assert!(two.says(&two.eva, true).await.is_err());
    let undecided = answer_leading(ports, &two.bo, (two.activity, two.zoo), None).await;
    assert!(undecided.is_ok() && two.owners().await.0 == two.lead);

    two.says(&two.bo, true).await.unwrap();
    two.says(&two.bo, true).await.unwrap();
    let (lead, beside) = two.owners().await;
    let beside: Vec<_> = beside.iter().map(|it| (it.partner, it.sees_rosters)).collect();
    assert_eq!((lead, beside), (two.zoo, vec![(two.lead, true)]), "they have changed places");
    let answered = |it: &Letter| matches!(it, Letter::LeadAnswered { says_yes: true, .. });
    assert_eq!(two.told(answered).await, ["signe@munkemose.dk"]);
    assert_eq!(two.done().await[..2], [DeedKind::LeadTaken, DeedKind::LeadOffered]);
    assert_eq!(show_draft(ports, &two.signe, draft).await.unwrap().draft.partner, two.zoo);
    let asked = invite_co_owner(ports, &two.signe, two.activity, Some(two.zoo)).await;
    assert!(asked.is_err(), "it is no longer theirs to share");
    share_rosters(ports, &two.eva, (two.activity, two.lead), false).await.unwrap();
    let own = show_own_activity(ports, &two.signe, two.activity).await.unwrap();
    assert_eq!((own.leads, own.sees_rosters), (false, false));
}

#[tokio::test]
async fn a_no_and_a_second_thought_leave_everything_as_it_was() {
    let two = two().await;
    two.joins().await;
    let before = two.owners().await;
    two.offers(true).await.unwrap();
    two.offers(false).await.unwrap();
    assert!(two.says(&two.bo, true).await.is_err(), "it was taken back");
    assert_eq!(two.owners().await, before);
    two.offers(true).await.unwrap();
    two.house.letters().await;
    two.says(&two.bo, false).await.unwrap();
    assert_eq!(two.owners().await, before);
    let answered = |it: &Letter| matches!(it, Letter::LeadAnswered { says_yes: false, .. });
    assert_eq!(two.told(answered).await, ["signe@munkemose.dk"]);
    assert_eq!(two.done().await[0], DeedKind::LeadDeclined);
}

#[tokio::test]
async fn nobody_is_offered_the_lead_who_does_not_own_it_or_may_not_lead() {
    let two = two().await;
    let ports = &two.house.ports;
    let about = (two.activity, two.zoo);
    assert!(two.offers(true).await.is_err(), "it was never asked");
    two.asks().await;
    assert!(two.offers(true).await.is_err(), "it has not said yes");
    two.answers(&two.bo, true).await.unwrap();
    let editor = two.house.person("lone@munkemose.dk", &[Role::Editor(two.lead)]).await;
    for who in [&two.bo, &two.eva, &editor] {
        assert!(offer_lead(ports, who, about, true).await.is_err(), "not theirs to give away");
    }
    two.offers(true).await.unwrap();
    let mut tx = ports.store.begin().await.unwrap();
    let zoo = tx.partners().by_id(two.zoo).await.unwrap().unwrap();
    tx.partners().save(&Partner { standing: Standing::Refused, ..zoo }).await.unwrap();
    tx.commit().await.unwrap();
    assert!(two.says(&two.bo, true).await.is_err(), "a moderator has refused it since");
    assert_eq!(two.owners().await.0, two.lead);
}

#[tokio::test]
async fn a_key_that_the_new_lead_uses_already_becomes_another() {
    let two = two().await;
    let ports = &two.house.ports;
    two.joins().await;
    let mut tx = ports.store.begin().await.unwrap();
    let mut shared = tx.activities().by_id(two.activity).await.unwrap().unwrap();
    shared.external_id = "R-1".try_into().unwrap();
    tx.activities().save(std::slice::from_ref(&shared)).await.unwrap();
    let particulars = shared.particulars().clone();
    let (id, key) = (ActivityId(ports.ids.next()), shared.external_id.clone());
    let theirs =
        Activity::draft(id, two.zoo, key.clone(), particulars, Vec::new(), ports.clock.now());
    tx.activities().add(&[theirs]).await.unwrap();
    tx.commit().await.unwrap();
    two.offers(true).await.unwrap();
    two.says(&two.bo, true).await.unwrap();
    let mut tx = ports.store.begin().await.unwrap();
    let named = tx.activities().lock(&[(two.zoo, key)]).await.unwrap();
    assert_eq!(named.iter().map(|it| it.id).collect::<Vec<_>>(), [id], "each has its own");
}

#[tokio::test]
async fn a_partner_is_looked_for_where_there_are_too_many_to_choose_from() {
    let two = two().await;
    let ports = &two.house.ports;
    let found = async |typed| {
        let shown = show_co_owners(ports, &two.signe, two.activity, typed).await.unwrap();
        let found = shown.to_ask.expect("they may ask").found;
        found.into_iter().map(|it| it.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found("").await, ["Zoo"], "the few there are need no search");
    for n in 0..30 {
        let (email, site) = (format!("mia@museum{n}.dk"), format!("https://museum{n}.dk"));
        let (_, id) = two.house.organiser(&email, &format!("Museum {n}"), &site).await;
        approve(&two.house, id).await;
    }
    let (_, waits) = two.house.organiser("ea@zoolab.dk", "Zoolab", "https://zoolab.dk").await;
    assert_eq!(found("").await, Vec::<String>::new());
    assert_eq!(found(" zoo ").await, ["Zoo"], "nobody has approved the other");
    approve(&two.house, waits).await;
    assert_eq!(found("zoo").await, ["Zoo", "Zoolab"], "the likest first");
    assert_eq!(found("museum17.dk").await, ["Museum 17"]);
    assert_eq!(found("Munkemose").await, Vec::<String>::new(), "the lead itself");
    assert!(found("museum").await.len() <= 10);
    two.asks().await;
    assert_eq!(found("zoo").await, ["Zoolab"], "one is asked already");
}

impl Two {
    /// What a sheet of somebody's would do and does: how many it makes, how many rows it refuses.
    async fn imports(&self, who: &Viewer, of: PartnerId, sheet: &WholeSheet) -> (u64, u64, u64) {
        let ports = &self.house.ports;
        let import = hand_in_sheet(ports, who, of, ("a.csv", sheet.clone())).await.unwrap();
        let seen = show_import(ports, who, import).await.unwrap();
        let seen = seen.preview.unwrap().unwrap().figures;
        write_import(ports, who, import).await.unwrap();
        let done = show_import(ports, who, import).await.unwrap().import.figures;
        assert_eq!((seen.new, seen.rows_refused), (done.new, done.rows_refused));
        (done.new, done.changed, done.rows_refused)
    }

    /// The same by the operator.
    async fn taken_over(&self, sheet: &WholeSheet) -> (u64, u64) {
        let rows = sheet.rows.iter().cloned().map(Ok);
        let sheet = Sheet { header: sheet.header.clone(), rows: Box::new(rows) };
        let report =
            import_activities(&self.house.ports, sheet, ImportMode::Write, &mut |_| {}).await;
        let report = report.unwrap();
        (report.activities_new, report.rows_rejected)
    }

    async fn sheet_of(&self, who: &Viewer, partner: PartnerId) -> WholeSheet {
        export_activities(&self.house.ports, who, partner).await.unwrap()
    }
}

#[tokio::test]
async fn a_sheet_of_whoever_has_led_it_does_not_make_it_again() {
    let two = two().await;
    let ports = &two.house.ports;
    two.joins().await;
    let sheet = two.sheet_of(&two.signe, two.lead).await;
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(two.imports(&two.signe, two.lead, &sheet).await, (0, 0, 0), "it is theirs");
    two.offers(true).await.unwrap();
    two.says(&two.bo, true).await.unwrap();
    assert_eq!(two.imports(&two.signe, two.lead, &sheet).await, (0, 0, 1));
    assert_eq!(two.taken_over(&sheet).await, (0, 1));
    let import = hand_in_sheet(ports, &two.signe, two.lead, ("a.csv", sheet.clone())).await;
    let page = show_import(ports, &two.signe, import.unwrap()).await.unwrap();
    let row = &page.preview.unwrap().unwrap().rows[0];
    let (column, _, fault) = &row.faults[0];
    assert_eq!((*column, fault), (Column::ExternalId, &Fault::HandedOver));

    // Nor once they have left it, and the new lead goes on with its own.
    let theirs = two.sheet_of(&two.bo, two.zoo).await;
    assert_eq!(two.imports(&two.bo, two.zoo, &theirs).await, (0, 0, 0));
    leave_activity(ports, &two.signe, (two.activity, two.lead)).await.unwrap();
    assert_eq!(two.imports(&two.signe, two.lead, &sheet).await, (0, 0, 1));
    // Something else is something new.
    let mut other = sheet.clone();
    let place = sheet.header.iter().position(|it| it == Column::ExternalId.name()).unwrap();
    other.rows[0].cells[place] = "noget-andet".to_owned();
    assert_eq!(two.imports(&two.signe, two.lead, &other).await, (1, 0, 0));
}

#[tokio::test]
async fn whoever_leads_it_again_goes_on_with_the_key_of_its_sheets() {
    let two = two().await;
    let ports = &two.house.ports;
    two.joins().await;
    let sheet = two.sheet_of(&two.signe, two.lead).await;
    two.offers(true).await.unwrap();
    two.says(&two.bo, true).await.unwrap();
    // Zoo gives it a key of its own.
    let mut tx = ports.store.begin().await.unwrap();
    let mut it = tx.activities().by_id(two.activity).await.unwrap().unwrap();
    it.passes_to(two.zoo, "Z-1".try_into().unwrap(), ports.clock.now());
    tx.activities().save(&[it]).await.unwrap();
    tx.commit().await.unwrap();
    let theirs = two.sheet_of(&two.bo, two.zoo).await;

    offer_lead(ports, &two.bo, (two.activity, two.lead), true).await.unwrap();
    answer_leading(ports, &two.signe, (two.activity, two.lead), Some(true)).await.unwrap();
    assert_eq!(two.imports(&two.signe, two.lead, &sheet).await, (0, 0, 0));
    assert_eq!(two.imports(&two.bo, two.zoo, &theirs).await, (0, 0, 1), "now it is theirs no more");
}
