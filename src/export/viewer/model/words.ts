// Actors, ties and claims in words.

import { spaced } from "../draw/labels";
import type { Actor, Claim, Tie } from "./model";
import type { View } from "./shown";

export function kindOf(actor: Actor): string {
  return spaced(actor.kind);
}

// "Ghana supplies Togo".
export function tieWords(tie: Tie): string {
  return `${tie.source.name} ${spaced(tie.relation)} ${tie.target.name}`;
}

// "planned · 2 independent sources".
export function standing(view: View): string {
  return `${view.certainty} · ${view.sources} independent ${view.sources === 1 ? "source" : "sources"}`;
}

// "according to the ministry, according to the Herald".
export function voice(claim: Claim): string {
  if (claim.speakers.length > 0) {
    return `according to ${[...claim.speakers].reverse().map((speaker) => speaker.name).join(", as told by ")}`;
  }
  return claim.wire.spans.cue ? "said, the speaker unnamed" : "in its own voice";
}

export function actorWords(actor: Actor, ties: number): string {
  const country = actor.wire.country && actor.wire.country !== actor.name ? `, ${actor.wire.country}` : "";
  return `${actor.name}, ${kindOf(actor)}${country}, ${ties} ${ties === 1 ? "tie" : "ties"}`;
}

// "4 March 2024".
export function dayWords(day: string | null): string {
  if (!day) return "";
  const [year, month, date] = day.split("-").map(Number);
  const names = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  return `${date} ${names[(month ?? 1) - 1]} ${year}`;
}
