//! Lines of text with roles, cleaned of what must not reach a terminal, and folded to a width.
//! It does not know what the text says.

use crate::text::clean;
use crate::theme::Role;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A piece of text of one role; its text is always clean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    text: String,
    /// What it is, for the eye.
    pub role: Role,
}

impl Span {
    /// Makes a span of any text, cleaning it.
    pub fn new(text: impl AsRef<str>, role: Role) -> Span {
        Span { text: clean(text.as_ref()), role }
    }

    /// The text, fit for a terminal.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A line of spans; when folded, what follows the first row is set in by `indent` cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The spans, left to right.
    pub spans: Vec<Span>,
    /// The indent of the rows after the first, in cells.
    pub indent: usize,
}

impl Line {
    /// An empty line.
    pub fn new() -> Line {
        Line::default()
    }

    /// A line of one span.
    pub fn of(text: impl AsRef<str>, role: Role) -> Line {
        Line::new().with(text, role)
    }

    /// The line with one more span.
    pub fn with(mut self, text: impl AsRef<str>, role: Role) -> Line {
        self.spans.push(Span::new(text, role));
        self
    }

    /// Adds another line's text at its end.
    pub fn joined(mut self, other: Line) -> Line {
        self.spans.extend(other.spans);
        self
    }

    /// The line with its later rows set in.
    pub fn indented(mut self, indent: usize) -> Line {
        self.indent = indent;
        self
    }

    /// The line with its dashes, quotation marks and spaces in ASCII; letters stay what they are.
    pub fn into_ascii(mut self) -> Line {
        for span in &mut self.spans {
            span.text = span.text.chars().map(ascii).collect();
        }
        self
    }

    /// Its width in cells, unfolded.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|span| span.text.width()).sum()
    }

    /// Its text without roles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The line as rows of at most `width` cells, folded between words where it can be, within a word where it must.
    /// No row but the first opens with a space or with punctuation, none ends with a space.
    pub fn fold(&self, width: usize) -> Vec<Line> {
        let width = width.max(1);
        let indent = if self.indent * 2 > width { 0 } else { self.indent };
        let mut rows = Rows { done: Vec::new(), row: Line::new(), used: 0, indent, width };
        let pieces = self.spans.iter().flat_map(|span| span.text.split_word_bounds().map(|piece| (piece, span.role)));
        let mut word: Vec<(&str, Role)> = Vec::new();
        for (piece, role) in pieces {
            if word.last().is_some_and(|(before, _)| may_break(before, piece)) {
                rows.put(&word);
                word.clear();
            }
            word.push((piece, role));
        }
        rows.put(&word);
        rows.turn();
        rows.done
    }
}

fn ascii(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '−' => '-',
        '“' | '”' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '·' => '|',
        '…' => '~',
        '×' => 'x',
        '→' | '≥' => '>',
        '≤' => '<',
        '\u{fffd}' => '?',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        c => c,
    }
}

/// Whether a row may end between two pieces of a text: beside a space that may be broken at, and between wide letters.
fn may_break(before: &str, after: &str) -> bool {
    let wide =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && UnicodeWidthStr::width(c.to_string().as_str()) == 2);
    is_blank(before) || is_blank(after) || (wide(before.chars().last()) && wide(after.chars().next()))
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}'))
}

struct Rows {
    done: Vec<Line>,
    row: Line,
    used: usize,
    indent: usize,
    width: usize,
}

impl Rows {
    fn put(&mut self, word: &[(&str, Role)]) {
        let cells: usize = word.iter().map(|(piece, _)| piece.width()).sum();
        let blank = word.iter().all(|(piece, _)| is_blank(piece));
        if blank && (self.used + cells > self.width || (!self.done.is_empty() && self.used == self.indent)) {
            return;
        }
        if self.used + cells > self.width {
            if cells > self.width - self.indent {
                self.break_up(word);
                return;
            }
            self.turn();
        }
        for (piece, role) in word {
            self.push(piece, *role);
        }
    }

    fn break_up(&mut self, word: &[(&str, Role)]) {
        let mut joined = true;
        for (piece, role) in word {
            // rather behind a hyphen or a slash than within a name
            if !joined && self.used + piece.width() > self.width && piece.width() <= self.width - self.indent {
                self.turn();
            }
            joined = !piece.ends_with(['-', '/']);
            for letter in piece.graphemes(true) {
                if self.used + letter.width() > self.width {
                    self.turn();
                }
                self.push(letter, *role);
            }
        }
    }

