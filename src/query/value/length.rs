//! Durations as they are written in a query: `72h`, `3d`, `2w`, `6mo`, `1.5y`, in French also `3j`, `2sem`, `6mois`, `1an`.
//! It measures no gap.

use super::compare::Extent;
use std::fmt;

/// A duration in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many of the unit, in hundredths.
    hundredths: i64,
    unit: Unit,
}

/// The unit of a duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hours.
    Hour,
    /// Days of 24 hours.
    Day,
    /// Weeks.
    Week,
    /// Twelfths of a year.
    Month,
    /// Years of 365 days and a quarter.
    Year,
}

impl Unit {
    /// All units with their names, those of queries first.
    const NAMES: [(Unit, &'static [&'static str]); 5] = [
        (Unit::Hour, &["h", "hour", "hours", "heure", "heures"]),
        (Unit::Day, &["d", "j", "day", "days", "jour", "jours"]),
        (Unit::Week, &["w", "sem", "week", "weeks", "semaine", "semaines"]),
        (Unit::Month, &["mo", "mois", "month", "months"]),
        (Unit::Year, &["y", "a", "an", "ans", "year", "years", "annee", "annees"]),
    ];

    fn of(name: &str) -> Option<Unit> {
        Unit::NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(unit, _)| *unit)
    }

    fn name(self) -> &'static str {
        Unit::NAMES.iter().find(|(unit, _)| *unit == self).and_then(|(_, names)| names.first()).copied().unwrap_or("h")
    }

    fn seconds(self) -> i64 {
        match self {
            Unit::Hour => 3_600,
            Unit::Day => 86_400,
            Unit::Week => 7 * 86_400,
            Unit::Month => 2_629_800,
            Unit::Year => 31_557_600,
        }
    }
}

impl Length {
    /// So many of a unit.
    pub fn new(number: i64, unit: Unit) -> Length {
        Length { hundredths: number.saturating_mul(100), unit }
    }

    /// Reads a folded duration; a number needs its unit, unless it is zero.
    pub fn read(text: &str) -> Option<Length> {
        let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
        let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
        let (number, unit) = text.split_at_checked(end)?;
        let (whole, part) = number.split_once(['.', ',']).map_or((number, "0"), |(whole, part)| (whole, part));
        if whole.is_empty() || whole.len() > 7 || part.len() > 2 || part.is_empty() {
            return None;
        }
        let part: i64 = format!("{part:0<2}").parse().ok()?;
        let hundredths = whole.parse::<i64>().ok()? * 100 + part;
        let unit = if hundredths == 0 && unit.is_empty() { Unit::Day } else { Unit::of(unit.trim())? };
        Some(Length { hundredths: sign * hundredths, unit })
    }

    fn seconds(self) -> i64 {
        self.hundredths * self.unit.seconds() / 100
    }
}

impl Extent for Length {
    fn ends(&self) -> (i64, i64) {
        (self.seconds(), self.seconds())
    }

    /// `3d` alone is from three days to less than four, `1.5d` to less than 1.6.
    fn within(&self) -> (i64, i64) {
        let step = match self.hundredths {
            n if n % 100 == 0 => self.unit.seconds(),
            n if n % 10 == 0 => self.unit.seconds() / 10,
            _ => self.unit.seconds() / 100,
        };
        (self.seconds(), self.seconds() + step - 1)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (sign, n) = (if self.hundredths < 0 { "-" } else { "" }, self.hundredths.abs());
        write!(f, "{sign}{}", n / 100)?;
        match n % 100 {
            0 => {}
            part if part % 10 == 0 => write!(f, ".{}", part / 10)?,
            part => write!(f, ".{part:02}")?,
        }
        f.write_str(self.unit.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_in_either_language_and_written_in_one() {
        for (text, written, seconds) in [
            ("72h", "72h", 259_200),
            ("3 j", "3d", 259_200),
            ("2sem", "2w", 1_209_600),
            ("1,5mois", "1.5mo", 3_944_700),
            ("0.25y", "0.25y", 7_889_400),
            ("-2d", "-2d", -172_800),
            ("0", "0d", 0),
        ] {
            let length = Length::read(text).expect(text);
            assert_eq!((length.to_string().as_str(), length.seconds()), (written, seconds), "{text}");
            assert_eq!(Length::read(written), Some(length));
        }
        for text in ["", "h", "72", "3x", "1.234d", "99999999d", "1.d", "--1d"] {
            assert_eq!(Length::read(text), None, "{text}");
        }
    }
}
