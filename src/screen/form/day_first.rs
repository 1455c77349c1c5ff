//! A date as people type it by hand, `22/01/2026` or `01/2026`, as a record writes it: the day is always first.
//! It says nothing of other dates; what it understood is shown in words.

/// The date of the format that a day, a month and a year make, or a month and a year; `None` of any other text.
///
/// A mark behind it (`?`, `~`, `%`) stays. Whether the calendar has such a day is for the date's own check.
pub fn day_first(text: &str) -> Option<String> {
    let bare = text.trim_end_matches(['?', '~', '%']);
    let mark = &text[bare.len()..];
    let parts: Vec<&str> = bare.split(['/', '.']).map(str::trim).collect();
    let digits =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let short = |part: &str| digits(part, &[1, 2]);
    match parts[..] {
        [day, month, year] if short(day) && short(month) && digits(year, &[4]) => {
            Some(format!("{year}-{month:0>2}-{day:0>2}{mark}"))
        }
        [month, year] if short(month) && digits(year, &[4]) => Some(format!("{year}-{month:0>2}{mark}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::When;

    #[test]
    fn the_day_is_first_and_nothing_else_is_taken() {
        assert_eq!(day_first("22/01/2026").as_deref(), Some("2026-01-22"));
        assert_eq!(day_first("1.2.2026~").as_deref(), Some("2026-02-01~"));
        assert_eq!(day_first("01/2026").as_deref(), Some("2026-01"));
        for text in ["2026", "2026-01-22", "2024/2025", "../2026", "22/01/26", "1/2", "a/b/2026", "é/01/2026", ""] {
            assert_eq!(day_first(text), None, "{text}");
        }
        // a month that is none is told as such, never turned round
        assert!(day_first("01/22/2026").is_some_and(|date| date.parse::<When>().is_err()));
    }
}
