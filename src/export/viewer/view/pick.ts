// What lies under the pointer.

import { quadtree, type Quadtree } from "d3-quadtree";
import { distance, type Scene, type Spot, type Strand } from "../draw/scene";

export type Picked = { spot: Spot } | { strand: Strand } | null;

const NEAR_LINE = 7;
const SPARE = 4;

export class Picker {
  private scene: Scene | null = null;
  private tree: Quadtree<Spot> = quadtree();
  private largest = 0;

  pick(scene: Scene, x: number, y: number): Picked {
    if (scene !== this.scene) {
      this.scene = scene;
      this.tree = quadtree(scene.spots, (spot) => spot.x, (spot) => spot.y);
      this.largest = scene.spots.reduce((most, spot) => Math.max(most, spot.r), 0);
    }
    const spot = this.tree.find(x, y, this.largest + SPARE);
    if (spot && Math.hypot(spot.x - x, spot.y - y) <= Math.max(spot.r, 6) + SPARE) return { spot };
    let best: Strand | null = null;
    let nearest = NEAR_LINE;
    for (const strand of scene.strands) {
      const away = distance(strand, x, y);
      if (away < nearest) [best, nearest] = [strand, away];
    }
    return best && { strand: best };
  }
}
