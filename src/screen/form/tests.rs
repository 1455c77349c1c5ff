//! Forms by their keys alone: what is typed, and the record's text that comes of it.
//! The screen and the disk are tested from outside, in `tests/it`.

use super::*;
use crate::keymap::Key;
use crate::record::read;
use crate::text::Lang;
use crossterm::event::KeyCode;

const HOUSE: &str = include_str!("../../../incidents/france-travail-2024-02.yaml");

struct Typist {
    form: Form,
    desk: Desk,
}

impl Typist {
    fn open(task: Task, text: &str) -> Typist {
        Typist::open_in(task, text, Lang::En)
    }

    fn open_in(task: Task, text: &str, lang: Lang) -> Typist {
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let incident = if text.is_empty() { None } else { read(text.as_bytes(), "", now).incident };
        assert_eq!(incident.is_none(), text.is_empty());
        let desk = Desk { lang, place: Some("r".to_owned()), ..Desk::default() };
        let file = if task == Task::Create { "" } else { "r/france-travail-2024-02.yaml" };
        let (text, file, folder) = (text.to_owned(), file.to_owned(), "r".to_owned());
        let start = Start { task, incident, text, file, folder, homes: Vec::new(), now };
        Typist { form: Form::open(start, &desk), desk }
    }

    /// Presses keys by their names; any other word is typed.
    fn press(&mut self, keys: &[&str]) -> Wish {
        let mut wish = Wish::Nothing;
        for key in keys {
            let named = Some(*key).filter(|key| key.len() > 1 || key.is_empty()).and_then(Key::parse);
            let typed = key.chars().map(|letter| Key { code: KeyCode::Char(letter), control: false, alt: false });
            let keys = named.map_or_else(|| typed.collect::<Vec<_>>(), |key| vec![key]);
            for key in keys {
                wish = self.form.take(key, &self.desk);
            }
        }
        wish
    }

    fn text(&self) -> String {
        self.form.written().expect("a whole record").expect("a text that can be changed")
    }

    fn told(&self) -> Vec<String> {
        let all = 0..self.form.slots.len();
        all.flat_map(|n| self.form.findings(n)).map(|finding| finding.message(self.desk.lang)).collect()
    }
}

/// The lines that went and the lines that came.
fn changed(before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    let lines = diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
    lines.flat_map(|change| [change.tag().to_string(), change.value().to_owned()]).collect()
}

#[test]
fn a_new_record_needs_four_answers_and_gets_an_id() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Customer portal", "tab", "Acme SA", "tab", "2024-03", "tab", "intru"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save);
    assert_eq!(typist.form.file(), std::path::Path::new("r/acme-sa-2024-03.yaml"));
    let text = typist.text();
    assert!(text.contains("id: acme-sa-2024-03\n") && text.contains("title: Customer portal\n"), "{text}");
    assert!(text.contains("kind: intrusion"), "{text}");
}

#[test]
fn a_save_leads_to_what_lacks_and_tells_it_there() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "tab", "Acme", "tab"]);
    assert!(typist.told().is_empty(), "{:?}", typist.told());
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Nothing);
    assert_eq!(typist.form.slots[typist.form.focus].path, "timeline[0].date");
    assert!(typist.told().iter().any(|told| told.contains("“date” is missing")), "{:?}", typist.told());
}

#[test]
fn an_id_that_is_typed_follows_the_answers_no_longer_and_is_never_a_path() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "tab", "Acme", "tab", "2024", "tab", "intru", "tab"]);
    let id = typist.form.slots.iter().position(|slot| slot.path == "id").unwrap();
    typist.form.enter(id);
    typist.press(&["ctrl-u", "../x"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Nothing);
    assert!(typist.told().iter().any(|told| told.contains("“../x” is not an identifier")), "{:?}", typist.told());
    typist.press(&["ctrl-u", "mine", "ctrl-s"]);
    assert_eq!(typist.form.file(), std::path::Path::new("r/mine.yaml"));
}

