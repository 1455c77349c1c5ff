//! A slot of a form: one field of the record, what is typed or chosen for it, and the answer that this makes.
//! It does not know its neighbours; `layout` sets slots side by side.

use super::day_first::day_first;
use crate::record::field::Kind;
use crate::record::vocabulary::CountUnit;
use crate::record::{Count, When, spoken};
use crate::text::form as words;
use crate::text::{Lang, Phrase, unit};
use crate::view::wording::{count, date};
use crate::widget::picker::Picker;
use crate::widget::typing::Typing;
use serde_json::{Map, Value, json};

/// One field of a form.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Its path in the record, such as `timeline[1].date`; the list's where the list may grow.
    pub path: String,
    /// The language of a text that is given in several.
    pub code: Option<String>,
    /// What it takes.
    pub kind: &'static Kind,
    /// Whether the record cannot be without it.
    pub required: bool,
    /// The heading it stands under: a path, or a word of its own.
    pub section: String,
    /// What is typed or chosen.
    pub input: Input,
    /// Whether it was left after a change, so that what lacks may be told.
    pub touched: bool,
    /// Whether it holds a proposal that follows the other answers.
    pub proposed: bool,
    /// The answer with which the form opened.
    pub before: Option<Value>,
}

/// What a slot is filled by.
#[derive(Clone, Debug)]
pub enum Input {
    /// A line, or a text of several.
    Typed(Typing),
    /// One of some words, or several.
    Chosen {
        /// The words.
        picker: Picker,
        /// Those that are chosen.
        values: Vec<String>,
        /// Whether several may be.
        many: bool,
    },
    /// The row by which a list grows.
    Grow,
}

impl Slot {
    /// The path of its value, the language included.
    pub fn place(&self) -> String {
        match &self.code {
            Some(code) => format!("{}.{code}", self.path),
            None => self.path.clone(),
        }
    }

    /// The item of a list that it belongs to: the list's path and the item's place.
    pub fn item(&self) -> Option<(&str, usize)> {
        item(&self.path)
    }

    /// Its name in the record.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// Whether it holds a text of several lines.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text)
    }

    /// What is typed; nothing where words are chosen.
    pub fn text(&self) -> &str {
        match &self.input {
            Input::Typed(typing) => typing.text().trim(),
            _ => "",
        }
    }

    /// What is typed, or the first that is chosen.
    pub fn word(&self) -> &str {
        match &self.input {
            Input::Chosen { values, .. } => values.first().map_or("", String::as_str),
            _ => self.text(),
        }
    }

    /// Puts a text in place of what is typed.
    pub fn set_text(&mut self, text: &str) {
        if let Input::Typed(typing) = &mut self.input {
            *typing = if matches!(self.kind, Kind::Text) { Typing::of_lines(text) } else { Typing::of(text) };
        }
    }

    /// The answer as the record would state it; `None` where nothing is stated.
    pub fn answer(&self) -> Option<Value> {
        match &self.input {
            Input::Grow => None,
            Input::Chosen { values, many: false, .. } => values.first().map(|value| json!(value)),
            Input::Chosen { values, .. } => (!values.is_empty()).then(|| json!(values)),
            Input::Typed(_) => self.typed(),
        }
    }

    fn typed(&self) -> Option<Value> {
        let text = self.text();
        if text.is_empty() {
            return None;
        }
        Some(match self.kind {
            Kind::Date if is_unknown(text) => json!("unknown"),
            Kind::Date => json!(day_first(text).as_deref().unwrap_or(text)),
            Kind::Count => self.count().map_or_else(|| json!(text), count_value),
            Kind::Whole => match spoken::one(text).map(|spoken| spoken.count) {
                Some(Count { min: Some(min), max: Some(max), approx: false }) if min == max => json!(min),
                _ => json!(text),
            },
            _ => json!(text),
        })
    }

    /// The count that is typed, if it is one.
    fn count(&self) -> Option<Count> {
        spoken::one(self.text()).map(|spoken| spoken.count)
    }

    /// The unit that is typed beside a count.
    pub fn unit(&self) -> Option<CountUnit> {
        spoken::one(self.text()).and_then(|spoken| spoken.unit)
    }

    /// What was understood of a date or a count, in words.
    pub fn understood(&self, lang: Lang) -> Option<String> {
        match (self.kind, self.answer()?) {
            (Kind::Date, Value::String(text)) => text.parse::<When>().ok().map(|when| date::meaning(&when, lang)),
            (Kind::Count, _) => self.count().map(|known| count::full(known, lang)),
            (Kind::Whole, Value::Number(n)) => n.as_u64().map(|n| crate::text::number(lang, n)),
            _ => None,
        }
    }

    /// What is wrong with a count that was not understood.
    pub fn misread(&self, lang: Lang) -> Option<String> {
        let misread = matches!(self.kind, Kind::Count) && !self.text().is_empty() && self.count().is_none();
        misread.then(|| {
            let phrase = if is_unknown(self.text()) { words::COUNT_UNKNOWN } else { words::COUNT_MISREAD };
            phrase.fill(lang, &[&crate::record::finding::quoted(self.text())])
        })
    }

    /// Puts an answer of a record into it.
    pub fn fill(&mut self, value: &Value, lang: Lang) {
        match &mut self.input {
            Input::Chosen { values, .. } => {
                let many = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                *values = many.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            }
            Input::Typed(_) => {
                let text = match (self.kind, value) {
                    (Kind::Count, value) => {
                        serde_json::from_value(value.clone()).map_or(String::new(), |count| said(count, lang))
                    }
                    (_, Value::String(text)) => text.clone(),
                    (_, value) => value.to_string(),
                };
                self.set_text(&text);
            }
            Input::Grow => {}
        }
        self.before = self.answer();
    }
}

/// The innermost item of a list that a path goes through: the list's path and the item's place.
pub fn item(path: &str) -> Option<(&str, usize)> {
    let (list, n) = path.rsplit_once(']')?.0.rsplit_once('[')?;
    Some((list, n.parse().ok()?))
}

/// Whether a text says that something is unknown.
fn is_unknown(text: &str) -> bool {
    let text = text.to_lowercase();
    let said = |word: &Phrase| Lang::ALL.iter().any(|lang| word.get(*lang) == text);
    text == "?" || text == "unknown" || words::UNKNOWN_WORDS.iter().any(said)
}

/// A count as a record states it.
fn count_value(count: Count) -> Value {
    if let Count { min: Some(min), max: Some(max), approx: false } = count
        && min == max
    {
        return json!(min);
    }
    let mut fields = Map::new();
    for (name, bound) in [("min", count.min), ("max", count.max)] {
        fields.extend(bound.map(|bound| (name.to_owned(), json!(bound))));
    }
    if count.approx {
        fields.insert("approx".to_owned(), json!(true));
    }
    Value::Object(fields)
}

/// A count as one would type it.
fn said(count: Count, lang: Lang) -> String {
    let about = if count.approx { "~" } else { "" };
    match (count.min, count.max) {
        (Some(min), Some(max)) if min == max => format!("{about}{min}"),
        (Some(min), Some(max)) => format!("{about}{}", unit::SIGNED_RANGE.fill(lang, &[&min, &max])),
        (Some(min), None) => unit::AT_LEAST.fill(lang, &[&format!("{about}{min}")]),
        (None, Some(max)) => unit::AT_MOST.fill(lang, &[&format!("{about}{max}")]),
        (None, None) => String::new(),
    }
}
