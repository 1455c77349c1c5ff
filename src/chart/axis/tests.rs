//! Tests of the axis of pieces.
//! Its ticks are tested with those of the scale.

use super::*;
use proptest::prelude::*;

const YEAR: i64 = 365 * DAY;

fn two_years_apart() -> Axis {
    Axis::fit(0, 2 * YEAR + 20 * DAY, &[(10 * DAY, 2 * YEAR)], 80)
}

#[test]
fn a_long_stretch_takes_a_few_cells_and_the_rest_is_seen_in_detail() {
    let axis = two_years_apart();
    assert!(axis.seconds_per_cell() <= DAY, "{axis:?}");
    assert_eq!(axis.breaks().len(), 1);
    assert_eq!(axis.breaks()[0].cells, 11);
    assert!(axis.breaks()[0].seconds > 23 * 30 * DAY && axis.breaks()[0].seconds < 2 * YEAR - 10 * DAY);
    assert_eq!(axis.pieces().len(), 2);
    for at in [0, 10 * DAY - 1, 2 * YEAR, 2 * YEAR + 20 * DAY] {
        assert!(axis.is_visible(at));
        let column = axis.column(at).unwrap();
        assert!(axis.breaks().iter().all(|gap| column < gap.column || column >= gap.column + gap.cells));
    }
}

#[test]
fn without_stretches_it_is_the_plain_scale() {
    let axis = Axis::fit(0, 400 * DAY, &[], 80);
    let plain = TimeScale::fit(0, 400 * DAY, 80);
    assert_eq!(axis.pieces(), Axis::from(plain).pieces());
    assert_eq!(axis.pieces(), [Piece { column: 0, scale: plain }]);
}

#[test]
fn zooming_out_far_squeezes_nothing_any_more() {
    let stretches = [(10 * DAY, 2 * YEAR)];
    let mut axis = two_years_apart();
    for _ in 0..6 {
        axis = axis.zoom(Zoom::Out, 0, &stretches);
    }
    assert_eq!((axis.seconds_per_cell(), axis.breaks()), (61 * DAY, Vec::new()));
}

#[test]
fn zooming_and_panning_keep_what_they_promise() {
    let stretches = [(10 * DAY, 2 * YEAR)];
    let axis = two_years_apart();
    let around = 5 * DAY;
    let closer = axis.zoom(Zoom::In, around, &stretches);
    assert_eq!(closer.cell(around), axis.cell(around));
    assert_eq!(axis.pan(7).instant(0), axis.instant(7));
    assert_eq!(closer.reveal(5 * YEAR).cell(5 * YEAR), 40);
    assert_eq!(axis.reveal(around), axis);
    assert_eq!(axis.squeeze(&[]).breaks(), []);
}

fn axes() -> impl Strategy<Value = Axis> {
    let lengths = proptest::collection::vec((1_i64..2_000, 60_i64..3_000), 0..6);
    (-40_000_i64..40_000, lengths, 1_u16..250, -100_i64..100).prop_map(|(start, lengths, cells, pan)| {
        let mut at = start;
        let mut stretches = Vec::new();
        for (busy, empty) in lengths {
            at += busy;
            stretches.push((at * DAY, (at + empty) * DAY));
            at += empty;
        }
        Axis::fit(start * DAY, (at + 1) * DAY, &stretches, cells).pan(pan)
    })
}

proptest! {
    #[test]
    fn cells_rise_with_time_and_an_instant_is_the_first_of_its_cell(axis in axes(), ats in proptest::collection::vec(-60_000_i64..100_000, 2)) {
        let (a, b) = (ats[0].min(ats[1]) * DAY, ats[0].max(ats[1]) * DAY);
        prop_assert!(axis.cell(a) <= axis.cell(b));
        for cell in -5..i64::from(axis.cells()) + 5 {
            let at = axis.instant(cell);
            prop_assert_eq!(axis.cell(at), cell);
            prop_assert_eq!(axis.cell(at - 1), cell - 1);
        }
    }

    #[test]
    fn pieces_and_breaks_fill_the_row_and_agree_with_the_axis(axis in axes()) {
        let pieces = axis.pieces();
        let covered: u16 = pieces.iter().map(|p| p.scale.cells()).chain(axis.breaks().iter().map(|b| b.cells)).sum();
        prop_assert_eq!(covered, axis.cells());
        for piece in pieces {
            for cell in 0..piece.scale.cells() {
                prop_assert_eq!(piece.scale.instant(cell.into()), axis.instant((piece.column + cell).into()));
            }
        }
    }

    #[test]
    fn all_is_visible_when_all_is_fitted(axis in axes().prop_map(|axis| axis), days in 1_i64..20_000) {
        let fitted = Axis::fit(0, days * DAY, &[(DAY, days * DAY)], axis.cells());
        prop_assert!(fitted.cells() < 12 || (fitted.is_visible(0) && fitted.is_visible(days * DAY)));
    }
}
