//! The organiser takes the list of a date along.

use domain::{
    catalogue::{OccurrenceId, QuestionWords},
    signup::{Party, SignUp, Stage},
};

use super::{ShownRoster, SignUpError, show_roster};
use crate::{
    catalogue::{SheetRow, WholeSheet, guarded},
    identity::Viewer,
    ports::Ports,
};

/// The columns, by words that no language changes.
const HEADER: [&str; 11] = [
    "kind",
    "name",
    "school",
    "grade",
    "seats",
    "adults",
    "age",
    "contact",
    "needs",
    "second_guardian",
    "emergency_contact",
];

/// Those who come to a date that is their partner's, one row a party: only who is confirmed, and
/// names only as long as they are kept. What the organiser asks has a column each after the others. No cell is a formula.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn export_roster(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<WholeSheet, SignUpError> {
    let shown = show_roster(ports, viewer, id).await?;
    let asked = asked(&shown);
    let coming = shown.sign_ups.iter().filter(|it| it.entry.stage == Stage::Confirmed);
    let rows = coming.zip(2..).map(|(it, line)| {
        let (school, grade, adults, age) = match &it.party {
            Party::One { age, .. } | Party::Child { age, .. } => {
                (String::new(), String::new(), String::new(), age.to_string())
            }
            Party::Class { school, grade, adults, .. } => {
                let grade = grade.map(|it| it.key().to_owned()).unwrap_or_default();
                (school.to_string(), grade, adults.to_string(), String::new())
            }
        };
        let contact = contact_line(it);
        let (second, emergency) = (it.kin.second.as_ref(), it.kin.emergency.as_ref());
        let mut cells = vec![
            it.party.kind().key().to_owned(),
            it.party.title().to_owned(),
            school,
            grade,
            it.entry.seats.to_string(),
            adults,
            age,
            contact,
            it.needs.as_ref().map(ToString::to_string).unwrap_or_default(),
            second.map(|it| format!("{}, {}", it.name, it.email)).unwrap_or_default(),
            emergency.map(|it| format!("{}, {}", it.name, it.phone.as_str())).unwrap_or_default(),
        ];
        cells.extend(asked.iter().map(|words| {
            let answered = it.answers.iter().find(|it| it.question == **words);
            answered.map(|it| it.answer.typed()).unwrap_or_default()
        }));
        SheetRow { line, cells: cells.iter().map(|it| guarded(it)).collect() }
    });
    let rows = rows.collect();
    let header = HEADER.iter().map(|it| (*it).to_owned());
    let header = header.chain(asked.iter().map(|it| guarded(it.as_str()))).collect();
    Ok(WholeSheet { header, rows })
}

/// The questions that have a column: those that are asked now, then those that were asked of
/// somebody who comes.
fn asked(shown: &ShownRoster) -> Vec<&QuestionWords> {
    let mut asked: Vec<&QuestionWords> = Vec::new();
    let now = shown.details.activity.questions().asked().iter().map(|it| &it.words);
    let coming = shown.sign_ups.iter().filter(|it| it.entry.stage == Stage::Confirmed);
    let answered = coming.flat_map(|it| it.answers.iter().map(|it| &it.question));
    for words in now.chain(answered) {
        if !asked.contains(&words) {
            asked.push(words);
        }
    }
    asked
}

/// Who is written or called, and where: »Lone, lone@skole.dk, 20 12 34 56«.
fn contact_line(it: &SignUp) -> String {
    let email = it.contact.email.as_ref().map(ToString::to_string);
    let phone = it.contact.phone.as_ref().map(|it| it.as_str().to_owned());
    let parts = [Some(it.party.contact().to_string()), email, phone];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
