//! Somebody tells that an activity is not as it should be.

use domain::{
    catalogue::Slug,
    identity::{DeedKind, LetterLanguage, Subject, Target},
    pact::{Report, Review, ReviewId},
};

use crate::{
    deeds::{Doing, write_down},
    ports::{Ports, StoreError},
};

/// What becomes of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// A moderator will look.
    Kept,
    /// So many have reported the activity today that one more says nothing new.
    Enough,
}

/// Why a report is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// Look elsewhere: nobody sees such an activity.
    #[error("there is no such activity")]
    Unknown,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Asks a moderator to look at an activity that is public. Whoever reports it need not say who they
/// are; said twice, it is said once. Reports are counted for the activity, not for who makes them.
///
/// # Errors
///
/// [`ReportError::Unknown`] where nobody sees such an activity.
pub async fn report_activity(
    ports: &Ports,
    slug: &Slug,
    report: Report,
    language: LetterLanguage,
) -> Result<Reported, ReportError> {
    let seen = ports.catalogue.activity(slug).await?.ok_or(ReportError::Unknown)?;
    let id = seen.activity.id;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let activity = tx.activities().by_id(id).await?;
    activity.filter(|it| it.state().is_public()).ok_or(ReportError::Unknown)?;
    let Report { cause, remark, reply_to } = report;
    let review = Review {
        id: ReviewId(ports.ids.next()),
        activity: id,
        cause,
        remark,
        reply_to: reply_to.map(|email| (email, language)),
        asked_at: now,
    };
    if tx.reviews().of_activity(id).await?.iter().any(|it| it.says_the_same(&review)) {
        return Ok(Reported::Kept);
    }
    let mut tally = tx.accounts().tally(Target::Reports(id)).await?;
    let is_allowed = tally.report_at(now);
    tx.accounts().keep_tally(Target::Reports(id), tally).await?;
    if is_allowed {
        tx.reviews().add(&review).await?;
        let (kind, about) = (DeedKind::ActivityReported, Subject::Activity(id));
        // The remark is erased with the report; a deed would keep it.
        let doing = Doing { by: None, on_behalf_of: None, kind, about, remark: None };
        write_down(ports, &mut *tx, doing).await?;
    }
    tx.commit().await?;
    tracing::info!(activity = %id.0, cause = %cause, is_allowed, "an activity was reported");
    Ok(if is_allowed { Reported::Kept } else { Reported::Enough })
}
