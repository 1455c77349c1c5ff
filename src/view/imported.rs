//! What an import came to: as lines for a reader, and as JSON.
//! It reckons nothing; the report that it tells was kept while reading.

use super::Line;
use super::json::FORMAT_VERSION;
use crate::import::report::Fate;
use crate::import::{Fault, Report};
use crate::text::{Lang, clean, import as words, number};
use crate::theme::Role;
use serde_json::{Value, json};
use std::path::PathBuf;

/// How many values of a kind the lines tell.
const SHOWN: usize = 12;

/// An item that was left out: its file and why.
pub type LeftOut = (PathBuf, Fault);

/// The figures: read, written or to be written, unchanged, updated, left out.
pub fn figures(report: &Report, dry: bool, lang: Lang) -> Line {
    let written = if dry { words::TO_WRITE } else { words::WRITTEN };
    let figures = [
        (words::READ, report.read),
        (written, report.written),
        (words::UNCHANGED, report.unchanged),
        (words::UPDATED, report.updated),
        (words::OUT, report.left_out),
    ];
    let figures: Vec<String> = figures.iter().map(|(plural, n)| plural.of(lang, *n)).collect();
    Line::of(figures.join(", "), Role::Strong)
}

/// What was left out, one after the other.
pub fn left_out(faults: &[LeftOut], lang: Lang) -> Vec<Line> {
    let told = faults.iter().map(|(file, fault)| {
        let place = clean(&format!("{}:{}", file.display(), fault.at));
        Line::of(words::LEFT_OUT.fill(lang, &[&place, &fault.message(lang)]), Role::Warning)
    });
    told.collect()
}

/// What is kept of a person's, what has no category, and what was lost, each value with how many times.
pub fn losses(report: &Report, lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    if report.kept > 0 {
        lines.push(Line::of(words::KEPT.of(lang, report.kept), Role::Warning));
    }
    if report.mentions > 0 {
        let [unmapped, mentions] = [report.unmapped, report.mentions].map(|n| number(lang, n));
        lines.push(Line::of(words::MENTIONS.fill(lang, &[&unmapped, &mentions]), Role::Text));
    }
    for (fate, head) in
        [(Fate::Approximated, words::APPROXIMATED), (Fate::Unmapped, words::UNMAPPED), (Fate::Dropped, words::DROPPED)]
    {
        let losses = report.of(fate);
        if losses.is_empty() {
            continue;
        }
        lines.push(Line::of("", Role::Text));
        lines.push(Line::of(head.get(lang), Role::Heading));
        for (loss, times) in losses.iter().take(SHOWN) {
            let value = if loss.value.is_empty() { String::new() } else { format!(": {}", loss.value) };
            let row = format!("{:>7}  {}{value}", number(lang, *times), loss.field);
            lines.push(Line::of(row, Role::Text).indented(9));
        }
        if losses.len() > SHOWN {
            let more = words::MORE.fill(lang, &[&number(lang, (losses.len() - SHOWN) as u64)]);
            lines.push(Line::of(format!("{:>9}{more}", ""), Role::Muted));
        }
    }
    lines
}

/// All of it as JSON.
pub fn json(report: &Report, faults: &[LeftOut], dry: bool, lang: Lang) -> Value {
    let losses = |fate| -> Vec<Value> {
        let all = report.of(fate);
        all.iter().map(|(loss, n)| json!({ "field": loss.field, "value": loss.value, "count": n })).collect()
    };
    let fault = |(file, fault): &LeftOut| json!({ "path": file.to_string_lossy(), "at": fault.at, "message": fault.message(lang) });
    json!({
        "format_version": FORMAT_VERSION,
        "dry_run": dry,
        "read": report.read,
        "written": report.written,
        "unchanged": report.unchanged,
        "updated": report.updated,
        "left_out": report.left_out,
        "kept": report.kept,
        "data": { "mentions": report.mentions, "unmapped": report.unmapped },
        Fate::Approximated.id(): losses(Fate::Approximated),
        Fate::Unmapped.id(): losses(Fate::Unmapped),
        Fate::Dropped.id(): losses(Fate::Dropped),
        "more": report.more,
        "faults": faults.iter().map(fault).collect::<Vec<_>>(),
    })
}
