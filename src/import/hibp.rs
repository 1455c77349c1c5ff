//! Have I Been Pwned: a breach of its list as a record.
//! It does not ask the service; it reads what somebody has saved of it.

use super::draft::{both, event, fit, is_address, line, plain, source, when};
use super::json::{field, text, texts};
use super::{Dataset, Fault, Item, Loss, Outcome, Why, draft, table};
use crate::record::incident::{Attack, Claim, Claimant};
use crate::record::vocabulary::{ClaimantKind, CountUnit, DataCategory, DataStatus, EventKind, Grade, Status, Vector};
use crate::record::{Localised, When};
use crate::text::import as words;
use serde_json::Value;

/// The id of the list itself among the sources of a record.
const LIST: &str = "hibp";

/// A breach as a record.
pub fn item(value: &Value, at: u64) -> Outcome {
    let name = text(value, "Name");
    let fault = |why| Fault { at, why };
    if name.trim().is_empty() {
        return Err(fault(Why::NoField("Name".to_owned())));
    }
    let title = Some(line(text(value, "Title"))).filter(|title| !title.is_empty()).unwrap_or_else(|| line(name));
    let date = text(value, "BreachDate");
    let (when, round) =
        breach_date(date).ok_or_else(|| fault(Why::BadValue("BreachDate".to_owned(), date.to_owned())))?;
    let organisation = title.split_once(" (").map_or(title.as_str(), |(bare, _)| bare).to_owned();
    let mut item = draft::item(Dataset::Hibp, name, Localised::Plain(title), Localised::Plain(organisation));
    let domain = line(text(value, "Domain"));
    if !domain.is_empty() {
        item.incident.organisation.aliases.push(domain);
    }
    let status = status(value, &mut item);
    list(value, &mut item);
    describe(value, &mut item);
    let mut breach = event(EventKind::Exfiltration, when, None, &[LIST]);
    if round {
        breach.note = Some(both(words::ROUND_DATE, &[&date]));
        item.lose(Loss::approximated("BreachDate", date));
    }
    item.incident.timeline.push(breach);
    changes(value, &mut item);
    claim(value, status, &mut item);
    data(value, status, &mut item);
    Ok(Box::new(item))
}

/// The date of a breach, and whether it is a first of a month or year, which mostly stands for all of it.
fn breach_date(text: &str) -> Option<(When, bool)> {
    let day = text.get(..10)?;
    if text.len() > 10 && !text[10..].starts_with('T') {
        return None;
    }
    let date = match (day.get(5..7)?, day.get(8..10)?) {
        ("01", "01") => format!("{}~", &day[..4]),
        (_, "01") => format!("{}~", &day[..7]),
        _ => day.to_owned(),
    };
    Some((when(&date)?, date.ends_with('~')))
}

fn flag(value: &Value, name: &str) -> Option<bool> {
    field(value, name).and_then(Value::as_bool)
}

/// What the flags say of the breach as a whole.
fn status(value: &Value, item: &mut Item) -> Status {
    let set = |name: &str| flag(value, name) == Some(true);
    let status = match (set("IsFabricated"), flag(value, "IsVerified")) {
        (true, _) => Status::Disputed,
        (_, Some(false)) => Status::Claimed,
        _ => Status::Confirmed,
    };
    item.incident.status = Some(status);
    for (name, tag) in [
        ("IsSensitive", "sensitive"),
        ("IsRetired", "retired"),
        ("IsSpamList", "spam-list"),
        ("IsMalware", "malware"),
        ("IsStealerLog", "stealer-log"),
        ("IsSubscriptionFree", "subscription-free"),
    ] {
        if set(name) {
            item.tag(tag);
        }
    }
    let vector = [("IsStealerLog", Vector::Infostealer), ("IsMalware", Vector::Malware)];
    if let Some((_, vector)) = vector.into_iter().find(|(name, _)| set(name)) {
        item.incident.attack =
            Some(Attack { vectors: vec![vector], sources: vec![LIST.to_owned()], ..Attack::default() });
    }
    let remarks = [(set("IsFabricated"), words::FABRICATED), (set("IsRetired"), words::RETIRED)];
    let remarks: Vec<_> = remarks.iter().filter(|(set, _)| *set).map(|(_, phrase)| both(*phrase, &[])).collect();
    item.incident.notes = draft::joined(&remarks);
    status
}

