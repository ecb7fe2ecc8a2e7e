// Invents a graph of any size, with invented names, as whom's JSON: `node invent.mjs ACTORS TIES`.
//
// A few actors have many ties and most have few, as in news; the same numbers give the same graph.

const KINDS = ["country", "official", "person", "agency", "unit", "armed_group", "intergovernmental", "organization", "company", "media", "group", "place"];
const WEIGHTS = [10, 18, 18, 10, 6, 4, 3, 9, 9, 5, 5, 3];
const RELATIONS = {
  supplies: "supplied", trains: "trained", meets: "met", part_of: "belonged to", accuses: "accused", criticizes: "criticized",
  attacks: "attacked", negotiates: "negotiated with", sanctions: "sanctioned", leads: "led", funds: "funded", reports: "reported on",
};
const SYMMETRIC = ["meets", "negotiates"];
const SAYING = ["accuses", "criticizes", "reports"];
const STARTS = ["Nor", "Ost", "Kel", "Var", "Mir", "Tol", "Bel", "Sor", "Dran", "Fen", "Gal", "Hest", "Ilm", "Jor", "Lum", "Prav"];
const MIDDLES = ["a", "o", "e", "ar", "en", "il", "um", "ov", "is"];
const ENDS = ["land", "mark", "ia", "stan", "burg", "wick", "dor", "via", "nath", "sund"];
const FIRST = ["Ana", "Boran", "Celin", "Dario", "Elka", "Farid", "Goran", "Hanne", "Ivo", "Jolin", "Kasper", "Lina", "Mato", "Nadia"];
const NOUNS = {
  agency: ["ministry of transport", "harbour office", "intelligence service"], unit: ["3rd Brigade", "coast guard", "air wing"],
  armed_group: ["Liberation Front", "Free Rifles"], intergovernmental: ["Union of States", "Development Bank"],
  organization: ["Workers’ Union", "Relief Fund"], company: ["Shipping", "Steel Works", "Airways"], media: ["Herald", "Courier", "Evening Post"],
  group: ["fishermen", "students"], place: ["Bay", "Crossing"],
};

// A linear congruential generator: nothing here needs better.
function dice(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

export function invent(actorCount, tieCount, seed = 7) {
  const roll = dice(seed);
  const one = (list) => list[roll(list.length)];
  const total = WEIGHTS.reduce((a, b) => a + b);
  const kindOf = () => {
    let at = roll(total);
    return KINDS[WEIGHTS.findIndex((weight) => (at -= weight) < 0)];
  };
  const place = () => one(STARTS) + one(MIDDLES) + one(ENDS);
  const used = new Set();
  const name = (kind) => {
    for (let i = 0; ; i++) {
      const made = kind === "country" ? place()
        : kind === "official" || kind === "person" ? `${one(FIRST)} ${one(STARTS)}${one(MIDDLES)}${one(["vic", "sen", "ska", "ti", "mann"])}`
        : kind === "company" || kind === "media" || kind === "place" || kind === "armed_group" ? `${place()} ${one(NOUNS[kind])}`
        : `${place()}n ${one(NOUNS[kind])}`;
      const full = i > 8 ? `${made} ${i}` : made;
      if (!used.has(full)) return used.add(full), full;
    }
  };
  const actors = Array.from({ length: actorCount }, (_, i) => {
    const kind = i < 6 ? "country" : kindOf();
    const title = name(kind);
    return { id: `${kind}/${i}`, name: title, kind, country: null, aliases: [title], wikidata: null };
  });
  const states = actors.filter((actor) => actor.kind === "country");
  for (const actor of actors) actor.country = actor.kind === "country" ? actor.name : roll(2) ? one(states).name : null;
  const outlets = Array.from({ length: 8 }, () => `${place()} ${one(NOUNS.media)}`);
  const documents = Array.from({ length: Math.max(1, Math.ceil(tieCount / 12)) }, (_, i) => {
    const date = new Date(Date.UTC(2031, 0, 1 + roll(90))).toISOString().slice(0, 10);
    const outlet = one(outlets);
    return { id: `news/${i}.txt`, name: `news/${i}.txt`, title: `${outlet}: day ${i}`, outlet, date, url: `https://news.example/${i}`, fingerprint: `f${i}`, actors: new Map() };
  });
  // The square of a roll: low numbers come up far more often.
  const popular = () => actors[Math.floor((roll(10_000) / 10_000) ** 2.4 * actorCount)];
  const ties = new Map();
  const claims = [];
  const claim = (source, relation, target, n) => {
    const document = one(documents);
    const status = one(["actual", "actual", "actual", "actual", "planned", "possible", "denied"]);
    const speakers = roll(3) === 0 ? [popular()] : [];
    const cue = speakers.length > 0 ? `${speakers[0].name} said ` : "";
    const evidence = `${cue}${source.name} ${RELATIONS[relation]} ${target.name} on day ${n}.`;
    const length = (text) => Array.from(text).length;
    const [a, b] = [length(cue), length(cue) + length(source.name)];
    const [c, d] = [b + 1, b + 1 + length(RELATIONS[relation])];
    for (const actor of [source, target, ...speakers]) document.actors.set(actor.id, actor);
    claims.push({
      document: document.id, id: `c${claims.length}`, source: source.id, relation, target: target.id, item: null, status,
      attributed_to: speakers.map((speaker) => speaker.id), date: document.date, evidence,
      spans: {
        sentence: [0, length(evidence)], source: [a, b], trigger: [c, d], target: [d + 1, d + 1 + length(target.name)],
        cue: cue ? [length(cue) - 5, length(cue) - 1] : null, content: null,
      },
      frame: `${relation}/en/1`,
    });
  };
  while (ties.size < tieCount) {
    const relation = one(Object.keys(RELATIONS));
    // Everybody comes up once before the popular come up again.
    let [source, target] = [ties.size < actorCount ? actors[ties.size] : popular(), popular()];
    if (source === target) continue;
    if (SYMMETRIC.includes(relation) && source.id > target.id) [source, target] = [target, source];
    const key = [source.id, relation, target.id].join(" ");
    if (ties.has(key)) continue;
    ties.set(key, true);
    for (let n = roll(4) === 0 ? 1 + roll(4) : 1; n > 0; n--) claim(source, relation, target, claims.length);
  }
  return {
    whom: { schema: 1, symmetric: SYMMETRIC, saying: SAYING },
    directed: true, multigraph: true, graph: {}, nodes: [], edges: [], claims,
    documents: documents.map((document) => ({ ...document, actors: [...document.actors.values()] })),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [actors, ties] = process.argv.slice(2).map(Number);
  if (!actors || !ties) throw new Error("usage: node invent.mjs ACTORS TIES");
  process.stdout.write(JSON.stringify(invent(actors, ties)) + "\n");
}
