// The line of each certainty, dashed as in the pictures; the word stands beside it wherever there is room.

export type Head = "full" | "open" | "tee";

export interface Line {
  dash: number[];
  width: number;
  head: Head;
  gloss: string;
}

export const LINES: Record<string, Line> = {
  stated: { dash: [], width: 1.5, head: "full", gloss: "in an article’s own voice" },
  claimed: { dash: [7, 3], width: 1.4, head: "full", gloss: "said by somebody quoted" },
  planned: { dash: [3, 3], width: 1.4, head: "open", gloss: "intended, ordered or scheduled" },
  possible: { dash: [1.5, 3.5], width: 1.3, head: "open", gloss: "uncertain or suspected" },
  denied: { dash: [10, 3, 2, 3], width: 1.8, head: "tee", gloss: "every claim says it is not so" },
  disputed: { dash: [], width: 2, head: "full", gloss: "claimed by some, denied by others" },
};

export function lineOf(certainty: string): Line {
  return LINES[certainty] ?? LINES["stated"]!;
}

// In a bundle the surest tie gives the line; a dispute is marked apart.
const SUREST = ["stated", "claimed", "disputed", "planned", "possible", "denied"];

export function surest(certainties: string[]): string {
  return SUREST.find((certainty) => certainties.includes(certainty)) ?? "stated";
}
