// The buttons at the top.

import { announce, button, byId, el } from "../dom";
import type { Page } from "../page";
import { download, fileName } from "../save/download";
import { json } from "../save/graph";
import { png, svg } from "../save/picture";
import { copy } from "./citation";

export interface Tools {
  update(): void;
  closeMenu(): boolean;
}

export function tools(page: Page, actions: { table(): void; help(): void; undo(): void; redo(): void }): Tools {
  const menu = el("div", { hidden: true, role: "group", "aria-label": "Save" });
  const save = button("Save", () => toggle(menu.hidden), { "aria-expanded": "false", "aria-haspopup": "true" });
  const toggle = (open: boolean) => {
    menu.hidden = !open;
    save.setAttribute("aria-expanded", String(open));
    if (open) menu.querySelector("button")!.focus();
  };
  const item = (label: string, does: () => unknown) => button(label, async () => {
    toggle(false);
    save.focus();
    await does();
  });
  const saving = (extension: string, make: () => Blob | Promise<Blob>) => async () => {
    const name = fileName(page.title, extension);
    download(name, await make());
    announce(`Saved ${name}.`);
  };
  menu.append(
    item("Picture, SVG", saving("svg", () => svg(page))),
    item("Picture, PNG", saving("png", () => png(page))),
    item("Graph, JSON (whom, NetworkX)", saving("json", () => json(page))),
    item("Copy link to this view", () => copy(location.href)),
    item("Print", () => window.print()));
  const undo = button("↶", actions.undo, { "aria-label": "Undo", title: "Undo (Ctrl Z)" });
  const redo = button("↷", actions.redo, { "aria-label": "Redo", title: "Redo (Ctrl Shift Z)" });
  const table = button("Table", actions.table, { title: "The ties as a table (T)", "aria-pressed": "false", id: "as-table" });
  const drawer = button("Filters", () => {
    const open = document.body.classList.toggle("open");
    drawer.setAttribute("aria-expanded", String(open));
    if (open) byId("side").querySelector("button")?.focus();
  }, { class: "drawer", "aria-expanded": "false" });
  byId("tools").append(
    drawer,
    button("Path", () => page.openPath(), { title: "How are two actors linked?" }),
    table,
    undo, redo,
    button("Fit", () => page.fit(true), { title: "Everything in the window (0)" }),
    el("div", { class: "menu" }, save, menu),
    button("?", actions.help, { "aria-label": "Help", title: "Help (?)" }));
  document.addEventListener("pointerdown", (event) => {
    if (!menu.parentElement!.contains(event.target as Node)) toggle(false);
  });
  return {
    update() {
      undo.disabled = !page.store.canUndo;
      redo.disabled = !page.store.canRedo;
    },
    closeMenu() {
      const open = !menu.hidden || document.body.classList.contains("open");
      toggle(false);
      document.body.classList.remove("open");
      drawer.setAttribute("aria-expanded", "false");
      return open;
    },
  };
}
