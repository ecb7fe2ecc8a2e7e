// Which places of the window are taken, so that no label lies on another.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const CELL = 64;

export class Occupancy {
  private cells = new Map<number, Box[]>();

  constructor(private width: number, private height: number) {}

  take(box: Box): void {
    this.over(box, (cell) => {
      const list = this.cells.get(cell);
      if (list) list.push(box);
      else this.cells.set(cell, [box]);
      return false;
    });
  }

  isFree(box: Box): boolean {
    if (box.x < 2 || box.y < 2 || box.x + box.width > this.width - 2 || box.y + box.height > this.height - 2) return false;
    return !this.over(box, (cell) => (this.cells.get(cell) ?? []).some((taken) => meet(taken, box)));
  }

  private over(box: Box, visit: (cell: number) => boolean): boolean {
    const last = { x: Math.floor((box.x + box.width) / CELL), y: Math.floor((box.y + box.height) / CELL) };
    for (let x = Math.floor(box.x / CELL); x <= last.x; x++) {
      for (let y = Math.floor(box.y / CELL); y <= last.y; y++) if (visit(x * 4096 + y)) return true;
    }
    return false;
  }
}

export function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
