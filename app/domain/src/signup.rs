//! Taking part: who comes, who has a seat, and who waits for one.

mod allocation;
mod answer;
mod attempt;
mod check_in;
mod coming;
mod entry;
mod field;
mod interest;
mod kin;
mod letter;
mod message;
mod party;
mod report;
mod request;
mod roster;
mod rule;
mod sign_up;
#[cfg(test)]
mod trials;
mod typed;

pub use allocation::{
    DateDraw, Draw, DrawDone, Drawn, DrawnParty, InvalidDraw, InvalidSeed, LotNumber, Outcome,
    Priority, PriorityClass, Promise, PublicNumber, Ranked, Refused, Room, Seed, Standing,
    WhyDrawn,
};
pub use answer::{Answer, AnswerText, Answered, TypedAnswers};
pub use attempt::{Attempt, AttemptKey, InvalidAttemptKey};
pub use check_in::{Arriving, CheckIn, DeviceId, Said, Tick, TickId, WalkInId};
pub use coming::{Coming, ComingDue, ComingRule, ComingStand, InvalidComingRule};
pub use entry::{Entry, Gone, Reason, SignUpId, Stage, StageWord, Step};
pub use field::{Field, FieldFault, FieldFaults, read_text};
pub use interest::{
    Interest, InterestAnswer, InterestFigures, InterestLink, InterestTime, InvalidScore, Score,
    TypedInterest,
};
pub use kin::{EmergencyContact, Kin, SecondGuardian, TypedKin};
pub use letter::{SignUpLetter, SignUpNews};
pub use message::{Message, MessageId, MessageLetter, MessageWords, Readers};
pub use party::{
    ChildName, ClassName, Needs, Party, PartyKey, PartyKind, Phone, SchoolName, Unfit,
};
pub use report::{Came, CameAs, DateRemark, DateReport, DateTold, ReportTime, TypedReport};
pub use request::{
    Request, RequestAnswer, RequestId, RequestLetter, RequestLink, RequestNews, RequestPatience,
    RequestRefusal, RequestStage, RequestWish,
};
pub use roster::{Admission, Date, Fault, Kept, Lapsed, Line, Position, Refusal, Roster, Wish};
pub use rule::WaitingRule;
pub use sign_up::{Consent, Contact, SignUp, SignUpLink, SignUpPurpose};
pub use typed::{ReadParty, TypedBy, TypedParty};
