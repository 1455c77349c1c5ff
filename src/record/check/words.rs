//! Words with a form: identifiers, addresses, codes of countries and currencies; and words that say nothing.
//! Vocabularies are checked where a record is decoded.

use super::{At, Remark};
use crate::record::finding::Fault;
use crate::record::incident::Incident;
use crate::record::tree::item;
use unicode_normalization::UnicodeNormalization as _;

/// The most characters of an identifier made of a text.
const LONGEST: usize = 60;

/// Checks the words of a record.
pub fn check(incident: &Incident, stem: &str, remarks: &mut Vec<Remark>) {
    let identifier = |word: &str, at: At, known: &mut Vec<Remark>| {
        if is_nothing(word) {
            known.push(Remark::new(Fault::EmptyText { required: true }, at));
        } else if !is_identifier(word) {
            known.push(Remark::new(Fault::BadIdentifier(word.to_owned()), at));
        }
    };
    identifier(&incident.id, At("id", None, ""), remarks);
    if incident.id != stem && !stem.is_empty() {
        let fault = Fault::IdDiffers { id: incident.id.clone(), stem: stem.to_owned() };
        remarks.push(Remark::new(fault, "id"));
    }
    for (n, source) in incident.sources.iter().enumerate() {
        identifier(&source.id, At("sources", Some(n), "id"), remarks);
        if let Some(url) = &source.url {
            remarks.extend(address(url).map(|fault| Remark::new(fault, At("sources", Some(n), "url"))));
        }
    }
    for (n, claim) in incident.affected.iter().enumerate() {
        if let Some(id) = &claim.id {
            identifier(id, At("affected", Some(n), "id"), remarks);
        }
    }
    for (n, related) in incident.related.iter().enumerate() {
        identifier(&related.id, At("related", Some(n), "id"), remarks);
    }
    codes(incident, remarks);
    spoken(incident, remarks);
}

fn codes(incident: &Incident, remarks: &mut Vec<Remark>) {
    if let Some(country) = &incident.organisation.country
        && !is_code(country, 2)
    {
        remarks.push(Remark::new(Fault::BadCountry(country.clone()), "organisation.country"));
    }
    for (n, consequence) in incident.consequences.iter().enumerate() {
        if let Some(currency) = &consequence.currency
            && !is_code(currency, 3)
        {
            remarks.push(Remark::new(Fault::BadCurrency(currency.clone()), At("consequences", Some(n), "currency")));
        }
    }
}

/// Free words, which may be anything but nothing.
fn spoken(incident: &Incident, remarks: &mut Vec<Remark>) {
    let nothing = |at: String| Remark::new(Fault::EmptyText { required: false }, at);
    if incident.organisation.sector.as_deref().is_some_and(is_nothing) {
        remarks.push(nothing("organisation.sector".to_owned()));
    }
    let lists = [("organisation.aliases", &incident.organisation.aliases), ("tags", &incident.tags)];
    for (list, words) in lists {
        let empty = words.iter().enumerate().filter(|(_, word)| is_nothing(word));
        remarks.extend(empty.map(|(n, _)| nothing(item(list, n))));
    }
}

/// Whether a word says nothing: blank, or what YAML calls null and its decoder a word.
pub fn is_nothing(word: &str) -> bool {
    matches!(word, "~" | "null" | "Null" | "NULL") || word.trim().is_empty()
}

/// Whether a word is an identifier of the format.
pub fn is_identifier(word: &str) -> bool {
    (1..=80).contains(&word.len()) && word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// A text as an identifier: its letters and digits without accents and in lower case, hyphens between its words; empty if
/// nothing of it fits.
pub fn identifier(text: &str) -> String {
    let mut name = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => name.push(c),
            // accents, and the apostrophes of French
            '\u{300}'..='\u{36f}' | '\'' | '\u{2019}' => {}
            '\u{153}' => name.push_str("oe"),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(LONGEST);
    name.trim_end_matches('-').to_owned()
}

fn is_code(word: &str, length: usize) -> bool {
    word.len() == length && word.bytes().all(|b| b.is_ascii_uppercase())
}

fn address(url: &str) -> Option<Fault> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let strange = |c: char| c.is_whitespace() || c.is_control() || crate::text::is_hostile(c);
    if rest.is_empty() || rest.starts_with(['/', '?', '#']) || rest.contains(strange) {
        Some(Fault::BadAddress(url.to_owned()))
    } else {
        url.starts_with("http://").then(|| Fault::PlainHttp(url.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_addresses() {
        assert_eq!(address("https://a.example/x"), None);
        assert!(matches!(address("http://a.example"), Some(Fault::PlainHttp(_))));
        for url in
            ["", "javascript:alert(1)", "file:///etc/passwd", "https://", "https:///x", "https://a b", "HTTPS//x"]
        {
            assert!(matches!(address(url), Some(Fault::BadAddress(_))), "{url}");
        }
    }

    #[test]
    fn a_text_becomes_an_identifier() {
        for (text, made) in [
            ("Société Générale & Cie", "societe-generale-cie"),
            ("Cœur d\u{2019}Artichaut", "coeur-dartichaut"),
            ("L'Œuvre", "loeuvre"),
            ("../../etc/passwd", "etc-passwd"),
            ("漢字", ""),
        ] {
            assert_eq!(identifier(text), made, "{text}");
        }
        assert!(is_identifier(&identifier(&"é".repeat(200))));
    }

    #[test]
    fn an_identifier_is_never_a_path() {
        assert!(is_identifier("france-travail-2024-02"));
        for word in ["", "../x", "a/b", "A", "a.b", "é", &"a".repeat(81)] {
            assert!(!is_identifier(word), "{word}");
        }
    }
}
