//! What a check found: a fault, where it stands, and a sentence about it for people.
//! It finds nothing itself; `reading`, `shape`, `check` and the store do.

mod wording;

use super::tree::Spot;
use super::{count, when};
use crate::text::{Lang, clean};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// The record is left out.
    Error,
    /// The record is shown.
    Warning,
}

impl Severity {
    /// Its word in outputs.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One thing that was found about a record or its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// What it is.
    pub fault: Fault,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The path inside the record, such as `timeline[1].kind`; empty for the whole file.
    pub at: String,
    /// The nearest allowed values, at most three, the nearest first.
    pub nearest: Vec<String>,
}

impl Finding {
    /// Makes a finding about a whole file.
    pub fn of_file(fault: Fault) -> Finding {
        Finding::new(fault, String::new(), Spot::START)
    }

    /// Makes a finding at a place.
    pub fn new(fault: Fault, at: String, spot: Spot) -> Finding {
        Finding { severity: fault.severity(), fault, line: spot.line, column: spot.column, at, nearest: Vec::new() }
    }

    /// The finding with the allowed values that are nearest to what was written.
    pub fn with_nearest(mut self, nearest: Vec<String>) -> Finding {
        self.nearest = nearest;
        self
    }

    /// One sentence: what was found, what was expected, what to do; fit for a terminal.
    pub fn message(&self, lang: Lang) -> String {
        wording::sentence(self, lang)
    }
}

/// A kind of value, as found or as expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A text.
    Text,
    /// A text, or texts by language.
    Texts,
    /// This very text.
    ThisText(String),
    /// A list.
    List,
    /// A mapping.
    Mapping,
    /// This very number.
    Number(String),
    /// A whole number.
    Whole,
    /// A count.
    Count,
    /// True or false.
    Boolean,
    /// This very value, true or false.
    Logical(String),
    /// Nothing, `~` or `null`.
    Nothing,
    /// A date.
    Date,
    /// One word of a list.
    Word,
}

/// How a text fails to be YAML.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Syntax {
    /// A line does not fit the indentation.
    Indentation,
    /// A colon stands in an unquoted text.
    Colon,
    /// A tab indents.
    Tab,
    /// A quoted text is not closed, or goes on.
    Quote,
    /// A bracket is not closed, or a comma lacks.
    Bracket,
    /// Anything else, in the parser's words.
    Other(String),
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is told by its code and its sentence in text::finding")]
pub enum Fault {
    // the file
    Unreadable(String),
    NotFound,
    NotAFile,
    LinkLoop,
    DanglingLink,
    TooLarge,
    EmptyFile,
    NotUtf8(u8),
    Utf16,
    ControlCharacter(u32),
    NotYaml(Syntax),
    Refused(String),
    TooDeep,
    Anchor,
    Tag,
    SeveralDocuments,
    MoreFindings(usize),
    // the shape
    DuplicateKey {
        key: String,
        first: u32,
    },
    UnknownField {
        field: String,
        allowed: Vec<String>,
    },
    MissingField(String),
    WrongType {
        found: Shape,
        expected: Shape,
    },
    UnknownValue {
        value: String,
        allowed: Vec<String>,
    },
    ImpossibleDate {
        date: String,
        why: when::Error,
    },
    NegativeCount(String),
    BadCount {
        why: count::Error,
        min: u64,
        max: u64,
    },
    BadLanguage(String),
    BadTimeZone(String),
    EmptyText {
        required: bool,
    },
    // what the statements mean
    NoEvent,
    BadIdentifier(String),
    BadAddress(String),
    BadCountry(String),
    BadCurrency(String),
    UnknownSource {
        id: String,
        any: bool,
    },
    DuplicateId {
        id: Arc<str>,
        path: Arc<str>,
        other: Arc<str>,
    },
    // warnings
    NoSources,
    EventWithoutSource,
    FutureDate(String),
    KnownBeforeDate {
        known: String,
        date: String,
    },
    ContainedBeforeDetected {
        contained: String,
        detected: String,
    },
    UnknownSuperseded {
        id: String,
        any: bool,
    },
    SupersededInCircle(String),
    ClaimTwice(String),
    SourceTwice(String),
    IdDiffers {
        id: String,
        stem: String,
    },
    MissingLanguage(Vec<String>),
    CommentInText(String),
    PlainHttp(String),
    OtherWithoutText {
        field: Cow<'static, str>,
    },
    LikelyDuplicate {
        id: Arc<str>,
        path: Arc<str>,
    },
    // a file of clocks
    BadClockId(String),
    ClockTwice(String),
    OneOf(String),
    // a file of saved views
    BadViewName(String),
    ViewTwice(String),
    /// A query that cannot be read, and why, in both languages.
    BadQuery {
        en: String,
        fr: String,
    },
}

