//! Records by the thousand for the benches: bilingual, about four kilobytes each, the same ones every time.
//! It measures nothing.

use std::fmt::Write as _;
use std::path::Path;

const WORDS: [(&str, &str); 12] = [
    ("account", "compte"),
    ("supplier", "prestataire"),
    ("customers", "clients"),
    ("the release of the authority", "le communiqué de l'autorité"),
    ("access", "accès"),
    ("letter", "courrier"),
    ("was noticed", "a été repéré"),
    ("by night", "de nuit"),
    ("files", "fichiers"),
    ("at the hospital", "à l'hôpital"),
    ("were copied", "ont été copiés"),
    ("in several steps", "en plusieurs étapes"),
];
const KINDS: [&str; 6] = ["intrusion", "detected", "contained", "authority_notified", "persons_informed", "disclosed"];
const CATEGORIES: [&str; 8] =
    ["name", "birth_date", "email", "phone", "postal_address", "password_hash", "bank_details", "health"];

/// A small generator of numbers; the same seed gives the same numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn sentence(&mut self, words: usize) -> (String, String) {
        let (mut en, mut fr) = (String::from("The"), String::from("Le"));
        for _ in 0..words {
            let (a, b) = WORDS[self.roll(WORDS.len())];
            let _ = write!(en, " {a}");
            let _ = write!(fr, " {b}");
        }
        (en + ".", fr + ".")
    }
}

/// The text of the record of a number.
pub fn record(n: usize) -> String {
    let mut dice = Dice(n as u64 + 1);
    let (year, count) = (2015 + dice.roll(11), 100 + dice.roll(40_000_000));
    let mut text = format!("id: generated-{n}\ntitle: {{ en: \"Firm {n}: leak\", fr: \"Firme {n} : fuite\" }}\n");
    let _ = writeln!(text, "organisation: {{ name: Firm {n}, sector: retail, country: FR }}");
    let _ = writeln!(text, "status: confirmed\ntimezone: Europe/Paris");
    let (en, fr) = dice.sentence(40);
    let _ = writeln!(text, "summary:\n  en: >-\n    {en}\n  fr: >-\n    {fr}");
    let _ = writeln!(text, "attack:\n  vectors: [stolen_credentials, supplier]\n  systems: [Portal]\ntimeline:");
    for (day, kind) in KINDS.iter().enumerate() {
        let (en, fr) = dice.sentence(8);
        let _ = writeln!(text, "  - date: {year}-03-{:02}  # as stated\n    kind: {kind}", day * 4 + 1);
        let _ =
            writeln!(text, "    text:\n      en: {en}\n      fr: {fr}\n    status: confirmed\n    sources: [letter]");
    }
    let _ = writeln!(text, "affected:\n  - id: first\n    count: {{ min: {count} }}\n    unit: persons");
    let _ = writeln!(
        text,
        "    by: {{ name: Firm {n}, kind: controller }}\n    as_of: {year}-03-20\n    sources: [letter]"
    );
    text.push_str("data:\n");
    for category in CATEGORIES {
        let _ = writeln!(text, "  - {{ category: {category}, status: exposed, sources: [letter, press] }}");
    }
    text.push_str("measures:\n");
    for kind in ["access_revoked", "multi_factor", "helpline"] {
        let (en, fr) = dice.sentence(6);
        let _ = writeln!(
            text,
            "  - kind: {kind}\n    status: done\n    text: {{ en: {en}, fr: {fr} }}\n    sources: [press]"
        );
    }
    text.push_str("sources:\n");
    for id in ["letter", "press"] {
        let (en, fr) = dice.sentence(5);
        let _ = writeln!(text, "  - id: {id}\n    title: {{ en: {en}, fr: {fr} }}\n    date: {year}-04-01");
        let _ = writeln!(text, "    url: \"https://firm{n}.example/{id}\"\n    grade: B");
    }
    text + "tags: [generated]\n"
}

/// Writes so many records into a folder.
pub fn write(folder: &Path, count: usize) -> std::io::Result<()> {
    (0..count).try_for_each(|n| std::fs::write(folder.join(format!("generated-{n}.yaml")), record(n)))
}
