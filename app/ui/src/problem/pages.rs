//! What somebody sees when there is no page: what happened, and the ways on.

use leptos::prelude::*;

use super::Problem;
use crate::{
    Ask, Page, Place,
    design::{
        art::{Family, art},
        icon::Icon,
    },
    frame::{self, Head},
};

/// The page that stands in for one that cannot be shown, with its status and the ways on. Where
/// something broke it tells under which reference the log knows of it.
#[must_use]
pub fn problem_page(ask: &Ask, problem: &Problem, reference: Option<&str>, path: &str) -> Page {
    let t = ask.speech();
    let (title, what) = match problem {
        Problem::Misunderstood => (t.say("problem-400"), t.say("problem-400-what")),
        Problem::ForeignOrigin => (t.say("problem-403"), t.say("problem-403-what")),
        Problem::NotFound => (t.say("problem-404"), t.say("problem-404-what")),
        Problem::NotAllowed => (t.say("problem-405"), t.say("problem-405-what")),
        Problem::Gone => (t.say("problem-410"), t.say("problem-410-what")),
        Problem::TooLarge => (t.say("problem-413"), t.say("problem-413-what")),
        Problem::TooLong => (t.say("problem-414"), t.say("problem-414-what")),
        Problem::TooMany => (t.say("problem-429"), t.say("problem-429-what")),
        Problem::Broken => (t.say("problem-500"), t.say("problem-500-what")),
        Problem::Busy | Problem::Unreachable => (t.say("problem-503"), t.say("problem-503-what")),
    };
    let reference = reference
        .filter(|_| *problem == Problem::Broken)
        .map(|it| t.tell("problem-reference", &[("reference", it.to_owned().into())]));
    let head = Head::new(title, what, Place::Nowhere(path.to_owned())).unlisted();
    let (title, what) = (title.to_owned(), what.to_owned());
    frame::page(ask, problem.status(), head, || {
        view! { <WaysOn ask=ask.clone() title what reference status=problem.status() /> }
    })
}

#[component]
fn WaysOn(
    ask: Ask,
    title: String,
    what: String,
    reference: Option<String>,
    status: u16,
) -> impl IntoView {
    use domain::catalogue::Topic::{Maritime, Robotics, SpaceAstronomy};

    let t = ask.speech();
    let topic = match status {
        404 | 410 => SpaceAstronomy,
        500.. => Robotics,
        _ => Maritime,
    };
    let class = format!("title__art {}", Family::of(topic).class());
    view! {
        <div class="wrap title band">
            <div class="stack">
                <p class="s muted">{t.tell("problem-status", &[("status", status.to_string().into())])}</p>
                <h1>{title}</h1>
                <p class="lead">{what}</p>
                {reference.map(|reference| view! { <p>{reference}</p> })}
                <form class="search" role="search" action=Place::catalogue().action(ask.locale) method="get" aria-label=t.say("home-search")>
                    <div class="field full">
                        <label for="q">{t.say("filter-words")}</label>
                        <input type="search" id="q" name="q" maxlength="200" />
                    </div>
                    <button class="btn full" type="submit">{Icon::Search.show()} {t.say("home-find")}</button>
                </form>
                <ul class="row">{crate::catalogue::shortcut_chips(&ask)}</ul>
                <p>
                    <a class="go" href=ask.path(&Place::Home)>{t.say("problem-home")} {Icon::ArrowRight.show()}</a>
                </p>
            </div>
            <div class=class aria-hidden="true">
                <span class="art-box" inner_html=art(topic, &title_seed(status))></span>
            </div>
        </div>
    }
}

/// Another picture for each status.
fn title_seed(status: u16) -> String {
    format!("problem-{status}")
}
