//! Addresses at the doors: signing in, one's own account, and what is done there.

use domain::{
    catalogue::ActivityId,
    identity::{Secret, SessionId},
};

/// A place at the doors, or something that is done there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    SignIn,
    /// Asks for a letter to sign in with.
    SignInByLetter,
    /// A letter is on its way.
    LetterSent,
    /// The second factor is asked for.
    Code,
    Register,
    Forgotten,
    /// A link of a letter.
    Letter(Secret),
    /// A link of a letter that invites somebody to act for a partner.
    Invitation(Secret),
    SignOut,
    /// Leads to the provider, and back again.
    Provider,
    ProviderBack,
    /// The provider knows somebody whom no account knows.
    ProviderNew,
    /// Joins what the provider said to one's account.
    Identity,
    BeginJoin,
    LeaveIdentity,
    Account,
    Profile,
    Password,
    Address,
    SecondFactor,
    RecoveryCodes,
    DropFactor,
    EndSession(SessionId),
    EndOtherSessions,
    History,
    /// What one keeps for later.
    Saved,
    ForgetSaved(ActivityId),
    /// Asks for everything that is held of an address.
    AskForData,
    /// The link of the letter that answers.
    DataLetter(Secret),
    /// Everything that is held of somebody, while they look.
    Data(Secret),
    /// The same as a file.
    DataFile(Secret),
    EraseData(Secret),
}

/// The patterns by which the server knows them.
pub mod pattern {
    pub const SIGN_IN: &str = "/log-ind";
    pub const SIGN_IN_BY_LETTER: &str = "/log-ind/brev";
    pub const LETTER_SENT: &str = "/log-ind/sendt";
    pub const CODE: &str = "/log-ind/kode";
    pub const REGISTER: &str = "/opret";
    pub const FORGOTTEN: &str = "/glemt-adgangskode";
    pub const LETTER: &str = "/brev/{secret}";
    pub const INVITATION: &str = "/brev/invitation/{secret}";
    pub const SIGN_OUT: &str = "/log-ud";
    pub const PROVIDER: &str = "/log-ind/udbyder";
    pub const PROVIDER_BACK: &str = "/log-ind/udbyder/svar";
    pub const PROVIDER_NEW: &str = "/log-ind/udbyder/ny";
    pub const IDENTITY: &str = "/konto/udbyder";
    pub const BEGIN_JOIN: &str = "/konto/udbyder/begynd";
    pub const LEAVE_IDENTITY: &str = "/konto/udbyder/fra";
    pub const ACCOUNT: &str = "/konto";
    pub const PROFILE: &str = "/konto/profil";
    pub const PASSWORD: &str = "/konto/adgangskode";
    pub const ADDRESS: &str = "/konto/adresse";
    pub const SECOND_FACTOR: &str = "/konto/to-trin";
    pub const RECOVERY_CODES: &str = "/konto/to-trin/koder";
    pub const DROP_FACTOR: &str = "/konto/to-trin/fra";
    pub const END_SESSION: &str = "/konto/enheder/{id}/slut";
    pub const END_OTHER_SESSIONS: &str = "/konto/enheder/slut";
    pub const HISTORY: &str = "/konto/historik";
    pub const SAVED: &str = "/konto/gemte";
    pub const FORGET_SAVED: &str = "/konto/gemte/{id}/fjern";
    pub const ASK_FOR_DATA: &str = "/mine-data";
    pub const DATA_LETTER: &str = "/mine-data/brev/{secret}";
    pub const DATA: &str = "/mine-data/{secret}";
    pub const DATA_FILE: &str = "/mine-data/{secret}/mine-data.zip";
    pub const ERASE_DATA: &str = "/mine-data/{secret}/slet";

    pub const ALL: [&str; 32] = [
        SIGN_IN,
        SIGN_IN_BY_LETTER,
        LETTER_SENT,
        CODE,
        REGISTER,
        FORGOTTEN,
        LETTER,
        INVITATION,
        SIGN_OUT,
        PROVIDER,
        PROVIDER_BACK,
        PROVIDER_NEW,
        IDENTITY,
        BEGIN_JOIN,
        LEAVE_IDENTITY,
        ACCOUNT,
        PROFILE,
        PASSWORD,
        ADDRESS,
        SECOND_FACTOR,
        RECOVERY_CODES,
        DROP_FACTOR,
        END_SESSION,
        END_OTHER_SESSIONS,
        HISTORY,
        SAVED,
        FORGET_SAVED,
        ASK_FOR_DATA,
        DATA_LETTER,
        DATA,
        DATA_FILE,
        ERASE_DATA,
    ];
}

impl Door {
    /// Its path, without a language before it.
    pub(super) fn path(&self) -> String {
        match self {
            Self::SignIn => pattern::SIGN_IN.to_owned(),
            Self::SignInByLetter => pattern::SIGN_IN_BY_LETTER.to_owned(),
            Self::LetterSent => pattern::LETTER_SENT.to_owned(),
            Self::Code => pattern::CODE.to_owned(),
            Self::Register => pattern::REGISTER.to_owned(),
            Self::Forgotten => pattern::FORGOTTEN.to_owned(),
            Self::Letter(secret) => pattern::LETTER.replace("{secret}", &secret.text()),
            Self::Invitation(secret) => pattern::INVITATION.replace("{secret}", &secret.text()),
            Self::SignOut => pattern::SIGN_OUT.to_owned(),
            Self::Provider => pattern::PROVIDER.to_owned(),
            Self::ProviderBack => pattern::PROVIDER_BACK.to_owned(),
            Self::ProviderNew => pattern::PROVIDER_NEW.to_owned(),
            Self::Identity => pattern::IDENTITY.to_owned(),
            Self::BeginJoin => pattern::BEGIN_JOIN.to_owned(),
            Self::LeaveIdentity => pattern::LEAVE_IDENTITY.to_owned(),
            Self::Account => pattern::ACCOUNT.to_owned(),
            Self::Profile => pattern::PROFILE.to_owned(),
            Self::AskForData => pattern::ASK_FOR_DATA.to_owned(),
            Self::DataLetter(secret) => pattern::DATA_LETTER.replace("{secret}", &secret.text()),
            Self::Data(secret) => pattern::DATA.replace("{secret}", &secret.text()),
            Self::DataFile(secret) => pattern::DATA_FILE.replace("{secret}", &secret.text()),
            Self::EraseData(secret) => pattern::ERASE_DATA.replace("{secret}", &secret.text()),
            Self::Password => pattern::PASSWORD.to_owned(),
            Self::Address => pattern::ADDRESS.to_owned(),
            Self::SecondFactor => pattern::SECOND_FACTOR.to_owned(),
            Self::RecoveryCodes => pattern::RECOVERY_CODES.to_owned(),
            Self::DropFactor => pattern::DROP_FACTOR.to_owned(),
            Self::EndSession(id) => pattern::END_SESSION.replace("{id}", &id.0.to_string()),
            Self::EndOtherSessions => pattern::END_OTHER_SESSIONS.to_owned(),
            Self::History => pattern::HISTORY.to_owned(),
            Self::Saved => pattern::SAVED.to_owned(),
            Self::ForgetSaved(id) => pattern::FORGET_SAVED.replace("{id}", &id.0.to_string()),
        }
    }
}
