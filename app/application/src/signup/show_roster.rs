//! Who comes to a date, for those who offer it.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::Action,
    signup::{Interest, InterestFigures, InterestTime, Roster, SignUp, Step},
};

use super::{SignUpError, interest::interest_figures};
use crate::{
    identity::{Viewer, may_for_partner, sees_rosters},
    ports::{ActivityDetails, OccurrenceSummary, Ports},
};

/// Who comes to a date, as those see it who offer it.
#[derive(Clone, Debug)]
pub struct ShownRoster {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub roster: Roster,
    /// Those who have answered their letter, and those who left after that, in the order they
    /// came.
    pub sign_ups: Vec<SignUp>,
    /// Whether whoever looks may change it; a partner that was let in only looks.
    pub leads: bool,
    /// The other dates of the activity that are not over.
    pub elsewhere: Vec<OccurrenceSummary>,
    pub interest: AskedInterest,
}

/// How it stands with what the pupils of a date are asked.
#[derive(Clone, Copy, Debug)]
pub struct AskedInterest {
    /// When the link was made that leads there now; nothing where there is none.
    pub made_at: Option<DateTime<Utc>>,
    pub time: InterestTime,
    /// Nothing where so few have answered that it would tell of somebody.
    pub figures: Option<InterestFigures>,
}

/// The roster of a date that is their partner's, or that its lead lets their partner see.
/// Of those who have not answered their letter, nothing is told but how many seats are kept for
/// them; whom one calls if something happens to a child, from two days before.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn show_roster(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<ShownRoster, SignUpError> {
    let details = ports.sign_ups.activity_at(id).await?.ok_or(SignUpError::Unknown)?;
    if !sees_rosters(&viewer.account, &details) {
        return Err(SignUpError::Unknown);
    }
    let leads = leads(viewer, Action::CancelParty, &details);
    let date = details.occurrences.iter().find(|it| it.id == id).copied();
    let date = date.ok_or(SignUpError::Unknown)?;
    let roster = ports.sign_ups.roster(id).await?.ok_or(SignUpError::Unknown)?;
    let now = ports.clock.now();
    let shows_emergency = SignUp::shows_emergency(date.start, now);
    let mut sure = Vec::new();
    for mut it in ports.sign_ups.sign_ups_of(id).await? {
        let has_left = !it.entry.stage.is_active();
        let is_told = it.entry.stage.is_sure()
            || (has_left && was_sure(&ports.sign_ups.steps_of(it.id).await?));
        if !shows_emergency {
            it.kin.emergency = None;
        }
        if is_told {
            sure.push(it);
        }
    }
    // Those who were in a draw wait in its order.
    sure.sort_by_key(|it| it.entry.order());
    let is_to_come = |it: &&OccurrenceSummary| it.id != id && now < it.end;
    let elsewhere = details.occurrences.iter().filter(is_to_come).copied().collect();
    let link = ports.interest.interest_link_of(id).await?;
    let interest = AskedInterest {
        made_at: link.map(|it| it.made_at),
        time: Interest::time(date.start, date.end, now),
        figures: interest_figures(ports, id).await?,
    };
    Ok(ShownRoster { details, date, roster, sign_ups: sure, leads, elsewhere, interest })
}

fn was_sure(steps: &[Step]) -> bool {
    steps.iter().any(|step| step.to.is_sure())
}

/// The activity of a date, where they act for its lead and may do this with it.
pub(super) async fn theirs(
    ports: &Ports,
    viewer: &Viewer,
    action: Action,
    id: OccurrenceId,
) -> Result<ActivityDetails, SignUpError> {
    let details = ports.sign_ups.activity_at(id).await?.ok_or(SignUpError::Unknown)?;
    if leads(viewer, action, &details) { Ok(details) } else { Err(SignUpError::Unknown) }
}

fn leads(viewer: &Viewer, action: Action, details: &ActivityDetails) -> bool {
    may_for_partner(&viewer.account, action, details.activity.partner).is_ok()
}
