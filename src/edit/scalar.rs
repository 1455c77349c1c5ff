//! One value as YAML: without quotes where no reader can mistake it, else in the quotes that need the least escaping.
//! It knows nothing of lines; `render` does.

use crate::record::When;
use crate::record::tree::Form;
use serde_json::Value;
use std::fmt::Write as _;

/// The fields that hold a date.
const DATES: &[&str] = &["date", "known", "as_of", "planned"];

/// Words that some reader of YAML takes for something else than themselves.
const WORDS: &[&str] = &["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", "---", "..."];

/// A scalar on one line; `key` is the field it stands in, `flow` whether brackets are around it, `like` how it was
/// written before, which is kept where it can be.
pub fn inline(key: &str, value: &Value, flow: bool, like: Option<Form>) -> String {
    let Value::String(text) = value else { return value.to_string() };
    let bare = if DATES.contains(&key) { is_plain_date(text) } else { is_plain(text, flow) };
    match like {
        Some(Form::SingleQuoted) if fits_single(text) => single(text),
        Some(Form::DoubleQuoted) => double(text),
        _ if bare => text.clone(),
        _ if !text.contains(['"', '\\']) || !fits_single(text) => double(text),
        _ => single(text),
    }
}

/// Whether a text can stand without quotes and reads as itself to every reader of YAML, 1.1 or 1.2.
pub fn is_plain(text: &str, flow: bool) -> bool {
    let odd = |c: char| is_escaped(c) || c == '\t' || (flow && matches!(c, ',' | ':' | '?' | '[' | ']' | '{' | '}'));
    let starts = text.chars().next().is_some_and(|c| !"-?:,[]{}#&*!|>'\"%@`=".contains(c));
    starts
        && text.trim() == text
        && !text.contains(odd)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.contains("://")
        && !text.contains('"')
        && !WORDS.contains(&text.to_lowercase().as_str())
        && !is_number_like(text)
}

/// A date is written bare, bar one that ends in a question mark, as the records have it.
fn is_plain_date(text: &str) -> bool {
    text.parse::<When>().is_ok() && !text.contains(['?', ' '])
}

/// Whether a text is made of what numbers, dates and times are made of.
fn is_number_like(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '.'));
    let hex = |c: char| c.is_ascii_hexdigit() || matches!(c, '_' | '+' | '-' | '.' | ':' | 'x' | 'o' | 'T' | 'Z' | ' ');
    let special = text.trim_start_matches(['+', '.']).to_lowercase();
    starts && (text.chars().all(hex) || special == "inf" || special == "nan")
}

/// What is never written as itself: controls, line breaks of any kind, marks that turn text around or hide.
fn is_escaped(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn fits_single(text: &str) -> bool {
    !text.contains(|c| is_escaped(c) || c == '\t')
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        // writing to a string cannot fail
        let _ = match c {
            '"' => write!(quoted, "\\\""),
            '\\' => write!(quoted, "\\\\"),
            '\n' => write!(quoted, "\\n"),
            '\r' => write!(quoted, "\\r"),
            '\t' => write!(quoted, "\\t"),
            // JSON has no other escapes
            c if is_escaped(c) => write!(quoted, "\\u{:04X}", u32::from(c)),
            c => write!(quoted, "{c}"),
        };
    }
    quoted.push('"');
    quoted
}

/// A text as a block: its header, and its lines without their indentation, of at most `width` characters where words
/// allow it. `None` where a block could not give the text back as it is.
pub fn block(text: &str, width: usize) -> Option<(&'static str, Vec<String>)> {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let kept = body.len() < text.len();
    let odd = |line: &str| line.contains(|c| is_escaped(c) || c == '\t') || line.trim() != line;
    if body.is_empty() || body.ends_with('\n') || body.split('\n').any(odd) || body.starts_with('\n') {
        return None;
    }
    if body.contains('\n') || kept {
        return Some((if kept { "|" } else { "|-" }, body.split('\n').map(str::to_owned).collect()));
    }
    Some((">-", wrap(body, width)))
}

/// Breaks a line at single spaces between words, which a folded block turns into spaces again.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = (rest.match_indices(' ').map(|(at, _)| at))
            .find(|at| *at > 0 && !rest[..*at].ends_with(' ') && !rest[at + 1..].starts_with(' '))
            .unwrap_or(rest.len());
        let word = &rest[..end];
        let word_length = word.chars().count();
        let break_before = length > 0 && length + 1 + word_length > width;
        if break_before {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += word_length;
        }
        rest = rest[end..].strip_prefix(' ').unwrap_or(&rest[end..]);
    }
    lines
}