#[test]
fn an_event_for_a_record_adds_its_lines_and_no_others() {
    let mut typist = Typist::open(Task::Insert, HOUSE);
    typist.press(&[
        "enter",
        "2026-02-10",
        "tab",
        "correct",
        "tab",
        "Corrected.",
        "tab",
        "Rectifié.",
        "tab",
        "cnil",
        "enter",
    ]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save);
    let changed = changed(HOUSE, &typist.text());
    assert!(changed.lines().all(|line| line.starts_with('+')), "{changed}");
    assert!(changed.contains("date: 2026-02-10") && changed.contains("sources: [cnil]"), "{changed}");
}

#[test]
fn a_figure_is_taken_as_it_is_said_with_its_unit() {
    for (said, stated, lang) in [
        ("1,5 M", "count: { min: 1500000, max: 1500000, approx: true }", Lang::Fr),
        ("340 000 personnes", "count: 340000", Lang::Fr),
        ("au moins 340 000", "count: { min: 340000 }", Lang::Fr),
        ("~50k", "count: { min: 50000, max: 50000, approx: true }", Lang::En),
        ("11 à 15 millions", "count: { min: 11000000, max: 15000000, approx: true }", Lang::Fr),
    ] {
        let mut typist = Typist::open_in(Task::Insert, HOUSE, lang);
        typist.press(&["down", "enter", said, "tab"]);
        if typist.form.slots[1].answer().is_none() {
            typist.press(&[if lang == Lang::Fr { "personnes" } else { "persons" }]);
        }
        assert_eq!(typist.press(&["ctrl-s"]), Wish::Save, "{said}");
        let changed = changed(HOUSE, &typist.text());
        assert!(changed.contains(stated) && changed.contains("unit: persons"), "{said}: {changed}");
    }
}

#[test]
fn a_figure_that_is_not_understood_or_unknown_is_told_and_not_saved() {
    let mut typist = Typist::open(Task::Insert, HOUSE);
    typist.press(&["down", "enter", "a great many", "tab", "persons"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Nothing);
    assert!(typist.form.slots[0].misread(Lang::En).unwrap().contains("not understood"));
    typist.press(&["ctrl-u", "inconnu"]);
    assert!(typist.form.slots[0].misread(Lang::En).unwrap().contains("is no figure"));
}

#[test]
fn a_date_may_be_typed_day_first_and_is_told_in_words() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "tab", "Acme", "tab", "02/01/2026"]);
    let slot = &typist.form.slots[typist.form.focus];
    assert!(slot.understood(Lang::En).unwrap().starts_with("on 2 January 2026"));
    typist.press(&["tab", "intru"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save);
    assert!(
        typist.text().contains("id: acme-2026-01\n") && typist.text().contains("date: 2026-01-02\n"),
        "{}",
        typist.text()
    );
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "tab", "Acme", "tab", "01/22/2026", "tab", "intru"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Nothing);
}

#[test]
fn unknown_is_an_answer_and_not_stated_is_none() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "tab", "Acme", "tab", "inconnue", "tab", "intru", "tab"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save);
    assert!(typist.text().contains("date: unknown"), "{}", typist.text());
    assert!(!typist.text().contains("known:"), "{}", typist.text());
}

#[test]
fn a_source_can_be_added_where_it_is_cited() {
    let mut typist = Typist::open(Task::Insert, HOUSE);
    typist.press(&["enter", "2026-02-10", "tab", "correct", "tab", "A.", "tab", "B.", "tab", "Le Quotidien", "enter"]);
    assert_eq!(typist.form.slots[typist.form.focus].path.rsplit('.').next(), Some("title"));
    typist.press(&["An article", "tab", "Un article", "tab"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save, "{:?}", typist.told());
    let changed = changed(HOUSE, &typist.text());
    assert!(changed.lines().all(|line| line.starts_with('+')), "{changed}");
    assert!(changed.contains("sources: [le-quotidien]") && changed.contains("id: le-quotidien"), "{changed}");
}

#[test]
fn lists_grow_and_shrink_in_the_form_and_what_is_left_empty_is_not_written() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "tab", "Acme", "tab", "2024", "tab", "intru", "tab"]);
    for (status, then) in [("exposed", "enter"), ("claimed", "enter")] {
        let grow = typist.form.slots.iter().position(|slot| slot.path == "data").unwrap();
        typist.form.enter(grow);
        typist.press(&[then, "name", "tab", status, "tab"]);
    }
    let grow = typist.form.slots.iter().position(|slot| slot.path == "measures").unwrap();
    typist.form.enter(grow);
    typist.press(&["enter"]);
    assert_eq!(typist.form.length("data"), 2);
    let first = typist.form.slots.iter().position(|slot| slot.path == "data[0].status").unwrap();
    typist.form.enter(first);
    typist.press(&["ctrl-x"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save, "{:?}", typist.told());
    let text = typist.text();
    assert!(
        text.contains("status: claimed") && !text.contains("status: exposed") && !text.contains("measures"),
        "{text}"
    );
}

