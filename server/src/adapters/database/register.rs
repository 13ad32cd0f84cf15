//! What every column is for: the register of processing (GDPR, Article 30).
//!
//! A column that does not stand here, or stands here and is not there, fails a test.

use std::fmt::Write as _;

use domain::privacy::Holding;
use ui::Speech;

use Content::{Count, Of, Open};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Something of somebody.
    Of(Holding),
    /// What everybody can read in the catalogue, of no person.
    Open,
    /// Numbers, marks and times by which the program goes on, of no person.
    Count,
}

/// Every table, and its columns by what they hold.
pub const REGISTER: &[(&str, &[(Content, &str)])] = &[
    (
        "account",
        &[(
            Of(Holding::Account),
            "id email email_key name language roles new_email new_email_old_agrees \
                 new_email_new_agrees new_email_asked_at suspended_at created_at password_hash \
                 password_stands_alone factor_key factor_is_confirmed factor_last_step \
                 factor_recovery last_came warned_on",
        )],
    ),
    (
        "activity",
        &[
            (
                Open,
                "id partner_id external_id slug state kind title summary description topics \
                 audience levels age_min age_max girls_focus campaign format venue street postcode \
                 city lat lon travel_km price_oere language accessibility sign_up sign_up_url \
                 group_min group_max questions questions_proposed questions_proposed_at created_at \
                 updated_at version",
            ),
            (Of(Holding::Contact), "contact_email"),
        ],
    ),
    ("activity_view", &[(Count, "activity_id day n")]),
    ("campaign", &[(Open, "id key name name_en text text_en first_day last_day is_open")]),
    ("catalogue_version", &[(Count, "id version")]),
    ("claim", &[(Of(Holding::Claim), "id partner_id account_id remark asked_at")]),
    (
        "co_owner",
        &[
            (Open, "activity_id partner_id joined_at"),
            (Count, "asked_at sees_rosters lead_asked_at"),
        ],
    ),
    (
        "date_report",
        &[
            (
                Count,
                "occurrence_id activity_id start_at pupils students teachers adults girls levels \
                 reported_at",
            ),
            (Of(Holding::Remarks), "well better"),
        ],
    ),
    ("deed", &[(Of(Holding::Deed), "id at account_id partner_id kind about about_id remark")]),
    (
        "draft",
        &[
            (Open, "id partner_id activity_id sittings created_at changed_at"),
            (Of(Holding::Contact), "answers"),
            (Of(Holding::Desk), "writer_id"),
        ],
    ),
    ("drawn", &[(Open, "occurrence_id number seats class lot is_in")]),
    (
        "errand",
        &[(
            Of(Holding::Identity),
            "mark wish next begun_at issuer subject email email_is_trusted name roles \
             has_second_factor",
        )],
    ),
    ("former_key", &[(Open, "partner_id external_id activity_id")]),
    ("headcount", &[(Count, "occurrence_id kind activity_id start_at parties seats")]),
    (
        "import",
        &[
            (Open, "id partner_id columns stage figures handed_in_at changed_at"),
            (Of(Holding::Desk), "account_id file_name"),
            (Of(Holding::Contact), "file"),
        ],
    ),
    (
        "import_trace",
        &[(Open, "import_id activity_id external_id left_at"), (Of(Holding::Contact), "former")],
    ),
    ("interest", &[(Count, "occurrence_id score_before score_after n")]),
    ("interest_link", &[(Count, "occurrence_id mark made_at")]),
    (
        "invitation",
        &[(
            Of(Holding::Invitation),
            "id mark partner_id membership email email_key account_id invited_at",
        )],
    ),
    (
        "joined_identity",
        &[(Of(Holding::Identity), "id issuer subject account_id roles joined_at used_at")],
    ),
    (
        "letter",
        &[(Of(Holding::Letter), "id to_email language about state tries written_at next_at")],
    ),
    (
        "link",
        &[(Of(Holding::SignIn), "mark purpose email account_id name language created_at next")],
    ),
    (
        "message",
        &[
            (Count, "id occurrence_id readers letters written_at"),
            (Of(Holding::SignUp), "account_id words"),
        ],
    ),
    ("occurrence", &[(Open, "id activity_id start_at end_at capacity taken deadline_at")]),
    (
        "partner",
        &[(
            Open,
            "id name name_key slug sector created_at website postcode about standing is_trusted",
        )],
    ),
    ("picture", &[(Open, "id draft_id activity_id mark alt sizes")]),
    ("picture_print", &[(Open, "picture_id width jpeg")]),
    ("reminder", &[(Count, "about about_id since patience")]),
    (
        "request",
        &[
            (
                Of(Holding::SignUp),
                "id activity_id active_key party email email_key phone language wish stage asked_at \
                 sent_at answered_by answer_day answer_words sign_up_id changed_at \
                 needs_erased_at erased_at is_reminded told_patience",
            ),
            (Of(Holding::Needs), "needs"),
            (Of(Holding::Consent), "consent_at consent_text consent_withdrawn_at"),
        ],
    ),
    ("request_link", &[(Of(Holding::SignUp), "mark request_id purpose")]),
    (
        "review",
        &[
            (Count, "id activity_id cause"),
            (Of(Holding::Report), "remark reply_to language asked_at"),
        ],
    ),
    (
        "roster",
        &[(
            Count,
            "occurrence_id activity_id start_at end_at closes_at seats_given is_on rule seats \
             last_turn steps told_steps gap_since next_at draw_seed draw_priority draws_at \
             drawn_at draw_seats asks_days frees_days asks_at frees_at lapsed_seats \
             lapsed_since",
        )],
    ),
    ("saved_activity", &[(Of(Holding::Saved), "account_id activity_id saved_at")]),
    ("sealing_key", &[(Count, "name since")]),
    ("seaql_migrations", &[(Count, "version applied_at")]),
    (
        "session",
        &[(Of(Holding::SignIn), "id mark account_id stage started_at seen_at proved_at device")],
    ),
    (
        "sign_up",
        &[
            (
                Of(Holding::SignUp),
                "id occurrence_id activity_id party_key active_key kind party seats turn \
                 draw_rank stage until_at gone email email_key phone language signed_up_at \
                 reminded_of asked_at asked_again_at still_comes_at second_name second_email",
            ),
            (Of(Holding::Answers), "answers"),
            (Of(Holding::Emergency), "emergency_name emergency_phone"),
            (Of(Holding::Needs), "needs"),
            (Of(Holding::Consent), "consent_at consent_text consent_withdrawn_at"),
        ],
    ),
    (
        "sign_up_attempt",
        &[(Of(Holding::SignUp), "key body is_held is_for_who_answers until_at sign_up_id at")],
    ),
    ("sign_up_link", &[(Of(Holding::SignUp), "mark sign_up_id purpose created_at")]),
    (
        "sign_up_step",
        &[(
            Of(Holding::SignUp),
            "occurrence_id n sign_up_id at from_stage from_until_at from_gone to_stage \
             to_until_at to_gone seats reason",
        )],
    ),
    ("sweep", &[(Count, "id latest_at swept_at")]),
    ("synonym_list", &[(Open, "number text written_at"), (Of(Holding::Desk), "account_id")]),
    ("tally", &[(Of(Holding::SignIn), "mark n at")]),
    (
        "tick",
        &[
            (Count, "occurrence_id n walk_in kind passes"),
            (Of(Holding::SignUp), "device sign_up_id here at"),
        ],
    ),
    ("tombstone", &[(Of(Holding::Erased), "mark erased_at")]),
    ("tombstone_key", &[(Count, "id key")]),
    ("vain_search", &[(Count, "month words searches")]),
    ("watched_address", &[(Count, "activity_id url asked_at silent_days silent_since silent_on")]),
    ("watcher", &[(Count, "id name lease_ends_at")]),
];

