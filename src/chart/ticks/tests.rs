//! Tests of the ticks of a time axis.
//! The scale below them has its own.

use super::*;
use proptest::prelude::*;

fn at(text: &str) -> i64 {
    text.parse::<NaiveDate>().unwrap_or_default().and_time(NaiveTime::MIN).and_utc().timestamp()
}

/// The day each tick is on, for reading.
fn days(ticks: &[Tick]) -> Vec<String> {
    ticks
        .iter()
        .map(|tick| DateTime::from_timestamp(tick.at, 0).unwrap_or_default().format("%Y-%m-%d").to_string())
        .collect()
}

fn by_width(row: Row, unit: TickUnit) -> u16 {
    match (row, unit) {
        (Row::Minor, TickUnit::Day) => 3,
        (Row::Minor, TickUnit::Month) => 4,
        (Row::Minor, TickUnit::Minute | TickUnit::Hour | TickUnit::Year | TickUnit::Decade) => 6,
        (Row::Minor, _) => 7,
        (Row::Major, TickUnit::Day) => 12,
        (Row::Major, _) => 9,
    }
}

#[test]
fn a_fortnight_has_days_below_their_month() {
    let scale = TimeScale::fit(at("2024-02-25"), at("2024-03-10"), 80);
    let ticks = ticks(&scale, |_| 0, by_width);
    assert_eq!(scale.seconds_per_cell(), 6 * HOUR);
    assert!(ticks.minor.iter().all(|tick| tick.unit == TickUnit::Day));
    assert_eq!(days(&ticks.major), ["2024-02-01", "2024-03-01"]);
    assert_eq!(ticks.major[0].cell, 0);
    assert!(ticks.major[0].at < scale.start());
    let begins: Vec<_> = ticks.minor.iter().filter(|tick| tick.major).copied().collect();
    assert_eq!(days(&begins), ["2024-03-01"]);
}

#[test]
fn two_years_have_months_or_quarters_below_their_year() {
    let scale = TimeScale::fit(at("2023-02-10"), at("2025-01-20"), 120);
    let wide = ticks(&scale, |_| 0, |row, unit| if unit == TickUnit::Month { 4 } else { by_width(row, unit) });
    assert_eq!(scale.seconds_per_cell(), 7 * DAY);
    assert_eq!(wide.minor[0].unit, TickUnit::Month);
    assert_eq!(wide.major.iter().map(|tick| tick.unit).collect::<Vec<_>>(), [TickUnit::Year; 3]);
    let narrow = ticks(&scale.zoom(crate::chart::scale::Zoom::Out, at("2024-01-01")), |_| 0, |_, _| 6);
    assert_eq!(narrow.minor[0].unit, TickUnit::Quarter);
}

#[test]
fn weeks_begin_on_mondays() {
    let scale = TimeScale::new(at("2024-05-28"), DAY, 60);
    let ticks = ticks(&scale, |_| 0, by_width);
    assert_eq!(days(&ticks.minor)[..3], ["2024-06-03", "2024-06-10", "2024-06-17"]);
    assert_eq!(ticks.minor[0].unit, TickUnit::Week);
}

#[test]
fn local_days_begin_at_local_midnight_on_both_sides_of_a_change_of_clocks() {
    let change = at("2024-03-31") + HOUR;
    let paris = |at: i64| if at < change { 3600 } else { 7200 };
    let scale = TimeScale::new(at("2024-03-30"), HOUR, 72);
    let ticks = ticks(&scale, paris, by_width);
    let midnights: Vec<_> = ticks.major.iter().map(|tick| tick.at).collect();
    let winter = ["2024-03-30", "2024-03-31"].map(|day| at(day) - HOUR);
    let summer = ["2024-04-01", "2024-04-02"].map(|day| at(day) - 2 * HOUR);
    assert_eq!(midnights, [winter, summer].concat());
    assert_eq!(ticks.minor[0].unit, TickUnit::Hour);
}

#[test]
fn every_rung_of_the_ladder_has_ticks() {
    let mut scale = TimeScale::new(at("2024-05-28"), 1, 120);
    let mut units = Vec::new();
    for _ in 0..40 {
        let ticks = ticks(&scale, |_| 0, by_width);
        assert!(!ticks.minor.is_empty() || scale.seconds_per_cell() > 10_000 * 365 * DAY, "{scale:?}");
        units.extend(ticks.minor.first().map(|tick| tick.unit));
        scale = scale.zoom(crate::chart::scale::Zoom::Out, at("2024-05-28"));
    }
    assert!(units.is_sorted());
    units.dedup();
    assert_eq!(units.len(), 10, "{units:?}");
}

#[test]
fn elapsed_time_is_counted_from_zero() {
    let scale = TimeScale::fit(-10 * DAY, 30 * DAY, 80);
    let ticks = elapsed_ticks(&scale, |_| 8);
    let days: Vec<_> = ticks.iter().map(|tick| tick.at / DAY).collect();
    assert_eq!(days, [-20, -10, 0, 10, 20, 30, 40, 50]);
    assert_eq!(ticks.iter().filter(|tick| tick.major).map(|tick| tick.at).collect::<Vec<_>>(), [0]);
}

fn are_apart(ticks: &[Tick], width: u16, scale: &TimeScale) -> bool {
    ticks.is_sorted_by(|one, other| one.at < other.at && one.cell + width.max(1) <= other.cell)
        && ticks.iter().all(|tick| tick.cell < scale.cells())
}

proptest! {
    #[test]
    fn labels_never_collide(start in -100_000_000_000_i64..300_000_000_000, rung in 0_u32..34, cells in 0_u16..300, width in 0_u16..30, clocks in -20_000_000_i64..20_000_000) {
        let scale = (0..rung).fold(TimeScale::new(start, 1, cells), |scale, _| scale.zoom(crate::chart::scale::Zoom::Out, start));
        let change = start + clocks;
        let ticks = ticks(&scale, |at| if at < change { 3600 } else { 7200 }, |_, _| width);
        prop_assert!(are_apart(&ticks.minor, width, &scale), "{:?}", ticks.minor);
        prop_assert!(are_apart(&ticks.major, width, &scale), "{:?}", ticks.major);
        prop_assert!(are_apart(&elapsed_ticks(&scale, |_| width), width, &scale));
    }

    #[test]
    fn a_tick_is_drawn_where_its_instant_is(start in -100_000_000_000_i64..300_000_000_000, step in 1_i64..10_000_000_000, cells in 0_u16..300) {
        let scale = TimeScale::new(start, step, cells);
        let ticks = ticks(&scale, |_| 0, by_width);
        for tick in ticks.minor.iter().chain(&ticks.major) {
            let is_pinned = tick.at < scale.start() && tick.cell == 0 && tick.major;
            prop_assert!(is_pinned || scale.column(tick.at) == Some(tick.cell));
        }
    }

    #[test]
    fn no_scale_is_too_much(start in any::<i64>(), step in any::<i64>(), cells in any::<u16>(), width in any::<u16>(), offset in any::<i32>()) {
        let scale = TimeScale::new(start, step, cells);
        let ticks = ticks(&scale, |_| offset, |_, _| width);
        prop_assert!(ticks.minor.len() <= cells.into() && ticks.major.len() <= usize::from(cells) + 1);
        prop_assert!(elapsed_ticks(&scale, |_| width).len() <= cells.into());
    }
}