impl Fault {
    /// Its word in outputs.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Unreadable(_) => "unreadable",
            Fault::NotFound => "not_found",
            Fault::NotAFile => "not_a_file",
            Fault::LinkLoop => "link_loop",
            Fault::DanglingLink => "dangling_link",
            Fault::TooLarge => "too_large",
            Fault::EmptyFile => "empty_file",
            Fault::NotUtf8(_) | Fault::Utf16 => "not_utf8",
            Fault::ControlCharacter(_) => "control_character",
            Fault::NotYaml(_) => "not_yaml",
            Fault::Refused(_) => "refused",
            Fault::TooDeep => "too_deep",
            Fault::Anchor => "anchor",
            Fault::Tag => "tag",
            Fault::SeveralDocuments => "several_documents",
            Fault::MoreFindings(_) => "more_findings",
            Fault::DuplicateKey { .. } => "duplicate_key",
            Fault::UnknownField { .. } => "unknown_field",
            Fault::MissingField(_) => "missing_field",
            Fault::WrongType { .. } => "wrong_type",
            Fault::UnknownValue { .. } => "unknown_value",
            Fault::ImpossibleDate { .. } => "impossible_date",
            Fault::NegativeCount(_) => "negative_count",
            Fault::BadCount { .. } => "bad_count",
            Fault::BadLanguage(_) => "bad_language",
            Fault::BadTimeZone(_) => "bad_time_zone",
            Fault::EmptyText { .. } => "empty_text",
            Fault::NoEvent => "no_event",
            Fault::BadIdentifier(_) => "bad_identifier",
            Fault::BadAddress(_) => "bad_address",
            Fault::BadCountry(_) => "bad_country",
            Fault::BadCurrency(_) => "bad_currency",
            Fault::UnknownSource { .. } => "unknown_source",
            Fault::DuplicateId { .. } => "duplicate_id",
            Fault::NoSources => "no_sources",
            Fault::EventWithoutSource => "event_without_source",
            Fault::FutureDate(_) => "future_date",
            Fault::KnownBeforeDate { .. } => "known_before_date",
            Fault::ContainedBeforeDetected { .. } => "contained_before_detected",
            Fault::UnknownSuperseded { .. } => "unknown_superseded",
            Fault::SupersededInCircle(_) => "superseded_in_circle",
            Fault::ClaimTwice(_) => "claim_twice",
            Fault::SourceTwice(_) => "source_twice",
            Fault::IdDiffers { .. } => "id_differs",
            Fault::MissingLanguage(_) => "missing_language",
            Fault::CommentInText(_) => "comment_in_text",
            Fault::PlainHttp(_) => "plain_http",
            Fault::OtherWithoutText { .. } => "other_without_text",
            Fault::LikelyDuplicate { .. } => "likely_duplicate",
            Fault::BadClockId(_) => "bad_clock_id",
            Fault::ClockTwice(_) => "clock_twice",
            Fault::OneOf(_) => "one_of",
            Fault::BadViewName(_) => "bad_view_name",
            Fault::ViewTwice(_) => "view_twice",
            Fault::BadQuery { .. } => "bad_query",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Fault::NoSources
            | Fault::EventWithoutSource
            | Fault::FutureDate(_)
            | Fault::KnownBeforeDate { .. }
            | Fault::ContainedBeforeDetected { .. }
            | Fault::UnknownSuperseded { .. }
            | Fault::SupersededInCircle(_)
            | Fault::ClaimTwice(_)
            | Fault::SourceTwice(_)
            | Fault::IdDiffers { .. }
            | Fault::MissingLanguage(_)
            | Fault::CommentInText(_)
            | Fault::PlainHttp(_)
            | Fault::OtherWithoutText { .. }
            | Fault::LikelyDuplicate { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A text of a record as a message may quote it: cleaned, and cut after 60 characters.
pub fn quoted(text: &str) -> String {
    let start: String = text.chars().take(61).collect();
    let mut shown = clean(&start);
    if text.chars().nth(60).is_some() {
        shown = shown.chars().take(59).collect();
        shown.push('…');
    }
    shown
}

/// The allowed words nearest to a written one, at most three; none if nothing comes near.
pub fn nearest<'a>(word: &str, allowed: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let plain = |text: &str| text.chars().take(60).collect::<String>().to_lowercase().replace(['-', ' '], "_");
    let word = plain(word);
    let mut near: Vec<(f64, &str)> = allowed
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness > 0.78)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(3).map(|(_, candidate)| candidate.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_words_come_first_and_strangers_not_at_all() {
        let allowed = ["contained", "detected", "closed"];
        assert_eq!(nearest("conatined", allowed)[0], "contained");
        assert_eq!(nearest("Contained", allowed)[0], "contained");
        assert!(nearest("xyz", allowed).is_empty());
    }

    #[test]
    fn quoted_text_is_clean_and_short() {
        let shown = quoted(&format!("\u{1b}[31m{}", "é".repeat(500)));
        assert_eq!(shown.chars().count(), 60);
        assert!(!shown.contains('\u{1b}'));
    }
}
