//! Which rows are seen.

use std::ops::Range;

/// Rows are drawn in steps of this many, and as many beyond each edge.
const STEP: usize = 6;

/// The rows to draw of `total`, each `row` px high, in a view scrolled to `top` and `height` px high.
pub(crate) fn seen(top: f64, height: f64, row: f64, total: usize) -> Range<usize> {
    let first = (top.max(0.0) / row) as usize;
    let last = ((top.max(0.0) + height) / row).ceil() as usize;
    let start = first.saturating_sub(STEP) / STEP * STEP;
    let end = (last + STEP).div_ceil(STEP) * STEP;
    start.min(total)..end.min(total)
}

/// How far to scroll so that row `index` is seen below a head of `head` px; nothing when it is.
pub(crate) fn reveal(index: usize, top: f64, height: f64, row: f64, head: f64) -> Option<f64> {
    let start = index as f64 * row;
    if start < top {
        Some(start)
    } else if start + row + head > top + height {
        Some(start + row + head - height)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_is_seen_and_a_little_more() {
        assert_eq!(seen(0.0, 400.0, 40.0, 10_000), 0..18);
        assert_eq!(seen(4000.0, 400.0, 40.0, 10_000), 90..120);
        assert_eq!(seen(4090.0, 400.0, 40.0, 10_000), 96..120);
        assert_eq!(seen(399_600.0, 400.0, 40.0, 10_000), 9_984..10_000);
        assert_eq!(seen(0.0, 400.0, 40.0, 3), 0..3);
        assert_eq!(seen(9_000.0, 400.0, 40.0, 3), 3..3);
    }

    #[test]
    fn every_row_that_is_seen_is_drawn() {
        for top in 0..2_000 {
            let top = f64::from(top);
            let drawn = seen(top, 333.0, 36.0, 10_000);
            assert!(drawn.start as f64 * 36.0 <= top);
            assert!(drawn.end as f64 * 36.0 >= top + 333.0);
        }
    }

    #[test]
    fn reveals_a_row_with_the_least_move() {
        assert_eq!(reveal(0, 0.0, 400.0, 40.0, 40.0), None);
        assert_eq!(reveal(9, 0.0, 400.0, 40.0, 40.0), Some(40.0));
        assert_eq!(reveal(2, 400.0, 400.0, 40.0, 40.0), Some(80.0));
    }
}
