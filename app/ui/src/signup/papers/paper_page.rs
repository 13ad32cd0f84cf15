//! A paper as a page, which any browser prints.

use domain::paper::{Fact, Part, Section, Table, Words};
use leptos::prelude::*;

use super::PlacedPaper;
use crate::{
    Ask, Page, Place, TakingPart,
    frame::{self, Head},
};

/// A paper as a page, with the way to its file and back to where it hangs.
#[must_use]
pub fn paper_page(ask: &Ask, placed: &PlacedPaper) -> Page {
    let t = ask.speech();
    let PlacedPaper { paper, place, file, from } = placed.clone();
    let place = Place::TakingPart(place);
    let head = Head::new(paper.title.clone(), t.say("paper-what"), place).unlisted();
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head, move || {
        let back = match &from {
            TakingPart::Roster(_) => "paper-back-to-roster",
            _ => "paper-back",
        };
        let to = |it: TakingPart| ask.path(&Place::TakingPart(it));
        let sections: Vec<_> = paper.sections.into_iter().zip(1..).map(section).collect();
        view! {
            <div class="wrap">
                <article class="stack edit paper">
                    <h1>{paper.title}</h1>
                    <p class="lead">{said(paper.lead)}</p>
                    <p class="row no-print">
                        <a class="btn" href=to(file) download="">{t.say("paper-pdf")}</a>
                        <a class="btn btn--line" href=to(from)>{t.say(back)}</a>
                    </p>
                    {sections}
                    <p class="s muted">{paper.foot}</p>
                </article>
            </div>
        }
    })
}

fn section((it, n): (Section, usize)) -> impl IntoView {
    let id = format!("h-{n}");
    let labelled = id.clone();
    let parts: Vec<_> = it.parts.into_iter().map(part).collect();
    view! {
        <section class="stack" aria-labelledby=labelled>
            <h2 class="t2" id=id>{it.heading}</h2>
            {parts}
        </section>
    }
}

/// One thing on a paper.
pub(in crate::signup) fn part(it: Part) -> AnyView {
    match it {
        Part::Heading(words) => view! { <h3>{said(words)}</h3> }.into_any(),
        Part::Paragraph(words) => view! { <p>{said(words)}</p> }.into_any(),
        Part::Strong(words) => view! { <p><strong>{said(words)}</strong></p> }.into_any(),
        Part::List(list) => view! { <ul>{items(list)}</ul> }.into_any(),
        Part::Steps(list) => view! { <ol>{items(list)}</ol> }.into_any(),
        Part::Facts(facts) => {
            let facts: Vec<_> = facts.into_iter().map(fact).collect();
            view! { <dl class="answers">{facts}</dl> }.into_any()
        }
        Part::Table(table) => rows(&table),
        Part::Blanks(blanks) => {
            let blanks: Vec<_> =
                blanks.into_iter().map(|it| view! { <p class="blank">{it}</p> }).collect();
            view! { <div>{blanks}</div> }.into_any()
        }
    }
}

fn items(list: Vec<Words>) -> Vec<impl IntoView> {
    list.into_iter().map(|it| view! { <li>{said(it)}</li> }).collect()
}

fn fact(it: Fact) -> impl IntoView {
    view! {
        <dt>{it.term}</dt>
        <dd>{said(it.says)}</dd>
    }
}

/// Words in the language they speak, each line of them on its own.
pub(in crate::signup) fn said(words: Words) -> AnyView {
    let lines: Vec<_> = words
        .text
        .lines()
        .enumerate()
        .map(|(n, line)| view! { {(n > 0).then(|| view! { <br /> })} {line.to_owned()} })
        .collect();
    match words.language {
        Some(language) => view! { <span lang=language>{lines}</span> }.into_any(),
        None => lines.into_any(),
    }
}

/// A table; where it has more than two columns, a narrow screen shows each row as a card.
fn rows(table: &Table) -> AnyView {
    let class = if table.columns().len() > 2 { "table table--cards" } else { "table" };
    let head: Vec<_> =
        table.columns().iter().map(|it| view! { <th scope="col">{it.clone()}</th> }).collect();
    let body: Vec<_> = table
        .rows()
        .iter()
        .map(|row| {
            let cells: Vec<_> = row.iter().zip(table.columns()).enumerate().map(cell).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <table class=class>
            <thead><tr>{head}</tr></thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}

/// The first cell names its row; what another holds is named where a card shows it.
fn cell((n, (words, column)): (usize, (&Words, &String))) -> AnyView {
    if n == 0 {
        return view! { <th scope="row">{said(words.clone())}</th> }.into_any();
    }
    if words.is_empty() {
        return view! { <td></td> }.into_any();
    }
    view! { <td data-l=column.clone()>{said(words.clone())}</td> }.into_any()
}
