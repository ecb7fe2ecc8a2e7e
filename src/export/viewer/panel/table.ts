// All ties on screen as a table: the drawing for those who do not see it, and for sorting.

import { button, el, plural } from "../dom";
import { spaced } from "../draw/labels";
import type { View } from "../model/shown";
import type { Page } from "../page";

const AT_ONCE = 200;

interface Column {
  title: string;
  key: (view: View) => string | number;
}

const COLUMNS: Column[] = [
  { title: "Source", key: ({ tie }) => tie.source.name },
  { title: "Relation", key: ({ tie }) => spaced(tie.relation) },
  { title: "Target", key: ({ tie }) => tie.target.name },
  { title: "How sure", key: (view) => view.certainty },
  { title: "Sources", key: (view) => view.sources },
  { title: "First", key: ({ claims }) => days(claims)[0] ?? "" },
  { title: "Last", key: ({ claims }) => days(claims).at(-1) ?? "" },
];

export class Table {
  private by = 4;
  private down = true;

  constructor(private page: Page, private root: HTMLElement) {}

  update(): void {
    if (this.root.hidden) return;
    const { key } = COLUMNS[this.by]!;
    const sign = this.down ? -1 : 1;
    const views = [...this.page.shown.views].sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      return x === y ? a.tie.index - b.tie.index : x < y ? -sign : sign;
    });
    const body = el("tbody", {});
    const more = button("", () => fill(), { class: "more" });
    const fill = () => {
      const from = body.children.length;
      body.append(...views.slice(from, from + AT_ONCE).map((view) => this.row(view)));
      const left = views.length - body.children.length;
      more.hidden = left === 0;
      more.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${left}`;
    };
    fill();
    this.root.replaceChildren(
      el("table", {},
        el("caption", {}, `${plural(views.length, "tie")} on screen, each leading to its sentences`),
        el("thead", {}, el("tr", {}, ...COLUMNS.map((column, i) => this.head(column, i)))),
        body),
      more);
  }

  private head({ title }: Column, i: number): HTMLElement {
    const sort = i === this.by ? (this.down ? "descending" : "ascending") : null;
    return el("th", { scope: "col", "aria-sort": sort }, button(title, () => {
      this.down = i === this.by ? !this.down : i === 4;
      this.by = i;
      this.update();
      this.root.querySelectorAll<HTMLElement>("th button")[i]?.focus();
    }));
  }

  private row(view: View): HTMLElement {
    const { tie } = view;
    const cells = COLUMNS.map((column) => String(column.key(view)));
    const open = button(cells[1]!, () => this.page.read({ tie: tie.key }), { class: "name" });
    return el("tr", {},
      el("th", { scope: "row" }, button(tie.source.name, () => this.page.read({ actor: tie.source.id }), { class: "name" })),
      el("td", {}, open),
      el("td", {}, button(tie.target.name, () => this.page.read({ actor: tie.target.id }), { class: "name" })),
      el("td", {}, el("span", { class: `certainty ${view.certainty}` }, view.certainty)),
      ...cells.slice(4).map((cell) => el("td", { class: "number" }, cell)));
  }
}

function days(claims: View["claims"]): string[] {
  return claims.flatMap((claim) => claim.wire.date ?? claim.document.date ?? []).sort();
}
