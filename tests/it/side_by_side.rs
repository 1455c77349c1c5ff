//! What an analyst must see at once in the records of France Travail: at three sizes, in colour and without, in ASCII.
//! It looks at frames alone; the parts have tests of their own.

use crate::harness::{Explorer, INCIDENTS, folder_of};
use breachline::record::clock::OwnedRules;
use breachline::text::Lang;
use breachline::theme::{Glyphs, Theme};
use breachline::widget::Brush;
use chrono::{TimeZone, Utc};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const JULY: &str = "france-travail-2025-07";
const CAP_EMPLOI: &str = "france-travail-2024-02";

/// The explorer on the records of France Travail, at every size and in every look.
fn each() -> impl Iterator<Item = ((u16, u16), Glyphs, Explorer)> {
    let looks = [
        Brush { theme: Theme::Terminal, glyphs: Glyphs::Unicode },
        Brush { theme: Theme::Contrast, glyphs: Glyphs::Unicode },
        Brush { theme: Theme::Plain, glyphs: Glyphs::Unicode },
        Brush { theme: Theme::Plain, glyphs: Glyphs::Ascii },
    ];
    SIZES
        .into_iter()
        .flat_map(move |size| looks.map(|look| (size, look.glyphs, Explorer::open_as(INCIDENTS, size, Lang::En, look))))
}

fn mark(explorer: &mut Explorer, ids: &[&str]) {
    for id in ids {
        explorer.filter(&format!("id:{id}")).press(&["space"]);
    }
    explorer.press(&["esc"]);
}

/// Puts the cursor of a comparison on the row of a label.
fn go_to(explorer: &mut Explorer, label: &str) {
    for _ in 0..200 {
        if explorer.rows().iter().any(|row| row.starts_with(['▌', '>']) && row.contains(label)) {
            return;
        }
        explorer.press(&["j"]);
    }
    explorer.expect(false, &format!("no row {label}"));
}

/// The text of one of two columns, its rows joined, dashes in ASCII.
fn column(explorer: &Explorer, size: (u16, u16), n: u16) -> String {
    let label = (size.0 / 5).clamp(16, 30);
    let width = (size.0 - label - 1) / 2;
    let (from, cells) = (usize::from(label + n * width), usize::from(width - 1));
    let part = |row: &String| row.chars().skip(from).take(cells).collect::<String>();
    let rows: Vec<String> = explorer.rows()[5..].iter().map(part).collect();
    rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ").replace('–', "-")
}

#[test]
fn the_clock_of_july_2025_cannot_be_decided_and_shows_the_dates_that_leave_it_open() {
    for (size, _, mut explorer) in each() {
        mark(&mut explorer, &[JULY, CAP_EMPLOI]);
        explorer.press(&["c"]);
        go_to(&mut explorer, "GDPR art. 33");
        let told = column(&explorer, size, 0);
        let said = "cannot be decided: at most 12 days, against 72 h from the stated detection";
        explorer.expect(told.contains(said), &format!("{said}\nin {told}"));
        explorer
            .press(&["enter"])
            .shows("12 July 2025")
            .shows("13 July 2025")
            .shows("disputed")
            .shows("by 23 July 2025");
    }
}

#[test]
fn the_clock_of_2024_is_late_by_the_cnils_reading_and_shows_france_travails() {
    for (size, _, mut explorer) in each() {
        mark(&mut explorer, &[JULY, CAP_EMPLOI]);
        explorer.press(&["c", "l"]);
        go_to(&mut explorer, "GDPR art. 33");
        let told = column(&explorer, size, 1);
        for said in [
            "later than 72 h after the stated detection (7-9 days)",
            "by another reading (Detected 11-13 March 2024, disputed): before the stated detection",
        ] {
            explorer.expect(told.contains(said), &format!("{said}\nin {told}"));
        }
        explorer.press(&["enter"]).shows("According to the CNIL's decision.").shows("France Travail says on 13 March");
    }
}

#[test]
fn the_matrix_shows_where_the_nir_was_exposed_and_where_nobody_says() {
    let ids = ["france-travail-2023-08", CAP_EMPLOI, JULY, "france-travail-2025-12"];
    for (_, glyphs, mut explorer) in each() {
        mark(&mut explorer, &ids);
        explorer.press(&["M"]);
        for _ in 0..12 {
            explorer.press(&["j"]);
        }
        let row = explorer.row_with("National id number");
        let signs: Vec<&str> = row.split_whitespace().skip_while(|word| *word != "3").collect();
        let expected = match glyphs {
            Glyphs::Unicode => ["3", "●", "●", "·", "●"],
            Glyphs::Ascii => ["3", "x", "x", ".", "x"],
        };
        assert_eq!(signs, expected, "{}", explorer.frame());
        let legend = explorer.text().replace('\u{a0}', " ");
        let not_stated = if glyphs == Glyphs::Unicode { "· not stated" } else { ". not stated" };
        explorer.expect(legend.contains(not_stated), "the legend tells what is not stated");
    }
}

#[test]
fn the_figures_of_2024_read_as_43_million_and_then_36_8_million() {
    for (size, _, mut explorer) in each() {
        mark(&mut explorer, &[JULY, CAP_EMPLOI]);
        explorer.press(&["c", "l"]);
        go_to(&mut explorer, "Revised");
        let told = column(&explorer, size, 1);
        let step = told.find("43,000,000").and_then(|at| told[at..].find("36,820,828"));
        explorer.expect(step.is_some_and(|step| step < 80), &format!("43 M, then 36.8 M\nin {told}"));
    }
}

#[test]
fn a_clock_that_is_running_counts_down_on_the_screens() {
    let folder = folder_of(&[]);
    let record = "id: open-2026\ntitle: Open\norganisation: { name: O, country: FR }\n\
                  timeline: [{ date: 2026-11-24T00:00Z, kind: detected }]\n";
    std::fs::write(folder.path().join("open-2026.yaml"), record).unwrap();
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap();
    let rules = OwnedRules { clocks: None, now: Some(now) };
    let mut explorer = Explorer::open(folder.path(), (120, 40)).with_rules(rules);
    explorer.press(&["r"]).shows("running: 11–12 hours since the stated").shows("60–61 hours left of 72 h");
}
