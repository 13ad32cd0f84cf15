//! Answers of a form, read by the very rules by which rows of a sheet are, and written as a sheet
//! would have them.

use std::collections::HashMap;

use domain::{
    catalogue::{
        Activity, Answers, Coordinates, Kind, Occurrence, OccurrenceId, Particulars, Question,
        SignUpMode, TravelDistance, TypedDate, TypedQuestion,
    },
    pact::Postcode,
    partners::Partner,
};

use super::{Campaigns, Column, Columns, Fault, SheetRow, columns::Step, parse_row::RowReader};
use crate::{copenhagen, ports::Ids};

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFault {
    pub column: Column,
    /// The date it stands at, from 0; none for what is asked of the whole activity.
    pub date: Option<usize>,
    pub fault: Fault,
}

/// An activity as answers tell it.
pub(crate) type Told = (Particulars, Vec<Occurrence>);

/// Reads all answers.
///
/// # Errors
///
/// All that is wrong with them.
pub(crate) fn read_answers(
    answers: &Answers,
    campaigns: &Campaigns,
    ids: &dyn Ids,
) -> Result<Told, Vec<AnswerFault>> {
    let mut faults = Vec::new();
    let particulars = read(cells(answers), campaigns, &mut faults);
    let kind = answers.get(Column::Kind.name()).parse().unwrap_or(Kind::Workshop);
    let sign_up = answers.get(Column::SignUp.name()).parse().unwrap_or(SignUpMode::None);
    let occurrences = dates(answers, kind, sign_up, ids, &mut faults);
    let needs_dates = kind.has_set_times() && sign_up != SignUpMode::Request;
    if needs_dates && answers.dates.is_empty() {
        faults.push(AnswerFault { column: Column::Start, date: None, fault: Fault::Missing });
    }
    questions(answers, &mut faults);
    match particulars {
        Some(particulars) if faults.is_empty() => Ok((particulars, occurrences)),
        _ => Err(as_asked(faults)),
    }
}

/// What is wrong with the answers of one step, as far as it can be told before the others are
/// given.
pub(crate) fn faults_of_step(
    answers: &Answers,
    step: Step,
    campaigns: &Campaigns,
    ids: &dyn Ids,
) -> Vec<AnswerFault> {
    let given = cells(answers);
    let asked = |column: &Column| step.columns().contains(column);
    let row = Column::ALL.map(|column| {
        if asked(&column) { given[column as usize].clone() } else { stand_in(column).to_owned() }
    });
    let mut faults = Vec::new();
    read(row, campaigns, &mut faults);
    if step == Step::When {
        let kind = answers.get(Column::Kind.name()).parse().unwrap_or(Kind::Workshop);
        let sign_up = answers.get(Column::SignUp.name()).parse().unwrap_or(SignUpMode::None);
        dates(answers, kind, sign_up, ids, &mut faults);
    }
    if step == Step::How {
        questions(answers, &mut faults);
    }
    as_asked(faults)
}

/// What is wrong with what is asked of those who sign up.
fn questions(answers: &Answers, faults: &mut Vec<AnswerFault>) {
    for (n, part, why) in Question::read_all(answers).err().unwrap_or_default() {
        let fault = Fault::Question { n, part, why };
        faults.push(AnswerFault { column: Column::SignUp, date: None, fault });
    }
}

/// In the order in which the steps ask; dates one after another.
fn as_asked(mut faults: Vec<AnswerFault>) -> Vec<AnswerFault> {
    faults.sort_by_key(|it| (Step::of(it.column), it.date, Step::place_of(it.column)));
    faults
}

/// An answer that is right, where the real one belongs to another step.
fn stand_in(column: Column) -> &'static str {
    match column {
        Column::Kind => "workshop",
        Column::Title | Column::Description => "x x x",
        Column::Summary => "x x x x x x x x x x x x x",
        Column::Topics => "robotics",
        Column::Audience => "adults",
        Column::Format => "online",
        Column::SignUp => "none",
        Column::ContactEmail => "a@example.dk",
        _ => "",
    }
}

