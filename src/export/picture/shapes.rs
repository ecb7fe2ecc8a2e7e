//! The outlines of actors.

use crate::actors::ActorKind;
use crate::layout::{Point, Size};

/// Room that the outline of a kind takes from both sides, in pixels.
pub(super) fn inset(kind: ActorKind) -> f64 {
    match kind {
        ActorKind::Unit | ActorKind::ArmedGroup => 8.0,
        ActorKind::Official | ActorKind::Person | ActorKind::Group => 6.0,
        ActorKind::Intergovernmental
        | ActorKind::Agency
        | ActorKind::Company
        | ActorKind::Media => 5.0,
        _ => 0.0,
    }
}

/// Returns the outline of a kind around a centre, as the data of an SVG path.
///
/// States are boxes, their bodies have a bar at the left, bodies of states have double lines;
/// arms have cut corners, people round ends, media a folded corner, companies a slant.
pub(super) fn outline(kind: ActorKind, at: Point, size: Size) -> String {
    let (l, r) = (at.x - size.width / 2.0, at.x + size.width / 2.0);
    let (t, b) = (at.y - size.height / 2.0, at.y + size.height / 2.0);
    let cut = (size.height / 2.0).min(10.0);
    match kind {
        ActorKind::Country => format!("M{l:.1} {t:.1}H{r:.1}V{b:.1}H{l:.1}Z"),
        ActorKind::Agency => {
            let bar = l + 6.0;
            format!("M{l:.1} {t:.1}H{r:.1}V{b:.1}H{l:.1}ZM{bar:.1} {t:.1}V{b:.1}")
        }
        ActorKind::Intergovernmental => {
            let outer = rounded(l, t, r, b, 3.0);
            let inner = rounded(l + 3.0, t + 3.0, r - 3.0, b - 3.0, 2.0);
            format!("{outer}{inner}")
        }
        ActorKind::Unit => {
            let (x1, x2, y) = (l + cut, r - cut, at.y);
            format!("M{l:.1} {y:.1}L{x1:.1} {t:.1}H{x2:.1}L{r:.1} {y:.1}L{x2:.1} {b:.1}H{x1:.1}Z")
        }
        ActorKind::ArmedGroup => {
            let cut = cut.min(8.0);
            let (x1, x2, y1, y2) = (l + cut, r - cut, t + cut, b - cut);
            format!(
                "M{x1:.1} {t:.1}H{x2:.1}L{r:.1} {y1:.1}V{y2:.1}L{x2:.1} {b:.1}H{x1:.1}L{l:.1} {y2:.1}V{y1:.1}Z"
            )
        }
        ActorKind::Official | ActorKind::Person => {
            rounded(l, t, r, b, (size.height / 2.0).min(18.0))
        }
        ActorKind::Group => rounded(l, t, r, b, 12.0),
        ActorKind::Organization => rounded(l, t, r, b, 4.0),
        ActorKind::Company => {
            let (x1, x2) = (l + 7.0, r - 7.0);
            format!("M{x1:.1} {t:.1}H{r:.1}L{x2:.1} {b:.1}H{l:.1}Z")
        }
        ActorKind::Media => {
            let (x, y) = (r - 8.0, t + 8.0);
            format!(
                "M{l:.1} {t:.1}H{x:.1}L{r:.1} {y:.1}V{b:.1}H{l:.1}ZM{x:.1} {t:.1}V{y:.1}H{r:.1}"
            )
        }
        ActorKind::Place => rounded(l, t, r, b, 8.0),
    }
}

fn rounded(l: f64, t: f64, r: f64, b: f64, radius: f64) -> String {
    let radius = radius.min((b - t) / 2.0).min((r - l) / 2.0);
    let (x1, x2, y1, y2) = (l + radius, r - radius, t + radius, b - radius);
    let arc = format!("A{radius:.1} {radius:.1} 0 0 1 ");
    format!(
        "M{x1:.1} {t:.1}H{x2:.1}{arc}{r:.1} {y1:.1}V{y2:.1}{arc}{x2:.1} {b:.1}H{x1:.1}{arc}{l:.1} {y2:.1}V{y1:.1}{arc}{x1:.1} {t:.1}Z"
    )
}
