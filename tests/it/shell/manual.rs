//! Completions and the manual page, judged by the shells and readers of pages that are there.
//! What they say is the definition of the arguments, which is tested where it stands.

use super::{folder, shell};
use crate::tool;
use breachline::command::TABLE;
use breachline::text::Lang;

#[test]
fn completions_are_scripts_that_each_shell_can_read() {
    for (name, reads) in [("bash", "bash"), ("zsh", "zsh"), ("fish", "fish"), ("elvish", ""), ("powershell", "")] {
        let script = shell().prints(&["completions", name]);
        for word in ["timeline", "export", "format", "ndjson"] {
            assert!(script.contains(word), "{name}: {word}");
        }
        if tool::find(reads).is_none() {
            continue;
        }
        let files = folder(&[("script", &script)]);
        tool::output(reads, &["-n", files.path().join("script").to_str().unwrap()]);
    }
}

#[test]
fn the_manual_page_renders_and_tells_every_key_and_command() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let page = shell().prints(&["man", "--lang", code]);
        let bare = page.replace("\\*(Aq", "'").replace("\\-", "-");
        for row in TABLE {
            assert!(bare.contains(row.help.get(lang)), "{}", row.help.get(lang));
        }
        let files = folder(&[("breachline.1", &page)]);
        let file = files.path().join("breachline.1");
        let file = file.to_str().unwrap();
        if tool::find("mandoc").is_some() {
            let told = tool::output("mandoc", &["-T", "html", "-W", "error", file]);
            assert!(told.contains("export"), "{told}");
        } else if tool::find("groff").is_some() {
            let told = tool::output("groff", &["-man", "-Tutf8", "-P-cbou", "-k", "-ww", file]);
            assert!(told.contains("export"), "{told}");
        } else {
            tool::tell("the manual page is not rendered: neither mandoc nor groff is here");
        }
    }
}