/// The columns of a table that hold something.
fn columns(of: Content) -> String {
    let tables = REGISTER.iter().filter_map(|(table, contents)| {
        let columns = contents.iter().filter(|it| it.0 == of).flat_map(|it| it.1.split(' '));
        let columns = columns.collect::<Vec<_>>().join(", ");
        (!columns.is_empty()).then(|| format!("`{table}`: {columns}"))
    });
    tables.collect::<Vec<_>>().join("; ")
}

/// The register as a document, for the one who must be able to show it.
#[must_use]
pub fn document(t: &'static Speech) -> String {
    let mut text = format!("# {}\n\n{}\n", t.say("record-title"), t.say("record-lead"));
    for holding in Holding::ALL {
        let words = t.holding(*holding);
        let _ = writeln!(text, "\n## {}\n", words.when);
        let rows = [
            ("record-what", words.what.to_owned()),
            ("record-why", words.why.to_owned()),
            (
                "record-basis",
                format!("{} {}", t.word("basis", holding.basis().key()), holding.basis().article()),
            ),
            ("record-who", words.who.to_owned()),
            ("record-kept", words.how_long),
            ("record-columns", columns(Of(*holding))),
        ];
        for (row, told) in rows {
            let _ = writeln!(text, "- {}: {told}", t.say(row));
        }
    }
    for (content, title) in [(Open, "record-open"), (Count, "record-count")] {
        let _ = writeln!(text, "\n## {}\n\n{}", t.say(title), columns(content));
    }
    text
}
