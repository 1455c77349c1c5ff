//! A row of anybody's table as a record, by a mapping.
//! What the mapping does not name is not taken over.

use super::super::draft::{self, event, is_address, line, plain, when};
use super::super::{Dataset, Fault, Item, Loss, Map, Outcome, Why, table, words as french};
use super::Row;
use crate::record::incident::{Attack, Claim, Party};
use crate::record::vocabulary::{CountUnit, DataCategory, DataStatus, EventKind, PartyRole, Vector, Vocabulary};
use crate::record::{Localised, When, spoken};

/// A row as a record.
pub fn item(row: &Row, map: &Map) -> Outcome {
    let cell = |field: &str| -> String {
        let named = map.columns.get(field).map(|column| row.get(column).trim()).filter(|cell| !cell.is_empty());
        named.or(map.values.get(field).map(String::as_str)).unwrap_or_default().to_owned()
    };
    let fault = |why| Fault { at: row.line, why };
    let organisation = line(&cell("organisation"));
    if organisation.is_empty() {
        return Err(fault(Why::NoField("organisation".to_owned())));
    }
    let mut events = Vec::new();
    for kind in EventKind::all() {
        let text = cell(kind.id());
        if !text.trim().is_empty() {
            let date =
                date(&text, map.day_first).ok_or_else(|| fault(Why::BadValue(kind.id().to_owned(), line(&text))))?;
            events.push((*kind, date));
        }
    }
    let Some((_, first)) = events.first() else { return Err(fault(Why::NoField("date".to_owned()))) };
    let name = Some(line(&cell("item"))).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| format!("{} {organisation}", first.text()));
    let title = Some(line(&cell("title"))).filter(|title| !title.is_empty()).unwrap_or_else(|| organisation.clone());
    let mut item = draft::item(Dataset::Csv, &name, Localised::Plain(title), Localised::Plain(organisation));
    let cited: Vec<String> = links(&cell("url"), &mut item);
    let sources: Vec<&str> = cited.iter().map(String::as_str).collect();
    item.incident.timeline.extend(events.into_iter().map(|(kind, date)| event(kind, date, None, &sources)));
    item.incident.summary = plain(&cell("summary"));
    item.incident.notes = plain(&cell("notes"));
    let sector = line(&cell("sector"));
    item.incident.organisation.sector = (!sector.is_empty()).then_some(sector);
    country(&cell("country"), &mut item);
    status(&cell("status"), &mut item);
    counts(&cell("affected"), &sources, &mut item);
    data(&cell("data"), &sources, &mut item);
    vectors(&cell("vectors"), &mut item);
    for name in several(&cell("supplier")) {
        item.incident.parties.push(Party {
            name: Localised::Plain(name),
            role: PartyRole::Processor,
            note: None,
            sources: Vec::new(),
        });
    }
    for tag in several(&cell("tags")) {
        item.tag(&tag);
    }
    Ok(Box::new(item))
}

/// The parts of a cell that names several things.
fn several(cell: &str) -> Vec<String> {
    cell.split([',', ';', '|', '\n']).map(line).filter(|part| !part.is_empty()).collect()
}

fn links(cell: &str, item: &mut Item) -> Vec<String> {
    let mut ids = Vec::new();
    for url in cell.split(|c: char| c.is_whitespace() || matches!(c, ';' | '|')).filter(|url| !url.is_empty()) {
        if is_address(url) {
            ids.push(item.cite("", url));
        } else {
            item.lose(Loss::dropped("url", url));
        }
    }
    ids.dedup();
    ids
}

fn country(cell: &str, item: &mut Item) {
    let word = line(cell).to_uppercase();
    if word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        item.incident.organisation.country = Some(word);
    } else if !word.is_empty() {
        item.lose(Loss::dropped("country", line(cell)));
    }
}

fn status(cell: &str, item: &mut Item) {
    item.incident.status = known(cell);
    if item.incident.status.is_none() && !cell.trim().is_empty() {
        item.lose(Loss::dropped("status", line(cell)));
    }
}

/// The value of a vocabulary by its id or a label, whatever its case.
fn known<V: Vocabulary>(word: &str) -> Option<V> {
    let word = line(word).to_lowercase();
    let fits =
        |value: &&V| [value.id(), value.label().en, value.label().fr].iter().any(|known| known.to_lowercase() == word);
    V::all().iter().find(fits).copied()
}

