//! Pages in a real browser: no word on its console, no request, no rule of accessibility broken, light and dark, on a phone
//! and a desk, and printed. What a page says is tested in `shell::report`.

use crate::shell::{PAIR, SOUND, folder, shell, shell_in};
use crate::source::ROOT;
use crate::tool;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The browser and what drives it; without them the test that asks ends with a word, but in CI it fails.
#[track_caller]
fn browser() -> Option<(PathBuf, PathBuf)> {
    let found = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(tool::find);
    let driver = Path::new(ROOT).join("tests/browser");
    let ready = driver.join("node_modules/playwright-core").is_dir() && tool::find("node").is_some();
    if found.is_none() || !ready {
        assert!(!tool::is_ci(), "no Chromium, or nothing to drive it, which .ci/run installs");
        tool::tell("not judged in a browser: Chromium, node or tests/browser/node_modules is missing");
        return None;
    }
    found.map(|browser| (browser, driver))
}

/// A record whose every text would be markup, if it were let.
fn hostile() -> String {
    let text = r"<script>alert(1)</script><img src=x onerror=alert(1)>' \u2028 </style>";
    SOUND.replace("{text}", text).replace("https://a.example/", "https://a.example/?a=1&b=<x>'")
}

#[test]
fn pages_are_sound_in_a_real_browser() {
    let Some((browser, driver)) = browser() else { return };
    let files = folder(&[("hostile.yaml", &hostile())]);
    let path = |name: &str| files.path().join(name).display().to_string();
    let three = [PAIR[0], PAIR[1], "france-travail-2023-08"];
    let own = |arguments: &[&str], name: &str| {
        let to = path(name);
        shell().prints(&[&["report"], &three[..], arguments, &["--output", &to]].concat());
        to
    };
    let mut pages = vec![own(&[], "en.html"), own(&["--lang", "fr", "--worksheet"], "sheet.html")];
    pages.push(path("hostile.html"));
    let to = path("hostile.html");
    shell_in(files.path()).prints(&["report", "hostile", "--dir", ".", "--lang", "fr", "--output", &to]);

    pages.push(path("list.html"));
    shell().prints(&["export", "--format", "html", "--lang", "fr", "--output", &path("list.html")]);

    let mut judge = Command::new("node");
    judge.arg(driver.join("judge.mjs")).arg(browser).arg(files.path()).args(&pages);
    let run = judge.output().unwrap();
    let told: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|error| {
        panic!("{error}: {}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
    });
    let wrong = told["wrong"].as_array().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    assert!(told["judged"].as_u64().unwrap() > 100, "{told}");
    for page in &pages {
        let printed = std::fs::read(format!("{page}.pdf")).unwrap();
        assert!(printed.starts_with(b"%PDF"), "{page} was printed");
    }
}
