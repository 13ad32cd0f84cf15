//! What an import did, and how it is undone.

use application::catalogue::{ImportPage, Preview, RowFate, UndoPreview};
use domain::catalogue::ImportStage;
use leptos::prelude::*;

use super::{
    imports_page::figures,
    rows::{Table, row},
};
use crate::{Ask, Desk, Place};

/// What an import did, what it refused, and how it is undone.
#[component]
pub(super) fn Done(ask: Ask, page: ImportPage, preview: Option<Preview>) -> impl IntoView {
    let t = ask.speech();
    let moment = t.moment(page.import.changed_at);
    let (stage, stayed) = match page.import.stage {
        ImportStage::Undone => ("import-undone-at", page.import.figures.stayed),
        _ => ("import-written-at", 0),
    };
    let stayed = (stayed > 0).then(|| {
        view! { <p>{t.tell("import-stayed", &[("n", stayed.into())])}</p> }
    });
    let refused: Vec<_> = preview
        .iter()
        .flat_map(|it| &it.rows)
        .filter(|it| it.fate == RowFate::Refused)
        .map(|it| row(t, it))
        .collect();
    let refused = (!refused.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-afvist">
                <h2 class="t2" id="h-afvist">{t.say("import-refused-heading")}</h2>
                <p>{t.say("import-next")}</p>
                <Table t rows=refused />
            </section>
        }
    });
    let undo = page.undo.clone().map(|undo| {
        view! { <Undo ask=ask.clone() page=page.clone() undo /> }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-blev">
            <h2 class="t2" id="h-blev">{t.say("import-did")}</h2>
            <p>{t.tell("imports-figures", &figures(&page.import))}</p>
            <p class="s muted">{t.tell(stage, &[("time", moment.into())])}</p>
            {stayed}
        </section>
        {undo}
        {refused}
    }
}

#[component]
fn Undo(ask: Ask, page: ImportPage, undo: UndoPreview) -> impl IntoView {
    let t = ask.speech();
    let n = undo.stays.len();
    let staying: Vec<_> = undo
        .stays
        .into_iter()
        .map(|(id, title, why)| {
            let path = ask.path(&Place::Desk(Desk::Activity(id)));
            view! { <li><a href=path>{title}</a> ": " {t.word("stays", why.key())}</li> }
        })
        .collect();
    let staying = (n > 0).then(|| {
        view! {
            <p>{t.tell("import-undo-stays", &[("n", n.into())])}</p>
            <ul class="faults">{staying}</ul>
        }
    });
    let press = if undo.goes > 0 {
        let action = ask.path(&Place::Desk(Desk::UndoImport(page.import.id)));
        view! {
            <form method="post" action=action>
                <input type="hidden" name="stays" value=n />
                <button class="btn btn--bad" type="submit">
                    {t.tell("import-undo-go", &[("n", undo.goes.into())])}
                </button>
            </form>
        }
        .into_any()
    } else {
        view! { <p>{t.say("import-undo-nothing")}</p> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-fortryd">
            <h2 class="t2" id="h-fortryd">{t.say("import-undo")}</h2>
            <p>{t.say("import-undo-what")}</p>
            {staying}
            {press}
        </section>
    }
}
