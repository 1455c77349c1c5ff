//! A comparison as one self-contained HTML page: no script, no outside request, light and dark.
//! What is compared is the comparison's; nothing of a record is taken for markup.

use super::Options;
use super::comparison::{Comparison, Rows};
use crate::text::view;
use crate::theme::Glyph;
use std::fmt::Write as _;

const STYLE: &str = "\
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}\
table{border-collapse:collapse;width:100%;margin:0 0 2rem}caption{text-align:left;font-size:1.25rem;font-weight:600;padding:.5rem 0}\
th,td{border-top:1px solid #8886;padding:.4rem .6rem;text-align:left;vertical-align:top}thead th{border-bottom:2px solid #888}\
tbody th{font-weight:400;color:GrayText}tr.group th{font-weight:600;color:CanvasText}tr.differs th::before{font-weight:700}\
.wide{overflow-x:auto}@media print{body{margin:0;max-width:none;font-size:10pt}tr{break-inside:avoid}}";

/// A comparison as an HTML page.
pub fn comparison(comparison: &Comparison, rows: Rows, options: &Options) -> String {
    let (lang, differs) = (options.lang, options.glyphs.get(Glyph::Differs));
    let mut page = String::new();
    let names: Vec<&str> = comparison.columns.iter().map(|column| column.title.as_str()).collect();
    let title = escape(&names.join(" · "));
    // writing to a string cannot fail
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}tr.differs th::before{{content:'{differs} '}}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        lang.code(),
    );
    for section in &comparison.sections {
        let shown: Vec<_> = section.rows.iter().filter(|row| rows == Rows::All || row.differs).collect();
        if shown.is_empty() {
            continue;
        }
        let _ = write!(
            page,
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">\n<table>\n<caption>{0}</caption>\n<thead><tr><td></td>",
            escape(&section.title)
        );
        for name in &names {
            let _ = write!(page, "<th scope=\"col\">{}</th>", escape(name));
        }
        page.push_str("</tr></thead>\n<tbody>\n");
        let mut group: Option<&String> = None;
        for row in shown {
            if row.group.as_ref() != group {
                group = row.group.as_ref();
                let (columns, title) = (names.len() + 1, group.map(|group| escape(group)).unwrap_or_default());
                let _ = writeln!(
                    page,
                    "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{columns}\">{title}</th></tr>"
                );
            }
            let class = if row.differs { " class=\"differs\"" } else { "" };
            let _ = write!(page, "<tr{class}><th scope=\"row\">{}</th>", escape(&row.full_label(lang)));
            for cell in &row.cells {
                let lines: Vec<String> = cell.lines.iter().map(|line| escape(line.text().trim())).collect();
                let _ = write!(page, "<td>{}</td>", lines.join("<br>"));
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n</div>\n");
    }
    let _ = write!(page, "<p>{}</p>\n</main>\n</body>\n</html>\n", view::DIFFERS_LEGEND.fill(lang, &[&differs]));
    page
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
