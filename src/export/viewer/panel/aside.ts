// What stands beside the drawing: evidence, a path, or the overview.

import { button, el } from "../dom";
import type { Page } from "../page";
import { between } from "../view/emphasis";
import { actorPanel } from "./actor";
import { pairPanel, tiePanel } from "./evidence";
import { overview } from "./overview";
import { pathPanel, type Ends } from "./path";

export class Aside {
  // The form for a path while it is open.
  ends: Ends | null = null;
  private last = "";

  constructor(private page: Page, private root: HTMLElement) {}

  update(): void {
    const { focus, selected } = this.page.store.state;
    if (focus && "from" in focus) {
      const { byId } = this.page.model;
      this.ends = { from: byId.get(focus.from), to: byId.get(focus.to) };
    }
    const evidence = this.evidence();
    const content = evidence ?? (this.ends ? pathPanel(this.page, this.ends) : overview(this.page));
    const idle = !evidence && !this.ends;
    this.root.classList.toggle("idle", idle);
    this.root.replaceChildren(...(idle ? [] : [this.crumbs(evidence !== null)]), ...content);
    const now = JSON.stringify([selected, focus, this.ends !== null]);
    if (now !== this.last) this.root.scrollTop = 0;
    this.last = now;
  }

  focus(): void {
    this.root.querySelector<HTMLElement>("h2")?.focus();
  }

  close(): void {
    const { store } = this.page;
    if (store.state.selected) return store.select(null);
    this.ends = null;
    if (store.state.focus && "from" in store.state.focus) {
      store.set({ focus: null });
      this.page.fit(true);
    } else this.update();
  }

  private evidence(): Node[] | null {
    const { model, shown, store } = this.page;
    const { selected } = store.state;
    if (!selected) return null;
    if ("actor" in selected) {
      const actor = model.byId.get(selected.actor);
      return actor && shown.actors.includes(actor) ? actorPanel(this.page, actor) : null;
    }
    if ("tie" in selected) {
      const view = shown.byKey.get(selected.tie);
      return view ? tiePanel(this.page, view) : null;
    }
    const views = between(shown, selected.pair);
    if (views.length === 1) return tiePanel(this.page, views[0]!);
    return views.length > 0 ? pairPanel(this.page, views) : null;
  }

  private crumbs(evidence: boolean): HTMLElement {
    const back = evidence && this.ends && button("‹ Path", () => this.page.store.select(null), { class: "small" });
    return el("div", { class: "crumbs" }, back, button("Close", () => {
      if (evidence) this.ends = this.page.store.state.focus ? this.ends : null;
      this.close();
    }, { class: "small", title: "Esc" }));
  }
}
