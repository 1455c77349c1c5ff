//! The sentence of each finding, in the reader's language.
//! It chooses among the phrases of `text::finding`; it words no value of its own.

use super::{Fault, Finding, Shape, Syntax, quoted};
use crate::record::count::Error as CountError;
use crate::record::reading::LARGEST;
use crate::record::tree::DEEPEST;
use crate::record::when::Error as DateError;
use crate::text::finding::{self as words, kind};
use crate::text::{Lang, Phrase, number};
use std::fmt::Display;

/// The sentence of a finding.
pub fn sentence(finding: &Finding, lang: Lang) -> String {
    let say = |phrase: Phrase, values: &[&dyn Display]| phrase.fill(lang, values);
    match &finding.fault {
        Fault::NotYaml(syntax) => syntax_sentence(syntax, lang),
        Fault::DuplicateKey { key, first } => say(words::DUPLICATE_KEY, &[&quoted(key), first]),
        Fault::UnknownField { field, allowed } => {
            say(words::UNKNOWN_FIELD, &[&quoted(field), &advice(finding, allowed, lang)])
        }
        Fault::MissingField(field) => say(words::MISSING_FIELD, &[field]),
        Fault::WrongType {
            found: found @ (Shape::Number(_) | Shape::Logical(_)),
            expected: Shape::Text | Shape::Texts,
        } => say(words::QUOTE_IT, &[&shape(found, lang)]),
        Fault::WrongType { found, expected } => say(words::WRONG_TYPE, &[&shape(found, lang), &shape(expected, lang)]),
        Fault::UnknownValue { value, allowed } => {
            say(words::UNKNOWN_VALUE, &[&quoted(value), &advice(finding, allowed, lang)])
        }
        Fault::ImpossibleDate { date, why } => {
            let phrase = match why {
                DateError::Shape => words::DATE_SHAPE,
                DateError::Impossible => words::DATE_IMPOSSIBLE,
                DateError::Backwards => words::DATE_BACKWARDS,
            };
            say(phrase, &[&quoted(date)])
        }
        Fault::BadCount { why: CountError::Backwards, min, max } => {
            say(words::BACKWARDS, &[&number(lang, *min), &number(lang, *max)])
        }
        Fault::BadCount { .. } => say(words::NO_BOUND, &[]),
        Fault::BadTimeZone(name) => {
            let advice = match finding.nearest.first() {
                Some(near) => words::PERHAPS.fill(lang, &[near]),
                None => words::ZONE_LIKE.get(lang).to_owned(),
            };
            say(words::BAD_TIME_ZONE, &[&quoted(name), &advice])
        }
        fault => simple(fault, finding, lang),
    }
}

/// The faults whose values go into their sentence as they are.
fn simple(fault: &Fault, finding: &Finding, lang: Lang) -> String {
    let say = |phrase: Phrase, texts: &[&str]| {
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        let values: Vec<&dyn Display> = texts.iter().map(|text| text as &dyn Display).collect();
        phrase.fill(lang, &values)
    };
    let defined = |any: bool| match finding.nearest.first() {
        Some(near) => words::PERHAPS.fill(lang, &[near]),
        None if any => words::CHECK_ID.get(lang).to_owned(),
        None => words::NONE_DEFINED.get(lang).to_owned(),
    };
    match fault {
        Fault::Unreadable(why) => say(words::UNREADABLE, &[why]),
        Fault::TooLarge => words::TOO_LARGE.fill(lang, &[&(LARGEST / 1024)]),
        Fault::NotUtf8(byte) => words::NOT_UTF8.fill(lang, &[&format!("0x{byte:02X}")]),
        Fault::ControlCharacter(code) => words::CONTROL.fill(lang, &[&format!("U+{code:04X}")]),
        Fault::Refused(why) => say(words::REFUSED, &[why]),
        Fault::TooDeep => words::TOO_DEEP.fill(lang, &[&DEEPEST]),
        Fault::MoreFindings(n) => words::MORE.fill(lang, &[n]),
        Fault::NegativeCount(value) => say(words::NEGATIVE, &[value]),
        Fault::BadLanguage(code) => say(words::BAD_LANGUAGE, &[code]),
        Fault::EmptyText { required: true } => say(words::EMPTY_REQUIRED, &[]),
        Fault::BadIdentifier(word) => say(words::BAD_IDENTIFIER, &[word]),
        Fault::BadAddress(address) => say(words::BAD_ADDRESS, &[address]),
        Fault::BadCountry(word) => say(words::BAD_COUNTRY, &[word]),
        Fault::BadCurrency(word) => say(words::BAD_CURRENCY, &[word]),
        Fault::UnknownSource { id, any } => words::UNKNOWN_SOURCE.fill(lang, &[&quoted(id), &defined(*any)]),
        Fault::DuplicateId { id, path, other } => {
            words::DUPLICATE_ID.fill(lang, &[&quoted(id), &crate::text::clean(path), &crate::text::clean(other)])
        }
        Fault::FutureDate(date) => say(words::FUTURE_DATE, &[date]),
        Fault::KnownBeforeDate { known, date } => say(words::KNOWN_BEFORE_DATE, &[known, date]),
        Fault::ContainedBeforeDetected { contained, detected } => say(words::CONTAINED_FIRST, &[contained, detected]),
        Fault::UnknownSuperseded { id, any } => words::UNKNOWN_SUPERSEDED.fill(lang, &[&quoted(id), &defined(*any)]),
        Fault::SupersededInCircle(id) => say(words::SUPERSEDED_IN_CIRCLE, &[id]),
        Fault::ClaimTwice(id) => say(words::CLAIM_TWICE, &[id]),
        Fault::SourceTwice(id) => say(words::SOURCE_TWICE, &[id]),
        Fault::IdDiffers { id, stem } => say(words::ID_DIFFERS, &[id, stem]),
        Fault::MissingLanguage(codes) => say(words::MISSING_LANGUAGE, &[&codes.join(", ")]),
        Fault::CommentInText(rest) => say(words::COMMENT_IN_TEXT, &[rest]),
        Fault::PlainHttp(address) => say(words::PLAIN_HTTP, &[address]),
        Fault::OtherWithoutText { field } => say(words::OTHER_WITHOUT_TEXT, &[field]),
        Fault::LikelyDuplicate { id, path } => {
            words::LIKELY_DUPLICATE.fill(lang, &[&quoted(id), &crate::text::clean(path)])
        }
        Fault::BadClockId(word) => say(words::BAD_CLOCK_ID, &[word]),
        Fault::ClockTwice(id) => say(words::CLOCK_TWICE, &[id]),
        Fault::OneOf(fields) => say(words::ONLY_ONE, &[fields]),
        Fault::BadViewName(name) => say(words::BAD_VIEW_NAME, &[name]),
        Fault::ViewTwice(name) => say(words::VIEW_TWICE, &[name]),
        Fault::BadQuery { en, fr } => words::BAD_QUERY.fill(lang, &[if lang == Lang::En { en } else { fr }]),
        fault => fixed(fault).get(lang).to_owned(),
    }
}

