//! Reading what stands after a field's name: its value, by the kind of the field.
//! It joins no terms; the reader above does.

use super::{Operator, Piece, Reader, is_quote};
use crate::query::field::{Field, Kind};
use crate::query::fold::fold;
use crate::query::mistake::{Fault, Mistake};
use crate::query::term::Word;
use crate::query::test::{Test, VERDICTS};
use crate::query::value::compare::{Asked, Compare, Extent};
use crate::query::value::count::Count;
use crate::query::value::day::{Day, Year};
use crate::query::value::length::Length;
use crate::query::value::word::{Reading, read};
use crate::record::vocabulary::{CountUnit, EventKind, Vocabulary};

/// The word for *not stated*.
const NONE: &str = "none";
/// The name that asks whether a field is stated.
const HAS: &str = "has";

impl Reader {
    /// Reads the value of a field whose name and operator were taken.
    pub(super) fn test(&mut self, name: &Piece, operator: Operator) -> Result<Test, Mistake> {
        if fold(&name.text) == HAS && operator == Operator::Colon {
            let value = self.value(name, HAS)?;
            return self.named(&value).map(Test::Stated);
        }
        let mut field = self.named(name)?;
        if field == Field::Measure && self.is_dated(operator) {
            field = Field::Event(EventKind::Measure);
        }
        let is_equality = matches!(operator, Operator::Colon | Operator::Equal);
        if !is_equality && matches!(field.kind(), Kind::Text | Kind::Word) {
            return Err(self.mistake(name.span.start..self.at, Fault::NoOrder(field.to_string())));
        }
        let value = self.value(name, &field.to_string())?;
        if is_equality && !value.quoted && fold(&value.text) == NONE {
            return Ok(Test::None(field));
        }
        match field.kind() {
            Kind::Text => self.text(field, operator, value),
            Kind::Word => self.word(field, name, value),
            Kind::Date | Kind::Length | Kind::Number => self.compared(field, operator, &value),
        }
    }

    fn named(&self, name: &Piece) -> Result<Field, Mistake> {
        let Some(field) = Field::of(&name.text) else {
            let unknown = |text: &str| Fault::UnknownField(text.to_owned());
            let Some((from, to)) = name.text.split_once("..") else {
                let mistake = self.mistake(name.span.clone(), unknown(&name.text));
                return Err(Mistake { nearest: Field::nearest(&name.text), ..mistake });
            };
            // of a gap, the end that is none
            let is_event = |word: &str| matches!(Field::of(&format!("{word}..{word}")), Some(Field::Gap(..)));
            let start = name.span.start;
            let (word, span) = if is_event(from) {
                (to, name.span.end - to.chars().count()..name.span.end)
            } else {
                (from, start..start + from.chars().count())
            };
            return Err(Mistake { nearest: Field::nearest_event(word), ..self.mistake(span, unknown(word)) });
        };
        Ok(field)
    }

    /// Whether a date follows, as it does after the event kind of a name that is also a field's.
    fn is_dated(&self, operator: Operator) -> bool {
        let next = self.peek();
        !matches!(operator, Operator::Colon | Operator::Equal) || next.is_some_and(|c| c.is_ascii_digit() || c == '.')
    }

    /// Takes a value, quoted or up to a space or bracket; there must be one.
    fn value(&mut self, name: &Piece, field: &str) -> Result<Piece, Mistake> {
        let signed = self.chars.get(self.at.wrapping_sub(1)).is_some_and(|c| matches!(c, '<' | '>' | '='));
        if signed {
            self.skip_space();
        }
        let mut piece = if self.peek().is_some_and(is_quote) { self.quoted()? } else { self.bare(&['='])? };
        if self.peek() == Some('=') && !piece.quoted && piece.text.is_empty() {
            piece = self.bare(&[])?;
        }
        if piece.text.trim().is_empty() {
            return Err(self.mistake(name.span.start..self.at, Fault::MissingValue(field.to_owned())));
        }
        Ok(piece)
    }

