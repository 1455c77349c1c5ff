//! Finding: what is offered while the filter is typed, what each term hides, facets, columns, what belongs together,
//! and answers that are waited for. What a query means is tested beside `query`.

use crate::harness::{Explorer, INCIDENTS, QUESTION, RECORDS};
use breachline::app::{Effect, Message};
use breachline::edit::{Why, Write};
use breachline::record::Incident;
use breachline::store::{Batch, Entry, Origin};
use breachline::text::Lang;
use breachline::widget::Brush;
use insta::assert_snapshot;
use std::path::Path;

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

#[test]
fn fields_and_values_are_offered_while_the_filter_is_typed() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["/", "stat"]).shows("status:");
    assert_snapshot!("offers", explorer.press(&["tab", "c"]).frame());
    explorer.shows("/ status:c").press(&["tab"]).shows("/ status:confirmed ").shows("9 of 9");
    // arrows choose, and enter takes what they are on
    explorer
        .press(&["data:"])
        .shows("name")
        .press(&["down", "down", "up", "enter"])
        .shows("/ status:confirmed data:name ");
    explorer.press(&["-"]).type_text("vec").shows("vector:").press(&["esc"]).hides("╭");
}

#[test]
fn values_are_counted_among_what_the_rest_of_the_filter_finds() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    // before its colon, data is a word like others, which few incidents hold
    let offer = explorer.press(&["/", "data:"]).row_with("Date of birth");
    explorer.expect(offer.contains(" 5 │"), "five incidents of all");
    let offer = explorer.press(&["ctrl-u", "year:2025 data:"]).row_with("Date of birth");
    explorer.expect(offer.contains(" 3 │"), "three incidents of 2025");
}

#[test]
fn an_offer_is_taken_in_the_middle_of_the_line() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["/", "year:2025"]).press(&["home"]).press(&["status:con", "tab"]);
    explorer.shows("/ status:confirmed year:2025");
}

#[test]
fn a_mistake_is_told_below_where_it_stands_and_the_last_result_stays() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["/", "kairos"]).tell(Message::Pasted(" yeer:2024".to_owned()));
    explorer.shows("8 hidden").shows("no field is called yeer").shows("(nearest: year)");
    let row = explorer.row_with("^^^^");
    assert_eq!(row.find("^^^^"), explorer.row_with("/ kairos").find("yeer"), "{}", explorer.text());
    let mut french = Explorer::open_as(INCIDENTS, SMALL, Lang::Fr, Brush::default());
    french.press(&["/", "yeer:2024"]).shows("aucun champ ne s'appelle yeer");
}

#[test]
fn a_field_that_has_no_value_yet_seeks_nothing() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["/"]).type_text("kairos year").shows("0 of 9");
    explorer.type_text(":").shows("/ kairos year:").shows("1 of 9");
    explorer.type_text("2025").shows("1 of 9").press(&["ctrl-u"]).type_text("-measure").shows("9 of 9");
    explorer.press(&["ctrl-u"]).type_text("-affected>").shows("9 of 9").type_text("1M").shows("6 of 9");
    // what is not the last of it may be meant
    explorer.press(&["ctrl-u"]).type_text("kairos year").press(&["home"]).type_text("country: ").shows("0 of 9");
}

#[test]
fn each_term_tells_how_many_it_hides_and_the_last_is_taken_out() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.filter("year:2025 kairos").shows("year:2025 -0 · kairos -5");
    explorer.press(&["backspace"]).shows("/ year:2025 -3").shows("6 of 9");
    explorer.press(&["backspace"]).hides("hidden").press(&["backspace"]);
    assert_eq!(explorer.bottom(), "No filter is set.");
}

#[test]
fn facets_lie_over_the_screen_include_exclude_and_show() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["f"]).shows("Facets").shows("Over time").press(&["j", "tab", "G"]);
    assert_snapshot!("facets", explorer.frame());
    explorer.press(&["-"]).shows("/ -year:2025").shows("3 of 9");
    explorer.press(&["+"]).shows("0 of 9").press(&["backspace", "backspace", "k", "+", "k", "+"]);
    explorer.shows("year:2024 or year:2023").press(&["esc"]).hides("Facets");
    explorer.press(&["esc", "f", "g", "enter"]).shows("year:20").hides("Facets");
}

