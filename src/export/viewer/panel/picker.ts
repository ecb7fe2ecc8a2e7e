// A box in which an actor is found by name: a combobox with a list of suggestions.

import { el } from "../dom";
import { fold, type Actor, type Model } from "../model/model";
import { kindOf } from "../model/words";

const SHOWN = 12;

export interface Picker {
  root: HTMLElement;
  input: HTMLInputElement;
  set(actor: Actor | undefined): void;
}

export function picker(model: Model, id: string, label: string, onpick: (actor: Actor) => void, placeholder = ""): Picker {
  let found: Actor[] = [];
  let at = -1;
  const list = el("ul", { role: "listbox", id: `${id}-list`, "aria-label": `${label}: suggestions`, hidden: true });
  const input = el("input", {
    id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", placeholder, "aria-label": label,
    "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list",
  });
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (actor: Actor) => {
    input.value = actor.name;
    close();
    onpick(actor);
  };
  const mark = (next: number) => {
    at = next;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return;
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const suggest = () => {
    found = find(model, input.value, SHOWN);
    list.replaceChildren(...found.map((actor, i) =>
      el("li", {
        role: "option", id: `${id}-${i}`, "aria-selected": "false",
        onpointerdown: (event: Event) => { event.preventDefault(); choose(actor); },
      }, el("span", {}, actor.name), " ", el("small", {}, kindOf(actor)))));
    if (input.value && found.length === 0) list.replaceChildren(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nobody of that name"));
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length > 0 ? 0 : -1);
  };
  input.addEventListener("input", suggest);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return suggest();
      mark((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (event.key === "Enter" && !list.hidden && found[at]) {
      event.preventDefault();
      choose(found[at]!);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.value = "";
      if (list.hidden) input.blur();
      close();
    }
  });
  return {
    root: el("div", { class: "picker" }, input, list),
    input,
    set: (actor) => (input.value = actor?.name ?? ""),
  };
}

// Actors by name or alias: those that start so first, then the better supported.
export function find(model: Model, text: string, limit: number): Actor[] {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const scored = model.actors.flatMap((actor) => {
    const score = Math.min(...actor.spellings.map((spelling, i) => rate(spelling, wanted) + (i === 0 ? 0 : 0.5)));
    return score < Infinity ? [{ actor, score }] : [];
  });
  scored.sort((a, b) => a.score - b.score || b.actor.ties.length - a.actor.ties.length || a.actor.index - b.actor.index);
  return scored.slice(0, limit).map(({ actor }) => actor);
}

function rate(spelling: string, wanted: string): number {
  if (spelling === wanted) return 0;
  const at = spelling.indexOf(wanted);
  if (at < 0) return Infinity;
  if (at === 0) return 1;
  return /[\s'’(-]/.test(spelling[at - 1]!) ? 2 : 3;
}
