//! What a form offers to choose from: the vocabularies, and the sources, figures and incidents that are there already.
//! It keeps no choice; slots do.

use super::FOLDER;
use crate::record::field::{self, Field, Kind};
use crate::record::vocabulary::words;
use crate::screen::Desk;
use crate::text::form as texts;
use crate::text::{Lang, view};
use crate::widget::picker::{Choice, Picker, choice};
use serde_json::Value;

/// What there is to choose from while a form is filled in.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// The reader's language.
    pub lang: Lang,
    /// The languages in which the record gives its texts, where they are named.
    pub languages: Vec<String>,
    /// The sources of the record.
    pub sources: Vec<Choice>,
    /// Its figures that have a name.
    claims: Vec<Choice>,
    /// The other incidents.
    incidents: Vec<Choice>,
    /// The folder that a new file goes to; empty where none is open.
    pub folder: String,
    /// The folders of which one is chosen where none is open.
    pub homes: Vec<String>,
}

impl Offer {
    /// What a record and the library offer.
    pub fn new(base: &Value, desk: &Desk) -> Offer {
        let lang = desk.lang;
        let said = |value: &Value| match value {
            Value::String(text) => text.clone(),
            value => {
                let text = value.get(lang.code()).or_else(|| value.as_object()?.values().next());
                text.and_then(Value::as_str).unwrap_or_default().to_owned()
            }
        };
        let listed = |list: &str, meaning: &str| {
            let items = base[list].as_array().into_iter().flatten();
            items
                .filter_map(|item| {
                    let id = item["id"].as_str()?.to_owned();
                    Some(Choice { value: id.clone(), label: id, meaning: said(&item[meaning]) })
                })
                .collect::<Vec<_>>()
        };
        let own = base["id"].as_str().unwrap_or_default();
        let others = desk.documents.iter().filter(|document| *document.id != *own);
        let mut languages: Vec<String> = Vec::new();
        gather(field::all(), base, &mut languages);
        Offer {
            lang,
            languages,
            sources: listed("sources", "title"),
            claims: listed("affected", "who"),
            incidents: others
                .map(|document| Choice {
                    value: document.id.to_string(),
                    label: document.id.to_string(),
                    meaning: document.title.get(lang).to_owned(),
                })
                .collect(),
            folder: String::new(),
            homes: Vec::new(),
        }
    }

    /// The picker of a field; `None` where its answer is typed.
    pub fn picker(&self, path: &str, kind: &'static Kind) -> Option<Picker> {
        let lang = self.lang;
        let of_words = |name: &str| {
            words(name).iter().map(|word| choice(word.id, word.label, word.definition, lang)).collect::<Vec<_>>()
        };
        let name = path.rsplit('.').next().unwrap_or_default();
        let list = path.split('[').next().unwrap_or_default();
        if path == FOLDER {
            let home = |home: &String| Choice { value: home.clone(), label: home.clone(), meaning: String::new() };
            return self.folder.is_empty().then(|| Picker::new(self.homes.iter().map(home).collect()));
        }
        match (kind, list, name) {
            (Kind::Choice(name), ..) => Some(Picker::new(of_words(name))),
            (Kind::Zone, ..) => {
                let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name().to_owned());
                Some(Picker::new(
                    zones.map(|name| Choice { value: name.clone(), label: name, meaning: String::new() }).collect(),
                ))
            }
            (Kind::List(item), _, name) => match (&**item, name) {
                (Kind::Choice(name), _) => Some(Picker::new(of_words(name))),
                (Kind::Word, "sources") => Some(Picker::new(self.sources.clone()).or_free(texts::NEW_SOURCE.get(lang))),
                _ => Some(Picker::default().or_free(texts::AS_TYPED.get(lang))),
            },
            (Kind::Word, "affected", "supersedes") => {
                Some(Picker::new(self.claims.clone()).or_free(texts::AS_TYPED.get(lang)))
            }
            (Kind::Word, "related", "id") => {
                Some(Picker::new(self.incidents.clone()).or_free(texts::AS_TYPED.get(lang)))
            }
            (Kind::Word, _, "sector") => {
                let usual = view::SECTORS.iter().map(|(word, label)| Choice {
                    value: (*word).to_owned(),
                    label: label.get(lang).to_owned(),
                    meaning: String::new(),
                });
                Some(Picker::new(usual.collect()).or_free(texts::AS_TYPED.get(lang)))
            }
            _ => None,
        }
    }
}

/// The languages of all texts of some fields, in the order of the record.
fn gather(fields: &[Field], value: &Value, languages: &mut Vec<String>) {
    for field in fields {
        gather_below(&field.kind, &value[field.name], languages);
    }
}

fn gather_below(kind: &Kind, value: &Value, languages: &mut Vec<String>) {
    match (kind, value) {
        (Kind::Text, Value::Object(texts)) => {
            for code in texts.keys() {
                if !languages.contains(code) {
                    languages.push(code.clone());
                }
            }
        }
        (Kind::Group(fields), value) => gather(fields, value, languages),
        (Kind::List(kind), Value::Array(items)) => items.iter().for_each(|item| gather_below(kind, item, languages)),
        _ => {}
    }
}
