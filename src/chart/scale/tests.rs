//! Tests of the scales.
//! Ticks in time are tested beside them.

use super::*;
use proptest::prelude::*;

fn scales() -> impl Strategy<Value = TimeScale> {
    (any::<i64>(), any::<i64>(), any::<u16>()).prop_map(|(start, step, cells)| TimeScale::new(start, step, cells))
}

#[test]
fn a_week_on_eighty_cells_is_shown_by_three_hours() {
    let scale = TimeScale::fit(0, 7 * DAY, 80);
    assert_eq!(scale.seconds_per_cell(), 3 * HOUR);
    assert_eq!((scale.cell(0), scale.cell(7 * DAY)), (11, 67));
}

#[test]
fn one_instant_alone_is_shown_in_the_middle_by_minutes() {
    let scale = TimeScale::fit(1_000_000, 1_000_000, 81);
    assert_eq!(scale.seconds_per_cell(), MINUTE);
    assert_eq!(scale.cell(1_000_000), 40);
}

#[test]
fn ten_thousand_years_fit_on_sixty_cells() {
    let (first, last) = (-62_135_596_800, 253_402_300_799);
    let scale = TimeScale::fit(first, last, 60);
    assert!(scale.is_visible(first) && scale.is_visible(last));
}

#[test]
fn zooming_in_and_out_again_keeps_the_scale() {
    let scale = TimeScale::fit(0, 400 * DAY, 80);
    let around = 200 * DAY;
    let back = scale.zoom(Zoom::In, around).zoom(Zoom::Out, around);
    assert_eq!(back, scale);
}

#[test]
fn the_ladder_rises_and_has_ends() {
    assert!(LADDER.is_sorted_by(|lower, upper| lower < upper));
    let finest = TimeScale::new(0, MINUTE, 80);
    assert_eq!(finest.zoom(Zoom::In, 0), finest);
    let coarsest = TimeScale::new(0, i64::MAX, 80);
    assert_eq!(coarsest.zoom(Zoom::Out, 0), coarsest);
}

#[test]
fn revealing_moves_only_for_what_is_off_screen() {
    let scale = TimeScale::fit(0, 10 * DAY, 80);
    assert_eq!(scale.reveal(5 * DAY), scale);
    assert_eq!(scale.reveal(500 * DAY).cell(500 * DAY), 40);
}

#[test]
fn counts_rise_by_decades() {
    let scale = LogScale::new(1_000_000, 62);
    assert_eq!((scale.cell(0), scale.cell(1), scale.cell(10)), (0, 1, 11));
    assert_eq!((scale.cell(999_999), scale.cell(1_000_000), scale.cell(u64::MAX)), (60, 61, 61));
    assert_eq!((scale.length(0), scale.length(1), scale.length(1_000_000)), (0, 2, 62));
}

#[test]
fn a_count_that_is_no_power_ends_below_the_next_one() {
    assert_eq!(LogScale::new(1_000_000, 40).decades(), 6);
    assert_eq!(LogScale::new(1_000_001, 40).decades(), 7);
    assert_eq!(LogScale::common([3, 0, 12_345], 40).decades(), 5);
    assert_eq!((LogScale::new(0, 40).decades(), LogScale::new(u64::MAX, 40).decades()), (1, 20));
}

#[test]
fn decades_are_labelled_as_often_as_there_is_room() {
    let scale = LogScale::new(1_000_000, 32);
    assert_eq!(scale.ticks(5), [(1, 0), (6, 1), (11, 2), (16, 3), (21, 4), (26, 5), (31, 6)]);
    assert_eq!(scale.ticks(6), [(1, 0), (11, 2), (21, 4), (31, 6)]);
    assert_eq!(scale.ticks(40), [(1, 0)]);
}

proptest! {
    #[test]
    fn a_fit_shows_both_ends(earliest in -300_000_000_000_i64..300_000_000_000, length in 0_i64..300_000_000_000, cells in 3_u16..400) {
        let scale = TimeScale::fit(earliest, earliest + length, cells);
        prop_assert!(scale.is_visible(earliest) && scale.is_visible(earliest + length), "{scale:?}");
    }

    #[test]
    fn a_visible_cell_holds_its_first_instant(scale in scales(), share in 0_i64..65_536) {
        let cell = share * i64::from(scale.cells()) / 65_536;
        prop_assert_eq!(scale.cell(scale.instant(cell)), cell);
        prop_assert_eq!(scale.cell(scale.instant(cell) + scale.seconds_per_cell() - 1), cell);
    }

    #[test]
    fn zooming_keeps_the_anchor_in_its_cell(start in -1_000_000_000_000_i64..1_000_000_000_000, step in 1_i64..1_000_000_000, share in 0_i64..1000) {
        let scale = TimeScale::new(start, step, 120);
        let around = scale.start() + (scale.end() - scale.start()) / 1000 * share;
        for zoom in [Zoom::In, Zoom::Out] {
            prop_assert_eq!(scale.zoom(zoom, around).cell(around), scale.cell(around));
        }
    }

    #[test]
    fn later_is_never_further_left(scale in scales(), one in any::<i64>(), other in any::<i64>()) {
        prop_assert!(scale.cell(one.min(other)) <= scale.cell(one.max(other)));
    }

    #[test]
    fn no_instant_is_too_much(earliest in any::<i64>(), latest in any::<i64>(), cells in any::<u16>(), by in any::<i64>()) {
        let scale = TimeScale::fit(earliest, latest, cells);
        for around in [earliest, latest, by, i64::MIN, i64::MAX] {
            for zoom in [Zoom::In, Zoom::Out] {
                let _ = scale.zoom(zoom, around).pan(by).reveal(around).instant(by);
            }
        }
    }

    #[test]
    fn greater_counts_never_end_further_left(max in any::<u64>(), cells in any::<u16>(), one in any::<u64>(), shift in 0_u32..64, more in 0_u64..1000) {
        let scale = LogScale::new(max, cells);
        let lesser = one >> shift;
        let greater = lesser.saturating_add(more);
        prop_assert!(scale.cell(lesser) <= scale.cell(greater));
        prop_assert!(scale.cell(greater) <= cells.saturating_sub(1) && scale.length(greater) <= cells);
    }

    #[test]
    fn powers_of_ten_fall_on_their_ticks(max in any::<u64>(), cells in 3_u16..500, label_width in 0_u16..20) {
        let scale = LogScale::new(max, cells);
        let ticks = scale.ticks(label_width);
        prop_assert!(ticks.is_sorted_by(|one, other| one.0 + label_width.max(1) <= other.0), "{ticks:?}");
        for (cell, power) in ticks.into_iter().filter(|(_, power)| *power < 20) {
            prop_assert_eq!(scale.cell(10_u64.pow(power)), cell);
        }
    }
}
