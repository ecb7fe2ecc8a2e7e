// The state in the address, so that a view can be sent as a link.

import { START, type Focus, type Selected, type State } from "./state";

export interface Camera {
  // The place in the middle of the window, and the zoom.
  x: number;
  y: number;
  k: number;
}

const SETS = ["kinds", "certainties", "relations", "statuses", "hidden", "pinned"] as const;
const TEXTS = ["speaker", "outlet", "since", "until"] as const;
const LISTED = "|";

export function write(state: State, camera: Camera | null): string {
  const words = new URLSearchParams();
  if (state.all) words.set("all", "1");
  if (state.loners) words.set("loners", "1");
  for (const name of SETS) {
    if (state[name].size > 0) words.set(name, [...state[name]].sort().map(escape).join(LISTED));
  }
  for (const name of TEXTS) if (state[name]) words.set(name, state[name]);
  if (state.minSources > 1) words.set("sources", String(state.minSources));
  if (state.moved.size > 0) {
    const moves = [...state.moved].sort(([a], [b]) => (a < b ? -1 : 1));
    words.set("moved", moves.map(([id, [x, y]]) => [escape(id), Math.round(x), Math.round(y)].join("@")).join(LISTED));
  }
  const { focus, selected } = state;
  if (focus && "around" in focus) words.set("around", `${focus.depth}${LISTED}${escape(focus.around)}`);
  if (focus && "from" in focus) words.set("path", [focus.choice, escape(focus.from), escape(focus.to)].join(LISTED));
  if (selected && "actor" in selected) words.set("actor", selected.actor);
  if (selected && "tie" in selected) words.set("tie", selected.tie);
  if (selected && "pair" in selected) words.set("pair", selected.pair.map(escape).join(LISTED));
  if (camera) words.set("view", [camera.x.toFixed(0), camera.y.toFixed(0), camera.k.toFixed(4)].join(","));
  return words.toString();
}

export function read(hash: string): { state: State; camera: Camera | null } {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const list = (name: string) => (words.get(name) ?? "").split(LISTED).filter(Boolean).map(unescape);
  const state: State = { ...START, all: words.has("all"), loners: words.has("loners") };
  for (const name of SETS) Object.assign(state, { [name]: new Set(list(name)) });
  for (const name of TEXTS) Object.assign(state, { [name]: words.get(name) ?? "" });
  state.minSources = Math.max(1, Math.floor(Number(words.get("sources")) || 1));
  state.moved = new Map(list2(words.get("moved")));
  state.focus = focus(list("around"), list("path"));
  state.selected = selected(words);
  const [x, y, k] = (words.get("view") ?? "").split(",").map(Number);
  const seen = k !== undefined && [x, y, k].every(Number.isFinite) && k > 0;
  return { state, camera: seen ? { x: x!, y: y!, k } : null };
}

function list2(text: string | null): [string, [number, number]][] {
  return (text ?? "").split(LISTED).flatMap((move): [string, [number, number]][] => {
    const [id, x, y] = move.split("@");
    const at: [number, number] = [Number(x), Number(y)];
    return id && at.every(Number.isFinite) ? [[unescape(id), at]] : [];
  });
}

function focus(around: string[], path: string[]): Focus | null {
  const [depth, actor] = around;
  if (actor) return { around: actor, depth: Math.min(3, Math.max(1, Number(depth) || 1)) };
  const [choice, from, to] = path;
  return from && to ? { from, to, choice: Math.max(0, Number(choice) || 0) } : null;
}

function selected(words: URLSearchParams): Selected | null {
  const actor = words.get("actor");
  if (actor) return { actor };
  const tie = words.get("tie");
  if (tie) return { tie };
  const [a, b] = (words.get("pair") ?? "").split(LISTED).map(unescape);
  return a && b ? { pair: [a, b] } : null;
}

function escape(text: string): string {
  return text.replace(/[%|@]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}

function unescape(text: string): string {
  return text.replace(/%(25|7c|40)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
