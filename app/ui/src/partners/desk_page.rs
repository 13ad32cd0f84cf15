//! What lies on somebody's desk.

use application::{
    catalogue::{Column, Step},
    partners::{AskedAbout, Desk as Lying, Returned, SeatsOfDate, Shelf},
};
use domain::{
    catalogue::{Activity, Draft, Watched},
    partners::{Partner, PartnerId, Standing},
};
use leptos::prelude::*;

use super::{
    asked_of_partner::{Asked, LeadOffers},
    look_back_panel::LookedBack,
    shelf_panel::ShelfPanel,
};
use crate::{
    Ask, Desk, Page, Place, Speech, TakingPart,
    design::{
        notice::{Notice, Tone},
        way_out,
    },
    frame::{self, Head},
};

/// What lies on somebody's desk, and a page of all that their partners own. What has just happened
/// is said above, by the key of its sentence.
#[must_use]
pub fn desk_page(
    ask: &Ask,
    name: &str,
    (lying, shelf): (Lying, Shelf),
    told: Option<&'static str>,
) -> Page {
    let t = ask.speech();
    let title = t.tell("desk-hello", &[("name", name.to_owned().into())]);
    let head =
        Head::new(t.say("desk-title"), t.say("desk-lead"), Place::Desk(Desk::Home)).unlisted();
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head, move || {
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let body = if lying.partners.is_empty() {
            view! { <Nothing ask=ask.clone() /> }.into_any()
        } else {
            view! { <Full ask=ask.clone() lying=lying.clone() shelf=shelf.clone() /> }.into_any()
        };
        view! {
            <div class="wrap stack desk">
                <h1>{title}</h1>
                {told}
                <Claims ask=ask.clone() lying=lying.clone() />
                {body}
            </div>
        }
    })
}

/// Where somebody acts for nobody yet.
#[component]
fn Nothing(ask: Ask) -> impl IntoView {
    let t = ask.speech();
    view! {
        <section class="panel stack" aria-labelledby="h-tom">
            <h2 class="t2" id="h-tom">{t.say("desk-empty")}</h2>
            <p>{t.say("desk-empty-what")}</p>
            <p><a class="btn" href=ask.path(&Place::Desk(Desk::Find))>{t.say("desk-find")}</a></p>
        </section>
    }
}

#[component]
fn Claims(ask: Ask, lying: Lying) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = lying
        .claims
        .iter()
        .map(|(it, partner)| {
            let moment = t.moment(it.claim.asked_at);
            let words = [("partner", partner.clone().into()), ("time", moment.into())];
            view! { <Notice tone=Tone::Info><p>{t.tell("desk-claim-waits", &words)}</p></Notice> }
        })
        .collect();
    rows
}

#[component]
fn Full(ask: Ask, lying: Lying, shelf: Shelf) -> impl IntoView {
    view! {
        <Partners ask=ask.clone() partners=lying.partners.clone() changes=lying.changes.clone() />
        <Asked ask=ask.clone() asked=lying.asked.clone() />
        <LeadOffers ask=ask.clone() offers=lying.lead_offers.clone() />
        <Todo ask=ask.clone() lying=lying.clone() />
        <Coming ask=ask.clone() lying=lying.clone() />
        <LookedBack ask=ask.clone() back=lying.back.clone() />
        <ShelfPanel ask shelf />
    }
}

#[component]
fn Partners(ask: Ask, partners: Vec<Partner>, changes: Vec<PartnerId>) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = partners
        .into_iter()
        .map(|it| {
            let standing = match (it.standing, it.is_trusted) {
                (Standing::Waiting, _) => "partner-waiting",
                (Standing::Refused, _) => "desk-partner-refused",
                (Standing::Approved, true) => "partner-trusted",
                (Standing::Approved, false) => "partner-approved",
            };
            let members = ask.path(&Place::Desk(Desk::Members(it.id)));
            let profile = changes.contains(&it.id).then(|| {
                let path = ask.path(&Place::Desk(Desk::Profile(it.id)));
                view! { " · " <a class="s" href=path>{t.say("desk-profile")} <span class="vh">" " {it.name.to_string()}</span></a> }
            });
            let begin = (it.standing != Standing::Refused).then(|| {
                view! {
                    <form method="post" action=ask.path(&Place::Desk(Desk::Begin(it.id)))>
                        <button class="btn btn--spark" type="submit">
                            {t.say("desk-begin")} <span class="vh">" " {it.name.to_string()}</span>
                        </button>
                    </form>
                }
            });
            let sheets = (it.standing != Standing::Refused).then(|| {
                view! {
                    <a class="btn btn--line" href=ask.path(&Place::Desk(Desk::Imports(it.id)))>
                        {t.say("desk-import")} <span class="vh">" " {it.name.to_string()}</span>
                    </a>
                }
            });
            view! {
                <li class="row row--between panel">
                    <span>
                        <strong>{it.name.to_string()}</strong>
                        <br />
                        <span class="s muted">{t.say(standing)}</span>
                        <br />
                        <a class="s" href=members>{t.say("desk-members")} <span class="vh">" " {it.name.to_string()}</span></a>
                        {profile}
                    </span>
                    <div class="row">{begin} {sheets}</div>
                </li>
            }
        })
        .collect();
    view! {
        <section class="stack" aria-labelledby="h-for">
            <h2 class="t2" id="h-for">{t.say("desk-partners")}</h2>
            <ul class="stack">{rows}</ul>
            <p><a href=ask.path(&Place::Desk(Desk::Find))>{t.say("desk-find-another")}</a></p>
        </section>
    }
}