    fn text(&mut self, field: Field, operator: Operator, value: Piece) -> Result<Test, Mistake> {
        let mut value = value;
        if !value.quoted && self.peek() == Some('=') {
            // in a text an equals sign is a letter like others
            let rest = self.bare(&[])?;
            value.text.push_str(&rest.text);
            value.span.end = rest.span.end;
        }
        if field == Field::Country {
            self.country(&value)?;
            value.text = value.text.to_ascii_uppercase();
        }
        let span = value.span.clone();
        let missing = self.mistake(span, Fault::MissingValue(field.to_string()));
        let word =
            Word::new(value.text).and_then(|word| if field == Field::Sector { word.spelled() } else { Some(word) });
        let word = word.ok_or(missing)?;
        let whole = operator == Operator::Equal && !matches!(field, Field::Country | Field::Any);
        Ok(if whole { Test::Whole(field, word) } else { Test::Part(field, word) })
    }

    fn country(&self, value: &Piece) -> Result<(), Mistake> {
        let letters = value.text.chars().all(|c| c.is_ascii_alphabetic());
        match value.text.len() {
            2 if letters => Ok(()),
            1 if letters && value.open => Err(self.partial(Field::Country, value, Vec::new())),
            _ => Err(self.mistake(value.span.clone(), Fault::NoCountry)),
        }
    }

    fn word(&mut self, field: Field, name: &Piece, value: Piece) -> Result<Test, Mistake> {
        match field {
            Field::Status => self.choice(field, value).map(Test::Status),
            Field::Unit => self.choice(field, value).map(Test::Unit),
            Field::Claimant => self.choice(field, value).map(Test::Claimant),
            Field::Vector => self.choice(field, value).map(Test::Vector),
            Field::Role => self.choice(field, value).map(Test::Role),
            Field::Risk => self.choice(field, value).map(Test::Risk),
            Field::Measure => match read(&value.text) {
                Reading::Whole(status) => Ok(Test::MeasureStatus(status)),
                _ => Ok(Test::Measure(self.choice(field, value)?, self.status(field, name)?)),
            },
            Field::Data => match read(&value.text) {
                Reading::Whole(status) => Ok(Test::DataStatus(status)),
                _ => Ok(Test::Data(self.choice(field, value)?, self.status(field, name)?)),
            },
            _ => self.verdict(field, &value),
        }
    }

    /// Reads the status after a value, if one is named.
    fn status<V: Vocabulary>(&mut self, field: Field, name: &Piece) -> Result<Option<V>, Mistake> {
        if self.peek() != Some('=') {
            return Ok(None);
        }
        self.at += 1;
        let value = self.value(name, &field.to_string())?;
        self.choice(field, value).map(Some)
    }

    fn choice<V: Vocabulary>(&self, field: Field, value: Piece) -> Result<V, Mistake> {
        match read(&value.text) {
            Reading::Whole(one) => Ok(one),
            Reading::Begun(begun) if value.open => Err(self.partial(field, &value, begun)),
            Reading::Begun(nearest) | Reading::Unknown(nearest) => {
                let fault = Fault::UnknownValue(field.to_string(), value.text);
                Err(Mistake { nearest, ..self.mistake(value.span, fault) })
            }
        }
    }

    fn verdict(&self, field: Field, value: &Piece) -> Result<Test, Mistake> {
        let (word, possible) = possible(value);
        let word = fold(word);
        if let Some(verdict) = VERDICTS.into_iter().find(|verdict| verdict.id() == word) {
            return Ok(Test::Clock(verdict, possible));
        }
        let begun: Vec<String> =
            VERDICTS.iter().map(|v| v.id().to_owned()).filter(|id| id.starts_with(word.as_str())).collect();
        if value.open && !begun.is_empty() {
            return Err(self.partial(field, value, begun));
        }
        let fault = Fault::UnknownValue(field.to_string(), value.text.clone());
        let nearest = VERDICTS.map(|verdict| verdict.id().to_owned()).to_vec();
        Err(Mistake { nearest, ..self.mistake(value.span.clone(), fault) })
    }

    fn partial(&self, field: Field, value: &Piece, nearest: Vec<String>) -> Mistake {
        let fault = Fault::PartialValue(field.to_string(), value.text.clone());
        Mistake { nearest, ..self.mistake(value.span.clone(), fault) }
    }

