//! The growth of cost with the number of records, as a picture: both axes by powers of ten, so that a straight rise is linear.
//! It measures what `load` and `keys` measure, once more.

use super::load::Loads;
use super::set::Set;
use super::{keys, load, millis};
use std::fmt::Write as _;

const SIZE: (f64, f64) = (640.0, 400.0);
const MARGIN: f64 = 56.0;

/// Measures and prints the picture.
pub fn draw(sizes: &[usize]) {
    let row = |records: &usize| {
        let set = Set::of(*records);
        let Loads { cold, bare, warm, .. } = load::loads(&set);
        let [cold, bare, warm] = [cold, bare, warm].map(millis);
        let [result, frame] = keys::medians(&set).map(millis);
        (*records, [cold, bare, warm, result, frame])
    };
    let rows: Vec<(usize, [f64; 5])> = sizes.iter().map(row).collect();
    let names = ["cold load", "bare serde_yaml", "warm load", "a word typed, to its result", "a frame"];
    let colours = ["#b4532a", "#777777", "#2a6fb4", "#3c8a3c", "#8a3c8a"];
    let x = |records: usize| MARGIN + ((records as f64).log10() - 1.0) / 5.0 * (SIZE.0 - 2.0 * MARGIN);
    let y = |time: f64| SIZE.1 - MARGIN - (time.max(0.1).log10() + 1.0) / 7.0 * (SIZE.1 - 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"12\">\n<title>Times by number of records</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        SIZE.0, SIZE.1
    );
    for (records, times) in &rows {
        let told = names.iter().zip(times).map(|(name, time)| format!("{name} {time:.1} ms")).collect::<Vec<_>>();
        let _ = writeln!(svg, "<desc>{records} records: {}</desc>", told.join(", "));
    }
    for power in 1..=6 {
        let (at, end) = (x(10_usize.pow(power)), SIZE.1 - MARGIN);
        let _ = writeln!(svg, "<line x1=\"{at:.0}\" y1=\"{MARGIN}\" x2=\"{at:.0}\" y2=\"{end}\" stroke=\"#e4e4e4\"/>");
        let _ = writeln!(svg, "<text x=\"{at:.0}\" y=\"{}\" text-anchor=\"middle\">10^{power}</text>", end + 18.0);
    }
    for (power, label) in
        [(-1, "0.1 ms"), (0, "1 ms"), (1, "10 ms"), (2, "0.1 s"), (3, "1 s"), (4, "10 s"), (5, "100 s"), (6, "1000 s")]
    {
        let at = y(10_f64.powi(power));
        let _ = writeln!(
            svg,
            "<line x1=\"{MARGIN}\" y1=\"{at:.0}\" x2=\"{}\" y2=\"{at:.0}\" stroke=\"#e4e4e4\"/>",
            SIZE.0 - MARGIN
        );
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{:.0}\" text-anchor=\"end\">{label}</text>", MARGIN - 6.0, at + 4.0);
    }
    for (n, (name, colour)) in names.iter().zip(colours).enumerate() {
        let points: Vec<String> =
            rows.iter().map(|(records, times)| format!("{:.1},{:.1}", x(*records), y(times[n]))).collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        );
        for point in &points {
            let (x, y) = point.split_once(',').expect("two numbers");
            let _ = writeln!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"3\" fill=\"{colour}\"/>");
        }
        let top = MARGIN + 4.0 + 16.0 * n as f64;
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{top}\" fill=\"{colour}\">{name}</text>", MARGIN + 12.0);
    }
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">records</text>\n</svg>",
        SIZE.0 / 2.0,
        SIZE.1 - 12.0
    );
    print!("{svg}");
}