/// What waits for the organiser, before what waits for others.
#[component]
fn Todo(ask: Ask, lying: Lying) -> impl IntoView {
    let t = ask.speech();
    let returned = lying.returned.iter().map(|it| returned(&ask, it));
    let drafts = lying.drafts.iter().map(|it| draft(&ask, it));
    let silent = lying.silent.iter().map(|it| silent(&ask, it));
    let requests = lying.requests.iter().map(|it| request(&ask, it));
    let todo: Vec<_> = requests.chain(returned).chain(silent).chain(drafts).collect();
    let n = todo.len();
    let heading = t.tell("desk-todo", &[("n", n.into())]);
    let todo = if todo.is_empty() {
        view! { <p>{t.say("desk-todo-none")}</p> }.into_any()
    } else {
        view! { <ul class="todo">{todo}</ul> }.into_any()
    };
    let waiting: Vec<_> = lying.waiting.iter().map(|it| waiting(&ask, it)).collect();
    let (shown, in_all) = (waiting.len(), lying.waiting_total);
    let more = (in_all > shown as u64).then(|| {
        let said = t.tell("desk-waiting-more", &[("n", shown.into())]);
        view! { <p>{said}</p> }
    });
    let waiting = (!waiting.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-venter">
                <h2 class="t2" id="h-venter">{t.tell("desk-waiting", &[("n", in_all.into())])}</h2>
                {more}
                <ul class="todo">{waiting}</ul>
            </section>
        }
    });
    view! {
        <section class="stack" aria-labelledby="h-todo">
            <h2 class="t2" id="h-todo">{heading}</h2>
            {todo}
        </section>
        {waiting}
    }
}

fn returned(ask: &Ask, it: &Returned) -> AnyView {
    let t = ask.speech();
    let (id, title) = (it.activity.id, it.activity.particulars().title.to_string());
    let (key, dia) = if it.word.is_some() {
        ("desk-returned", "dia dia--now")
    } else {
        ("desk-taken-back", "dia dia--soon")
    };
    let word = it.word.as_ref().and_then(|word| word.deed.remark.as_ref()).map(|remark| {
        view! { <blockquote class="remark">{remark.to_string()}</blockquote> }
    });
    view! {
        <li>
            <span class=dia aria-hidden="true"></span>
            <div>
                <h3>{t.tell(key, &[("title", title.clone().into())])}</h3>
                {word}
                <p class="s"><a href=ask.path(&Place::Desk(Desk::Activity(id)))>{t.say("desk-history")} <span class="vh">" " {title.clone()}</span></a></p>
            </div>
            <form method="post" action=ask.path(&Place::Desk(Desk::Revise(id)))>
                <button class="btn btn--s" type="submit">{t.say("desk-revise")} <span class="vh">" " {title}</span></button>
            </form>
        </li>
    }
    .into_any()
}

/// What leads to an address at which nobody answers, and what to do about it.
fn silent(ask: &Ask, (watched, activity): &(Watched, Activity)) -> AnyView {
    let t = ask.speech();
    let title = activity.particulars().title.to_string();
    let since = watched.silent.map_or(watched.asked_at.date_naive(), |days| days.0);
    let shown = watched.url.as_str().to_owned();
    let words = [("day", t.short_date(since).into())];
    view! {
        <li>
            <span class="dia dia--now" aria-hidden="true"></span>
            <div>
                <h3>{t.tell("desk-silent", &[("title", title.clone().into())])}</h3>
                <p class="s"><a href=way_out::web(&watched.url) rel="noreferrer">{shown}</a></p>
                <p class="s muted">{t.tell("desk-silent-what", &words)}</p>
            </div>
            <form method="post" action=ask.path(&Place::Desk(Desk::Revise(activity.id)))>
                <button class="btn btn--s" type="submit">{t.say("desk-revise")} <span class="vh">" " {title}</span></button>
            </form>
        </li>
    }
    .into_any()
}