    fn compared(&mut self, field: Field, operator: Operator, value: &Piece) -> Result<Test, Mistake> {
        let name = field.to_string();
        Ok(match field {
            Field::Year => Test::Year(self.asked(operator, value, Year::read, |_| no_year(value))?),
            Field::Date => Test::Date(self.asked(operator, value, Day::read, |_| Fault::NoDate(name.clone()))?),
            Field::Event(kind) => {
                Test::Event(kind, self.asked(operator, value, Day::read, |_| Fault::NoDate(name.clone()))?)
            }
            Field::Gap(from, to) => {
                let read = |text: &str| Length::read(&fold(text));
                Test::Gap(from, to, self.asked(operator, value, read, |_| Fault::NoLength(name.clone()))?)
            }
            _ => return self.affected(operator, value),
        })
    }

    /// Reads a count or a range of counts, and the unit that may follow: `"1M accounts"`.
    fn affected(&mut self, operator: Operator, value: &Piece) -> Result<Test, Mistake> {
        let mut unit = None;
        let mut piece = value.clone();
        // after a quoted value the mark stands behind the quote
        if value.quoted && self.peek() == Some('?') {
            self.at += 1;
            piece.text.push('?');
        }
        let (text, mark) = piece.text.strip_suffix('?').map_or((piece.text.as_str(), ""), |text| (text, "?"));
        let last = text.rsplit("..").next().unwrap_or_default();
        if let Some((_, rest)) = Count::read(last.trim()).filter(|(_, rest)| !rest.trim().is_empty()) {
            let named = Piece { text: rest.trim().to_owned(), ..value.clone() };
            unit = Some(self.choice::<CountUnit>(Field::Affected, named)?);
            let number = text.trim_end().strip_suffix(rest).unwrap_or(text);
            piece.text = format!("{number}{mark}");
        }
        let read = |text: &str| Count::read(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(count, _)| count);
        let name = Field::Affected.to_string();
        Ok(Test::Affected(self.asked(operator, &piece, read, |_| Fault::NoCount(name.clone()))?, unit))
    }

    /// Reads what is compared with: a value, or two with `..` between, and perhaps a `?` at the end.
    fn asked<T: Extent>(
        &self,
        operator: Operator,
        value: &Piece,
        read: impl Fn(&str) -> Option<T>,
        fault: impl Fn(&str) -> Fault,
    ) -> Result<Asked<T>, Mistake> {
        let (text, possible) = possible(value);
        let one = |text: &str| read(text).ok_or_else(|| self.mistake(value.span.clone(), fault(text)));
        let compare = match operator {
            Operator::Over => Compare::Over(one(text)?),
            Operator::From => Compare::From(one(text)?),
            Operator::Under => Compare::Under(one(text)?),
            Operator::UpTo => Compare::UpTo(one(text)?),
            Operator::Colon | Operator::Equal => match text.split_once("..") {
                Some(("", "")) => return Err(self.mistake(value.span.clone(), fault(text))),
                Some((from, to)) => {
                    let end = |text: &str| if text.is_empty() { Ok(None) } else { one(text).map(Some) };
                    let (from, to) = (end(from)?, end(to)?);
                    if from.as_ref().zip(to.as_ref()).is_some_and(|(from, to)| from.ends().0 > to.ends().1) {
                        return Err(self.mistake(value.span.clone(), Fault::Backwards));
                    }
                    Compare::Between(from, to)
                }
                None => Compare::Is(one(text)?),
            },
        };
        Ok(Asked { compare, possible })
    }
}

/// The value without the mark that lets what is possible pass.
fn possible(value: &Piece) -> (&str, bool) {
    value.text.strip_suffix('?').map_or((value.text.as_str(), false), |text| (text, true))
}

/// Half a year is a value that is not finished, anything else is none.
fn no_year(value: &Piece) -> Fault {
    let (text, _) = possible(value);
    let last = text.rsplit("..").next().unwrap_or_default();
    let begun = value.open && last.len() < 4 && last.bytes().all(|b| b.is_ascii_digit());
    if begun { Fault::PartialValue(Field::Year.to_string(), value.text.clone()) } else { Fault::NoYear }
}
