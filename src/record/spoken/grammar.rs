//! How words and numbers make a count: what is before, the amount, what is counted, and what makes it none.
//! It knows no single word; `words` does.

use super::super::count::Count;
use super::super::vocabulary::CountUnit;
use super::Spoken;
use super::token::{Kind, Numeral, Token, tokens};
use super::words::{self, Bound};

/// All counts of a text.
pub fn counts(text: &str) -> Vec<Spoken<'_>> {
    let parser = Parser { text, tokens: tokens(text) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < parser.tokens.len() {
        let count = parser.count(at);
        at = count.as_ref().map_or(at + 1, |count| count.end);
        found.extend(count);
    }
    let starts: Vec<usize> = found.iter().skip(1).map(|found| found.start).chain([parser.tokens.len()]).collect();
    found.iter().zip(starts).map(|(found, next)| parser.spoken(found, next)).collect()
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

/// A count, by its tokens.
struct Found {
    count: Count,
    unit: Option<CountUnit>,
    start: usize,
    end: usize,
}

/// What an amount begins with.
enum Mantissa<'a> {
    Digits(&'a Numeral),
    Exactly(u64),
    Half,
    Few,
    Many,
}

/// A number with what multiplies it.
struct Amount<'a> {
    mantissa: Mantissa<'a>,
    factor: u64,
    rounded: bool,
    unit: Option<CountUnit>,
    more: bool,
    french: bool,
    end: usize,
}

/// What stands before an amount.
#[derive(Default)]
struct Before {
    about: bool,
    bound: Option<Bound>,
    range: Option<Bound>,
    end: usize,
}

impl Amount<'_> {
    /// Its least and most, as if multiplied by a factor.
    fn times(&self, factor: u64) -> Option<(u64, Option<u64>)> {
        let exactly = |value: u64| Some((value, Some(value)));
        match self.mantissa {
            Mantissa::Exactly(n) => exactly(n.checked_mul(factor)?),
            Mantissa::Half => exactly(factor / 2),
            Mantissa::Few => Some((factor.checked_mul(2)?, Some(factor.checked_mul(10)? - 1))),
            Mantissa::Many => Some((factor.checked_mul(2)?, None)),
            Mantissa::Digits(numeral) => match (numeral.whole, numeral.decimal) {
                (whole, _) if factor == 1 => exactly(whole?),
                (_, Some(_)) if numeral.doubtful && !self.french => None,
                (_, Some((digits, places))) => {
                    let value = u128::from(digits) * u128::from(factor);
                    let parts = 10_u128.checked_pow(places)?;
                    value.is_multiple_of(parts).then(|| u64::try_from(value / parts).ok()).flatten().and_then(exactly)
                }
                (whole, None) => exactly(whole?.checked_mul(factor)?),
            },
        }
    }

    /// Whether it might as well be a year.
    fn is_year(&self) -> bool {
        let Mantissa::Digits(Numeral { whole: Some(n), bare: true, .. }) = self.mantissa else { return false };
        self.factor == 1 && self.unit.is_none() && !self.more && (1900..2100).contains(n)
    }
}

