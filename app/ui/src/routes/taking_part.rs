//! The addresses of taking part.

use domain::{
    Uuid,
    catalogue::{ActivityId, OccurrenceId, Slug},
    identity::Secret,
    signup::{PartyKind, RequestId, SignUpId},
};

/// A place where somebody takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakingPart {
    /// The form for a date.
    Form(OccurrenceId),
    /// The same, for whoever comes in one way.
    FormFor(OccurrenceId, PartyKind),
    /// Where the link of a letter is answered.
    Answer(Secret),
    /// A sign-up's own page.
    Own(Secret),
    Change(Secret),
    /// Where a guardian names others beside themselves.
    ChangeKin(Secret),
    /// Where what the organiser asks is answered anew.
    ChangeAnswers(Secret),
    Cancel(Secret),
    /// Where a second guardian takes the consent back.
    WithdrawConsent(Secret),
    AnswerOffer(Secret),
    /// Where a party says on its own page whether it still comes.
    SayComing(Secret),
    /// Where the letter that asks whether a party still comes is answered.
    StillComing(Secret),
    /// The same, for whoever has said in the letter that it does not.
    NotComing(Secret),
    /// The date for a calendar.
    Calendar(Secret),
    /// What a party takes along on paper.
    OwnDaySheet(Secret),
    OwnDaySheetPdf(Secret),
    /// What a class hands in at its school.
    ReleaseLetter(Secret),
    ReleaseLetterPdf(Secret),
    /// Where somebody asks the organiser of an activity whether they may come.
    Ask(Slug),
    /// The same, for whoever comes in one way.
    AskAs(Slug, PartyKind),
    /// Where the link of a letter about a request is answered.
    SendRequest(Secret),
    /// A request's own page.
    OwnRequest(Secret),
    WithdrawRequest(Secret),
    /// Leads to the page of the sign-up in which a request ended.
    OpenSeat(Secret),
    /// Who asks about an activity, for those who offer it.
    Requests(ActivityId),
    /// One of them, and its answer.
    Request(RequestId),
    /// All sign-ups of whoever has an account.
    Mine,
    /// Leads to the own page of one of them.
    OpenMine(SignUpId),
    /// Leads to the own page of a request.
    OpenMyRequest(RequestId),
    /// Who comes to a date, for those who offer it.
    Roster(OccurrenceId),
    CancelParty(OccurrenceId, SignUpId),
    /// Where the organiser puts somebody on the roster.
    AddParty(OccurrenceId),
    /// The same, for whoever comes in one way.
    AddPartyAs(OccurrenceId, PartyKind),
    MoveParty(OccurrenceId, SignUpId),
    /// Where the organiser writes to those on the roster.
    Write(OccurrenceId),
    SetRule(OccurrenceId),
    /// Where the organiser says that the seats are drawn.
    HaveDrawn(OccurrenceId),
    /// Where the organiser says when those who come are asked whether they still do.
    AskComing(OccurrenceId),
    /// The draw of a date, for everybody.
    Draw(OccurrenceId),
    /// What is published of it.
    DrawDates(OccurrenceId),
    DrawParties(OccurrenceId),
    RosterCsv(OccurrenceId),
    /// Who has come, ticked off at the door.
    CheckIn(OccurrenceId),
    /// The same, where a party stands.
    CheckInOf(OccurrenceId, SignUpId),
    /// Where phones tell what they ticked.
    CheckInTold(OccurrenceId),
    /// What a phone must know to keep the page among its programs.
    CheckInApp(OccurrenceId),
    /// What lets the page work without a network.
    CheckInGuard,
    /// What is told of a date once it is over.
    Report(OccurrenceId),
    /// That its partner held it.
    Certificate(OccurrenceId),
    CertificatePdf(OccurrenceId),
    /// That whoever signed up took part.
    Proof(Secret),
    ProofPdf(Secret),
    /// Where an organiser makes the link by which pupils answer.
    AskInterest(OccurrenceId),
    /// The sheet that shows it.
    InterestSheet(OccurrenceId, Secret),
    /// Two questions for a pupil.
    Interest(Secret),
    RosterXlsx(OccurrenceId),
    /// What those who offer a date take along on paper.
    DaySheet(OccurrenceId),
    DaySheetPdf(OccurrenceId),
}

