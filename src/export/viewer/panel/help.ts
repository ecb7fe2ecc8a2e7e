// What can be done, and by which keys.

import { button, el } from "../dom";

const KEYS: [string, string][] = [
  ["/", "find an actor"],
  ["Tab", "from part to part; into the drawing"],
  ["← ↑ → ↓", "in the drawing: to the neighbour that lies there"],
  ["N, Shift N", "next and previous tie of the actor"],
  ["Enter", "read the evidence"],
  ["Esc", "back"],
  ["+ − 0", "closer, farther, everything"],
  ["Shift with arrows", "move the drawing"],
  ["1 2 3", "only what lies within so many steps; again for all"],
  ["P, H", "pin the actor, hide it"],
  ["Alt with arrows", "move the actor"],
  ["T", "the ties as a table"],
  ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
  ["?", "this page"],
];

export function help(): HTMLDialogElement {
  const dialog = el("dialog", { "aria-labelledby": "help-title" },
    el("h2", { id: "help-title" }, "How to read this drawing"),
    el("p", {}, "Every shape is an actor, every line a relation that articles report. Click a line or a shape and read the sentences behind it: who says so, how sure, when and where. A line that others deny is red and struck through; a number on a line counts the ties bundled in it, which fan out as you zoom in."),
    el("p", {}, "Drag shapes where you want them. Everything that you choose is in the address of the page: send it, and others see the same. Nothing here needs or uses a network."),
    el("table", {},
      el("caption", {}, "Keys"),
      el("tbody", {}, ...KEYS.map(([keys, words]) => el("tr", {}, el("th", { scope: "row" }, el("kbd", {}, keys)), el("td", {}, words))))),
    el("p", { class: "quiet" }, "Whether a claim is true is not for this page to say. A machine read the sentences and misreads some; check the sentence before you rely on a tie."),
    button("Close", () => dialog.close(), { class: "primary" }));
  document.body.append(dialog);
  return dialog;
}
