//! What a next version means to those who are signed up.

use chrono::{DateTime, Utc};
use domain::catalogue::{Activity, Draft, Occurrence, OccurrenceId};

use super::DeskError;
use crate::{
    catalogue::import_activities::{Campaigns, read_answers},
    ports::{ActivityDetails, OccurrenceSummary, Ports},
};

/// What a next version means to those who are signed up for a date; they are told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// The version does not name the date any more: it is called off for them.
    Dropped,
    /// Its time, place or price are others.
    Changed,
}

/// A date on which seats are taken, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchedDate {
    pub date: OccurrenceSummary,
    pub seats: u32,
    pub consequence: Consequence,
}

/// The dates to come that another version of an activity treats otherwise, and how.
pub(in crate::catalogue) fn touched(
    known: &Activity,
    next: &Activity,
    now: DateTime<Utc>,
) -> Vec<(OccurrenceId, Consequence)> {
    let (was, is) = (known.particulars(), next.particulars());
    let all_differ = was.venue != is.venue || was.price != is.price || was.format != is.format;
    let times = |it: &Occurrence| (it.start(), it.end());
    let coming = known.occurrences().iter().filter(|date| now < date.start());
    let touched = coming.filter_map(|date| {
        let after = next.occurrences().iter().find(|it| it.id == date.id);
        let consequence = match after {
            None => Consequence::Dropped,
            Some(after) if all_differ || times(after) != times(date) => Consequence::Changed,
            Some(_) => return None,
        };
        Some((date.id, consequence))
    });
    touched.collect()
}

/// The dates on which seats are taken that a draft would call off or change. What cannot be read
/// yet changes nothing.
pub(super) async fn consequences(
    ports: &Ports,
    draft: &Draft,
) -> Result<Vec<TouchedDate>, DeskError> {
    let Some(id) = draft.activity else { return Ok(Vec::new()) };
    let Some(known) = ports.desk.activity_by_id(id).await? else { return Ok(Vec::new()) };
    let has = known.activity.particulars().campaign.clone();
    let campaigns = Campaigns::of_activity(ports.catalogue.campaigns().await?, has);
    let Ok((particulars, dates)) = read_answers(&draft.answers, &campaigns, &*ports.ids) else {
        return Ok(Vec::new());
    };
    let now = ports.clock.now();
    let mut next = known.activity.clone();
    next.revise(particulars, dates, now);
    let told = touched(&known.activity, &next, now).into_iter();
    Ok(told.filter_map(|(id, consequence)| taken(&known, id, consequence)).collect())
}

fn taken(
    known: &ActivityDetails,
    id: OccurrenceId,
    consequence: Consequence,
) -> Option<TouchedDate> {
    let date = known.occurrences.iter().find(|it| it.id == id).copied()?;
    let seats = date.capacity?.saturating_sub(date.seats_left?);
    (seats > 0).then_some(TouchedDate { date, seats, consequence })
}

#[cfg(test)]
mod tests {
    use domain::{
        identity::{Letter, LetterLanguage, Role},
        signup::{SignUpNews, TypedParty},
    };

    use super::*;
    use crate::{
        catalogue::{look_over_draft, revise_activity, send_draft},
        pact::house::House,
        signup::{confirm_sign_up, sign_up},
        testing::{
            organiser_contract::fill_two_dates,
            partner_id,
            sign_up_contract::{a_visit, visit_now},
        },
    };

    /// A house with somebody signed up for the first of two dates.
    async fn house() -> (House, crate::identity::Viewer) {
        let house = House::new();
        let (date, _) = fill_two_dates(&*house.ports.store, (20, 20)).await;
        house.clock.set(visit_now());
        let ida = house.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let typed = TypedParty {
            kind: "one".into(),
            name: "Bo".into(),
            age: "17".into(),
            email: "bo@hjem.dk".into(),
            agrees: true,
            ..TypedParty::default()
        };
        let key = "the-form-of-somebody".parse().unwrap();
        sign_up(&house.ports, date, key, &typed, LetterLanguage::Danish).await.unwrap();
        let letters = house.letters().await;
        let [(_, Letter::SignUp { letter })] = letters.as_slice() else { panic!("{letters:?}") };
        confirm_sign_up(&house.ports, letter.secret.as_ref().unwrap()).await.unwrap();
        house.letters().await;
        (house, ida)
    }

