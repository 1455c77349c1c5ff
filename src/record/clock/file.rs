//! A file of clocks: its form, and what is wrong with it, every fault at its place as for records.
//! It opens no file; the store does.

use super::Clock;
use super::limit::Limit;
use crate::record::finding::{Fault, Finding, nearest};
use crate::record::localised::Localised;
use crate::record::reading::shaped;
use crate::record::vocabulary::EventKind;
use crate::record::when::When;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::Value;
use std::sync::LazyLock;

/// The European Union.
const EU: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];
/// The countries that the European Economic Area has beside it.
const EFTA: [&str; 3] = ["IS", "LI", "NO"];

/// A file of clocks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    clocks: Vec<Written>,
    /// The ids of the clocks that are shown unasked, instead of those that say so themselves.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    shown: Option<Vec<String>>,
}

/// A clock as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    name: Localised,
    #[serde(default)]
    from: Vec<EventKind>,
    #[serde(default)]
    #[schemars(with = "Localised")]
    from_text: Option<Localised>,
    #[serde(default)]
    #[schemars(with = "EventKind")]
    to: Option<EventKind>,
    #[serde(default)]
    #[schemars(with = "Localised")]
    to_text: Option<Localised>,
    #[serde(default)]
    #[schemars(with = "u32")]
    hours: Option<u32>,
    #[serde(default)]
    #[schemars(with = "u32")]
    days: Option<u32>,
    #[serde(default)]
    #[schemars(with = "u32")]
    months: Option<u32>,
    #[serde(default)]
    #[schemars(with = "u32")]
    business_days: Option<u32>,
    source: Localised,
    #[serde(default)]
    #[schemars(with = "String")]
    url: Option<String>,
    #[serde(default)]
    #[schemars(with = "When")]
    in_force: Option<When>,
    #[serde(default)]
    countries: Vec<String>,
    #[serde(default)]
    sectors: Vec<String>,
    #[serde(default)]
    shown: bool,
    #[serde(default)]
    #[schemars(with = "Localised")]
    note: Option<Localised>,
}

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<File>().to_value()
});

/// What came of reading a file of clocks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clocks {
    /// The clocks; none if there is an error.
    pub clocks: Vec<Clock>,
    /// The ids of those that are shown unasked, with their places; `None` leaves it to the clocks.
    shown: Option<Vec<(String, Finding)>>,
    /// All that was found.
    pub findings: Vec<Finding>,
}

/// Reads a file of clocks.
pub fn read(source: &[u8]) -> Clocks {
    let mut shaped = match shaped(source, &SCHEMA) {
        Ok(shaped) => shaped,
        Err(findings) => return Clocks { findings, ..Clocks::default() },
    };
    let (file, mut findings): (File, _) = shaped.decode();
    let ill: Vec<String> = findings.iter().map(|finding| finding.at.clone()).collect();
    let mut clocks: Vec<Clock> = Vec::new();
    for (n, written) in file.clocks.into_iter().enumerate() {
        let at = |field: &str| format!("clocks[{n}].{field}");
        let twice = clocks.iter().any(|known| known.id == written.id);
        // a field with a fault was left out of what is judged here, and would be judged for that
        let told = |field: &str| ill.iter().any(|place| place.starts_with(&at(field)));
        let faults = written.faults(twice).into_iter().filter(|(_, field)| !told(field));
        findings.extend(faults.map(|(fault, field)| shaped.finding(fault, &at(&field))));
        clocks.push(written.into_clock());
    }
    let place = |n: usize, id: String| {
        let fault = Fault::UnknownValue { value: id.clone(), allowed: Vec::new() };
        (id, shaped.finding(fault, &format!("shown[{n}]")))
    };
    let shown = file.shown.map(|ids| ids.into_iter().enumerate().map(|(n, id)| place(n, id)).collect());
    findings.sort_by_key(|finding| (finding.line, finding.column));
    if !findings.is_empty() {
        clocks.clear();
    }
    Clocks { clocks, shown, findings }
}

impl Clocks {
    /// Adds these clocks to others, of which those with the same id are replaced; what is found then is of this file.
    pub fn extend(self, mut known: Vec<Clock>) -> (Vec<Clock>, Vec<Finding>) {
        let mut findings = self.findings;
        for clock in self.clocks {
            match known.iter_mut().find(|other| other.id == clock.id) {
                Some(other) => *other = clock,
                None => known.push(clock),
            }
        }
        let ids: Vec<String> = known.iter().map(|clock| clock.id.clone()).collect();
        if let Some(shown) = self.shown.filter(|_| findings.is_empty()) {
            for clock in &mut known {
                clock.shown = shown.iter().any(|(id, _)| *id == clock.id);
            }
            let unknown = shown.into_iter().filter(|(id, _)| !ids.contains(id));
            findings.extend(unknown.map(|(id, mut finding)| {
                finding.fault = Fault::UnknownValue { value: id.clone(), allowed: ids.clone() };
                finding.with_nearest(nearest(&id, ids.iter().map(String::as_str)))
            }));
        }
        (known, findings)
    }
}