#[test]
fn a_value_is_changed_on_its_line_alone() {
    let mut typist = Typist::open(Task::Amend("timeline[1]".to_owned()), HOUSE);
    assert!(!typist.form.is_changed());
    typist.press(&["ctrl-u", "2024-02-06/2024-03-06"]);
    assert_eq!(typist.press(&["ctrl-s"]), Wish::Save);
    assert_eq!(changed(HOUSE, &typist.text()), "-  - date: 2024-02-06/2024-03-05\n+  - date: 2024-02-06/2024-03-06\n");
}

#[test]
fn every_value_of_the_incident_in_full_opens_as_it_is() {
    const ACME: &str = include_str!("../../../tests/fixtures/records/acme-2025-03.yaml");
    let incident = read(ACME.as_bytes(), "", DateTime::UNIX_EPOCH).incident.unwrap();
    let options = crate::view::Options { lang: Lang::En, glyphs: crate::theme::Glyphs::Unicode, width: 80 };
    let told = crate::view::dossier::dossier(&incident, &options);
    let places: Vec<String> =
        told.sections.iter().flat_map(|section| &section.items).filter_map(|item| item.at.clone()).collect();
    assert!(places.len() > 15, "{places:?}");
    for at in places {
        let typist = Typist::open(Task::Amend(at.clone()), ACME);
        assert!(!typist.form.slots.is_empty(), "nothing to change at {at}");
        assert!(!typist.form.is_changed(), "{at} is changed by opening it");
        assert_eq!(typist.text(), ACME, "{at}");
    }
}

#[test]
fn a_text_can_be_given_in_a_second_language() {
    let mut typist = Typist::open(Task::Create, "");
    typist
        .press(&["Portal", "ctrl-t", "tab", "Portail", "tab", "Acme", "tab", "2024", "tab", "intru", "tab", "ctrl-s"]);
    assert!(typist.text().contains("title: { en: Portal, fr: Portail }"), "{}", typist.text());
}

#[test]
fn esc_asks_only_where_something_would_be_lost() {
    let mut typist = Typist::open(Task::Create, "");
    assert_eq!(typist.press(&["esc"]), Wish::Leave);
    typist.press(&["A"]);
    assert_eq!(typist.press(&["esc"]), Wish::Nothing);
    assert_eq!(typist.press(&["esc"]), Wish::Nothing);
    assert!(matches!(typist.form.stage, Stage::Fields));
    assert_eq!(typist.press(&["esc", "k"]), Wish::Keep);
}

#[test]
fn what_is_kept_fills_the_form_again() {
    let mut typist = Typist::open(Task::Create, "");
    typist.press(&["Portal", "ctrl-t", "tab", "Portail", "tab", "Acme", "tab", "2024", "tab", "intru", "tab"]);
    let grow = typist.form.slots.iter().position(|slot| slot.path == "data").unwrap();
    typist.form.enter(grow);
    typist.press(&["enter", "name", "tab", "exposed", "tab"]);
    let kept = Kept::parse(&typist.form.kept()).unwrap();
    assert_eq!((kept.title.as_str(), &kept.task), ("Portal", &Task::Create));
    let mut again = Typist::open(Task::Create, "");
    again.form.resume(&kept, &again.desk);
    assert_eq!(again.text(), typist.text());
    let mut other = Typist::open(Task::Insert, HOUSE);
    other.press(&["enter", "2026-02", "tab", "sanc", "tab", "A fine.", "tab"]);
    let kept = Kept::parse(&other.form.kept()).unwrap();
    let mut again = Typist::open(Task::Insert, HOUSE);
    again.form.resume(&kept, &again.desk);
    assert_eq!(again.text(), other.text());
}
