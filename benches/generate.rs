//! Records by the thousand for the benches: bilingual, about four kilobytes each, the same ones every time.
//! It measures nothing.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How many records a folder holds.
const FOLDER: usize = 1000;

const KINDS: [(&str, &str); 10] = [
    ("Centre hospitalier de", "health"),
    ("Mairie de", "public_administration"),
    ("Université de", "education"),
    ("Caisse d'épargne de", "finance"),
    ("Fédération sportive de", "association"),
    ("Électricité de", "energy"),
    ("Assurance mutuelle de", "insurance"),
    ("Les Transports de", "transport"),
    ("Télécom", "telecommunications"),
    ("Maison Lefèvre", "retail"),
];
const PLACES: [&str; 16] = [
    "Béziers",
    "Lille",
    "Orléans",
    "Nîmes",
    "Saint-Étienne",
    "Besançon",
    "Angoulême",
    "Liège",
    "Genève",
    "Montréal",
    "Le Havre",
    "Vannes",
    "Chambéry",
    "Évreux",
    "Périgueux",
    "Cœur-de-Loire",
];
const WORDS: [(&str, &str); 24] = [
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
    ("payroll", "la paie"),
    ("a stolen password", "un mot de passe volé"),
    ("without a second factor", "sans second facteur"),
    ("the archive", "les archives"),
    ("patients", "des patients"),
    ("members", "des adhérents"),
    ("was offered for sale", "a été mis en vente"),
    ("on a forum", "sur un forum"),
    ("the portal", "le portail"),
    ("was closed", "a été fermé"),
    ("the day after", "le lendemain"),
    ("according to the employees", "d'après les salariés"),
];
const WHAT: [(&str, &str); 6] = [
    ("customer data leaked", "fuite de données de clients"),
    ("a partner's account misused", "accès non autorisé au compte d'un partenaire"),
    ("health data for sale", "données de santé mises en vente"),
    ("member portal", "portail des adhérents"),
    ("ransomware at a supplier", "rançongiciel chez un sous-traitant"),
    ("file left open", "fichier laissé en accès libre"),
];
const STEPS: [&str; 7] =
    ["intrusion", "exfiltration", "detected", "contained", "authority_notified", "persons_informed", "disclosed"];
const CATEGORIES: [&str; 10] = [
    "name",
    "birth_date",
    "email",
    "phone",
    "postal_address",
    "password_hash",
    "bank_details",
    "health",
    "national_id_number",
    "username",
];
const VECTORS: [&str; 5] = ["stolen_credentials", "supplier", "phishing", "vulnerability", "misconfiguration"];
const STATUSES: [&str; 4] = ["confirmed", "confirmed", "claimed", "disputed"];
const EXPOSED: [&str; 5] = ["exposed", "exposed", "claimed", "disputed", "not_exposed"];

/// A small generator of numbers; the same seed gives the same numbers.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }

    fn sentence(&mut self, words: usize) -> (String, String) {
        let (mut en, mut fr) = (String::from("The"), String::from("Le"));
        for _ in 0..words {
            let (a, b) = self.pick(&WORDS);
            let _ = write!(en, " {a}");
            let _ = write!(fr, " {b}");
        }
        (en + ".", fr + ".")
    }

    /// A date about so many days into a year: mostly a day, else a month, an interval, an open or a doubtful one.
    fn date(&mut self, year: usize, day: usize) -> String {
        let (month, day) = (1 + (day / 28) % 12, 1 + day % 28);
        match self.roll(12) {
            0 => format!("{year}-{month:02}"),
            1 => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-28"),
            2 => format!("../{year}-{month:02}-{day:02}"),
            3 => format!("{year}-{month:02}-{day:02}~"),
            4 => format!("{year}-{month:02}-{day:02}T{:02}:30", day % 24),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }
}

/// The organisation of a number: with more of them than there are names, the number is part of the name.
fn organisation(n: usize) -> (String, &'static str) {
    let ((kind, sector), place) = (KINDS[n % KINDS.len()], PLACES[n / KINDS.len() % PLACES.len()]);
    let round = n / (KINDS.len() * PLACES.len());
    let number = if round == 0 { String::new() } else { format!(" {}", round + 1) };
    (format!("{kind} {place}{number}"), sector)
}