fn cells(answers: &Answers) -> [String; Column::ALL.len()] {
    let mut cells = Column::ALL.map(|column| answers.get(column.name()).to_owned());
    // A postcode says which town it is; only a sheet must name both.
    let city = &mut cells[Column::City as usize];
    if city.trim().is_empty() {
        let postcode: Option<Postcode> = answers.get(Column::Postcode.name()).trim().parse().ok();
        if let Some(area) = postcode.and_then(Postcode::area) {
            area.name.clone_into(city);
        }
    }
    cells
}

fn read(
    cells: [String; Column::ALL.len()],
    campaigns: &Campaigns,
    faults: &mut Vec<AnswerFault>,
) -> Option<Particulars> {
    let (columns, row) = (Columns::all(), SheetRow { line: 0, cells: cells.into() });
    let mut reader = RowReader::new(&columns, &row);
    let particulars = reader.particulars(campaigns);
    let told = |column, fault| AnswerFault { column, date: None, fault };
    faults.extend(reader.finish().into_iter().map(|it| told(it.column, it.fault)));
    particulars
}

fn dates(
    answers: &Answers,
    kind: Kind,
    sign_up: SignUpMode,
    ids: &dyn Ids,
    faults: &mut Vec<AnswerFault>,
) -> Vec<Occurrence> {
    let (columns, mut found) = (Columns::all(), Vec::new());
    let mut starts = HashMap::new();
    for (n, typed) in answers.dates.iter().enumerate() {
        let line = n as u64 + 1;
        let row = SheetRow { line, cells: cells_of(typed) };
        let mut reader = RowReader::new(&columns, &row);
        let date = reader.occurrence(OccurrenceId(ids.next()), kind, sign_up);
        let known = date.as_ref().and_then(|date| starts.insert(date.start(), line));
        if let Some(line) = known {
            reader.refuse(Column::Start, Fault::SameStart { line });
        }
        let told = |column, fault| AnswerFault { column, date: Some(n), fault };
        faults.extend(reader.finish().into_iter().map(|it| told(it.column, it.fault)));
        found.extend(date);
    }
    found
}

fn cells_of(typed: &TypedDate) -> Vec<String> {
    let mut cells = vec![String::new(); Column::ALL.len()];
    let at = |day: &str, time: &str| match (day.trim(), time.trim()) {
        ("", "") => String::new(),
        (day, time) => format!("{day}T{time}"),
    };
    let is_long = !typed.last_day.trim().is_empty();
    // An end without a time is missing, not wrong.
    let to = typed.to.trim();
    let last_day = if is_long { &typed.last_day } else { &typed.day };
    cells[Column::Start as usize] = at(&typed.day, &typed.from);
    cells[Column::End as usize] = if to.is_empty() { String::new() } else { at(last_day, to) };
    cells[Column::Capacity as usize].clone_from(&typed.seats);
    cells[Column::Deadline as usize].clone_from(&typed.deadline);
    cells
}

/// The answers that tell an activity: read, they tell the same one.
#[must_use]
pub fn answers_of(activity: &Activity) -> Answers {
    let mut answers = Answers::default();
    for (column, cell) in cells_telling(activity.particulars()) {
        answers.set(column.name(), cell);
    }
    answers.dates = activity.occurrences().iter().map(typed).collect();
    TypedQuestion::tell(&mut answers, activity.questions().last_said());
    answers
}