    fn push(&mut self, text: &str, role: Role) {
        self.used += text.width();
        match self.row.spans.last_mut() {
            Some(last) if last.role == role => last.text.push_str(text),
            _ => self.row.spans.push(Span { text: text.to_owned(), role }),
        }
    }

    fn turn(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        while let Some(last) = row.spans.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            if !last.text.is_empty() {
                break;
            }
            row.spans.pop();
        }
        self.done.push(row);
        self.used = self.indent;
        if self.indent > 0 {
            self.row.spans.push(Span { text: " ".repeat(self.indent), role: Role::Text });
        }
    }
}

/// A text cut to at most `width` cells, its last cell the ellipsis where it was cut.
pub fn cut(text: &str, width: usize, ellipsis: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(ellipsis.width());
    let mut kept = String::new();
    for letter in text.graphemes(true) {
        if kept.width() + letter.width() > room {
            break;
        }
        kept.push_str(letter);
    }
    if width >= ellipsis.width() {
        kept.push_str(ellipsis);
    }
    kept
}

/// A text cut to at most `width` cells, its end kept and its first cell the ellipsis where it was cut: for paths.
pub fn cut_front(text: &str, width: usize, ellipsis: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(ellipsis.width());
    let (mut kept, mut used) = (text.len(), 0);
    for (at, letter) in text.grapheme_indices(true).rev() {
        used += letter.width();
        if used > room {
            break;
        }
        kept = at;
    }
    if width >= ellipsis.width() { format!("{ellipsis}{}", &text[kept..]) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: usize, indent: usize) -> Vec<String> {
        Line::of(text, Role::Text).indented(indent).fold(width).iter().map(Line::text).collect()
    }

    #[test]
    fn a_word_too_long_for_a_row_is_broken_behind_its_hyphen() {
        let line = Line::of("Majorel's document-digitisation service", Role::Text).indented(2);
        let rows: Vec<String> = line.fold(20).iter().map(Line::text).collect();
        assert_eq!(rows, ["Majorel's document-", "  digitisation", "  service"]);
    }

    #[test]
    fn a_line_folds_between_words_and_hangs() {
        assert_eq!(rows("one two three", 7, 2), ["one two", "  three"]);
        assert_eq!(rows("", 7, 2), [""]);
    }

    #[test]
    fn punctuation_and_no_break_spaces_stay_with_their_word() {
        assert_eq!(rows("two-factor is in.", 15, 0), ["two-factor is", "in."]);
        assert_eq!(rows("deux : «\u{a0}un\u{a0}»", 9, 0), ["deux :", "«\u{a0}un\u{a0}»"]);
        let spans = Line::of("one", Role::Text).with("two", Role::Strong).with(" three", Role::Text);
        assert_eq!(spans.fold(8).iter().map(Line::text).collect::<Vec<_>>(), ["onetwo", "three"]);
    }

    #[test]
    fn a_word_longer_than_the_row_is_broken() {
        assert_eq!(rows("abcdefgh", 3, 0), ["abc", "def", "gh"]);
    }

    #[test]
    fn no_row_is_wider_than_asked() {
        for width in 2..20 {
            for row in rows("l'équipe a publié 漢字漢字 (https://exemple.fr/une-adresse-longue), puis rien", width, 3)
            {
                assert!(row.width() <= width, "{row:?} in {width}");
            }
        }
    }

    #[test]
    fn a_cut_text_ends_with_the_ellipsis_and_fits() {
        assert_eq!(cut("France Travail", 8, "…"), "France …");
        assert_eq!(cut("abc", 3, "…"), "abc");
        assert_eq!(cut("abc", 0, "…"), "");
    }

    #[test]
    fn a_text_cut_in_front_keeps_its_end_and_fits() {
        assert_eq!(cut_front("/home/ada/incidents", 10, "…"), "…incidents");
        assert_eq!(cut_front("漢字漢字", 4, "…"), "…字");
        assert_eq!(cut_front("abc", 3, "…"), "abc");
        assert_eq!(cut_front("abc", 0, "…"), "");
    }
}
