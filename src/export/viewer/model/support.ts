// How sure a tie is and how many independent sources it has, given some of its claims.
// The same rules as in src/graph/certainty.rs and tie.rs, for what a filter leaves.

import type { Claim } from "./model";

export function certainty(claims: Claim[]): string {
  const voices = (status: string) =>
    new Set(claims.filter((claim) => claim.wire.status === status).map((claim) => claim.speakers.at(-1)?.id ?? ""));
  const actual = voices("actual");
  const denied = voices("denied");
  const differ = [...actual].some((says) => [...denied].some((denies) => says !== denies));
  if (differ) return "disputed";
  if (actual.has("")) return "stated";
  if (actual.size > 0) return "claimed";
  for (const status of ["planned", "possible"]) {
    if (claims.some((claim) => claim.wire.status === status)) return status;
  }
  return "denied";
}

// Different texts or outermost speakers.
export function independent(claims: Claim[]): number {
  if (claims.length < 2) return claims.length;
  const text = (claim: Claim) => claim.document.fingerprint || claim.document.name;
  return new Set(claims.map((claim) => JSON.stringify([text(claim), claim.speakers[0]?.id ?? ""]))).size;
}
