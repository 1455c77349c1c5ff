//! What holds of every date, every gap and every text that claims to be a record.
//! Single cases are held beside the code.

use crate::records::{now, sample};
use breachline::record::interval::{Gap, Interval};
use breachline::record::reading::decode::decode;
use breachline::record::tree::Tree;
use breachline::record::{Incident, When, read, shape};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

prop_compose! {
    fn day()(year in 1970i32..2060, day in 1u32..=365) -> NaiveDate {
        NaiveDate::from_yo_opt(year, day).unwrap()
    }
}

fn single() -> impl Strategy<Value = String> {
    (day(), 0u32..24, 0u32..60, 0..8).prop_map(|(day, hour, minute, shape)| match shape {
        0 => format!("{:04}", day.year()),
        1 => format!("{}", day.format("%Y-%m")),
        2 => format!("{}-XX", day.format("%Y-%m")),
        3 => format!("{day}T{hour:02}:{minute:02}"),
        4 => format!("{day}T{hour:02}:{minute:02}Z"),
        5 => format!("{day}T{hour:02}:{minute:02}:{minute:02}+0{}:30", hour % 10),
        6 => format!("{day}?"),
        _ => format!("{day}"),
    })
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => single(),
        1 => single().prop_map(|to| format!("../{to}")),
        1 => single().prop_map(|from| format!("{from}/..")),
        1 => (single(), single()).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => Just("unknown".to_owned()),
    ]
}

fn zone() -> impl Strategy<Value = Tz> {
    (0..TZ_VARIANTS.len()).prop_map(|n| TZ_VARIANTS[n])
}

/// The first minute whose clock reading, as the zone shows it, is at or after a reading.
///
/// Walks instants, not clock readings, so it owes nothing to the code under test.
fn first_minute(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let mut instant = local.and_utc() - TimeDelta::hours(30);
    while instant.naive_utc() + zone.offset_from_utc_datetime(&instant.naive_utc()).fix() < local {
        instant += TimeDelta::minutes(1);
    }
    instant
}

