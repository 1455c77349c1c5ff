//! Incidents for other programs, one after another: NDJSON, CSV, Markdown, an HTML page, a STIX bundle.
//! It writes nowhere and keeps no incident, so that any number of them passes through.

use super::csv::{self as table, Separator};
use super::page::Page;
use super::page::html;
use super::report::{listed, listing};
use super::{Options, dossier, json, markdown, stix};
use crate::record::Incident;
use crate::record::clock::Rules;
use std::collections::HashSet;

/// A format of many incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One JSON object a line: the whole record and what is reckoned of it.
    Ndjson,
    /// One row an incident.
    Csv,
    /// Each incident told in full.
    Markdown,
    /// A page with each incident in short, and in full where it is unfolded.
    Html,
    /// A STIX 2.1 bundle.
    Stix,
}

/// Turns incidents into text, from `begin` to `end`; the same incidents always make the same.
#[derive(Debug)]
pub struct Exporter {
    format: Format,
    options: Options,
    separator: Separator,
    /// Ids that are told already and may come again.
    known: HashSet<String>,
    count: usize,
    /// What was asked for, of which the incidents are the answer.
    asked: String,
    /// The page around them, if they make one, and how many sources it has so far.
    page: Page,
    sources: usize,
}

impl Exporter {
    /// Makes an exporter.
    pub fn new(format: Format, options: Options) -> Exporter {
        Exporter {
            format,
            options,
            separator: Separator::default(),
            known: HashSet::new(),
            count: 0,
            asked: String::new(),
            page: Page::default(),
            sources: 0,
        }
    }

    /// Saying which query they answer.
    pub fn asked(self, query: &str) -> Exporter {
        Exporter { asked: query.to_owned(), ..self }
    }

    /// With other than commas between cells.
    pub fn separated(self, separator: Separator) -> Exporter {
        Exporter { separator, ..self }
    }

    /// What stands before the first incident; `ids` are those of all that will come.
    pub fn begin<'a>(&mut self, ids: impl Iterator<Item = &'a str>) -> String {
        match self.format {
            Format::Csv => table::line(table::heads(), self.separator),
            Format::Stix => format!("{{\"type\":\"bundle\",\"id\":\"{}\",\"objects\":[", stix::bundle(ids)),
            Format::Html => {
                self.page = listing(ids.count(), &self.asked, self.options.lang);
                html::open(&self.page)
            }
            Format::Ndjson | Format::Markdown => String::new(),
        }
    }

    /// An incident, and the path of its file.
    pub fn incident(&mut self, incident: &Incident, path: &str) -> String {
        let Options { lang, .. } = self.options;
        self.count += 1;
        match self.format {
            Format::Ndjson => json::text(&json::whole(incident, lang), false) + "\n",
            Format::Csv => {
                let cells = table::row(incident, path, lang);
                table::line(cells.iter().map(|cell| table::harmless(cell)), self.separator)
            }
            Format::Markdown => {
                let told = dossier::dossier_by(incident, &self.options, Rules::built_in());
                let gap = if self.count > 1 { "\n" } else { "" };
                format!("{gap}{}", markdown::dossier(&told))
            }
            Format::Html => {
                let (card, sources) = listed(incident, lang, Rules::built_in(), self.sources);
                self.sources = sources;
                html::card(&self.page, &card)
            }
            Format::Stix => self.objects(incident),
        }
    }

    /// What stands after the last incident.
    pub fn end(&self) -> String {
        match self.format {
            Format::Stix => "\n]}\n".to_owned(),
            Format::Html => html::close(&self.page),
            Format::Ndjson | Format::Csv | Format::Markdown => String::new(),
        }
    }

    fn objects(&mut self, incident: &Incident) -> String {
        let mut text = String::new();
        for object in stix::objects(incident, &self.options) {
            // an organisation stands with each of its incidents, and once in a bundle
            let id = object["id"].as_str().unwrap_or_default();
            if object["type"] == "identity" && !self.known.insert(id.to_owned()) {
                continue;
            }
            text.push_str(if self.count == 1 && text.is_empty() { "\n" } else { ",\n" });
            text.push_str(&json::text(&object, false));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::theme::Glyphs;
    use serde_json::Value;

    const OPTIONS: Options = Options { lang: Lang::En, glyphs: Glyphs::Unicode, width: 100 };

    fn incident(id: &str, name: &str) -> Incident {
        let yaml = format!(
            "id: {id}\ntitle: \"a; b\"\norganisation: {{ name: {name} }}\ntimeline: [{{ date: 2025, kind: detected }}]"
        );
        serde_yaml::from_str(&yaml).unwrap()
    }

    fn exported(format: Format, separator: Separator, all: &[Incident]) -> String {
        let mut exporter = Exporter::new(format, OPTIONS).separated(separator);
        let begin = exporter.begin(all.iter().map(|incident| incident.id.as_str()));
        let told: String = all.iter().map(|incident| exporter.incident(incident, "a.yaml")).collect();
        begin + &told + &exporter.end()
    }

    #[test]
    fn an_organisation_stands_once_in_a_bundle() {
        let all = [incident("a", "Acme"), incident("b", "Acme"), incident("c", "Other")];
        let bundle: Value = serde_json::from_str(&exported(Format::Stix, Separator::Comma, &all)).unwrap();
        let kinds = |kind: &str| bundle["objects"].as_array().unwrap().iter().filter(|o| o["type"] == kind).count();
        assert_eq!((kinds("incident"), kinds("identity"), kinds("relationship"), kinds("note")), (3, 2, 3, 3));
    }

    #[test]
    fn a_bundle_of_nothing_is_a_bundle() {
        let bundle: Value = serde_json::from_str(&exported(Format::Stix, Separator::Comma, &[])).unwrap();
        assert_eq!(bundle["objects"], Value::Array(Vec::new()));
    }

    #[test]
    fn a_cell_that_holds_the_separator_is_quoted() {
        let table = exported(Format::Csv, Separator::Semicolon, &[incident("a", "Acme")]);
        assert!(table.starts_with("id;title;organisation;"), "{table}");
        assert!(table.contains("\r\na;\"a; b\";Acme;"), "{table}");
    }
}