#[test]
fn a_range_of_time_is_filtered_on() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["4", "p"]).shows("by quarter").press(&["p"]).shows("by month").press(&["p"]).shows("by year");
    explorer.press(&["tab", "G", "["]).shows("6 of 9").press(&["backspace", "backspace", "g", "]"]).shows("1 of 9");
    explorer.press(&["esc", "esc", "h", "j", "l", "["]);
    assert_eq!(explorer.bottom(), "Only periods make a range.");
}

#[test]
fn columns_are_chosen_and_the_list_sorts_by_them() {
    let mut explorer = Explorer::open(INCIDENTS, (200, 40));
    explorer.press(&["C", "sources", "enter"]).press(&["esc"]).shows("Sources");
    let (session, _) = explorer.left();
    assert_eq!(session.columns, ["date", "affected", "status", "sources"]);
    for _ in 0..8 {
        if explorer.press(&["s"]).bottom() == "sorted by sources" {
            break;
        }
    }
    assert_eq!(explorer.bottom(), "sorted by sources");
    // a gap is typed; what is shown can be hidden
    explorer.press(&["C", "detected..disclosed", "enter", "ctrl-u", "sources", "enter", "esc"]);
    explorer.shows("Detected").hides("Sources  ");
    let (session, history) = explorer.left();
    assert_eq!(session.columns.last().map(String::as_str), Some("detected..disclosed"));
    let later = Explorer::resumed(INCIDENTS, (200, 40), session, history);
    later.expect(later.text().contains("Detected"), "the columns are kept");
}

#[test]
fn columns_without_room_are_told_of() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer
        .press(&["C", "intrusion", "enter", "ctrl-u", "title", "ctrl-u", "organisation", "enter"])
        .press(&["esc"])
        .shows("Incident +");
}

#[test]
fn what_belongs_together_is_listed_with_why_and_opened() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.filter("kairos").press(&["R"]).shows("Belongs with").shows("same organisation");
    assert_snapshot!("related", explorer.frame());
    explorer.press(&["j", "enter"]).hides("Belongs with").shows("What happened").shows("ctrl-t resumes it");
    let mut alone = Explorer::open(RECORDS, SMALL);
    alone.filter("elm").press(&["R"]);
    alone.expect(!alone.bottom().is_empty(), "it says that there are none, or lists them");
}

/// More incidents than are matched while a key is handled.
fn many() -> Batch {
    let incident = |title: &str| -> Incident {
        let rest = "organisation: { name: N }\ntimeline: [{ date: 2024, kind: detected }]";
        serde_yaml::from_str(&format!("title: {title}\n{rest}")).unwrap()
    };
    let (needle, pin, straw) = (incident("Needle"), incident("Pin"), incident("T"));
    let entries = (0..2_001).map(|n| {
        let incident = match n {
            7 => &needle,
            1234 => &pin,
            _ => &straw,
        };
        let incident = Incident { id: format!("a-{n:05}"), ..incident.clone() };
        Entry::new(incident, format!("{n:05}.yaml"), Origin::File)
    });
    Batch { found: 2_001, read: 2_001, entries: entries.collect(), problems: Vec::new() }
}

/// Answers the searches that the explorer waits for, and those that come of that.
fn answer_searches(explorer: &mut Explorer) {
    loop {
        let answers: Vec<_> = explorer.effects().iter().filter_map(answer_of).collect();
        if answers.is_empty() {
            return;
        }
        for answer in answers {
            explorer.tell(Message::Found(answer));
        }
    }
}

fn answer_of(effect: &Effect) -> Option<breachline::query::answer::Answer> {
    let Effect::Search(question) = effect else { return None };
    question.answer(&|| true)
}

#[test]
fn a_record_that_was_written_is_shown_among_very_many_whatever_the_filter_hides() {
    let mut explorer = among_many();
    explorer.press(&["j", "/"]).type_text("needle").press(&["enter"]);
    answer_searches(&mut explorer);
    explorer.shows("1 of 2,001");
    let write = Write { path: "01234.yaml".into(), before: None, after: Some(Vec::new()) };
    explorer.tell(Message::Written { write, why: Why::Change, outcome: Ok(()) });
    explorer.tell(Message::LoadEnded { generation: 2, library: Box::new(many().into()) });
    answer_searches(&mut explorer);
    explorer.shows("▌ Pin").hides("hidden");
}

