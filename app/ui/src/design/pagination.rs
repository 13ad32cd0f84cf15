//! The way to the other pages of a list.

use leptos::prelude::*;

use super::icon::Icon;

/// The words of a pagination.
#[derive(Clone, Debug)]
pub struct PageLabels {
    pub nav: String,
    pub previous: String,
    pub next: String,
    /// »Side«, to which the number is added.
    pub page: String,
}

/// The way to the other pages of a list: the first, the last, and those around the current one.
#[component]
pub fn Pagination<F: Fn(u32) -> String>(
    current: u32,
    pages: u32,
    href: F,
    labels: PageLabels,
) -> impl IntoView {
    let mut entries = Vec::new();
    let mut last = 0;
    for page in shown(current, pages) {
        if page > last + 1 {
            entries.push(view! { <li><span aria-hidden="true">"…"</span></li> }.into_any());
        }
        last = page;
        let label = format!("{} {page}", labels.page);
        let here = (page == current).then_some("page");
        entries.push(
            view! { <li><a href=href(page) aria-current=here aria-label=label>{page}</a></li> }
                .into_any(),
        );
    }
    let previous = (current > 1).then(|| {
        view! { <li><a href=href(current - 1) rel="prev">{Icon::ArrowLeft.show()} {labels.previous}</a></li> }
    });
    let next = (current < pages).then(|| {
        view! { <li><a href=href(current + 1) rel="next">{labels.next} {Icon::ArrowRight.show()}</a></li> }
    });
    view! {
        <nav class="mt6" aria-label=labels.nav>
            <ul class="pages">{previous} {entries} {next}</ul>
        </nav>
    }
}

/// The first page, the last, and those around the current one.
fn shown(current: u32, pages: u32) -> Vec<u32> {
    let near = current.saturating_sub(1)..=current + 1;
    {
        let mut pages_shown: Vec<u32> = std::iter::once(1)
            .chain(near)
            .chain(std::iter::once(pages))
            .filter(|page| (1..=pages).contains(page))
            .collect();
        pages_shown.dedup();
        pages_shown.sort_unstable();
        pages_shown.dedup();
        pages_shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_the_last_and_the_neighbours_are_shown() {
        assert_eq!(shown(1, 1), [1]);
        assert_eq!(shown(1, 11), [1, 2, 11]);
        assert_eq!(shown(6, 11), [1, 5, 6, 7, 11]);
        assert_eq!(shown(11, 11), [1, 10, 11]);
    }
}