/// The list itself as a source, and where the breach was made known.
fn list(value: &Value, item: &mut Item) {
    let name = line(text(value, "Name"));
    let url =
        name.bytes().all(|b| b.is_ascii_alphanumeric()).then(|| format!("https://haveibeenpwned.com/Breach/{name}"));
    let mut list = source(LIST, both(words::HIBP, &[]), url, Some(Grade::B));
    list.date = text(value, "ModifiedDate").get(..10).and_then(when);
    item.incident.sources.push(list);
    for (name, title) in [("DisclosureUrl", ""), ("Attribution", "")] {
        let url = text(value, name).trim();
        if is_address(url) {
            item.cite(title, url);
        } else if !url.is_empty() {
            item.lose(Loss::dropped(if name == "Attribution" { "Attribution" } else { "DisclosureUrl" }, fit(url)));
        }
    }
}

/// The description, from HTML: its text as the summary, its links as sources.
fn describe(value: &Value, item: &mut Item) {
    let html = text(value, "Description");
    let (summary, links) = from_html(html);
    item.incident.summary = plain(&summary);
    let domain = line(text(value, "Domain"));
    for (words_of, url) in links {
        // that the organisation has a site carries no statement
        let is_home = draft::host(&url) == domain
            && url.split("://").nth(1).is_some_and(|rest| !rest.trim_end_matches('/').contains('/'));
        if is_home {
            continue;
        }
        if is_address(&url) {
            let id = item.cite("", &url);
            let known = item.incident.sources.iter_mut().find(|source| source.id == id);
            if let Some(source) = known.filter(|source| source.note.is_none()) {
                source.note = plain(&line(&words_of));
            }
        } else {
            item.lose(Loss::dropped("Description", url));
        }
    }
}

/// When the breach came into the list and when its entry last changed.
fn changes(value: &Value, item: &mut Item) {
    let (added, modified) = (text(value, "AddedDate"), text(value, "ModifiedDate"));
    for (name, date, kind, phrase) in [
        ("AddedDate", added, EventKind::Other, words::ADDED),
        ("ModifiedDate", modified, EventKind::Correction, words::MODIFIED),
    ] {
        if date.is_empty() || (name == "ModifiedDate" && date == added) {
            continue;
        }
        match when(date).or_else(|| when(date.get(..10)?)) {
            Some(when) => item.incident.timeline.push(event(kind, when, Some(both(phrase, &[])), &[LIST])),
            None => item.lose(Loss::dropped(name, date)),
        }
    }
}

fn claim(value: &Value, status: Status, item: &mut Item) {
    let Some(count) = field(value, "PwnCount") else { return };
    let Some(count) = count.as_u64() else {
        item.lose(Loss::dropped("PwnCount", count.to_string()));
        return;
    };
    item.incident.affected.push(Claim {
        id: None,
        count: draft::exactly(count),
        unit: CountUnit::Accounts,
        who: None,
        by: Some(Claimant { name: both(words::HIBP, &[]), kind: Some(ClaimantKind::Researcher) }),
        as_of: text(value, "AddedDate").get(..10).and_then(when),
        status: (status != Status::Confirmed).then_some(status),
        supersedes: None,
        note: Some(both(words::LOADED, &[])),
        sources: vec![LIST.to_owned()],
    });
}

fn data(value: &Value, status: Status, item: &mut Item) {
    let status = match status {
        Status::Confirmed => DataStatus::Exposed,
        Status::Disputed => DataStatus::Disputed,
        _ => DataStatus::Claimed,
    };
    for class in texts(value, "DataClasses") {
        item.mentions += 1;
        let row = table::HIBP.iter().find(|(known, _)| known.eq_ignore_ascii_case(class.trim()));
        if let Some((_, row)) = row {
            table::categories(row).for_each(|category| item.expose(category, status, class, &[LIST]));
        } else if !class.trim().is_empty() {
            item.lose(Loss::unmapped("data", class));
            item.expose(DataCategory::Other, status, class, &[LIST]);
        }
    }
}

/// The text of HTML, and the text and address of each of its links.
fn from_html(html: &str) -> (String, Vec<(String, String)>) {
    let decode = |text: &str| html_escape::decode_html_entities(text).into_owned();
    let (mut plain, mut links) = (String::new(), Vec::new());
    let mut open: Option<(usize, String)> = None;
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(&decode(before));
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let Some((tag, tail)) = after.split_once('>').filter(|_| is_tag) else {
            plain.push('<');
            rest = after;
            continue;
        };
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        match name.to_ascii_lowercase().as_str() {
            "a" => open = attribute(tag, "href").map(|href| (plain.len(), decode(href))),
            "/a" => links.extend(open.take().map(|(start, href)| (plain[start..].to_owned(), href))),
            "p" | "/p" | "br" | "br/" | "li" | "/ul" | "/ol" => plain.push('\n'),
            _ => {}
        }
        rest = tail;
    }
    plain.push_str(&decode(rest));
    (plain, links)
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let at = tag.to_ascii_lowercase().find(&format!("{name}="))? + name.len() + 1;
    let value = tag.get(at..)?;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split_whitespace().next(),
    }
}
