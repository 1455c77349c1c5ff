//! What a date means, for those who write one: from which day to which, in words.
//! It never says less than the interval that is reckoned with.

use super::{day_month, single};
use crate::record::When;
use crate::record::when::{Partial, Precision, Span};
use crate::text::{Lang, unit};
use chrono::{Datelike, NaiveDate};

/// The interval of a date in words: `in March 2024, from the 1st to the 31st`.
pub fn meaning(when: &When, lang: Lang) -> String {
    let said = match when.span() {
        Span::Unknown => return unit::MEANS_UNKNOWN.get(lang).to_owned(),
        Span::Single(at) => alone(at, lang),
        Span::Range(Some(from), Some(to)) => unit::MEANS_BETWEEN.fill(lang, &[&first(from, lang), &last(to, lang)]),
        Span::Range(Some(from), None) => unit::MEANS_FROM.fill(lang, &[&first(from, lang)]),
        Span::Range(None, Some(to)) => unit::MEANS_BY.fill(lang, &[&last(to, lang)]),
        Span::Range(None, None) => return unit::MEANS_UNKNOWN.get(lang).to_owned(),
    };
    let said = if when.is_approximate() { unit::MEANS_ABOUT.fill(lang, &[&said]) } else { said };
    if when.is_uncertain() { unit::MEANS_UNCERTAIN.fill(lang, &[&said]) } else { said }
}

fn alone(at: Partial, lang: Lang) -> String {
    let said = single(at, lang);
    match at.precision {
        Precision::Year => unit::MEANS_YEAR.fill(lang, &[&said]),
        Precision::Month => match last_day(at).day() {
            31 => unit::MEANS_LONG_MONTH.fill(lang, &[&said]),
            day => unit::MEANS_MONTH.fill(lang, &[&said, &day]),
        },
        Precision::Day => unit::MEANS_DAY.fill(lang, &[&said]),
        Precision::Minute | Precision::Second => unit::MEANS_TIME.fill(lang, &[&said]),
    }
}

fn last_day(at: Partial) -> NaiveDate {
    at.end().date().pred_opt().unwrap_or(at.start.date())
}

fn first(at: Partial, lang: Lang) -> String {
    whole_day(at, at.start.date(), lang)
}

fn last(at: Partial, lang: Lang) -> String {
    whole_day(at, last_day(at), lang)
}

/// A day in full; a time keeps its clock.
fn whole_day(at: Partial, day: NaiveDate, lang: Lang) -> String {
    if at.precision > Precision::Day {
        return single(at, lang);
    }
    unit::WITH_YEAR.fill(lang, &[&day_month(Partial::day(day), lang), &day.year()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(text: &str, en: &str, fr: &str) {
        let when: When = text.parse().unwrap();
        assert_eq!((meaning(&when, Lang::En), meaning(&when, Lang::Fr)), (en.to_owned(), fr.to_owned()), "{text}");
    }

    #[test]
    fn a_date_means_an_interval_from_a_day_to_a_day() {
        means("2024-03", "in March 2024, from the 1st to the 31st", "en mars 2024, du 1er au 31");
        means("2024-02", "in February 2024, from the 1st to the 29th", "en février 2024, du 1er au 29");
        means("2024", "in 2024, from 1 January to 31 December", "en 2024, du 1er janvier au 31 décembre");
        means("2024-03-05", "on 5 March 2024, at some time of the day", "le 5 mars 2024, à un moment de la journée");
        means("2025-03-10T09:30+01:00", "on 10 March 2025, 09:30 +01:00", "le 10 mars 2025 à 09:30 +01:00");
    }

    #[test]
    fn an_interval_means_the_days_from_its_first_to_its_last() {
        means(
            "2025-03-02/2025-03",
            "at some time from 2 March 2025 to 31 March 2025",
            "à un moment entre le 2 mars 2025 et le 31 mars 2025",
        );
        means(
            "../2025-02",
            "by 28 February 2025, how long before is not known",
            "au plus tard le 28 février 2025, on ne sait depuis quand",
        );
        means(
            "2025/..",
            "from 1 January 2025 on, how long after is not known",
            "à partir du 1er janvier 2025, on ne sait jusqu'à quand",
        );
        means("unknown", "stated to be unknown", "dite inconnue");
    }

    #[test]
    fn marks_weaken_what_a_date_means() {
        means(
            "2024-03~",
            "in March 2024, from the 1st to the 31st, or thereabouts",
            "en mars 2024, du 1er au 31, ou à peu près",
        );
        means(
            "2024?",
            "in 2024, from 1 January to 31 December, not certain",
            "en 2024, du 1er janvier au 31 décembre, sans certitude",
        );
    }
}
