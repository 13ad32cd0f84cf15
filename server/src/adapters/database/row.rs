//! Where a row becomes a thing, and a thing a row.

use std::{fmt::Display, str::FromStr};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{
        Activity, ActivityId, AgeRange, Capacity, Coordinates, GroupSize, Occurrence, OccurrenceId,
        Particulars, Price, ProposedQuestions, Question, Questions, Slug, TravelDistance, Venue,
    },
    partners::{Partner, PartnerId},
};
use sea_orm::ActiveValue::{NotSet, Set};

use super::entity::{activity, occurrence, partner};

/// A value that nobody can have written through the portal.
#[derive(Debug, thiserror::Error)]
#[error("the table `{table}` holds an impossible `{column}`: {value}")]
pub struct RowError {
    pub table: &'static str,
    pub column: &'static str,
    pub value: String,
}

/// Reads the columns of one table.
#[derive(Clone, Copy)]
pub(in crate::adapters) struct Columns(pub(in crate::adapters) &'static str);

impl Columns {
    pub(super) fn fault(self, column: &'static str, value: impl Display) -> RowError {
        RowError { table: self.0, column, value: value.to_string().chars().take(80).collect() }
    }

    /// A key of a vocabulary.
    pub(in crate::adapters) fn key<T: FromStr>(
        self,
        column: &'static str,
        value: &str,
    ) -> Result<T, RowError> {
        value.parse().map_err(|_| self.fault(column, value))
    }

    /// Keys joined by `;`.
    pub(in crate::adapters) fn keys<T: FromStr>(
        self,
        column: &'static str,
        value: &str,
    ) -> Result<Vec<T>, RowError> {
        value.split(';').filter(|key| !key.is_empty()).map(|key| self.key(column, key)).collect()
    }

    pub(super) fn text<T: TryFrom<String>>(
        self,
        column: &'static str,
        value: String,
    ) -> Result<T, RowError> {
        T::try_from(value.clone()).map_err(|_| self.fault(column, value))
    }

    pub(super) fn some<T: TryFrom<String>>(
        self,
        column: &'static str,
        value: Option<String>,
    ) -> Result<Option<T>, RowError> {
        value.map(|value| self.text(column, value)).transpose()
    }

    pub(in crate::adapters) fn number<T: TryFrom<i32>>(
        self,
        column: &'static str,
        value: i32,
    ) -> Result<T, RowError> {
        T::try_from(value).map_err(|_| self.fault(column, value))
    }

    pub(in crate::adapters) fn numbers<T: TryFrom<i32>>(
        self,
        column: &'static str,
        value: Option<i32>,
    ) -> Result<Option<T>, RowError> {
        value.map(|value| self.number(column, value)).transpose()
    }

    pub(in crate::adapters) fn ages(
        self,
        min: Option<i32>,
        max: Option<i32>,
    ) -> Result<AgeRange, RowError> {
        let (low, high) = (self.numbers("age_min", min)?, self.numbers("age_max", max)?);
        AgeRange::new(low, high).map_err(|_| self.fault("age_min", format!("{min:?}")))
    }

    pub(in crate::adapters) fn group(
        self,
        min: Option<i32>,
        max: Option<i32>,
    ) -> Result<GroupSize, RowError> {
        let (low, high) = (self.numbers("group_min", min)?, self.numbers("group_max", max)?);
        GroupSize::new(low, high).map_err(|_| self.fault("group_min", format!("{min:?}")))
    }

    pub(in crate::adapters) fn point(
        self,
        lat: Option<f64>,
        lon: Option<f64>,
    ) -> Result<Option<Coordinates>, RowError> {
        let point = lat.zip(lon).map(|(lat, lon)| Coordinates::new(lat, lon)).transpose();
        point.map_err(|_| self.fault("lat", format!("{lat:?}")))
    }

    /// What is asked of those who sign up, and what waits to be asked, and since when.
    fn questions(
        self,
        asked: Option<&str>,
        proposed: Option<(&str, DateTime<Utc>)>,
    ) -> Result<Questions, RowError> {
        let read = |column, text: &str| {
            let questions: Vec<Question> =
                serde_json::from_str(text).map_err(|_| self.fault(column, text))?;
            let is_few = (1..=Question::MOST).contains(&questions.len());
            if is_few { Ok(questions) } else { Err(self.fault(column, text)) }
        };
        let asked = asked.map(|it| read("questions", it)).transpose()?.unwrap_or_default();
        let proposed = proposed.map(|(it, since)| {
            let questions = read("questions_proposed", it)?;
            Ok(ProposedQuestions { questions, since })
        });
        Ok(Questions::kept(asked, proposed.transpose()?))
    }

    pub(in crate::adapters) fn price(self, oere: i32) -> Result<Price, RowError> {
        Price::from_oere(self.number("price_oere", oere)?)
            .map_err(|_| self.fault("price_oere", oere))
    }
}

/// Questions as their column keeps them; nothing where nothing is asked.
fn questions_text(questions: &[Question]) -> Option<String> {
    // Texts, keys and flags are always written.
    (!questions.is_empty()).then(|| serde_json::to_string(questions).unwrap_or_default())
}

/// Keys joined by `;`.
pub(super) fn joined<T: Display>(list: &[T]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
}

pub(super) fn partner_of(row: partner::Model) -> Result<Partner, RowError> {
    let columns = Columns("partner");
    Ok(Partner {
        id: PartnerId(row.id),
        name: columns.text("name", row.name)?,
        slug: Slug::kept(row.slug),
        sector: columns.key("sector", &row.sector)?,
        website: columns.some("website", row.website)?,
        postcode: columns.some("postcode", row.postcode)?,
        about: columns.some("about", row.about)?,
        standing: columns.key("standing", &row.standing)?,
        is_trusted: row.is_trusted,
        created_at: row.created_at,
    })
}

pub(super) fn partner_row(partner: &Partner) -> partner::ActiveModel {
    partner::ActiveModel {
        id: Set(partner.id.0),
        name: Set(partner.name.to_string()),
        name_key: Set(partner.name.key().as_str().to_owned()),
        slug: Set(partner.slug.to_string()),
        sector: Set(partner.sector.key().to_owned()),
        website: Set(partner.website.as_ref().map(|it| it.as_str().to_owned())),
        postcode: Set(partner.postcode.map(|it| it.to_string())),
        about: Set(partner.about.as_ref().map(ToString::to_string)),
        standing: Set(partner.standing.key().to_owned()),
        is_trusted: Set(partner.is_trusted),
        created_at: Set(partner.created_at),
    }
}

pub(super) fn occurrence_of(row: &occurrence::Model) -> Result<Occurrence, RowError> {
    let columns = Columns("occurrence");
    let capacity = columns.numbers::<u32>("capacity", row.capacity)?;
    let capacity = capacity
        .map(Capacity::try_from)
        .transpose()
        .map_err(|_| columns.fault("capacity", row.id))?;
    Occurrence::new(OccurrenceId(row.id), (row.start_at, row.end_at), capacity, row.deadline_at)
        .map_err(|_| columns.fault("end_at", row.id))
}

pub(super) fn occurrence_row(activity: ActivityId, it: &Occurrence) -> occurrence::ActiveModel {
    occurrence::ActiveModel {
        id: Set(it.id.0),
        activity_id: Set(activity.0),
        start_at: Set(it.start()),
        end_at: Set(it.end()),
        capacity: Set(it.capacity().map(|it| it.seats().cast_signed())),
        taken: Set(0),
        deadline_at: Set(it.deadline()),
    }
}

pub(super) fn activity_of(
    row: activity::Model,
    occurrences: Vec<Occurrence>,
) -> Result<Activity, RowError> {
    let columns = Columns("activity");
    let travel = columns.numbers::<u16>("travel_km", row.travel_km)?;
    let particulars = Particulars {
        kind: columns.key("kind", &row.kind)?,
        title: columns.text("title", row.title)?,
        summary: columns.text("summary", row.summary)?,
        description: columns.text("description", row.description)?,
        topics: columns.keys("topics", &row.topics)?,
        audience: columns.keys("audience", &row.audience)?,
        levels: columns.keys("levels", &row.levels)?,
        ages: columns.ages(row.age_min, row.age_max)?,
        girls_focus: row.girls_focus,
        campaign: columns.some("campaign", row.campaign)?,
        format: columns.key("format", &row.format)?,
        venue: Venue {
            name: columns.some("venue", row.venue)?,
            street: columns.some("street", row.street)?,
            postcode: columns.some("postcode", row.postcode)?,
            city: columns.some("city", row.city)?,
            coordinates: columns.point(row.lat, row.lon)?,
        },
        travel: travel.and_then(TravelDistance::new),
        price: columns.price(row.price_oere)?,
        language: columns.key("language", &row.language)?,
        accessibility: columns.keys("accessibility", &row.accessibility)?,
        sign_up: columns.key("sign_up", &row.sign_up)?,
        sign_up_url: columns.some("sign_up_url", row.sign_up_url)?,
        group: columns.group(row.group_min, row.group_max)?,
        contact: columns.text("contact_email", row.contact_email)?,
    };
    let external_id = columns.text("external_id", row.external_id)?;
    let (id, partner) = (ActivityId(row.id), PartnerId(row.partner_id));
    let state = columns.key("state", &row.state)?;
    let questions = columns.questions(
        row.questions.as_deref(),
        row.questions_proposed.as_deref().zip(row.questions_proposed_at),
    )?;
    let mut activity =
        Activity::draft(id, partner, external_id, particulars, occurrences, row.created_at);
    activity.slug = Slug::kept(row.slug);
    Ok(activity.asking(questions).kept(state, row.updated_at))
}

pub(super) fn activity_row(activity: &Activity) -> activity::ActiveModel {
    let it = activity.particulars();
    let point = it.venue.coordinates;
    let text = |text: &Option<domain::catalogue::VenueText>| text.as_ref().map(ToString::to_string);
    let questions = activity.questions();
    let proposed = questions.proposed();
    activity::ActiveModel {
        id: Set(activity.id.0),
        partner_id: Set(activity.partner.0),
        external_id: Set(activity.external_id.to_string()),
        slug: Set(activity.slug.to_string()),
        state: Set(activity.state().key().to_owned()),
        kind: Set(it.kind.key().to_owned()),
        title: Set(it.title.to_string()),
        summary: Set(it.summary.to_string()),
        description: Set(it.description.to_string()),
        topics: Set(joined(&it.topics)),
        audience: Set(joined(&it.audience)),
        levels: Set(joined(&it.levels)),
        age_min: Set(it.ages.min().map(i32::from)),
        age_max: Set(it.ages.max().map(i32::from)),
        girls_focus: Set(it.girls_focus),
        campaign: Set(it.campaign.as_ref().map(ToString::to_string)),
        format: Set(it.format.key().to_owned()),
        venue: Set(text(&it.venue.name)),
        street: Set(text(&it.venue.street)),
        postcode: Set(it.venue.postcode.map(|it| it.to_string())),
        city: Set(text(&it.venue.city)),
        lat: Set(point.map(Coordinates::lat)),
        lon: Set(point.map(Coordinates::lon)),
        travel_km: Set(it.travel.map(|it| i32::from(it.km()))),
        price_oere: Set(it.price.oere().cast_signed()),
        language: Set(it.language.code().to_owned()),
        accessibility: Set(joined(&it.accessibility)),
        sign_up: Set(it.sign_up.key().to_owned()),
        sign_up_url: Set(it.sign_up_url.as_ref().map(|it| it.as_str().to_owned())),
        group_min: Set(it.group.min().map(i32::from)),
        group_max: Set(it.group.max().map(i32::from)),
        contact_email: Set(it.contact.to_string()),
        questions: Set(questions_text(questions.asked())),
        questions_proposed: Set(proposed.and_then(|it| questions_text(&it.questions))),
        questions_proposed_at: Set(proposed.map(|it| it.since)),
        created_at: Set(activity.created_at),
        updated_at: Set(activity.updated_at()),
        // The transaction numbers its changes when it ends.
        version: NotSet,
    }
}
