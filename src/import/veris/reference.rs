//! The references of VERIS: addresses in one text, parted in many ways, with days on which they were read.
//! It opens no address.

use super::super::draft::{both, is_address, line};
use super::super::{Item, Loss};
use crate::text::import as words;

/// Puts every address of a text in as a source.
pub fn cite(text: &str, item: &mut Item) {
    for (url, rest) in addresses(text) {
        if !is_address(url) {
            item.lose(Loss::dropped("reference", line(url)));
            continue;
        }
        let id = item.cite("", url);
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.'));
        let day = rest.strip_prefix('(').and_then(|rest| rest.split(')').next()).and_then(day);
        if let Some(day) = day {
            if let Some(source) = item.incident.sources.iter_mut().find(|source| source.id == id) {
                source.note = Some(both(words::READ_ON, &[&day]));
            }
        } else if !rest.is_empty() {
            item.lose(Loss::dropped("reference", line(rest)));
        }
    }
}

/// The addresses of a text, each with what stands between it and the next.
fn addresses(text: &str) -> Vec<(&str, &str)> {
    let lower = text.to_ascii_lowercase();
    let mut starts: Vec<usize> =
        ["http://", "https://"].iter().flat_map(|scheme| lower.match_indices(scheme)).map(|(at, _)| at).collect();
    starts.sort_unstable();
    // an address inside another's query is a part of it
    starts.retain(|at| *at == 0 || text[..*at].ends_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(')));
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts: Vec<&str> = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect();
    let split = |part: &'_ str| -> usize {
        let end = part.find(char::is_whitespace).unwrap_or(part.len());
        let end = part[..end].find(';').unwrap_or(end);
        part[..end].trim_end_matches(['.', ',', '?']).len()
    };
    parts.into_iter().map(|part| part.split_at(split(part))).collect()
}

/// A day written as `20140207` or as a timestamp.
fn day(text: &str) -> Option<String> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]));
    }
    text.get(..10).filter(|day| day.parse::<chrono::NaiveDate>().is_ok()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_parted_however_they_are_joined() {
        let found = |text| addresses(text).into_iter().map(|(url, _)| url).collect::<Vec<_>>();
        let (a, b) = ("http://a.example/x", "https://b.example/y?z=1");
        for parted in ["; ", " ;", ", ", ",", " ", ". ;", ";", ". ", "  "] {
            let text = format!("{a}{parted}{b}");
            let found: Vec<&str> = addresses(&text).into_iter().map(|(url, _)| url).collect();
            assert_eq!(found, [a, b], "{parted:?}");
        }
        assert_eq!(found("http://a.example/?u=http://b.example"), ["http://a.example/?u=http://b.example"]);
        assert_eq!(found("no address"), [""; 0]);
    }

    #[test]
    fn the_day_of_reading_is_told_apart() {
        let found = addresses("http://a.example/x (20140207); http://b.example (2014-04-30T12:03:01.191Z);");
        assert_eq!(found[0], ("http://a.example/x", " (20140207); "));
        assert_eq!(day("20140207").as_deref(), Some("2014-02-07"));
        assert_eq!(day("2014-04-30T12:03:01.191Z").as_deref(), Some("2014-04-30"));
        assert_eq!(day("soon"), None);
    }
}
