// A sentence with its source, target, trigger and cue marked.

import { el } from "../dom";
import type { Claim } from "../model/model";

export const ROLES = ["source", "trigger", "target", "cue"] as const;

export interface Piece {
  text: string;
  roles: string[];
}

// Cuts the evidence where a marked part starts or ends. Spans count code points in the document;
// what lies outside the sentence, such as the noun behind a pronoun, is not marked.
export function pieces(claim: Claim): Piece[] {
  const points = Array.from(claim.wire.evidence);
  const { spans } = claim.wire;
  const offset = spans.sentence[0];
  const marks = ROLES.flatMap((role) => {
    const span = spans[role];
    if (!span) return [];
    const [start, end] = [span[0] - offset, span[1] - offset];
    return start >= 0 && end <= points.length && start < end ? [{ role, start, end }] : [];
  });
  const whole = marks.filter((mark) => mark.end - mark.start < points.length);
  const cuts = [0, ...whole.flatMap(({ start, end }) => [start, end]), points.length];
  const at = [...new Set(cuts)].sort((a, b) => a - b);
  return at.slice(1).map((end, i) => {
    const start = at[i]!;
    const roles = whole.filter((mark) => mark.start <= start && end <= mark.end).map((mark) => mark.role);
    return { text: points.slice(start, end).join(""), roles };
  });
}

export function quote(claim: Claim): HTMLElement {
  const parts = pieces(claim).map(({ text, roles }) =>
    roles.length === 0 ? text : el("mark", { class: roles.join(" "), title: roles.join(" and ") }, text));
  return el("blockquote", {}, "“", ...parts, "”");
}

// What the marks mean.
export function key(): HTMLElement {
  return el("p", { class: "key" }, ...ROLES.flatMap((role) => [el("mark", { class: role }, role), " "]));
}
