//! How dates and times are said: »tirsdag 2. marts 2027 kl. 9.00–12.00«.

use application::copenhagen;
use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, Timelike as _, Utc};
use domain::search::Week;

use super::{Locale, Speech};

impl Speech {
    /// »tirsdag 2. marts 2027«.
    #[must_use]
    pub fn date(&'static self, day: NaiveDate) -> String {
        let weekday = self.weekday(day);
        let date = self.day_month(day);
        format!("{weekday} {date} {}", day.year())
    }

    /// »2. marts 2027«.
    #[must_use]
    pub fn short_date(&'static self, day: NaiveDate) -> String {
        format!("{} {}", self.day_month(day), day.year())
    }

    /// »2. marts«.
    #[must_use]
    pub fn day_month(&'static self, day: NaiveDate) -> String {
        format!("{} {}", self.day_number(day), self.say(month_key(day)))
    }

    /// »2.«, or in English »2«.
    #[must_use]
    pub fn day_number(&'static self, day: NaiveDate) -> String {
        match self.locale {
            Locale::Da => format!("{}.", day.day()),
            Locale::En => day.day().to_string(),
        }
    }

    /// »tirsdag«.
    #[must_use]
    pub fn weekday(&'static self, day: NaiveDate) -> &'static str {
        const KEYS: [&str; 7] = [
            "weekday-1",
            "weekday-2",
            "weekday-3",
            "weekday-4",
            "weekday-5",
            "weekday-6",
            "weekday-7",
        ];
        self.say(KEYS[day.weekday().num_days_from_monday() as usize])
    }

    /// »tirs.«, for a date block.
    #[must_use]
    pub fn short_weekday(&'static self, day: NaiveDate) -> &'static str {
        const KEYS: [&str; 7] = [
            "weekday-short-1",
            "weekday-short-2",
            "weekday-short-3",
            "weekday-short-4",
            "weekday-short-5",
            "weekday-short-6",
            "weekday-short-7",
        ];
        self.say(KEYS[day.weekday().num_days_from_monday() as usize])
    }

    /// »apr.«, for a date block.
    #[must_use]
    pub fn short_month(&'static self, day: NaiveDate) -> &'static str {
        const KEYS: [&str; 12] = [
            "month-short-1",
            "month-short-2",
            "month-short-3",
            "month-short-4",
            "month-short-5",
            "month-short-6",
            "month-short-7",
            "month-short-8",
            "month-short-9",
            "month-short-10",
            "month-short-11",
            "month-short-12",
        ];
        self.say(KEYS[day.month0() as usize])
    }

    /// A month with its year: »marts 2027«.
    pub fn month(&'static self, day: NaiveDate) -> String {
        format!("{} {}", self.say(&format!("month-{}", day.month())), day.year())
    }

    /// When something lasts from `start` to `end`, in Danish time:
    /// »tirsdag 2. marts 2027 kl. 9.00–12.00«, or over several days
    /// »28. juni kl. 9.00 – 2. juli 2027 kl. 15.00«.
    #[must_use]
    pub fn period(&'static self, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        let (start, end) = (copenhagen::local(start), copenhagen::local(end));
        let (from, to) = (self.clock(start), self.clock(end));
        if start.date() == end.date() {
            let day = self.date(start.date());
            return self.tell(
                "time-one-day",
                &[("day", day.into()), ("from", from.into()), ("to", to.into())],
            );
        }
        let first = if start.year() == end.year() {
            self.day_month(start.date())
        } else {
            self.short_date(start.date())
        };
        let last = self.short_date(end.date());
        let fillings = [
            ("first", first.into()),
            ("from", from.into()),
            ("last", last.into()),
            ("to", to.into()),
        ];
        self.tell("time-several-days", &fillings)
    }

    /// The hours alone: »Tirsdag kl. 9.00–12.00«, or over several days »5.–9. juli«.
    #[must_use]
    pub fn hours(&'static self, start: DateTime<Utc>, end: DateTime<Utc>) -> String {
        let (start, end) = (copenhagen::local(start), copenhagen::local(end));
        if start.date() != end.date() {
            return self.days(start.date(), end.date());
        }
        let day = capitalised(self.weekday(start.date()));
        let (from, to) = (self.clock(start), self.clock(end));
        self.tell("time-hours", &[("day", day.into()), ("from", from.into()), ("to", to.into())])
    }

    /// »5.–9. juli 2027«.
    #[must_use]
    pub fn days(&'static self, first: NaiveDate, last: NaiveDate) -> String {
        let end = self.short_date(last);
        let same_month = (first.year(), first.month()) == (last.year(), last.month());
        if same_month {
            format!("{}–{end}", self.day_number(first))
        } else if first.year() == last.year() {
            format!("{} – {end}", self.day_month(first))
        } else {
            format!("{} – {end}", self.short_date(first))
        }
    }

    /// »Uge 7 (15.–21. februar)«, or where it begins in another year »Uge 53 (28. december 2026 – 3. januar 2027)«.
    #[must_use]
    pub fn week(&'static self, week: Week) -> String {
        let (first, last) = (week.first_day(), week.last_day());
        let days = match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) => format!("{}–{}", self.day_number(first), self.day_month(last)),
            (true, false) => format!("{} – {}", self.day_month(first), self.day_month(last)),
            (false, _) => self.days(first, last),
        };
        let number = week.number().to_string();
        self.tell("time-week", &[("number", number.into()), ("days", days.into())])
    }

    /// An instant in Danish time: »tirsdag 2. marts 2027 kl. 9.00«.
    #[must_use]
    pub fn moment(&'static self, at: DateTime<Utc>) -> String {
        let local = copenhagen::local(at);
        let (day, clock) = (self.date(local.date()), self.clock(local));
        self.tell("time-moment", &[("day", day.into()), ("at", clock.into())])
    }

    /// Until when something can be done, in Danish time: »2. marts 2027 kl. 12.00«. At the very end
    /// of a day it is the day alone: »kl. 0.00« would be read as a day more or a day less.
    #[must_use]
    pub fn deadline(&'static self, at: DateTime<Utc>) -> String {
        let local = copenhagen::local(at);
        let whole_day = match (local.hour(), local.minute()) {
            (0, 0) => local.date().pred_opt(),
            (23, 59) => Some(local.date()),
            _ => None,
        };
        if let Some(day) = whole_day {
            return self.short_date(day);
        }
        let (day, clock) = (self.short_date(local.date()), self.clock(local));
        self.tell("time-moment", &[("day", day.into()), ("at", clock.into())])
    }

    /// An instant of today by the clock on a Danish wall: »9.00«.
    #[must_use]
    pub fn o_clock(&'static self, at: DateTime<Utc>) -> String {
        self.clock(copenhagen::local(at))
    }

    /// »9.00« in Danish, »9:00« in English.
    fn clock(&'static self, at: NaiveDateTime) -> String {
        match self.locale {
            Locale::Da => format!("{}.{:02}", at.hour(), at.minute()),
            Locale::En => format!("{}:{:02}", at.hour(), at.minute()),
        }
    }
}

/// The same with a capital at the front.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn month_key(day: NaiveDate) -> &'static str {
    const KEYS: [&str; 12] = [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
        "month-9", "month-10", "month-11", "month-12",
    ];
    KEYS[day.month0() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        copenhagen::instant(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_morning_is_said_with_its_hours() {
        let (start, end) = (at("2027-03-02T09:00:00"), at("2027-03-02T12:00:00"));
        assert_eq!(
            Speech::of(Locale::Da).period(start, end),
            "tirsdag 2. marts 2027 kl. 9.00–12.00"
        );
        assert_eq!(Speech::of(Locale::En).period(start, end), "Tuesday 2 March 2027, 9:00–12:00");
        assert_eq!(Speech::of(Locale::Da).hours(start, end), "Tirsdag kl. 9.00–12.00");
    }

    #[test]
    fn a_deadline_is_said_with_its_hour_unless_it_is_the_end_of_a_day() {
        let (danish, english) = (Speech::of(Locale::Da), Speech::of(Locale::En));
        let said = |text| (danish.deadline(at(text)), english.deadline(at(text)));
        for (deadline, da, en) in [
            ("2027-03-04T12:00:00", "4. marts 2027 kl. 12.00", "4 March 2027 at 12:00"),
            ("2027-03-04T23:58:00", "4. marts 2027 kl. 23.58", "4 March 2027 at 23:58"),
            ("2027-03-04T23:59:00", "4. marts 2027", "4 March 2027"),
            ("2027-03-05T00:00:00", "4. marts 2027", "4 March 2027"),
            ("2027-03-05T00:01:00", "5. marts 2027 kl. 0.01", "5 March 2027 at 0:01"),
            ("2027-01-01T00:00:00", "31. december 2026", "31 December 2026"),
        ] {
            assert_eq!(said(deadline), (da.to_owned(), en.to_owned()), "{deadline}");
        }
    }

    #[test]
    fn a_week_is_said_with_its_days() {
        let said = |locale, week: &str| Speech::of(locale).week(week.parse().unwrap());
        assert_eq!(said(Locale::Da, "2027-W07"), "Uge 7 (15.–21. februar)");
        assert_eq!(said(Locale::En, "2027-W07"), "Week 7 (15–21 February)");
        assert_eq!(said(Locale::Da, "2027-W13"), "Uge 13 (29. marts – 4. april)");
        assert_eq!(said(Locale::En, "2026-W53"), "Week 53 (28 December 2026 – 3 January 2027)");
    }

    #[test]
    fn a_camp_is_said_with_its_first_and_last_day() {
        let (start, end) = (at("2027-06-28T09:00:00"), at("2027-07-02T15:00:00"));
        assert_eq!(
            Speech::of(Locale::Da).period(start, end),
            "28. juni kl. 9.00 – 2. juli 2027 kl. 15.00"
        );
        assert_eq!(Speech::of(Locale::Da).hours(start, end), "28. juni – 2. juli 2027");
        let week = (at("2027-07-05T09:00:00"), at("2027-07-09T15:00:00"));
        assert_eq!(Speech::of(Locale::Da).hours(week.0, week.1), "5.–9. juli 2027");
        assert_eq!(Speech::of(Locale::En).hours(week.0, week.1), "5–9 July 2027");
    }
}