/// The text of the record of a number.
pub fn record(n: usize) -> String {
    let mut dice = Dice((n as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    // an early organisation comes up again and again
    let few = dice.roll(64 + n / 6);
    let few = dice.roll(few + 1);
    let (name, sector) = organisation(few);
    let (year, start) = (2012 + dice.roll(13), dice.roll(300));
    let (en, fr) = dice.pick(&WHAT);
    let mut text =
        format!("# {name}, {year}\nid: generated-{n}\ntitle:\n  en: \"{name}: {en}\"\n  fr: \"{name} : {fr}\"\n");
    let country = dice.pick(&["FR", "FR", "FR", "BE", "CH", "CA"]);
    let _ = writeln!(text, "organisation: {{ name: {name}, sector: {sector}, country: {country} }}");
    let _ = writeln!(text, "status: {}\ntimezone: Europe/Paris", dice.pick(&STATUSES));
    let (en, fr) = dice.sentence(14);
    let _ = writeln!(text, "summary:\n  en: >-\n    {en}\n  fr: >-\n    {fr}");
    attack(&mut text, &mut dice);
    timeline(&mut text, &mut dice, (year, start));
    affected(&mut text, &mut dice, (&name, year, start));
    data_and_measures(&mut text, &mut dice, (year, start));
    sources(&mut text, &mut dice, year);
    let _ = writeln!(text, "tags: [generated, {}]", dice.pick(&["supplier", "health", "\"2024\"", "ransom"]));
    text
}

fn attack(text: &mut String, dice: &mut Dice) {
    let (one, other) = (dice.roll(VECTORS.len()), dice.roll(VECTORS.len() - 1));
    let other = if other >= one { other + 1 } else { other };
    let _ = writeln!(text, "attack:\n  vectors: [{}, {}]", VECTORS[one], VECTORS[other]);
    let _ = writeln!(text, "  systems: [{{ en: Portal, fr: Portail }}, Files {}]", dice.roll(20));
    if dice.roll(3) == 0 {
        let _ = writeln!(text, "  actor: {{ name: Group {}, status: claimed, sources: [press] }}", dice.roll(50));
    }
    text.push_str("  sources: [letter, press]\n");
    let _ = writeln!(text, "parties:\n  - name: Hosting {}\n    role: processor\n    sources: [press]", dice.roll(300));
}

fn timeline(text: &mut String, dice: &mut Dice, (year, start): (usize, usize)) {
    text.push_str("timeline:\n");
    for (n, kind) in STEPS.iter().enumerate() {
        let (en, fr) = dice.sentence(4);
        let date = if n == 0 && dice.roll(8) == 0 { "unknown".to_owned() } else { dice.date(year, start + n * 3) };
        let _ = writeln!(text, "  - date: {date}  # as stated\n    kind: {kind}");
        let _ = writeln!(text, "    text:\n      en: {en}\n      fr: {fr}\n    sources: [letter]");
    }
    let disputed = dice.date(year, start + 1);
    let _ = writeln!(text, "  - {{ date: {disputed}, kind: detected, status: disputed, sources: [press] }}");
}

fn affected(text: &mut String, dice: &mut Dice, (name, year, start): (&str, usize, usize)) {
    let (count, month) = (100 + dice.roll(4_000_000), 1 + (start / 28) % 12);
    let _ = writeln!(text, "affected:\n  - id: first\n    count: {{ min: {count} }}\n    unit: persons");
    let _ = writeln!(text, "    by: {{ name: {name}, kind: controller }}\n    as_of: {year}-{month:02}-20");
    text.push_str("    sources: [letter]\n");
    let second = count + dice.roll(500_000);
    let _ = writeln!(
        text,
        "  - {{ count: {second}, unit: persons, by: {{ name: CNIL, kind: authority }}, as_of: {year}-12, supersedes: first, sources: [press] }}"
    );
    if dice.roll(4) == 0 {
        let _ = writeln!(
            text,
            "  - {{ count: {{ min: {count}, max: {} }}, unit: records, by: {{ name: Seller, kind: attacker }}, status: claimed, sources: [press] }}",
            count * 3
        );
    }
}

fn data_and_measures(text: &mut String, dice: &mut Dice, (year, start): (usize, usize)) {
    text.push_str("data:\n");
    for category in CATEGORIES.iter().skip(dice.roll(4)) {
        let _ =
            writeln!(text, "  - {{ category: {category}, status: {}, sources: [letter, press] }}", dice.pick(&EXPOSED));
    }
    text.push_str("measures:\n");
    for kind in ["access_revoked", "multi_factor", "helpline"] {
        let (en, fr) = dice.sentence(4);
        let date = dice.date(year, start + 12);
        let _ = writeln!(text, "  - kind: {kind}\n    date: {date}\n    status: done");
        let _ = writeln!(text, "    text: {{ en: {en}, fr: {fr} }}\n    sources: [press]");
    }
}

fn sources(text: &mut String, dice: &mut Dice, year: usize) {
    text.push_str("sources:\n");
    let press = dice.pick(&["Le Quotidien", "Example Times", "La Voix du Nord", "L'Écho"]);
    for (id, publisher, grade) in [("letter", "CNIL", "A"), ("press", press, "B")] {
        let (en, fr) = dice.sentence(3);
        let _ = writeln!(text, "  - id: {id}\n    title: {{ en: {en}, fr: {fr} }}\n    publisher: {publisher}");
        let _ = writeln!(text, "    date: {year}-12-20");
        let _ =
            writeln!(text, "    url: \"https://example.org/{year}/{}/{id}\"\n    grade: {grade}", dice.roll(90_000));
    }
}

/// The file of the record of a number.
pub fn path(folder: &Path, n: usize) -> PathBuf {
    folder.join(format!("{:04}", n / FOLDER)).join(format!("generated-{n}.yaml"))
}

/// Writes so many records below a folder, as files that were written long ago.
pub fn write(folder: &Path, count: usize) -> std::io::Result<()> {
    for n in 0..count {
        if n % FOLDER == 0 {
            path(folder, n).parent().map_or(Ok(()), fs::create_dir_all)?;
        }
        rewrite(folder, n)?;
    }
    Ok(())
}

/// Writes one record, as a file that was written long ago.
pub fn rewrite(folder: &Path, n: usize) -> std::io::Result<()> {
    let path = path(folder, n);
    fs::write(&path, record(n))?;
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    File::options().write(true).open(&path)?.set_modified(long_ago)
}
