// A claim as a citation, and the clipboard.

import { announce } from "../dom";
import type { Claim, Tie } from "../model/model";
import { dayWords, tieWords, voice } from "../model/words";

// “Sentence.” Outlet, “Title”, 4 March 2024, address. [What whom reads in it.]
export function citation(tie: Tie, claim: Claim): string {
  const { document, wire } = claim;
  const title = document.title && `“${document.title}”`;
  const where = [document.outlet ?? document.name, title, dayWords(document.date), document.url].filter(Boolean).join(", ");
  return `“${wire.evidence.trim()}” ${where}. [${tieWords(tie)}: ${wire.status}, ${voice(claim)}]`;
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    byHand(text);
  }
  announce("Copied.");
}

// Some browsers keep the clipboard from pages opened as files.
function byHand(text: string): void {
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.className = "unseen";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