/// Whether clocks of a zone are changed near a day, or have odd seconds; there a day's ends have more than one reading.
fn is_even(day: NaiveDate, zone: Tz) -> bool {
    let noon = day.and_hms_opt(12, 0, 0).unwrap();
    let offset = |days: i64| zone.offset_from_utc_datetime(&(noon + TimeDelta::days(days))).fix().local_minus_utc();
    offset(0) % 60 == 0 && offset(-2) == offset(-1) && offset(1) == offset(2)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_keeps_its_text_and_means_a_span_of_time(text in date(), zone in zone()) {
        let Ok(when) = text.parse::<When>() else { return Ok(()) };
        prop_assert_eq!(when.to_string(), text.as_str());
        prop_assert_eq!(&when.to_string().parse::<When>().unwrap(), &when);
        let interval = when.interval(zone);
        if let (Some(from), Some(to)) = (interval.earliest, interval.latest) {
            prop_assert!(from < to, "{text} in {zone}");
        }
        let yaml = serde_yaml::to_string(&when).unwrap();
        prop_assert_eq!(serde_yaml::from_str::<When>(&yaml).unwrap(), when);
    }

    #[test]
    fn any_text_is_a_date_or_an_error_but_never_a_crash(text in "\\PC{0,40}|[0-9TXZ:+?~%./-]{0,30}") {
        let _ = text.parse::<When>();
    }

    #[test]
    fn the_order_of_intervals_is_total(texts in proptest::collection::vec(date(), 2..12), zone in zone()) {
        let mut intervals: Vec<Interval> =
            texts.iter().filter_map(|text| Some(text.parse::<When>().ok()?.interval(zone))).collect();
        intervals.sort_by_key(|interval| interval.sort_key());
        let mut again = intervals.clone();
        again.reverse();
        again.sort_by_key(|interval| interval.sort_key());
        let keys = |all: &[Interval]| all.iter().map(|interval| interval.sort_key()).collect::<Vec<_>>();
        prop_assert_eq!(keys(&intervals), keys(&again));
        prop_assert!(intervals.iter().skip_while(|i| !i.is_unknown()).all(|i| i.is_unknown()));
    }

    #[test]
    fn a_gap_between_days_is_what_counting_minutes_says(a in day(), days in -40i64..40, zone in zone()) {
        let b = a + TimeDelta::days(days);
        prop_assume!(is_even(a, zone) && is_even(b, zone) && is_even(a + TimeDelta::days(1), zone) && is_even(b + TimeDelta::days(1), zone));
        let interval = |day: NaiveDate| day.to_string().parse::<When>().unwrap().interval(zone);
        let midnight = |day: NaiveDate| first_minute(day.and_hms_opt(0, 0, 0).unwrap(), zone);
        let gap = Gap::between(interval(a), interval(b));
        let next = |day: NaiveDate| midnight(day + TimeDelta::days(1));
        prop_assert_eq!(gap.min, Some(midnight(b) - next(a)), "{} {} {}", a, b, zone);
        prop_assert_eq!(gap.max, Some(next(b) - midnight(a)), "{} {} {}", a, b, zone);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_ways_of_reading_accept_the_same_files(edits in proptest::collection::vec(edit(), 1..4)) {
        let text = edits.iter().fold(sample(), |text, edit| edit.apply(&text));
        both_ways_agree(&text)?;
    }

    #[test]
    fn bytes_of_any_kind_are_read_without_a_crash(mut bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0usize..4000) {
        let _ = read(&bytes, "x", now());
        let mut source = sample().into_bytes();
        let at = at.min(source.len());
        source.truncate(at);
        source.append(&mut bytes);
        let _ = read(&source, "x", now());
    }

    #[test]
    fn signs_of_yaml_in_any_order_are_read_without_a_crash(text in "([-?:,\\[\\]{}#&*!|>'\"%@` \n\tab0.~]|title: |null|- |: ){0,60}") {
        let reading = read(text.as_bytes(), "x", now());
        prop_assert!(reading.incident.is_some() || !reading.findings.is_empty());
        both_ways_agree(&text)?;
    }
}

#[test]
fn a_value_in_brackets_that_begins_with_a_sign_is_read_alike_both_ways() {
    for sign in ["?", ":", " ?", "\n      :"] {
        for value in ["[letter", "{ name: Acme", "[letter, press", ", country: FR"] {
            let (before, value_itself) = value.split_at(value.rfind(['[', ' ']).unwrap() + 1);
            let text = sample().replacen(value, &format!("{before}{sign}{value_itself}"), 1);
            assert_ne!(text, sample(), "{value}");
            both_ways_agree(&text).unwrap();
        }
    }
}

#[test]
fn a_sign_that_follows_a_colon_at_once_is_read_alike_both_ways() {
    for sign in [",", "}", "]", "[", "{"] {
        let source = format!("{{ id: press, title: T, grade:{sign} }}");
        both_ways_agree(&format!("{}sources: [{source}]\n", sample().split("sources:\n").next().unwrap())).unwrap();
        both_ways_agree(&sample().replace("grade: A }", &format!("grade:{sign} url: x }}"))).unwrap();
    }
}

/// The decoder and the walk over the tree say the same of a text, unless the tree stops at what the guard refuses first.
fn both_ways_agree(text: &str) -> Result<(), TestCaseError> {
    let decoded = serde_yaml::from_str::<Incident>(text);
    if let Some(quick) = decode::<Incident>(text) {
        prop_assert_eq!(Some(&quick), decoded.as_ref().ok(), "{}", text);
    }
    let tree = Tree::read(text);
    if tree.stop.is_none() && tree.root().is_some() {
        let walked = shape::walk(&tree);
        // the two parsers differ in a few corners of the grammar, as in `{ ?a: b }`; the decoder's word then counts
        let same = serde_yaml::from_str(text).is_ok_and(|value| alike(&tree, tree.root().unwrap(), &value));
        match (&decoded, walked.findings.first()) {
            (Ok(incident), None) if same => {
                let rest: Incident = serde_json::from_value(walked.rest.unwrap()).unwrap();
                prop_assert_eq!(incident, &rest);
            }
            (Ok(_), Some(finding)) if same => prop_assert!(false, "only the walk refuses {finding:?}\n{text}"),
            (Err(error), None) if same => prop_assert!(false, "only the decoder refuses: {error}\n{text}"),
            (Err(_), None) => {
                let findings = read(text.as_bytes(), "acme-2025-03", now()).findings;
                prop_assert!(findings.iter().any(|finding| finding.fault.code() == "refused"), "{findings:?}\n{text}");
            }
            (Ok(_) | Err(_), _) => {}
        }
    }
    let reading = read(text.as_bytes(), "acme-2025-03", now());
    prop_assert!(decoded.is_ok() || reading.incident.is_none());
    prop_assert!(reading.incident.is_some() || !reading.findings.is_empty());
    Ok(())
}

/// Whether the two parsers see the same keys and items.
fn alike(tree: &Tree, id: usize, value: &serde_yaml::Value) -> bool {
    match value {
        serde_yaml::Value::Mapping(map) => {
            map.len() == tree.pairs(id).len()
                && map.iter().all(|(key, value)| {
                    key.as_str().and_then(|key| tree.field(id, key)).is_some_and(|field| alike(tree, field, value))
                })
        }
        serde_yaml::Value::Sequence(items) => {
            items.len() == tree.items(id).len()
                && items.iter().zip(tree.items(id)).all(|(value, item)| alike(tree, *item, value))
        }
        _ => tree.node(id).is_some_and(|node| node.text().is_some()),
    }
}

#[derive(Clone, Debug)]
enum Edit {
    Delete(prop::sample::Index, usize),
    Insert(prop::sample::Index, String),
    SwapLines(prop::sample::Index, prop::sample::Index),
    DropLine(prop::sample::Index),
    Value(prop::sample::Index, &'static str),
}

const VALUES: [&str; 40] = [
    "",
    "~",
    "null",
    "NULL",
    "true",
    "False",
    "yes",
    "0",
    "-1",
    "3.5",
    "1e3",
    "0x1F",
    "0o17",
    "012",
    "2024",
    "-2024",
    "unknown",
    "\"\"",
    "''",
    "\"null\"",
    "\"340 000\"",
    "340_000",
    "99999999999999999999999",
    "[]",
    "{}",
    "[~]",
    "{ en: x }",
    "{ en: 3 }",
    "{ EN: x }",
    "{ en: }",
    "{ min: 3, max: 2 }",
    "{ min: ~ }",
    "{ max: \"7 000\", approx: true }",
    "text",
    "Ünï",
    "a: b",
    "[a, b",
    "2024-02-30",
    ".inf",
    "+5",
];

fn edit() -> impl Strategy<Value = Edit> {
    let at = || any::<prop::sample::Index>();
    prop_oneof![
        1 => (at(), 1usize..6).prop_map(|(at, n)| Edit::Delete(at, n)),
        1 => (at(), "[-a-z0-9:,\\[\\]{}#'\" \n~?|>%é]{1,3}").prop_map(|(at, text)| Edit::Insert(at, text)),
        1 => (at(), at()).prop_map(|(a, b)| Edit::SwapLines(a, b)),
        1 => at().prop_map(Edit::DropLine),
        5 => (at(), 0..VALUES.len()).prop_map(|(at, n)| Edit::Value(at, VALUES[n])),
    ]
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut lines: Vec<&str> = text.lines().collect();
        if characters.is_empty() || lines.is_empty() {
            return text.to_owned();
        }
        match self {
            Edit::Delete(at, n) => {
                let at = at.index(characters.len());
                characters.iter().take(at).chain(characters.iter().skip(at + n)).collect()
            }
            Edit::Insert(at, new) => {
                let at = at.index(characters.len());
                characters[..at].iter().copied().chain(new.chars()).chain(characters[at..].iter().copied()).collect()
            }
            Edit::SwapLines(a, b) => {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
                lines.join("\n") + "\n"
            }
            Edit::DropLine(at) => {
                lines.remove(at.index(lines.len()));
                lines.join("\n") + "\n"
            }
            Edit::Value(at, value) => {
                // every value follows a colon and ends before a comma, a brace, a comment or the line's end
                let colons: Vec<usize> = text.match_indices(": ").map(|(n, _)| n + 2).collect();
                if colons.is_empty() {
                    return text.to_owned();
                }
                let start = colons[at.index(colons.len())];
                let end = text[start..].find([',', '}', '\n']).map_or(text.len(), |n| start + n);
                format!("{}{value} {}", &text[..start], &text[end..])
            }
        }
    }
}