/// What parties ask about that wait for an answer.
fn request(ask: &Ask, AskedAbout { activity, n, is_overdue }: &AskedAbout) -> AnyView {
    let t = ask.speech();
    let title = activity.particulars().title.to_string();
    let words = [("n", (*n).into()), ("title", title.clone().into())];
    let overdue = is_overdue.then(|| {
        view! { <p class="s"><strong>{t.say("desk-requests-overdue")}</strong></p> }
    });
    view! {
        <li>
            <span class="dia dia--now" aria-hidden="true"></span>
            <div>
                <h3>{t.tell("desk-requests", &words)}</h3>
                {overdue}
            </div>
            <a class="btn btn--s" href=ask.path(&Place::TakingPart(TakingPart::Requests(activity.id)))>
                {t.say("desk-requests-go")} <span class="vh">" " {title}</span>
            </a>
        </li>
    }
    .into_any()
}

/// How many seats of a date are taken, and how many people wait for one.
fn seats_of(t: &'static Speech, seats: SeatsOfDate) -> String {
    let SeatsOfDate { given, taken, waiting } = seats;
    let said = t.tell("desk-seats-taken", &[("taken", taken.into()), ("n", given.into())]);
    if waiting == 0 {
        return said;
    }
    format!("{said}, {}", t.tell("desk-seats-waiting", &[("n", waiting.into())]))
}

fn draft(ask: &Ask, it: &Draft) -> AnyView {
    let t = ask.speech();
    let title = title_of(t, it);
    let (key, step) = match it.activity {
        Some(_) => ("desk-draft-change", Step::Send),
        None => ("desk-draft", Step::What),
    };
    let step = if it.answers.get(Column::SignUp.name()).is_empty() { step } else { Step::Send };
    let moment = t.moment(it.changed_at);
    view! {
        <li>
            <span class="dia dia--soon" aria-hidden="true"></span>
            <div>
                <h3>{t.tell(key, &[("title", title.clone().into())])}</h3>
                <p class="s muted">{t.tell("desk-draft-kept", &[("time", moment.into())])}</p>
            </div>
            <a class="btn btn--line btn--s" href=ask.path(&Place::Desk(Desk::Write(it.id, step)))>
                {t.say("desk-write-on")} <span class="vh">" " {title}</span>
            </a>
        </li>
    }
    .into_any()
}

fn title_of(t: &'static Speech, it: &Draft) -> String {
    let title: String = it.answers.get(Column::Title.name()).trim().chars().take(120).collect();
    if title.is_empty() { t.say("desk-no-title").to_owned() } else { title }
}

fn waiting(ask: &Ask, it: &Activity) -> AnyView {
    let t = ask.speech();
    let moment = t.moment(it.updated_at());
    let lang = ask.foreign(it.particulars().language);
    view! {
        <li>
            <span class="dia" aria-hidden="true"></span>
            <div>
                <h3 lang=lang.clone()>{it.particulars().title.to_string()}</h3>
                <p class="s muted">{t.tell("desk-waits-since", &[("time", moment.into())])}</p>
            </div>
            <a class="btn btn--line btn--s" href=ask.path(&Place::Desk(Desk::Activity(it.id)))>
                {t.say("desk-see")} <span class="vh" lang=lang>" " {it.particulars().title.to_string()}</span>
            </a>
        </li>
    }
    .into_any()
}

#[component]
fn Coming(ask: Ask, lying: Lying) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = lying
        .coming
        .iter()
        .map(|it| {
            let seats = it.seats.map_or_else(
                || t.say("desk-no-seats").to_owned(),
                |seats| seats_of(t, seats),
            );
            view! {
                <tr>
                    <th scope="row"><a href=ask.path(&Place::Desk(Desk::Activity(it.activity.id))) lang=ask.foreign(it.activity.particulars().language)>{it.activity.particulars().title.to_string()}</a></th>
                    <td data-l=t.say("desk-when")>{t.period(it.start, it.end)}</td>
                    <td data-l=t.say("desk-seats-heading")>{seats}</td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-kommer">
                <h2 class="t2" id="h-kommer">{t.say("desk-coming")}</h2>
                <div class="panel scroll" tabindex="0" role="region" aria-labelledby="h-kommer">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{t.say("desk-activity")}</th>
                                <th scope="col">{t.say("desk-when")}</th>
                                <th scope="col">{t.say("desk-seats-heading")}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}
