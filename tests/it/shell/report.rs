//! `report`: which records it takes, what stands on its pages, and that they hold nothing but themselves.
//! A real browser judges them in `browser`.

use super::{PAIR, SOUND, folder, shell, shell_in};

/// A moment, so that a page is the same every time.
const MOMENT: &str = "1764028800";

fn page(arguments: &[&str]) -> String {
    shell().with("SOURCE_DATE_EPOCH", MOMENT).prints(&[&["report"], arguments].concat())
}

#[test]
fn a_dossier_has_its_sections_in_order_and_the_same_bytes_every_time() {
    let told = page(&PAIR);
    let order = ["summary", "time", "gaps", "counts", "data", "measures", "risks", "facts", "not-stated", "sources"];
    let places: Vec<usize> = order.iter().map(|id| told.find(&format!("<section id=\"{id}\"")).expect(id)).collect();
    assert!(places.is_sorted());
    assert_eq!(told, page(&PAIR));
    assert!(told.contains("Made on 25 November 2025 with breachline"));
    assert!(told.contains("<html lang=\"en\">") && told.matches("<h1").count() == 1 && told.contains("class=\"skip\""));
}

#[test]
fn a_dossier_holds_nothing_from_elsewhere_and_no_script() {
    for arguments in [&[PAIR[0], PAIR[1]][..], &[PAIR[0], "--worksheet"], &["year:2025", "--lang", "fr"]] {
        let told = page(arguments);
        for bad in ["<script", "<link", "<img", "<iframe", "url(", "@import", " style=", " onload", "javascript:"] {
            assert!(!told.contains(bad), "{bad} in {arguments:?}");
        }
        assert!(told.contains("default-src 'none'; style-src 'sha256-"));
        assert!(!told.contains("'unsafe-inline'"));
    }
}

#[test]
fn every_citation_leads_to_a_numbered_source() {
    let told = page(&PAIR);
    let cited = told.match_indices("href=\"#s").filter_map(|(at, _)| told[at + 8..].split('"').next()?.parse().ok());
    let cited: std::collections::BTreeSet<u32> = cited.collect();
    assert!(cited.len() > 10);
    for n in &cited {
        assert!(told.contains(&format!("<li id=\"s{n}\" ")), "source {n}");
    }
}

#[test]
fn every_chart_has_a_title_and_a_description() {
    let told = page(&PAIR);
    let charts = told.matches("<svg class=\"chart").count();
    assert!(charts >= 6, "two of time and one of counts, each for wide and narrow pages");
    assert_eq!((told.matches("<desc id=").count(), told.matches("<title id=").count()), (charts, charts));
}

#[test]
fn a_dossier_is_of_ids_or_of_a_query_and_of_six_at_most() {
    assert!(page(&["kairos"]).contains("<h1>France Travail: Kairos, the partners&#39; portal</h1>"));
    let run = shell().run(&["report", "france"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("at most 6 incidents, and 9 match"), "{}", run.err);
    assert_eq!(shell().run(&["report", "zzzzzz"]).code, 1);
    let run = shell().run(&["report", PAIR[0], "france-travail-2025-06"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nearest"), "{}", run.err);
}

#[test]
fn a_dossier_in_markdown_tells_the_same() {
    let told = page(&[PAIR[0], PAIR[1], "--format", "markdown", "--lang", "fr"]);
    for text in
        ["# France Travail\u{a0}: 2 incidents comparés", "## En bref", "## Sources", "Établi le 25 novembre 2025"]
    {
        assert!(told.contains(text), "{text}");
    }
    assert!(told.contains("36\u{202f}820\u{202f}828 personnes"));
    assert!(!told.contains("<svg"));
}

#[test]
fn a_worksheet_marks_its_blanks_and_fills_the_rest_from_the_record() {
    for (format, blank) in [("html", "\u{2610} to be filled in"), ("markdown", "\u{2610} to be filled in")] {
        let told = page(&[PAIR[0], "--worksheet", "--format", format]);
        for text in
            ["Art. 33(3)(a)", "Art. 33(3)(d)", "36,820,828 persons", "later than 72 h after the stated detection"]
        {
            assert!(told.contains(text), "{format}: {text}");
        }
        assert!(told.matches(blank).count() >= 5, "{format}: {told}");
    }
    let told = page(&[PAIR[0], "--worksheet", "--lang", "fr"]);
    assert!(told.contains("\u{2610} à compléter") && told.contains("Art. 33, § 3, b)"));
    let bare = folder(&[("a.yaml", "title: T\norganisation: { name: O }\ntimeline: [{ date: 2025, kind: other }]\n")]);
    let told = shell_in(bare.path()).prints(&["report", "a", "--worksheet", "--format", "markdown", "--dir", "."]);
    assert_eq!(told.matches('\u{2610}').count(), 17, "all but the clock, which says what it lacks: {told}");
}

#[test]
fn nothing_of_a_record_is_markup() {
    let text = SOUND.replace("{text}", "<b>x</b>&amp;'").replace("https://a.example/", "https://a.example/?<script>");
    let files = folder(&[("a.yaml", &text)]);
    let run =
        |arguments: &[&str]| shell_in(files.path()).run(&[&["report", "a", "--dir", "."], arguments].concat()).out;
    let told = run(&[]);
    assert!(told.contains("&lt;b&gt;x&lt;/b&gt;&amp;amp;&#39;"));
    for bad in ["<b>x", "?<script>"] {
        assert!(!told.contains(bad) && !run(&["--worksheet"]).contains(bad), "{bad}");
    }
    assert!(!run(&["--format", "markdown"]).contains("<b>x"));
}
