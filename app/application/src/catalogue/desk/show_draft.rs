//! A draft, as its writers see it, and as visitors will.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    catalogue::{
        Activity, ActivityId, Answers, Draft, DraftId, Holiday, Picture, PictureOf, SchoolHoliday,
        SittingId,
    },
    pact::{Campaign, CampaignKey},
    partners::Partner,
};

use super::{DeskError, may_write, partner};
use crate::{
    catalogue::{
        ActivityPage, AnswerFault, Step,
        import_activities::{Campaigns, read_answers},
    },
    identity::Viewer,
    ports::{ActivityDetails, CoOwnerLink, OccurrenceSummary, PartnerLink, Ports},
};

/// A draft, with all that its pages need.
#[derive(Clone, Debug)]
pub struct DraftPage {
    pub draft: Draft,
    /// Names the window in which it is shown.
    pub sitting: SittingId,
    pub partner: Partner,
    /// What is still missing or wrong.
    pub faults: Vec<AnswerFault>,
    /// Every campaign.
    pub campaigns: Vec<Campaign>,
    /// The one under which the activity is that it is the next version of.
    pub has_campaign: Option<CampaignKey>,
    /// When people rest on the day of each date, if they do.
    pub rests: Vec<Rest>,
    /// Whether the activity of which it is the next version is public.
    pub is_public: bool,
    pub picture: Option<Picture>,
}

/// Who rests on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rest {
    /// Everybody, where it is a public holiday.
    pub holiday: Option<Holiday>,
    /// Schools, at least many of them.
    pub school: Option<SchoolHoliday>,
}

impl Rest {
    fn on(day: NaiveDate) -> Self {
        Self { holiday: Holiday::on(day), school: SchoolHoliday::on(day) }
    }
}

/// A draft, as its writers see it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs.
pub async fn show_draft(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
) -> Result<DraftPage, DeskError> {
    let draft = ports.desk.draft(id).await?.ok_or(DeskError::Unknown)?;
    may_write(ports, viewer, &draft).await?;
    page_of_draft(ports, draft).await
}

/// A draft, as its writers see it, with words in one of its steps that could not be kept.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs.
pub async fn show_typed(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
    (step, typed): (Step, Answers),
) -> Result<DraftPage, DeskError> {
    let mut draft = ports.desk.draft(id).await?.ok_or(DeskError::Unknown)?;
    may_write(ports, viewer, &draft).await?;
    step.take_over(&mut draft.answers, typed);
    page_of_draft(ports, draft).await
}

async fn page_of_draft(ports: &Ports, draft: Draft) -> Result<DraftPage, DeskError> {
    let campaigns = ports.catalogue.campaigns().await?;
    let known = match draft.activity {
        Some(id) => ports.desk.activity_by_id(id).await?.map(|it| it.activity),
        None => None,
    };
    let has = known.as_ref().and_then(|it| it.particulars().campaign.clone());
    let nameable = Campaigns::of_activity(campaigns.clone(), has.clone());
    let faults = read_answers(&draft.answers, &nameable, &*ports.ids).err().unwrap_or_default();
    let days = draft.answers.dates.iter().map(|date| date.day.trim().parse().ok());
    let rests = days.map(|day| day.map(Rest::on).unwrap_or_default()).collect();
    let is_public = known.is_some_and(|it| it.state().is_public());
    let partner = partner(ports, draft.partner).await?;
    let picture = ports.pictures.picture_of(PictureOf::Draft(draft.id)).await?;
    Ok(DraftPage {
        draft,
        sitting: SittingId(ports.ids.next()),
        partner,
        faults,
        campaigns,
        has_campaign: has,
        rests,
        is_public,
        picture,
    })
}

/// A draft as visitors will see it.
///
/// # Errors
///
/// [`DeskError::Faulty`] where something is missing; [`DeskError::Unknown`] where it is not theirs.
pub async fn preview_draft(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
) -> Result<ActivityPage, DeskError> {
    let DraftPage { draft, partner, campaigns, has_campaign, picture, .. } =
        show_draft(ports, viewer, id).await?;
    let nameable = Campaigns::of_activity(campaigns.clone(), has_campaign);
    let (particulars, dates) =
        read_answers(&draft.answers, &nameable, &*ports.ids).map_err(DeskError::Faulty)?;
    let key = "gnist-preview".try_into().map_err(crate::ports::StoreError::new)?;
    let now = ports.clock.now();
    let campaign = campaigns.into_iter().find(|it| Some(&it.key) == particulars.campaign.as_ref());
    let co_owners = match draft.activity {
        Some(id) => ports.desk.activity_by_id(id).await?.map(|it| it.co_owners),
        None => None,
    };
    let co_owners = co_owners.unwrap_or_default();
    let id = draft.activity.unwrap_or(ActivityId(draft.id.0));
    let activity = Activity::draft(id, partner.id, key, particulars, dates, now);
    Ok(page_of(activity, (&partner, co_owners), picture, campaign, now))
}

/// The page of an activity that need not be public, with nothing beside it.
fn page_of(
    activity: Activity,
    (partner, co_owners): (&Partner, Vec<CoOwnerLink>),
    picture: Option<Picture>,
    campaign: Option<Campaign>,
    now: DateTime<Utc>,
) -> ActivityPage {
    let occurrences = activity.occurrences().iter().map(|date| {
        let capacity = date.capacity().map(domain::catalogue::Capacity::seats);
        OccurrenceSummary {
            id: date.id,
            start: date.start(),
            end: date.end(),
            closes_at: date.closes_at(),
            capacity,
            seats_left: capacity,
        }
    });
    let details = ActivityDetails {
        occurrences: occurrences.collect(),
        partner: PartnerLink { name: partner.name.to_string(), slug: partner.slug.clone() },
        sector: partner.sector,
        co_owners,
        picture,
        activity,
    };
    ActivityPage { details, campaign, related: Vec::new(), draws: Vec::new(), now }
}