/// The patterns by which the server knows them.
pub mod pattern {
    pub const FORM: &str = "/tilmelding/{occurrence}";
    pub const ANSWER: &str = "/bekraeft-tilmelding/{secret}";
    pub const OWN: &str = "/min-tilmelding/{secret}";
    pub const CHANGE: &str = "/min-tilmelding/{secret}/antal";
    pub const CHANGE_KIN: &str = "/min-tilmelding/{secret}/voksne";
    pub const CHANGE_ANSWERS: &str = "/min-tilmelding/{secret}/svar";
    pub const CANCEL: &str = "/min-tilmelding/{secret}/afmeld";
    pub const ANSWER_OFFER: &str = "/min-tilmelding/{secret}/tilbud";
    pub const SAY_COMING: &str = "/min-tilmelding/{secret}/kommer";
    pub const STILL_COMING: &str = "/kommer-i-stadig/{secret}";
    pub const CALENDAR: &str = "/min-tilmelding/{secret}/dato.ics";
    pub const OWN_DAY_SHEET: &str = "/min-tilmelding/{secret}/dagsseddel";
    pub const OWN_DAY_SHEET_PDF: &str = "/min-tilmelding/{secret}/dagsseddel.pdf";
    pub const RELEASE_LETTER: &str = "/min-tilmelding/{secret}/frigivelsesbrev";
    pub const RELEASE_LETTER_PDF: &str = "/min-tilmelding/{secret}/frigivelsesbrev.pdf";
    pub const WITHDRAW_CONSENT: &str = "/traek-samtykke-tilbage/{secret}";

    pub const ASK: &str = "/foresporgsel/{slug}";
    pub const SEND_REQUEST: &str = "/bekraeft-foresporgsel/{secret}";
    pub const OWN_REQUEST: &str = "/min-foresporgsel/{secret}";
    pub const WITHDRAW_REQUEST: &str = "/min-foresporgsel/{secret}/traek-tilbage";
    pub const OPEN_SEAT: &str = "/min-foresporgsel/{secret}/tilmelding";
    pub const REQUESTS: &str = "/partner/aktiviteter/{id}/foresporgsler";
    pub const REQUEST: &str = "/partner/foresporgsler/{request}";
    pub const MINE: &str = "/konto/tilmeldinger";
    pub const OPEN_MINE: &str = "/konto/tilmeldinger/{party}/aabn";
    pub const OPEN_MY_REQUEST: &str = "/konto/foresporgsler/{request}/aabn";

    pub const ROSTER: &str = "/partner/dato/{occurrence}";
    pub const CANCEL_PARTY: &str = "/partner/dato/{occurrence}/afmeld/{party}";
    pub const ADD_PARTY: &str = "/partner/dato/{occurrence}/tilfoej";
    pub const MOVE_PARTY: &str = "/partner/dato/{occurrence}/flyt/{party}";
    pub const WRITE: &str = "/partner/dato/{occurrence}/besked";
    pub const SET_RULE: &str = "/partner/dato/{occurrence}/regel";
    pub const HAVE_DRAWN: &str = "/partner/dato/{occurrence}/lodtraekning";
    pub const ASK_COMING: &str = "/partner/dato/{occurrence}/spoerg";
    pub const ROSTER_CSV: &str = "/partner/dato/{occurrence}/liste.csv";
    pub const ROSTER_XLSX: &str = "/partner/dato/{occurrence}/liste.xlsx";
    pub const DAY_SHEET: &str = "/partner/dato/{occurrence}/dagsseddel";
    pub const DAY_SHEET_PDF: &str = "/partner/dato/{occurrence}/dagsseddel.pdf";

    pub const CHECK_IN: &str = "/partner/dato/{occurrence}/ankomst";
    pub const CHECK_IN_TOLD: &str = "/partner/dato/{occurrence}/ankomst/meld";
    pub const CHECK_IN_APP: &str = "/partner/dato/{occurrence}/ankomst/app.webmanifest";
    // Where a script lies says what it may guard: nothing above this folder.
    pub const CHECK_IN_GUARD: &str = "/partner/dato/vagt.js";

    pub const REPORT: &str = "/partner/dato/{occurrence}/rapport";
    pub const CERTIFICATE: &str = "/partner/dato/{occurrence}/attest";
    pub const CERTIFICATE_PDF: &str = "/partner/dato/{occurrence}/attest.pdf";
    pub const PROOF: &str = "/min-tilmelding/{secret}/bevis";
    pub const PROOF_PDF: &str = "/min-tilmelding/{secret}/bevis.pdf";
    pub const ASK_INTEREST: &str = "/partner/dato/{occurrence}/elevsvar";
    pub const INTEREST_SHEET: &str = "/partner/dato/{occurrence}/elevsvar/{secret}";
    pub const INTEREST: &str = "/dit-svar/{secret}";