/// The faults whose sentence holds no value.
fn fixed(fault: &Fault) -> Phrase {
    match fault {
        Fault::NotFound => words::NOT_FOUND,
        Fault::NotAFile => words::NOT_A_FILE,
        Fault::LinkLoop => words::LINK_LOOP,
        Fault::DanglingLink => words::DANGLING_LINK,
        Fault::EmptyFile => words::EMPTY_FILE,
        Fault::Utf16 => words::UTF16,
        Fault::Anchor => words::ANCHOR,
        Fault::Tag => words::TAG,
        Fault::SeveralDocuments => words::DOCUMENTS,
        Fault::NoEvent => words::NO_EVENT,
        Fault::NoSources => words::NO_SOURCES,
        Fault::EventWithoutSource => words::EVENT_WITHOUT_SOURCE,
        _ => words::EMPTY_TEXT,
    }
}

fn syntax_sentence(syntax: &Syntax, lang: Lang) -> String {
    let phrase = match syntax {
        Syntax::Indentation => words::INDENTATION,
        Syntax::Colon => words::COLON,
        Syntax::Tab => words::TAB,
        Syntax::Quote => words::QUOTE,
        Syntax::Bracket => words::BRACKET,
        Syntax::Other(why) => return words::NOT_YAML.fill(lang, &[&quoted(why)]),
    };
    phrase.get(lang).to_owned()
}

/// The nearest word where one is near, else what is allowed, as far as a line holds it.
fn advice(finding: &Finding, allowed: &[String], lang: Lang) -> String {
    if let Some(near) = finding.nearest.first() {
        return words::PERHAPS.fill(lang, &[near]);
    }
    let mut list = allowed.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    if allowed.len() > 12 {
        list.push_str(", …");
    }
    words::ONE_OF.fill(lang, &[&list])
}

fn shape(shape: &Shape, lang: Lang) -> String {
    let phrase = match shape {
        Shape::Text => kind::TEXT,
        Shape::Texts => kind::TEXTS,
        Shape::List => kind::LIST,
        Shape::Mapping => kind::MAPPING,
        Shape::Whole => kind::WHOLE,
        Shape::Count => kind::COUNT,
        Shape::Boolean => kind::BOOLEAN,
        Shape::Nothing => kind::NOTHING,
        Shape::Date => kind::DATE,
        Shape::Word => kind::WORD,
        Shape::ThisText(text) => return kind::THIS_TEXT.fill(lang, &[&quoted(text)]),
        Shape::Number(text) => return kind::NUMBER.fill(lang, &[&quoted(text)]),
        Shape::Logical(text) => return kind::LOGICAL.fill(lang, &[&quoted(text)]),
    };
    phrase.get(lang).to_owned()
}