    #[tokio::test]
    async fn whoever_changes_a_date_is_warned_and_those_who_come_are_told() {
        let (house, ida) = house().await;
        let id = revise_activity(&house.ports, &ida, a_visit(0, 20).id).await.unwrap();
        let look = look_over_draft(&house.ports, &ida, id).await.unwrap();
        assert_eq!(look.touched, [], "nothing is different");
        let mut tx = house.ports.store.begin().await.unwrap();
        let mut draft = tx.drafts().by_id(id).await.unwrap().unwrap();
        let whole = draft.clone();
        draft.answers.dates.clear();
        draft.answers.set("title", "");
        tx.drafts().save(&draft).await.unwrap();
        tx.commit().await.unwrap();
        let look = look_over_draft(&house.ports, &ida, id).await.unwrap();
        assert_eq!(look.touched, [], "a draft that cannot be sent changes nothing");
        // The date on which nobody comes is nobody's loss.
        for (kept, lost) in [(0, 0), (1, 1)] {
            let mut it = whole.clone();
            it.answers.dates = vec![whole.answers.dates[kept].clone()];
            let told = consequences(&house.ports, &it).await.unwrap();
            assert_eq!(told.len(), lost, "{told:?}");
            assert!(told.iter().all(|it| it.consequence == Consequence::Dropped));
        }
        let mut tx = house.ports.store.begin().await.unwrap();
        draft.answers = whole.answers.clone();
        draft.answers.set("price_dkk", "75");
        tx.drafts().save(&draft).await.unwrap();
        tx.commit().await.unwrap();
        let look = look_over_draft(&house.ports, &ida, id).await.unwrap();
        let told: Vec<_> = look.touched.iter().map(|it| (it.seats, it.consequence)).collect();
        assert_eq!(told, [(1, Consequence::Changed)]);
        send_draft(&house.ports, &ida, id).await.unwrap();
        let letters = house.letters().await;
        let is_told = |it: &(String, Letter)| {
            matches!(&it.1, Letter::SignUp { letter } if letter.news == SignUpNews::Changed)
                && it.0 == "bo@hjem.dk"
        };
        assert_eq!(letters.iter().filter(|it| is_told(it)).count(), 1, "{letters:?}");
    }

    #[tokio::test]
    async fn a_day_that_is_moved_takes_along_those_who_are_signed_up_and_tells_them() {
        let (house, ida) = house().await;
        let visit = a_visit(0, 20).id;
        let before = house.ports.desk.activity_by_id(visit).await.unwrap().unwrap().activity;
        let id = revise_activity(&house.ports, &ida, visit).await.unwrap();
        let mut tx = house.ports.store.begin().await.unwrap();
        let mut draft = tx.drafts().by_id(id).await.unwrap().unwrap();
        draft.answers.dates[0].from = "08:15".to_owned();
        tx.drafts().save(&draft).await.unwrap();
        tx.commit().await.unwrap();
        let look = look_over_draft(&house.ports, &ida, id).await.unwrap();
        let told: Vec<_> = look.touched.iter().map(|it| (it.seats, it.consequence)).collect();
        assert_eq!(told, [(1, Consequence::Changed)]);
        send_draft(&house.ports, &ida, id).await.unwrap();
        let after = house.ports.desk.activity_by_id(visit).await.unwrap().unwrap().activity;
        let (was, is) = (&before.occurrences()[0], &after.occurrences()[0]);
        assert!(was.id == is.id && was.start() != is.start());
        let letters = house.letters().await;
        let [(_, Letter::SignUp { letter })] = letters.as_slice() else { panic!("{letters:?}") };
        assert_eq!((letter.news, letter.start), (SignUpNews::Changed, is.start()));
    }
}