impl Written {
    /// What is wrong with it, with the field where it is.
    fn faults(&self, twice: bool) -> Vec<(Fault, String)> {
        let mut faults = Vec::new();
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
        if self.id.is_empty() || self.id.len() > 80 || !self.id.chars().all(word) {
            faults.push((Fault::BadClockId(self.id.clone()), "id".to_owned()));
        }
        if twice {
            faults.push((Fault::ClockTwice(self.id.clone()), "id".to_owned()));
        }
        for (field, events, text) in
            [("from", !self.from.is_empty(), &self.from_text), ("to", self.to.is_some(), &self.to_text)]
        {
            match (events, text) {
                (false, None) => faults.push((Fault::MissingField(field.to_owned()), field.to_owned())),
                (true, Some(_)) => faults.push((Fault::OneOf(field.to_owned()), format!("{field}_text"))),
                _ => {}
            }
        }
        if let Some((_, second)) = self.limits().nth(1) {
            faults.push((Fault::OneOf("hours, days, months, business_days".to_owned()), second.to_owned()));
        }
        for (n, country) in self.countries.iter().enumerate() {
            let code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
            if !code && country != "EEA" {
                faults.push((Fault::BadCountry(country.clone()), format!("countries[{n}]")));
            }
        }
        faults
    }

    fn limits(&self) -> impl Iterator<Item = (Limit, &'static str)> {
        let all = [
            (self.hours.map(Limit::Hours), "hours"),
            (self.days.map(Limit::Days), "days"),
            (self.months.map(Limit::Months), "months"),
            (self.business_days.map(Limit::BusinessDays), "business_days"),
        ];
        all.into_iter().filter_map(|(limit, field)| Some((limit?, field)))
    }

    fn into_clock(self) -> Clock {
        let limit = self.limits().next().map(|(limit, _)| limit);
        let mut countries = Vec::new();
        for country in self.countries {
            match country.as_str() {
                "EU" => countries.extend(EU.map(str::to_owned)),
                "EEA" => countries.extend(EU.iter().chain(&EFTA).map(|country| (*country).to_owned())),
                _ => countries.push(country),
            }
        }
        Clock {
            id: self.id,
            name: self.name,
            from: self.from,
            from_text: self.from_text,
            to: self.to,
            to_text: self.to_text,
            limit,
            source: self.source,
            url: self.url,
            in_force: self.in_force,
            countries,
            sectors: self.sectors,
            shown: self.shown,
            note: self.note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::clock::built_in;
    use crate::text::Lang;

    fn found(yaml: &str) -> Vec<(&'static str, u32, u32, String)> {
        let (_, findings) = read(yaml.as_bytes()).extend(built_in().to_vec());
        findings.into_iter().map(|f| (f.fault.code(), f.line, f.column, f.at)).collect()
    }

    #[test]
    fn the_clocks_built_in_are_sound_and_only_one_is_shown_unasked() {
        assert_eq!(read(include_bytes!("clocks.yaml")).findings, []);
        let shown: Vec<&str> = built_in().iter().filter(|clock| clock.shown).map(|clock| clock.id.as_str()).collect();
        assert_eq!(shown, ["gdpr_art_33"]);
        assert_eq!(built_in().len(), 10);
    }

    #[test]
    fn a_file_adds_replaces_and_chooses() {
        let yaml = "
clocks:
  - { id: house, name: House rule, from: [detected], to: contained, hours: 8, source: Handbook }
  - { id: hipaa_hhs, name: Mine, from: [detected], to: authority_notified, days: 30, source: Handbook, in_force: 2024 }
shown: [house, nis2_notification]
";
        let (clocks, findings) = read(yaml.as_bytes()).extend(built_in().to_vec());
        assert_eq!((findings, clocks.len()), (vec![], 11));
        let shown: Vec<&str> = clocks.iter().filter(|clock| clock.shown).map(|clock| clock.id.as_str()).collect();
        assert_eq!(shown, ["nis2_notification", "house"]);
        let mine = clocks.iter().find(|clock| clock.id == "hipaa_hhs").unwrap();
        assert_eq!((mine.limit, mine.name.get(Lang::En)), (Some(Limit::Days(30)), "Mine"));
    }

    #[test]
    fn every_fault_has_its_place() {
        let yaml = "clocks:
  - { id: A b, name: X, from: [detcted], to: contained, hours: 8, days: 3, source: S }
  - { id: b, name: X, to: contained, hours: x, source: S, countries: [Fr] }
  - { id: c, name: X, from: [detected], from_text: Y, to: contained, source: S, mood: 1 }
  - { id: c, from: [detected], to: contained }
";
        let codes: Vec<(&str, u32)> = found(yaml).iter().map(|f| (f.0, f.1)).collect();
        for expected in [
            ("bad_clock_id", 2),
            ("unknown_value", 2),
            ("one_of", 2),
            ("missing_field", 3),
            ("wrong_type", 3),
            ("bad_country", 3),
            ("one_of", 4),
            ("unknown_field", 4),
            ("missing_field", 5),
        ] {
            assert!(codes.contains(&expected), "{expected:?} in {codes:?}");
        }
        assert_eq!(found("clocks:\n  - {").first().map(|f| f.0), Some("not_yaml"));
        assert_eq!(found("shown: [gdpr_art_3]"), [("unknown_value", 1, 9, "shown[0]".to_owned())]);
        assert_eq!(found(""), []);
    }
}
