//! One activity, as a moderator looks at it.

use domain::{
    catalogue::{ActivityId, Slug},
    identity::{Action, Subject},
    pact::{Region, Review},
    partners::Partner,
};

use super::{acts_for_one, region_of};
use crate::{
    catalogue::{ActivityPage, DeskError},
    copenhagen,
    deeds::history_about,
    identity::{Viewer, may_in_region},
    ports::{History, Ports},
};

/// One activity, as a moderator looks at it.
#[derive(Clone, Debug)]
pub struct Case {
    /// As visitors will see it.
    pub page: ActivityPage,
    pub partner: Partner,
    pub region: Option<Region>,
    pub history: History,
    /// What asks a moderator to look, the longest waiting first.
    pub reviews: Vec<Review>,
    /// What is worth a second look.
    pub checks: Vec<Check>,
    /// Published activities that are called the same.
    pub doubles: Vec<Slug>,
    /// Whether the viewer acts for one of its owners, so that a colleague answers.
    pub is_own: bool,
}

/// Something that is worth a second look, or is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    pub what: CheckKind,
    pub is_fine: bool,
}

/// What a program can look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    PartnerApproved,
    ContactAtPartner,
    DateToCome,
    AccessibilityTold,
}

/// One activity, as a moderator of its region looks at it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs.
pub async fn show_case(ports: &Ports, viewer: &Viewer, id: ActivityId) -> Result<Case, DeskError> {
    let now = ports.clock.now();
    let day = copenhagen::day(now);
    let details = ports.desk.activity_by_id(id).await?.ok_or(DeskError::Unknown)?;
    let partners = ports.desk.all_partners().await?;
    let partner = partners.into_iter().find(|it| it.id == details.activity.partner);
    let partner = partner.ok_or(DeskError::Unknown)?;
    let it = details.activity.particulars();
    let region = region_of(it, &partner, day);
    may_in_region(&viewer.account, Action::SeeCase, region, day)?;

    let joined = details.co_owners.iter().map(|it| it.id);
    let is_own = acts_for_one(&viewer.account, std::iter::once(partner.id).chain(joined));
    let check = |what, is_fine| Check { what, is_fine };
    let dates = details.activity.occurrences();
    let checks = vec![
        check(CheckKind::PartnerApproved, partner.standing == domain::partners::Standing::Approved),
        check(CheckKind::ContactAtPartner, partner.is_home_of(&it.contact)),
        check(
            CheckKind::DateToCome,
            dates.iter().any(|date| date.end() > now) || !it.needs_occurrence(),
        ),
        check(CheckKind::AccessibilityTold, !it.accessibility.is_empty()),
    ];
    let campaigns = ports.catalogue.campaigns().await?;
    let campaign = campaigns.into_iter().find(|known| Some(&known.key) == it.campaign.as_ref());
    let history = history_about(ports, Subject::Activity(id)).await?;
    let reviews = ports.reviews.reviews_of(id).await?;
    let doubles = doubles(ports, &details.activity).await?;
    let page = ActivityPage { details, campaign, related: Vec::new(), draws: Vec::new(), now };
    Ok(Case { page, partner, region, history, reviews, checks, doubles, is_own })
}

/// Published activities of the same partner that are called the same.
async fn doubles(
    ports: &Ports,
    activity: &domain::catalogue::Activity,
) -> Result<Vec<Slug>, crate::ports::StoreError> {
    let theirs = ports.desk.activities_of(&[activity.partner], 500).await?;
    let title = language::folded(activity.particulars().title.as_str());
    let same = theirs.into_iter().filter(|it| {
        it.id != activity.id
            && it.state().is_public()
            && language::folded(it.particulars().title.as_str()) == title
    });
    Ok(same.map(|it| it.slug).collect())
}