fn counts(cell: &str, sources: &[&str], item: &mut Item) {
    let text = line(cell);
    let counts = spoken::all(&text);
    if counts.is_empty() && !text.is_empty() {
        item.lose(Loss::dropped("affected", text.clone()));
    }
    for spoken in counts {
        if spoken.count.approx || spoken.count.min != spoken.count.max {
            item.lose(Loss::approximated("affected", spoken.read));
        }
        // a bare number in a column of those affected counts persons or something that nobody says
        item.incident.affected.push(Claim {
            id: None,
            count: spoken.count,
            unit: spoken.unit.unwrap_or(CountUnit::Other),
            who: (!spoken.noun.is_empty()).then(|| Localised::Plain(spoken.noun.to_owned())),
            by: None,
            as_of: None,
            status: None,
            supersedes: None,
            note: Some(Localised::Plain(text.clone())),
            sources: sources.iter().map(|id| (*id).to_owned()).collect(),
        });
    }
}

fn data(cell: &str, sources: &[&str], item: &mut Item) {
    for words in several(cell) {
        item.mentions += 1;
        let class = table::HIBP.iter().find(|(known, _)| known.eq_ignore_ascii_case(&words)).map(|(_, row)| *row);
        let mut categories: Vec<(DataCategory, bool)> =
            known(&words).map(|category| (category, false)).into_iter().collect();
        if categories.is_empty() {
            categories = class.into_iter().flat_map(table::categories).map(|category| (category, false)).collect();
        }
        if categories.is_empty() {
            categories = french::read(&words).categories;
        }
        if categories.is_empty() {
            item.lose(Loss::unmapped("data", words.clone()));
            categories.push((DataCategory::Other, false));
        }
        for (category, denied) in categories {
            let status = if denied { DataStatus::NotExposed } else { DataStatus::Exposed };
            item.expose(category, status, &words, sources);
        }
    }
}

fn vectors(cell: &str, item: &mut Item) {
    let mut attack = Attack::default();
    for word in several(cell) {
        match known::<Vector>(&word).or_else(|| french::read(&word).vector) {
            Some(vector) if !attack.vectors.contains(&vector) => attack.vectors.push(vector),
            Some(_) => {}
            None => {
                item.lose(Loss::unmapped("vectors", word.clone()));
                let note =
                    attack.note.as_ref().map_or(String::new(), |note| format!("{}; ", note.get(crate::text::Lang::En)));
                attack.note = Some(Localised::Plain(format!("{note}{word}")));
            }
        }
    }
    if attack != Attack::default() {
        item.incident.attack = Some(attack);
    }
}

/// A date as tables have it: that of the format, or with the day or the month first, as the mapping says.
fn date(text: &str, day_first: bool) -> Option<When> {
    let text = line(text);
    if let Some(when) = when(&text) {
        return Some(when);
    }
    let day = text.split(' ').next().unwrap_or(&text);
    if let Some(when) = when(day) {
        return Some(when);
    }
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    if !parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => when(&format!("{year}-{month:0>2}-{day:0>2}")),
        [first, second, year] if year.len() == 4 => {
            let (day, month) = if day_first { (first, second) } else { (second, first) };
            when(&format!("{year}-{month:0>2}-{day:0>2}"))
        }
        [month, year] if year.len() == 4 => when(&format!("{year}-{month:0>2}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_tables_are_read_as_the_mapping_says() {
        let read = |text: &str, first: bool| date(text, first).map(|when| when.text().to_owned());
        assert_eq!(read("2025-03-04", true).as_deref(), Some("2025-03-04"));
        assert_eq!(read("2025-03-04 10:11:12", true).as_deref(), Some("2025-03-04"));
        assert_eq!(read("03/04/2025", true).as_deref(), Some("2025-04-03"));
        assert_eq!(read("03/04/2025", false).as_deref(), Some("2025-03-04"));
        assert_eq!(read("3.4.2025", true).as_deref(), Some("2025-04-03"));
        assert_eq!(read("04/2025", true).as_deref(), Some("2025-04"));
        for text in ["31/31/2025", "soon", "=1+1", "1/2/25"] {
            assert_eq!(read(text, true), None, "{text}");
        }
    }
}