    pub const DRAW: &str = "/lodtraekning/{occurrence}";
    pub const DRAW_DATES: &str = "/lodtraekning/{occurrence}/datoer.csv";
    pub const DRAW_PARTIES: &str = "/lodtraekning/{occurrence}/tilmeldinger.csv";

    pub const ALL: [&str; 53] = [
        FORM,
        ANSWER,
        OWN,
        CHANGE,
        CHANGE_KIN,
        CHANGE_ANSWERS,
        CANCEL,
        ANSWER_OFFER,
        SAY_COMING,
        STILL_COMING,
        CALENDAR,
        OWN_DAY_SHEET,
        OWN_DAY_SHEET_PDF,
        RELEASE_LETTER,
        RELEASE_LETTER_PDF,
        WITHDRAW_CONSENT,
        ASK,
        SEND_REQUEST,
        OWN_REQUEST,
        WITHDRAW_REQUEST,
        OPEN_SEAT,
        REQUESTS,
        REQUEST,
        MINE,
        OPEN_MINE,
        OPEN_MY_REQUEST,
        ROSTER,
        CANCEL_PARTY,
        ADD_PARTY,
        MOVE_PARTY,
        WRITE,
        SET_RULE,
        HAVE_DRAWN,
        ASK_COMING,
        DRAW,
        DRAW_DATES,
        DRAW_PARTIES,
        ROSTER_CSV,
        ROSTER_XLSX,
        DAY_SHEET,
        DAY_SHEET_PDF,
        CHECK_IN,
        CHECK_IN_TOLD,
        CHECK_IN_APP,
        CHECK_IN_GUARD,
        REPORT,
        CERTIFICATE,
        CERTIFICATE_PDF,
        PROOF,
        PROOF_PDF,
        ASK_INTEREST,
        INTEREST_SHEET,
        INTEREST,
    ];
}

fn of(pattern: &str, gap: &str) -> String {
    let (before, rest) = pattern.split_once('{').unwrap_or((pattern, ""));
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    format!("{before}{gap}{after}")
}

fn of_party(pattern: &str, id: OccurrenceId, party: SignUpId) -> String {
    of(pattern, &id.0.to_string()).replace("{party}", &party.0.to_string())
}