fn typed(date: &Occurrence) -> TypedDate {
    let (start, end) = (copenhagen::local(date.start()), copenhagen::local(date.end()));
    let is_long = start.date() != end.date();
    let time = |at: chrono::NaiveDateTime| {
        use chrono::Timelike as _;
        at.format(if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
    };
    TypedDate {
        day: start.date().to_string(),
        from: time(start),
        to: time(end),
        last_day: if is_long { end.date().to_string() } else { String::new() },
        seats: date.capacity().map(|it| it.seats().to_string()).unwrap_or_default(),
        deadline: date
            .deadline()
            .map(|at| {
                let at = copenhagen::local(at);
                format!("{}T{}", at.date(), time(at))
            })
            .unwrap_or_default(),
    }
}

/// The rows of a sheet that tell an activity, one a date, in the order of [`Column::ALL`]; read,
/// they tell the same one. Whose it is, is left out.
pub(crate) fn rows_telling(activity: &Activity) -> Vec<Vec<String>> {
    let dates = activity.occurrences();
    if dates.is_empty() {
        return vec![row_telling(activity, None)];
    }
    dates.iter().map(|date| row_telling(activity, Some(date))).collect()
}

/// The row of such a sheet that tells an activity with one of its dates.
pub(crate) fn row_telling(activity: &Activity, date: Option<&Occurrence>) -> Vec<String> {
    let mut row =
        date.map_or_else(|| vec![String::new(); Column::ALL.len()], |date| cells_of(&typed(date)));
    for (column, cell) in cells_telling(activity.particulars()) {
        row[column as usize] = cell;
    }
    row
}

/// Says in a row whose activity it tells, and which.
pub(crate) fn set_owner(row: &mut [String], activity: &Activity, partner: &Partner) {
    row[Column::ExternalId as usize] = activity.external_id.to_string();
    row[Column::Partner as usize] = partner.name.to_string();
    row[Column::PartnerSector as usize] = partner.sector.to_string();
}

/// What a sheet says of an activity, but for its owner and its dates; what is empty is left out.
pub(crate) fn cells_telling(it: &Particulars) -> Vec<(Column, String)> {
    fn joined<T: ToString>(list: &[T]) -> String {
        list.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
    }
    fn some<T: ToString>(value: Option<T>) -> String {
        value.map(|it| it.to_string()).unwrap_or_default()
    }
    let venue = &it.venue;
    let oere = it.price.oere();
    let price = match (oere / 100, oere % 100) {
        (0, 0) => String::new(),
        (kroner, 0) => kroner.to_string(),
        (kroner, oere) => format!("{kroner}.{oere:02}"),
    };
    let cells = vec![
        (Column::Kind, it.kind.to_string()),
        (Column::Title, it.title.to_string()),
        (Column::Summary, it.summary.to_string()),
        (Column::Description, it.description.to_string()),
        (Column::Topics, joined(&it.topics)),
        (Column::Audience, joined(&it.audience)),
        (Column::Levels, joined(&it.levels)),
        (Column::AgeMin, some(it.ages.min())),
        (Column::AgeMax, some(it.ages.max())),
        (Column::GirlsFocus, if it.girls_focus { "true".to_owned() } else { String::new() }),
        (Column::Campaign, some(it.campaign.as_ref())),
        (Column::Format, it.format.to_string()),
        (Column::Venue, some(venue.name.as_ref())),
        (Column::Street, some(venue.street.as_ref())),
        (Column::Postcode, some(venue.postcode)),
        (Column::City, some(venue.city.as_ref())),
        (Column::Lat, some(venue.coordinates.map(Coordinates::lat))),
        (Column::Lon, some(venue.coordinates.map(Coordinates::lon))),
        (Column::TravelKm, some(it.travel.map(TravelDistance::km))),
        (Column::PriceDkk, price),
        (Column::Language, it.language.code().to_owned()),
        (Column::Accessibility, joined(&it.accessibility)),
        (Column::SignUp, it.sign_up.to_string()),
        (Column::SignUpUrl, some(it.sign_up_url.as_ref().map(|it| it.as_str().to_owned()))),
        (Column::GroupMin, some(it.group.min())),
        (Column::GroupMax, some(it.group.max())),
        (Column::ContactEmail, it.contact.to_string()),
    ];
    cells.into_iter().filter(|(_, cell)| !cell.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{CountedIds, a_campaign, an_activity};

    fn campaigns() -> Campaigns {
        let mut it = a_campaign(1, "Girls' Day");
        it.key = "girlsday-2027".try_into().unwrap();
        Campaigns::of_activity(vec![it], None)
    }

    #[test]
    fn the_answers_that_tell_an_activity_tell_the_same_one_again() {
        for n in 0..60 {
            let activity = an_activity(n);
            let answers = answers_of(&activity);
            let (particulars, dates) =
                read_answers(&answers, &campaigns(), &CountedIds::default()).unwrap();
            // A town is filled in where only a postcode is known.
            let mut known = activity.particulars().clone();
            if known.venue.city.is_none() {
                known.venue.city.clone_from(&particulars.venue.city);
            }
            assert_eq!(particulars, known, "{n}");
            assert_eq!(dates.len(), activity.occurrences().len(), "{n}");
            let pairs = dates.iter().zip(activity.occurrences());
            assert!(pairs.into_iter().all(|(read, kept)| read.is_like(kept)), "{n}");
        }
    }

    #[test]
    fn what_is_missing_is_told_at_its_step_and_at_no_other() {
        let (answers, ids) = (Answers::default(), CountedIds::default());
        let missing = |step| {
            let faults = faults_of_step(&answers, step, &Campaigns::default(), &ids);
            faults.iter().map(|it| it.column.name()).collect::<Vec<_>>()
        };
        assert_eq!(missing(Step::What), ["title", "summary", "kind", "description", "topics"]);
        assert_eq!(missing(Step::Whom), ["audience"]);
        assert_eq!(missing(Step::When), ["format"]);
        assert_eq!(missing(Step::How), ["signup", "contact_email"]);
        let all = read_answers(&answers, &Campaigns::default(), &ids).unwrap_err();
        let all: Vec<&str> = all.iter().map(|it| it.column.name()).collect();
        let asked = ["title", "summary", "kind", "description", "topics", "audience"];
        assert_eq!(all[..6], asked);
        assert_eq!(all[6..], ["format", "start", "signup", "contact_email"]);
    }

    #[test]
    fn what_does_not_go_together_is_told_at_its_step() {
        let ids = CountedIds::default();
        let first = |step, pairs: &[(&str, &str)]| {
            let mut answers = Answers::default();
            for (column, text) in pairs {
                answers.set(column, *text);
            }
            let faults = faults_of_step(&answers, step, &Campaigns::default(), &ids);
            faults.first().map(|it| it.column.name())
        };
        assert_eq!(first(Step::Whom, &[("audience", "pupils")]), Some("levels"));
        assert_eq!(first(Step::When, &[("format", "on_site")]), Some("postcode"));
        assert_eq!(first(Step::When, &[("format", "on_site"), ("postcode", "8800")]), None);
        let how = [("signup", "external"), ("contact_email", "a@b.dk")];
        assert_eq!(first(Step::How, &how), Some("signup_url"));
    }

    #[test]
    fn a_date_is_read_by_the_rules_of_a_sheet() {
        let ids = CountedIds::default();
        let date = |day: &str, from: &str, to: &str, last_day: &str| TypedDate {
            day: day.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            last_day: last_day.to_owned(),
            ..TypedDate::default()
        };
        let mut answers = Answers::default();
        answers.set("format", "online");
        answers.dates = vec![
            date("2027-03-18", "09:00", "12:00", ""),
            date("2027-03-18", "09:00", "10:00", ""),
            date("2027-03-28", "02:30", "12:00", ""),
            date("2027-03-19", "09:00", "08:00", ""),
            date("2027-03-19", "10:00", "08:00", "2027-03-20"),
            date("2027-02-30", "10:00", "", ""),
        ];
        let faults = faults_of_step(&answers, Step::When, &Campaigns::default(), &ids);
        let told: Vec<_> = faults.iter().map(|it| (it.date, it.column, it.fault.clone())).collect();
        assert_eq!(
            told,
            [
                (Some(1), Column::Start, Fault::SameStart { line: 1 }),
                (Some(2), Column::Start, Fault::NoSuchTime),
                (Some(3), Column::End, Fault::EndsTooSoon),
                (Some(5), Column::Start, Fault::NoSuchDay),
                (Some(5), Column::End, Fault::Missing),
            ]
        );
    }
}
