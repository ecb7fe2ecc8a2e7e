// Reads the graph that stands in the page and shows it.

import { announce, byId, el, plural } from "./dom";
import { build } from "./model/model";
import { dayOf, show } from "./model/shown";
import { actorWords, dayWords } from "./model/words";
import type { Page } from "./page";
import { ActorList } from "./panel/actors";
import { Aside } from "./panel/aside";
import { filters } from "./panel/filters";
import { help } from "./panel/help";
import { keepingFocus } from "./panel/focus";
import { legend } from "./panel/legend";
import { picker } from "./panel/picker";
import { status } from "./panel/status";
import { Table } from "./panel/table";
import { Timeline } from "./panel/timeline";
import { tools } from "./panel/tools";
import * as hash from "./state/hash";
import type { Selected, State } from "./state/state";
import { Store } from "./state/store";
import { Camera } from "./view/camera";
import { emphasisOf, emphasisOfPath } from "./view/emphasis";
import { drawingKeys } from "./view/keys";
import { Pointer } from "./view/pointer";
import { View } from "./view/view";

const data = (id: string) => JSON.parse(byId(id).textContent!);
const model = build(data("graph"), data("page"));
const opened = hash.read(location.hash);
const store = new Store(opened.state);
const view = new View(byId("base"), byId("over"));
let hovered: Selected | null = null;

const pointer = new Pointer(view, byId("tip"), {
  hover(selected) {
    if (JSON.stringify(selected) === JSON.stringify(hovered)) return;
    hovered = selected;
    emphasise();
  },
  click: (selected) => store.select(selected),
  open(actor) {
    store.set({ focus: { around: actor.id, depth: 1 } });
    page.fit(true);
  },
  drag(actor, x, y) {
    const [dx, dy] = store.state.moved.get(actor.id) ?? [0, 0];
    const now = view.place(actor);
    store.set({ moved: new Map(store.state.moved).set(actor.id, [dx + x - now.x, dy + y - now.y]) }, `drag ${actor.id}`);
  },
});
const camera = new Camera(view, writeHash, (event) => pointer.isFree(event));

const page: Page = {
  model, store, view, camera,
  shown: show(model, store.state),
  title: document.title,
  go(selected) {
    bringIn(selected);
    store.select(selected);
    const actor = "actor" in selected ? model.byId.get(selected.actor) : undefined;
    if (actor) camera.reveal(view.place(actor));
  },
  read(selected) {
    page.go(selected);
    aside.focus();
  },
  walk(actor) {
    store.select({ actor: actor.id });
    camera.reveal(view.place(actor));
    announce(actorWords(actor, page.shown.of.get(actor)?.length ?? 0));
  },
  openPath(from, to) {
    aside.ends = { from: from ?? aside.ends?.from, to: to ?? aside.ends?.to };
    store.select(null);
    const { ends } = aside;
    if (ends.from && ends.to) {
      store.set({ focus: { from: ends.from.id, to: ends.to.id, choice: 0 } });
      page.fit(true);
    }
    aside.update();
    byId(ends.from && !ends.to ? "path-to" : "path-from").focus();
  },
  fit: (smooth = false) => camera.fit(page.shown.actors.map(view.place), smooth),
};

const aside = new Aside(page, byId("evidence"));
const list = new ActorList(page, byId("actors"));
const table = new Table(page, byId("table"));
const timeline = new Timeline(page, byId("time"));
let dialog: HTMLDialogElement | null = null;
const toolbar = tools(page, {
  table: toggleTable,
  help: () => (dialog ??= help()).showModal(),
  undo: () => (store.undo() ? announce("Undone.") : undefined),
  redo: () => (store.redo() ? announce("Done again.") : undefined),
});
const search = picker(model, "find", "Find an actor", (actor) => {
  page.go({ actor: actor.id });
  view.over.focus();
}, "Find an actor ( / )");
byId("search").append(search.root);

// Makes sure that an actor is on screen: out of hiding, out of a focus without it, past the first 150.
function bringIn(selected: Selected): void {
  const actor = "actor" in selected ? model.byId.get(selected.actor) : undefined;
  if (!actor || page.shown.actors.includes(actor)) return;
  const hidden = new Set(store.state.hidden);
  hidden.delete(actor.id);
  const focus = store.state.focus && show(model, { ...store.state, hidden }).actors.includes(actor) ? store.state.focus : null;
  store.set({ hidden, focus });
  if (!page.shown.actors.includes(actor)) store.set({ pinned: new Set(store.state.pinned).add(actor.id) });
}

function emphasise(): void {
  const { focus, selected } = store.state;
  const pointed = emphasisOf(model, page.shown, hovered) ?? emphasisOf(model, page.shown, selected);
  const path = focus && "from" in focus ? page.shown.paths[Math.min(focus.choice, page.shown.paths.length - 1)] : undefined;
  view.emphasise(pointed ?? (path && page.shown.paths.length > 0 ? emphasisOfPath(path) : null));
}

function toggleTable(): void {
  const root = byId("table");
  root.hidden = !root.hidden;
  document.body.classList.toggle("tabled", !root.hidden);
  byId("as-table").setAttribute("aria-pressed", String(!root.hidden));
  table.update();
  if (root.hidden) view.over.focus();
  else root.focus();
}

