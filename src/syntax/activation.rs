//! Functions applied number by number, written so that the compiler vectorizes them.

/// Returns e to the power of x to about six digits, for |x| ≤ 80.
#[inline(always)]
fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    // Adding 1.5 × 2^23 rounds to the nearest integer, which then stands in the lowest bits.
    let shifted = x + 12_582_912.0;
    let whole = shifted - 12_582_912.0;
    let f = x - whole;
    let p = 1.333_355_8e-3f32;
    let p = p * f + 9.618_129e-3;
    let p = p * f + 5.550_411e-2;
    let p = p * f + 0.240_226_5;
    let p = p * f + std::f32::consts::LN_2;
    let p = p * f + 1.0;
    // Shifted into the exponent; a cast to an integer would be done number by number.
    let power = f32::from_bits((shifted.to_bits() << 23).wrapping_add(127 << 23));
    p * power
}

/// Returns 1 / (1 + e^-x).
#[inline(always)]
pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Returns the hyperbolic tangent.
#[inline(always)]
pub(super) fn tanh(x: f32) -> f32 {
    2.0 * sigmoid(2.0 * x) - 1.0
}

/// Shifts and scales a row to mean 0 and variance 1, then applies gain and offset.
#[inline(always)]
pub(super) fn normalize(row: &mut [f32], gain: &[f32], offset: &[f32]) {
    let count = row.len() as f32;
    let mean = sum(row, |x| x) / count;
    let variance = sum(row, |x| (x - mean) * (x - mean)) / count;
    let scale = 1.0 / (variance + 1e-5).sqrt();
    for ((x, g), o) in row.iter_mut().zip(gain).zip(offset) {
        *x = (*x - mean) * scale * g + o;
    }
}

/// Sums in sixteen lanes, since one sum after the other leaves vectors idle.
#[inline(always)]
fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let (chunks, rest) = row.as_chunks::<16>();
    let mut lanes = [0.0; 16];
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(l, x)| *l += of(*x));
    }
    lanes.iter().sum::<f32>() + rest.iter().map(|x| of(*x)).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_to_the_library() {
        for step in -400..400 {
            let x = step as f32 / 20.0;
            assert!((tanh(x) - x.tanh()).abs() < 2e-6, "tanh {x}");
            assert!(
                (sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 2e-6,
                "sigmoid {x}"
            );
        }
        assert_eq!(tanh(1e9), 1.0);
        assert_eq!(tanh(-1e9), -1.0);
    }
}