impl TakingPart {
    /// Its path, without a language before it.
    #[must_use]
    pub(super) fn path(&self) -> String {
        let date = |id: &OccurrenceId| of(pattern::FORM, &id.0.to_string());
        match self {
            Self::Form(id) => date(id),
            Self::FormFor(id, kind) => format!("{}?som={kind}", date(id)),
            Self::Answer(secret) => of(pattern::ANSWER, &secret.text()),
            Self::Own(secret) => of(pattern::OWN, &secret.text()),
            Self::Change(secret) => of(pattern::CHANGE, &secret.text()),
            Self::ChangeKin(secret) => of(pattern::CHANGE_KIN, &secret.text()),
            Self::ChangeAnswers(secret) => of(pattern::CHANGE_ANSWERS, &secret.text()),
            Self::Cancel(secret) => of(pattern::CANCEL, &secret.text()),
            Self::WithdrawConsent(secret) => of(pattern::WITHDRAW_CONSENT, &secret.text()),
            Self::AnswerOffer(secret) => of(pattern::ANSWER_OFFER, &secret.text()),
            Self::SayComing(secret) => of(pattern::SAY_COMING, &secret.text()),
            Self::StillComing(secret) => of(pattern::STILL_COMING, &secret.text()),
            Self::NotComing(secret) => {
                format!("{}?svar=nej", of(pattern::STILL_COMING, &secret.text()))
            }
            Self::Calendar(secret) => of(pattern::CALENDAR, &secret.text()),
            Self::OwnDaySheet(secret) => of(pattern::OWN_DAY_SHEET, &secret.text()),
            Self::OwnDaySheetPdf(secret) => of(pattern::OWN_DAY_SHEET_PDF, &secret.text()),
            Self::ReleaseLetter(secret) => of(pattern::RELEASE_LETTER, &secret.text()),
            Self::ReleaseLetterPdf(secret) => of(pattern::RELEASE_LETTER_PDF, &secret.text()),
            Self::Ask(slug) => of(pattern::ASK, slug.as_str()),
            Self::AskAs(slug, kind) => format!("{}?som={kind}", of(pattern::ASK, slug.as_str())),
            Self::SendRequest(secret) => of(pattern::SEND_REQUEST, &secret.text()),
            Self::OwnRequest(secret) => of(pattern::OWN_REQUEST, &secret.text()),
            Self::WithdrawRequest(secret) => of(pattern::WITHDRAW_REQUEST, &secret.text()),
            Self::OpenSeat(secret) => of(pattern::OPEN_SEAT, &secret.text()),
            Self::Requests(id) => of(pattern::REQUESTS, &id.0.to_string()),
            Self::Request(id) => of(pattern::REQUEST, &id.0.to_string()),
            Self::Mine => pattern::MINE.to_owned(),
            Self::OpenMine(party) => of(pattern::OPEN_MINE, &party.0.to_string()),
            Self::OpenMyRequest(id) => of(pattern::OPEN_MY_REQUEST, &id.0.to_string()),
            Self::Roster(id) => of(pattern::ROSTER, &id.0.to_string()),
            Self::CancelParty(id, party) => of_party(pattern::CANCEL_PARTY, *id, *party),
            Self::AddParty(id) => of(pattern::ADD_PARTY, &id.0.to_string()),
            Self::AddPartyAs(id, kind) => {
                format!("{}?som={kind}", of(pattern::ADD_PARTY, &id.0.to_string()))
            }
            Self::MoveParty(id, party) => of_party(pattern::MOVE_PARTY, *id, *party),
            Self::Write(id) => of(pattern::WRITE, &id.0.to_string()),
            Self::SetRule(id) => of(pattern::SET_RULE, &id.0.to_string()),
            Self::HaveDrawn(id) => of(pattern::HAVE_DRAWN, &id.0.to_string()),
            Self::AskComing(id) => of(pattern::ASK_COMING, &id.0.to_string()),
            Self::Draw(id) => of(pattern::DRAW, &id.0.to_string()),
            Self::DrawDates(id) => of(pattern::DRAW_DATES, &id.0.to_string()),
            Self::DrawParties(id) => of(pattern::DRAW_PARTIES, &id.0.to_string()),
            Self::CheckIn(id) => of(pattern::CHECK_IN, &id.0.to_string()),
            Self::CheckInOf(id, party) => {
                format!("{}#p-{}", of(pattern::CHECK_IN, &id.0.to_string()), party.0)
            }
            Self::CheckInTold(id) => of(pattern::CHECK_IN_TOLD, &id.0.to_string()),
            Self::CheckInApp(id) => of(pattern::CHECK_IN_APP, &id.0.to_string()),
            Self::CheckInGuard => pattern::CHECK_IN_GUARD.to_owned(),
            Self::Report(id) => of(pattern::REPORT, &id.0.to_string()),
            Self::Certificate(id) => of(pattern::CERTIFICATE, &id.0.to_string()),
            Self::CertificatePdf(id) => of(pattern::CERTIFICATE_PDF, &id.0.to_string()),
            Self::Proof(secret) => of(pattern::PROOF, &secret.text()),
            Self::ProofPdf(secret) => of(pattern::PROOF_PDF, &secret.text()),
            Self::AskInterest(id) => of(pattern::ASK_INTEREST, &id.0.to_string()),
            Self::InterestSheet(id, secret) => {
                of(pattern::INTEREST_SHEET, &id.0.to_string()).replace("{secret}", &secret.text())
            }
            Self::Interest(secret) => of(pattern::INTEREST, &secret.text()),
            Self::RosterCsv(id) => of(pattern::ROSTER_CSV, &id.0.to_string()),
            Self::RosterXlsx(id) => of(pattern::ROSTER_XLSX, &id.0.to_string()),
            Self::DaySheet(id) => of(pattern::DAY_SHEET, &id.0.to_string()),
            Self::DaySheetPdf(id) => of(pattern::DAY_SHEET_PDF, &id.0.to_string()),
        }
    }

    /// The party that an address names.
    #[must_use]
    pub fn party(text: &str) -> Option<SignUpId> {
        Uuid::parse_str(text).ok().map(SignUpId)
    }

    /// The date that an address names.
    #[must_use]
    pub fn date(text: &str) -> Option<OccurrenceId> {
        Uuid::parse_str(text).ok().map(OccurrenceId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_its_date_or_its_secret() {
        let id = OccurrenceId(Uuid::from_u128(7));
        assert_eq!(
            TakingPart::FormFor(id, PartyKind::Class).path(),
            "/tilmelding/00000000-0000-0000-0000-000000000007?som=class"
        );
        let secret = Secret::of([7; 32]);
        let path = TakingPart::Cancel(secret.clone()).path();
        assert_eq!(path, format!("/min-tilmelding/{}/afmeld", secret.text()));
        assert_eq!(TakingPart::date("x"), None);
    }
}
