//! One quick look at a file's bytes before any parser sees them.
//! It decides nothing that needs YAML's grammar; what looks suspicious is left to the tree.

use crate::record::finding::{Fault, Finding};
use crate::record::reading::LARGEST;
use crate::record::tree::Spot;

/// Beyond so many opening brackets the nesting is looked at first: the decoder's time grows with its square.
const BRACKETS: usize = 256;

/// What a quick look saw.
#[derive(Debug, Default, PartialEq)]
pub struct Glance {
    /// Where the first character stands that YAML refuses, as byte and code point.
    pub control: Option<(usize, u32)>,
    /// Whether anchors, aliases, tags or deep nesting are possible.
    pub suspicious: bool,
    /// Whether a comment may have swallowed words of a text.
    pub comment: bool,
}

/// The text of a file, its byte-order mark taken off.
pub fn text_of(source: &[u8]) -> Result<&str, Box<Finding>> {
    if source.len() > LARGEST {
        return Err(Box::new(Finding::of_file(Fault::TooLarge)));
    }
    if source.starts_with(&[0xff, 0xfe]) || source.starts_with(&[0xfe, 0xff]) {
        return Err(Box::new(Finding::of_file(Fault::Utf16)));
    }
    let text = std::str::from_utf8(source).map_err(|error| {
        let (before, rest) = source.split_at(error.valid_up_to());
        let before = std::str::from_utf8(before).unwrap_or_default();
        let byte = rest.first().copied().unwrap_or_default();
        Box::new(Finding::new(Fault::NotUtf8(byte), String::new(), spot(before, before.len())))
    })?;
    // UTF-16 without its mark is full of NULs
    if source.len() > 3 && (source[..4] == [source[0], 0, source[2], 0] || source[..4] == [0, source[1], 0, source[3]])
    {
        return Err(Box::new(Finding::of_file(Fault::Utf16)));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether a look at a text stops at a byte: most tell nothing.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut byte = u8::MIN;
    while byte < u8::MAX {
        stops[byte as usize] = match byte {
            b'\n' | b'\r' | b'\t' => false,
            b'[' | b'{' | b'&' | b'*' | b'!' | b'#' => true,
            // a control character, or the first byte of what may be refused
            0..=0x1f | 0x7f | 0xc2 | 0xef => true,
            _ => false,
        };
        byte += 1;
    }
    stops
};

impl Glance {
    /// Looks over a text once.
    pub fn at(text: &str) -> Glance {
        let bytes = text.as_bytes();
        let mut glance = Glance::default();
        let mut brackets = 0;
        let mut rest = 0..bytes.len();
        while let Some(n) = rest.find(|n| STOPS[usize::from(bytes[*n])]) {
            match bytes[n] {
                b'[' | b'{' => brackets += 1,
                b'&' | b'*' | b'!' => glance.suspicious |= opens_value(&bytes[..n]),
                b'#' if has_words(&bytes[..n]) => glance.comment |= may_swallow(bytes, n),
                _ if is_refused(text, n) => {
                    glance.control = text[n..].chars().next().map(|c| (n, u32::from(c)));
                    return glance;
                }
                _ => {}
            }
        }
        glance.suspicious |= brackets > BRACKETS;
        glance
    }
}

/// Whether the decoder's reader refuses the character that starts at a byte.
fn is_refused(text: &str, at: usize) -> bool {
    let character = text.get(at..).and_then(|rest| rest.chars().next());
    character.is_some_and(|c| match c {
        '\n' | '\r' | '\t' | '\u{85}' => false,
        c => c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}'),
    })
}

/// Whether the last line has words already.
fn has_words(before: &[u8]) -> bool {
    let last = before.iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
    last.is_some_and(|byte| !matches!(byte, b'\n' | b'\r'))
}

/// Whether what follows stands where a value starts.
fn opens_value(before: &[u8]) -> bool {
    // longer blanks are suspicious in themselves, and looking back through them again and again would take long
    let last = before.iter().rev().take(64).find(|byte| **byte != b' ' && **byte != b'\t');
    last.is_none_or(|byte| matches!(byte, b':' | b'-' | b'[' | b'{' | b',' | b'?' | b'\n' | b'\r' | b'"' | b'\''))
}

/// Whether a comment starts here that is not clearly set off; `swallowed` looks closer.
fn may_swallow(bytes: &[u8], at: usize) -> bool {
    let blank = |n: Option<usize>| n.and_then(|n| bytes.get(n)).is_some_and(u8::is_ascii_whitespace);
    blank(at.checked_sub(1)) && (!blank(at.checked_add(1)) || !blank(at.checked_sub(2)))
}

/// What a comment after a text swallowed, if it looks like words of the text: set off by a single space, or without a
/// space after its `#`.
pub fn swallowed(rest: &str) -> Option<&str> {
    let comment = rest.trim_start_matches([' ', '\t']);
    let spaces = rest.len() - comment.len();
    let words = comment.strip_prefix('#')?;
    let close = words.starts_with(|c: char| !c.is_whitespace()) || spaces == 1;
    (spaces > 0 && close && words.contains(char::is_alphanumeric)).then_some(comment.trim_end())
}

/// The lines of a text, however they end.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else {
            rest = None;
            return Some(text);
        };
        let (line, after) = text.split_at(end);
        rest = Some(after.strip_prefix("\r\n").unwrap_or(&after[1..]));
        Some(line)
    })
}

/// The place of a byte.
pub fn spot(text: &str, at: usize) -> Spot {
    let before = text.get(..at).unwrap_or(text);
    let (count, last) = lines(before).fold((0, ""), |(n, _), line| (n + 1, line));
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Spot { line: number(count), column: number(last.chars().count() + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_with_ampersands_stars_and_exclamation_marks_is_not_suspicious() {
        assert!(!Glance::at("text: Jean & fils, 3 * 4, « fini ! »\n").suspicious);
        assert!(Glance::at("text: &x 1\n").suspicious);
        assert!(Glance::at("- *x\n").suspicious);
        assert!(Glance::at("a: !x 1\n").suspicious);
    }

    #[test]
    fn a_comment_swallows_words_unless_it_is_set_off() {
        assert_eq!(swallowed(" #2 of 3"), Some("#2 of 3"));
        assert_eq!(swallowed("   #2"), Some("#2"));
        assert_eq!(swallowed(" # two"), Some("# two"));
        assert_eq!(swallowed("  # two"), None);
        assert_eq!(swallowed(" # --"), None);
        assert!(Glance::at("a: b #2").comment);
        assert!(!Glance::at("a: b  # 2\n # c\n# d").comment);
    }

    #[test]
    fn refused_characters_are_found() {
        assert_eq!(Glance::at("é\u{7}").control, Some((2, 7)));
        assert_eq!(Glance::at("a\u{9b}").control, Some((1, 0x9b)));
        assert_eq!(Glance::at("a\u{feff}").control, Some((1, 0xfeff)));
        assert_eq!(Glance::at("a\u{a0}\t\r\n…").control, None);
    }

    #[test]
    fn places_count_characters_and_every_kind_of_line_end() {
        assert_eq!(spot("a\r\né\rç x", 9), Spot { line: 3, column: 3 });
    }
}