#[test]
fn a_reload_that_breaks_off_the_first_load_says_that_it_is_done() {
    let mut explorer = Explorer::unread(Path::new("nowhere"), Lang::En, Brush::default());
    explorer.resize(SMALL).press(&["r"]);
    explorer.tell(Message::LoadEnded { generation: 2, library: Box::new(many().into()) });
    answer_searches(&mut explorer);
    explorer.shows("Read again: 2,001 incidents");
}

/// The explorer with all of them read, which answers no question.
fn among_many() -> Explorer {
    let mut explorer = Explorer::unread(Path::new("nowhere"), Lang::En, Brush::default());
    explorer.resize(SMALL);
    explorer.tell(Message::LoadEnded { generation: 1, library: Box::new(many().into()) });
    answer_searches(&mut explorer);
    explorer.shows("2,001 incidents");
    explorer
}

#[test]
fn an_answer_that_takes_long_is_waited_for_and_one_to_an_older_question_is_dropped() {
    let mut explorer = among_many();
    explorer.press(&["/"]).type_text("ne").shows("/ ne").shows("searching");
    let questions: Vec<_> = explorer.effects();
    let answers = questions.iter().map(|effect| match effect {
        Effect::Search(question) => question.answer(&|| true).unwrap(),
        effect => panic!("{effect:?}"),
    });
    let [first, second] = answers.collect::<Vec<_>>().try_into().unwrap();
    explorer.tell(Message::Found(first)).shows("searching").shows("2,001 incidents").hides("hidden");
    explorer.tell(Message::Found(second)).hides("searching").shows("1 of 2,001").shows("Needle");
}

#[test]
fn what_may_be_typed_is_looked_for_elsewhere_among_very_many_and_typing_does_not_wait() {
    let mut explorer = among_many();
    let answers = |explorer: &mut Explorer| -> Vec<Message> {
        let asked = explorer.effects().into_iter().filter_map(|effect| match effect {
            Effect::Complete(question) => Some(Message::Completed(question.number, question.answer(&|| true).unwrap())),
            _ => None,
        });
        asked.collect()
    };
    explorer.press(&["/"]).type_text("id:").hides("a-00000");
    let first = answers(&mut explorer).pop().unwrap();
    explorer.tell(first).shows("a-00000").shows("a-00001");
    // what is known is shown while the rest is waited for, and an older answer is dropped
    explorer.type_text("a-0000").hides("a-00010").shows("a-00001");
    let older = answers(&mut explorer).remove(0);
    explorer.tell(older).hides("a-00010");
    explorer.press(&["backspace"]).hides("a-00001");
    let newest = answers(&mut explorer).remove(0);
    explorer.tell(newest).shows("a-00001");
}

#[test]
fn a_question_typed_once_is_answered_and_what_is_only_possible_is_asked_for_by_a_sign() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.filter(QUESTION).shows("1 of 9").shows("accounts of Cap emploi advisers");
    explorer.press(&["esc"]).filter(&QUESTION.replace("72h", "72h?")).shows("2 of 9").shows("file stolen at Majorel");
    let french = "pays:FR secteur:public détection..autorité_notifiée>72h données:NIR=exposée concernés>1M";
    let mut explorer = Explorer::open_as(INCIDENTS, WIDE, Lang::Fr, Brush::default());
    explorer.filter(french).shows("1 sur 9").shows("Cap emploi");
}

#[test]
fn values_of_very_many_are_counted_elsewhere_and_an_older_count_is_dropped() {
    let mut explorer = among_many();
    explorer.press(&["4"]).shows("counting").press(&["j"]).shows("counting").hides("2024");
    let questions: Vec<_> = explorer.effects();
    let answers = questions.iter().map(|effect| match effect {
        Effect::Count(question) => Message::Counted(question.number, question.answer(&|| true).unwrap()),
        effect => panic!("{effect:?}"),
    });
    let [first, second] = answers.collect::<Vec<_>>().try_into().unwrap();
    explorer.tell(first).shows("counting");
    explorer.tell(second).hides("counting").shows("2024").shows("2,001 / 2,001");
}

#[test]
fn the_head_of_a_gap_is_whole_below_one_another() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["C"]).type_text("detected..authority_notified");
    explorer.press(&["enter", "esc"]).shows("Detected to").shows("Authority notified");
    // the cursor's row is seen though the heads take one more
    explorer.press(&["G"]).shows("▌ lists exported");
}

#[test]
fn a_matrix_names_its_incidents_where_there_is_room() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["space", "space", "M"]).shows("young people").shows("job seekers'");
    explorer.resize((60, 16)).shows("2025-12").shows("Name").hides("young p…");
}
