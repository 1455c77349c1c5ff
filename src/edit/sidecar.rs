//! What the user has to say of incidents for themselves: a star, tags, a note; it is in no record.
//! It is a text and its meaning; `store` keeps the text.

use super::render::HOUSE;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands at the head of the file.
const HEAD: &str = "# breachline: your own stars, tags and notes, by the ids of incidents. They are in no record.\n";

/// What the user has to say of one incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Annotation {
    /// Whether it has a star.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// Words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// A note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Annotation {
    /// Tags and note as they are typed: words after `#` are tags, the rest is the note.
    pub fn with_line(&self, line: &str) -> Annotation {
        let (tags, words): (Vec<&str>, Vec<&str>) = line.split_whitespace().partition(|word| is_tag(word));
        let mut kept: Vec<String> = Vec::new();
        for tag in tags.into_iter().map(|tag| tag.trim_start_matches('#').to_owned()) {
            if !kept.contains(&tag) {
                kept.push(tag);
            }
        }
        Annotation { star: self.star, tags: kept, note: words.join(" ") }
    }

    /// Tags and note as one line, which `with_line` reads again.
    pub fn line(&self) -> String {
        let tags = self.tags.iter().map(|tag| format!("#{tag}"));
        tags.chain(Some(self.note.clone()).filter(|note| !note.is_empty())).collect::<Vec<_>>().join(" ")
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Annotation::default()
    }
}

fn is_tag(word: &str) -> bool {
    word.starts_with('#') && !word.trim_start_matches('#').is_empty()
}

/// All annotations, by the ids of incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sidecar(BTreeMap<String, Annotation>);

impl Sidecar {
    /// Reads a sidecar; fails with what is wrong with it.
    pub fn parse(text: &str) -> Result<Sidecar, String> {
        let empty = text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        if empty {
            return Ok(Sidecar::default());
        }
        serde_yaml::from_str(text).map(Sidecar).map_err(|error| error.to_string())
    }

    /// It as text.
    pub fn text(&self) -> String {
        let entries = self.0.iter().map(|(id, annotation)| HOUSE.field(id, &super::item(annotation), 0) + "\n");
        HEAD.to_owned() + &entries.collect::<String>()
    }

    /// The annotation of an incident.
    pub fn of(&self, id: &str) -> Option<&Annotation> {
        self.0.get(id)
    }

    /// Annotates an incident; an annotation that says nothing is taken away.
    pub fn set(&mut self, id: &str, annotation: Annotation) {
        if annotation.is_empty() {
            self.0.remove(id);
        } else {
            self.0.insert(id.to_owned(), annotation);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_tags_and_note_and_reads_as_it_was_written() {
        let annotation = Annotation { star: true, ..Annotation::default() }.with_line("#todo  ask the #dpo # 2 #todo");
        assert_eq!(
            (annotation.tags.clone(), annotation.note.as_str()),
            (vec!["todo".to_owned(), "dpo".to_owned()], "ask the # 2")
        );
        assert!(annotation.star);
        assert_eq!(annotation.with_line(&annotation.line()), annotation);
    }

    #[test]
    fn a_sidecar_is_readable_yaml_that_reads_as_it_was_written() {
        let mut sidecar = Sidecar::default();
        assert_eq!(Sidecar::parse(&sidecar.text()), Ok(sidecar.clone()));
        sidecar.set("b", Annotation { star: true, tags: vec!["null".into(), "x".into()], note: "a: \"b\" #c".into() });
        sidecar.set("a", Annotation { star: true, ..Annotation::default() });
        assert!(
            sidecar
                .text()
                .ends_with("a: { star: true }\nb: { star: true, tags: [\"null\", x], note: 'a: \"b\" #c' }\n")
        );
        assert_eq!(Sidecar::parse(&sidecar.text()), Ok(sidecar.clone()));
        sidecar.set("a", Annotation::default());
        assert_eq!(sidecar.of("a"), None);
        assert!(Sidecar::parse("a: 3").is_err());
    }
}