impl<'a> Parser<'a> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", Token::word)
    }

    fn sign(&self, at: usize) -> char {
        self.tokens.get(at).map_or(' ', Token::sign)
    }

    fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
    }

    fn says(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, word)| self.word(at + n) == *word)
    }

    /// The count that begins at a token.
    fn count(&self, start: usize) -> Option<Found> {
        let before = self.before(start);
        if self.is_part_of_more(start) {
            return None;
        }
        let first = self.amount(before.end)?;
        let (low, high, last, approx) = if let Some((low, high, last)) = self.range(&first, before.range) {
            (low, Some(high), last, first.rounded)
        } else if before.range.is_some() {
            return None;
        } else {
            let (low, high) = first.times(first.factor)?;
            let rounded = first.rounded;
            (low, high, first, rounded)
        };
        let unit = last.unit.or_else(|| self.unit(last.end));
        if self.is_no_count(low, &last) || (before.end == start && self.is_doubtful(start, &last, unit)) {
            return None;
        }
        let (min, max, approx) = match before.bound {
            Some(Bound::Most) => (None, Some(high.unwrap_or(low)), before.about),
            Some(_) => (Some(low), None, before.about),
            None if last.more => (Some(low), None, before.about),
            None => (Some(low), high, approx || last.rounded || before.about),
        };
        Some(Found { count: Count::new(min, max, approx).ok()?, unit, start, end: last.end })
    }

    /// What stands before an amount that begins at a token.
    fn before(&self, start: usize) -> Before {
        let mut before = Before { end: start, ..Before::default() };
        for _ in 0..3 {
            let sign =
                words::SIGNS.iter().find(|(sign, _)| *sign == self.sign(before.end)).map(|(_, bound)| (1, *bound));
            let wording = words::BOUNDS.iter().find(|(words, _)| self.says(before.end, words));
            let Some((length, bound)) = sign.or(wording.map(|(words, bound)| (words.len(), *bound))) else { break };
            match bound {
                Bound::About => before.about = true,
                Bound::Least | Bound::Most => before.bound = Some(bound),
                Bound::Between | Bound::From => before.range = Some(bound),
            }
            before.end += length;
            // an abbreviation's full stop
            if self.sign(before.end) == '.' && matches!(self.word(before.end - 1), "env" | "approx") {
                before.end += 1;
            }
        }
        before
    }

    /// The amount that begins at a token.
    fn amount(&self, at: usize) -> Option<Amount<'_>> {
        let (mantissa, mut end) = self.mantissa(at)?;
        let (mut factor, mut rounded, mut french) = (1_u64, false, false);
        while let Some((times, length, only_french)) = self.magnitude(end, end == at) {
            factor = factor.checked_mul(times)?;
            (rounded, french, end) = (true, french || only_french, end + length);
        }
        let digits = matches!(mantissa, Mantissa::Digits(_));
        if !rounded && !digits && !matches!(mantissa, Mantissa::Exactly(_)) {
            return None;
        }
        let mut more = self.sign(end) == '+' && self.is_glued(end);
        end += usize::from(more);
        let mut unit = None;
        if digits && let Some((times, only_french)) = self.bytes(end) {
            factor = factor.checked_mul(times)?;
            (unit, rounded, french, end) =
                (Some(CountUnit::Bytes), rounded || times > 1, french || only_french, end + 1);
            let plus = self.sign(end) == '+' && self.is_glued(end);
            (more, end) = (more || plus, end + usize::from(plus));
        }
        if let Some(wording) = words::OR_MORE.iter().find(|wording| self.says(end, wording)) {
            (more, end) = (true, end + wording.len());
        }
        french = french || matches!(self.word(end), "de" | "d");
        // in French, a billion is another number
        let billion = self.word(end.saturating_sub(1)).starts_with("billion") && french;
        (!billion).then_some(Amount { mantissa, factor, rounded, unit, more, french, end })
    }

    fn mantissa(&self, at: usize) -> Option<(Mantissa<'_>, usize)> {
        let token = self.tokens.get(at)?;
        if let Kind::Number(numeral) = &token.kind {
            return Some((Mantissa::Digits(numeral), at + 1));
        }
        let word = token.word();
        if let Some((_, n)) = words::NUMBERS.iter().find(|(number, _)| *number == word) {
            return Some((Mantissa::Exactly(*n), at + 1));
        }
        let one = usize::from(words::has(words::ONE, word));
        let next = self.word(at + one);
        if words::has(words::FEW, next) {
            return Some((Mantissa::Few, at + one + 1));
        }
        if words::has(words::HALF, next) {
            let mut end = at + one + 1;
            end += usize::from(self.sign(end) == '-' || words::has(words::ONE, self.word(end)));
            return self.magnitude(end, false).map(|_| (Mantissa::Half, end));
        }
        if one == 1 {
            return self.magnitude(at + 1, false).map(|_| (Mantissa::Exactly(1), at + 1));
        }
        let first = at + usize::from(word == "des");
        let many = words::MAGNITUDES.iter().any(|magnitude| magnitude.plural && magnitude.word == self.word(first));
        many.then_some((Mantissa::Many, first))
    }

    /// What a word multiplies by, how many tokens it takes, and whether only French has it.
    fn magnitude(&self, at: usize, first: bool) -> Option<(u64, usize, bool)> {
        let link = usize::from(!first && matches!(self.word(at), "de" | "d" | "of"));
        let token = self.tokens.get(at + link)?;
        let Kind::Word { written, folded } = &token.kind else { return None };
        let after_digits = at > 0 && self.is_number(at - 1);
        match written.as_str() {
            "k" | "K" if after_digits => return Some((1_000, 1, false)),
            "M" if after_digits => return Some((1_000_000, 1, false)),
            "m" if after_digits && token.glued => return Some((1_000_000, 1, false)),
            _ => {}
        }
        let magnitude = words::MAGNITUDES.iter().find(|magnitude| magnitude.word == folded)?;
        // a link leads to a magnitude only from another one
        (link == 0 || !after_digits).then_some((magnitude.factor, 1 + link, magnitude.french))
    }

    /// What a unit of bytes multiplies by, and whether only French has it.
    fn bytes(&self, at: usize) -> Option<(u64, bool)> {
        let Kind::Word { written, folded } = &self.tokens.get(at)?.kind else { return None };
        // "to" leads to the end of a range
        let unit = words::BYTES.iter().find(|(unit, ..)| unit == folded && (*unit != "to" || written == "To"))?;
        Some((unit.1, unit.2))
    }

    /// The range that a first amount begins.
    fn range<'s>(&'s self, first: &Amount, kind: Option<Bound>) -> Option<(u64, u64, Amount<'s>)> {
        let at = first.end;
        let leads = match self.word(at) {
            "a" | "to" => true,
            "et" | "and" => kind == Some(Bound::Between),
            _ => false,
        };
        let dash = matches!(self.sign(at), '-' | '–' | '—') && self.is_number(at - 1);
        if !(leads || dash && self.is_number(at + 1)) {
            return None;
        }
        let last = self.amount(at + 1)?;
        let high = last.times(last.factor)?.1?;
        let shared = (first.factor == 1).then(|| first.times(last.factor)).flatten();
        let low = shared.filter(|(low, _)| *low < high).or_else(|| first.times(first.factor))?.0;
        if low >= high || first.is_year() && last.is_year() {
            return None;
        }
        // a dash is a range only of something
        (!dash || last.rounded || last.unit.is_some() || self.unit(last.end).is_some()).then_some((low, high, last))
    }

    /// The unit of what is counted behind an amount.
    fn unit(&self, end: usize) -> Option<CountUnit> {
        let mut at = end;
        while words::has(words::LINKS, self.word(at)) {
            at += 1;
        }
        let nouns =
            (at..at + 3).map(|at| self.word(at)).take_while(|word| !word.is_empty() && !words::has(words::STOPS, word));
        let known: Vec<(&str, CountUnit)> = nouns.filter_map(|word| Some((word, words::unit(word)?))).collect();
        // "user accounts" counts accounts: what only qualifies another noun is singular
        let plural = known.iter().find(|(word, _)| word.ends_with(['s', 'x']) || words::has(words::PLURAL, word));
        plural.or(known.last()).map(|(_, unit)| *unit)
    }

    /// Whether what is before a token makes its number a part of something else.
    fn is_part_of_more(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let word = self.word(before);
        let sign = self.sign(before);
        let number = |word: &str| {
            words::NUMBERS.iter().any(|(number, _)| *number == word)
                || words::MAGNITUDES.iter().any(|magnitude| magnitude.word == word)
                || matches!(word, "cent" | "cents")
        };
        let joined =
            matches!(word, "and" | "et") && before > 0 && !self.is_number(start) && number(self.word(before - 1));
        let glued = self.is_glued(start)
            && (!word.is_empty()
                || matches!(sign, '/' | ':' | '.' | '-' | '–' | '+' | '#' | '@' | '_' | '=' | '&' | '−'));
        // "art. 9", "n° 12"
        let short = if matches!(sign, '.' | '°' | 'º') { self.word(before.saturating_sub(1)) } else { word };
        let named = self.is_number(start) && (words::has(words::NAMED_BY, short) || sign == '#');
        joined || glued || named || number(word) || self.is_number(before) || words::MONEY.contains(&sign)
    }

    /// Whether what is after an amount makes it something else than a count.
    fn is_no_count(&self, low: u64, amount: &Amount) -> bool {
        let end = amount.end;
        let sign = self.sign(end);
        let joined =
            matches!(sign, '/' | ':' | '-' | '.' | '@' | '_' | '°') && self.is_glued(end) && self.is_glued(end + 1);
        if self.is_number(end) || joined || sign == '%' || words::MONEY.contains(&sign) {
            return true;
        }
        if self.is_glued(end) && !self.word(end).is_empty() {
            return true;
        }
        let number = |word: &str| words::NUMBERS.iter().any(|(number, _)| *number == word);
        let next = end + usize::from(matches!(self.word(end), "and" | "et" | "de" | "d" | "of"));
        let word = self.word(next);
        (number(word) && !matches!(amount.mantissa, Mantissa::Digits(_)))
            || words::has(words::NOT_COUNTED, word)
            || (self.word(end) == "pour" && self.word(end + 1) == "cent")
            || (low <= 31 && words::has(words::MONTHS, word))
            || words::MONEY.contains(&self.sign(next))
    }

    /// Whether an amount with no bound before it is too bare to be surely a count.
    fn is_doubtful(&self, start: usize, amount: &Amount, unit: Option<CountUnit>) -> bool {
        let alone = self.tokens.len() == 1;
        let dated = start > 0 && words::has(words::YEARS, self.word(start - 1));
        let year = amount.is_year() && !alone && (unit.is_none() || dated);
        let word = matches!(amount.mantissa, Mantissa::Exactly(_)) && !amount.rounded && unit.is_none();
        let named = !amount.rounded && !amount.more && start > 0 && !self.word(start - 1).is_empty();
        year || word || (named && self.word(amount.end).is_empty())
    }

    /// A found count with the words that belong to it, up to the next count.
    fn spoken(&self, found: &Found, next: usize) -> Spoken<'a> {
        let place = |at: usize| self.tokens.get(at).map_or(self.text.len()..self.text.len(), |token| token.at.clone());
        let mut first = found.end;
        while first < next && words::has(words::LINKS, self.word(first)) {
            first += 1;
        }
        let ends = |at: usize| {
            let sign = self.sign(at);
            let full_stop = matches!(sign, '.' | '!' | '?' | ':') && !self.is_glued(at + 1);
            let broken = at > 0 && self.text[place(at - 1).end..place(at).start].contains('\n');
            matches!(sign, ',' | ';' | '(' | ')' | '|' | '•')
                || full_stop
                || broken
                || matches!(self.word(at), "dont" | "soit")
        };
        let mut last = (first..next).find(|at| ends(*at)).unwrap_or(next);
        while last > first && last < self.tokens.len() && words::has(words::LEADS, self.word(last - 1)) {
            last -= 1;
        }
        let noun = if last > first { place(first).start..place(last - 1).end } else { 0..0 };
        let end = if last > first { noun.end } else { place(found.end - 1).end };
        Spoken {
            count: found.count,
            unit: found.unit,
            read: &self.text[place(found.start).start..end],
            noun: &self.text[noun],
        }
    }
}
