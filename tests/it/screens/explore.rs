//! Explore: the list, the strip and the incident in full.
//! What the incident says is tested beside `view`.
use crate::harness::{Explorer, INCIDENTS, RECORDS, BROKEN};

#[test]
fn look() {
    for size in [(80, 24)] {
    let mut e = Explorer::open(RECORDS, size);
    e.press(&["2", "j", "j","w","w"]);
    eprintln!("{}", e.frame());
    e.press(&["1", "G", "space", "k", "space", "g", "j","j","space","c","j","j"]);
    eprintln!("{}", e.frame());
    e.press(&["4", "j","tab"]);
    eprintln!("{}", e.frame());
    e.press(&["1", "U", "filter","G","k","enter"]);
    eprintln!("{}", e.text());
    e.press(&["o"]);
    eprintln!("{}", e.text());
    e.press(&["esc", ":","zoom"]);
    eprintln!("{}", e.text());
    let mut e = Explorer::open(BROKEN, size);
    e.press(&["5","j"]);
    eprintln!("{}", e.frame());
    e.press(&["?"]);
    eprintln!("{}", e.text());
    }
    let mut e = Explorer::open(INCIDENTS, (120,40));
    e.press(&["2"]);
    eprintln!("{}", e.text());
    let mut e = Explorer::open_plain(INCIDENTS, (120,40));
    e.press(&["2"]);
    eprintln!("{}", e.text());
}