function onlyMoved(now: State, before: State): boolean {
  const names = Object.keys(now) as (keyof State)[];
  return names.every((name) => name === "moved" || now[name] === before[name]);
}

function panels(): void {
  keepingFocus(() => {
    byId("legend").replaceChildren(...legend(page));
    byId("filters").replaceChildren(...filters(page));
    list.update();
    status(page);
    aside.update();
    table.update();
    timeline.update();
    toolbar.update();
  });
}

store.listen((now, before) => {
  if (!onlyMoved(now, { ...before, selected: now.selected })) page.shown = show(model, now);
  if (now.moved !== before.moved || !onlyMoved(now, { ...before, selected: now.selected })) view.show(page.shown, now);
  if (!onlyMoved(now, before)) {
    if (onlyMoved(now, { ...before, selected: now.selected })) keepingFocus(() => aside.update());
    else panels();
  }
  toolbar.update();
  emphasise();
  writeHash();
});

let writing = 0;
function writeHash(): void {
  clearTimeout(writing);
  writing = window.setTimeout(() => {
    const words = hash.write(store.state, camera.seen);
    if (words !== location.hash.slice(1)) history.replaceState(null, "", `#${words}`);
  }, 250);
}

window.addEventListener("hashchange", () => {
  const { state, camera: seen } = hash.read(location.hash);
  store.replace(state);
  if (seen) camera.look(seen);
  else page.fit();
});

view.over.addEventListener("keydown", drawingKeys(page));
view.over.addEventListener("focus", () => announce(actorHint()));
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  view.over.focus();
});

function actorHint(): string {
  const { selected } = store.state;
  const actor = selected && "actor" in selected ? model.byId.get(selected.actor) : undefined;
  return actor ? actorWords(actor, page.shown.of.get(actor)?.length ?? 0) : `${plural(page.shown.actors.length, "actor")} drawn; press an arrow key to start.`;
}

window.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox" && event.target.type !== "range";
  if (dialog?.open) return;
  if ((event.ctrlKey || event.metaKey) && !typing && event.key.toLowerCase() === "z") {
    event.preventDefault();
    event.shiftKey ? store.redo() : store.undo();
  } else if ((event.ctrlKey || event.metaKey) && !typing && event.key.toLowerCase() === "y") {
    event.preventDefault();
    store.redo();
  } else if (event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === "Escape") escape();
  else if (typing || event.target instanceof HTMLSelectElement) return;
  else if (event.key === "/") {
    event.preventDefault();
    search.input.focus();
    search.input.select();
  } else if (event.key === "?") (dialog ??= help()).showModal();
  else if (event.key === "t") toggleTable();
});

// One step back: menu, table, evidence, path, neighbourhood.
function escape(): void {
  if (toolbar.closeMenu()) return;
  if (!byId("table").hidden) return toggleTable();
  if (store.state.selected || aside.ends) aside.close();
  else if (store.state.focus) {
    store.set({ focus: null });
    page.fit(true);
  }
  view.over.focus();
}

function heading(): void {
  const { documents } = model.wire;
  const days = model.claims.map(dayOf).filter(Boolean).sort();
  const outlets = new Set(documents.flatMap((document) => document.outlet ?? []));
  const period = days.length === 0 ? "" : days[0] === days.at(-1) ? dayWords(days[0]!) : `${dayWords(days[0]!)} to ${dayWords(days.at(-1)!)}`;
  byId("title").textContent = page.title;
  byId("subtitle").textContent = [
    plural(documents.length, "article"),
    outlets.size > 1 && plural(outlets.size, "outlet"),
    outlets.size === 1 && [...outlets][0],
    period,
  ].filter(Boolean).join(" · ");
}

// What scripts beside the page may ask: where something is drawn, in pixels of the drawing, and
// when the first frame was there, in milliseconds.
const answers = {
  drawn: undefined as number | undefined,
  actor: (id: string) => {
    const spot = view.scene.byActor.get(model.byId.get(id)!);
    return spot && { x: spot.x, y: spot.y, r: spot.r };
  },
  tie: (key: string) => {
    const strand = view.strandOf(key);
    return strand && { x0: strand.x0, y0: strand.y0, cx: strand.cx, cy: strand.cy, x1: strand.x1, y1: strand.y1, bundled: strand.views.length, loop: strand.loop };
  },
  labels: () => view.labels.names.map(({ spot, box }) => ({ name: spot.actor.name, ...box })),
  shown: () => ({ actors: page.shown.actors.map((actor) => actor.id), ties: page.shown.views.map(({ tie }) => tie.key) }),
};
Object.assign(view.over, { whom: answers });

heading();
const stage = byId("stage");
view.show(page.shown, store.state);
view.resize(stage.clientWidth, stage.clientHeight);
if (opened.camera) {
  camera.moved = true;
  camera.look(opened.camera);
} else page.fit();
view.draw();
// The panels follow when the drawing is there.
requestAnimationFrame(() => window.setTimeout(() => {
  answers.drawn = performance.now();
  panels();
  emphasise();
  document.body.append(el("div", { hidden: true, id: "ready" }));
}));
new ResizeObserver(() => {
  if (stage.clientWidth === view.width && stage.clientHeight === view.height) return;
  const fitted = !camera.moved;
  view.resize(stage.clientWidth, stage.clientHeight);
  if (fitted) page.fit();
}).observe(stage);
