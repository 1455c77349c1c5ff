//! Keys: reading and writing their names, and finding the command of a key.
//! It holds no key of its own; the table of commands does.

use crate::command::{Command, Row, Scope, TABLE};
use crate::text::{Lang, cli as words};
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::fmt::Write as _;

/// A key as the table names it: `j`, `G`, `ctrl-d`, `shift-tab`, `pgdn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Whether control is held.
    pub control: bool,
    /// Whether alt is held.
    pub alt: bool,
}

const NAMES: &[(&str, KeyCode)] = &[
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

impl Key {
    /// The key of an event; `None` for a release.
    pub fn of(event: KeyEvent) -> Option<Key> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(c) if control => KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Some(Key { code, control, alt: event.modifiers.contains(KeyModifiers::ALT) })
    }

    /// Reads a key's name.
    pub fn parse(name: &str) -> Option<Key> {
        let (rest, control) = name.strip_prefix("ctrl-").map_or((name, false), |rest| (rest, true));
        let (rest, alt) = rest.strip_prefix("alt-").map_or((rest, false), |rest| (rest, true));
        let mut letters = rest.chars();
        let code = match (NAMES.iter().find(|(known, _)| *known == rest), letters.next(), letters.next()) {
            (Some((_, code)), ..) => *code,
            (None, Some(letter), None) => KeyCode::Char(letter),
            _ => return None,
        };
        Some(Key { code, control, alt })
    }

    /// The key's name; `None` for a key that has none.
    pub fn name(self) -> Option<String> {
        let named = NAMES.iter().find(|(_, code)| *code == self.code).map(|(name, _)| (*name).to_owned());
        let name = named.or(match self.code {
            KeyCode::Char(letter) => Some(letter.to_string()),
            _ => None,
        })?;
        Some(format!("{}{}{name}", if self.control { "ctrl-" } else { "" }, if self.alt { "alt-" } else { "" }))
    }

    /// The character that the key writes, if it writes one.
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.control && !self.alt => Some(letter),
            _ => None,
        }
    }
}

/// The command of a key in a scope: the scope's own first, then what works everywhere.
pub fn find(key: Key, scope: Scope) -> Option<Command> {
    let name = key.name()?;
    let rows = |wanted: Scope| TABLE.iter().filter(move |row| row.scope == wanted);
    rows(scope).chain(rows(Scope::Anywhere)).find(|row| row.keys.contains(&name.as_str())).map(|row| row.command)
}

/// The rows that apply in a scope, its own first.
pub fn rows(scope: Scope) -> impl Iterator<Item = &'static Row> {
    let own = TABLE.iter().filter(move |row| row.scope == scope && scope != Scope::Anywhere);
    own.chain(TABLE.iter().filter(|row| row.scope == Scope::Anywhere))
}

/// The table as Markdown, for the manual and `breachline keys`.
pub fn markdown(lang: Lang) -> String {
    let (keys, does) = (words::HEAD_KEY.get(lang), words::HEAD_EFFECT.get(lang));
    let mut page = String::new();
    let mut scope = None;
    for row in TABLE {
        if scope != Some(row.scope) {
            let gap = if scope.is_some() { "\n" } else { "" };
            // writing to a string cannot fail
            let _ = writeln!(page, "{gap}**{}**\n\n| {keys} | {does} |\n|---|---|", row.scope.label().get(lang));
            scope = Some(row.scope);
        }
        let names: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
        let _ = writeln!(page, "| {} | {} |", names.join(" "), row.help.get(lang));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_key_of_the_table_reads_and_prints_as_itself() {
        for key in TABLE.iter().flat_map(|row| row.keys) {
            let name = Key::parse(key).and_then(Key::name);
            assert_eq!(name.as_deref(), Some(*key));
        }
    }

    #[test]
    fn no_key_is_taken_twice_where_it_works() {
        let mut taken = HashSet::new();
        for row in TABLE {
            for key in row.keys {
                assert!(taken.insert((row.scope, key)), "{key} is taken twice in {:?}", row.scope);
            }
        }
    }

    #[test]
    fn the_inner_scope_wins() {
        let key = Key::parse("w").unwrap();
        assert_eq!(find(key, Scope::Timeline), Some(Command::NextEvent));
        assert_eq!(find(key, Scope::Explore), None);
    }
}
