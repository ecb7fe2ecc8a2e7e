// What the reader has chosen; everything on screen follows from the model and this.

export type Selected =
  | { actor: string }
  | { tie: string }
  | { pair: [string, string] };

export type Focus =
  | { around: string; depth: number }
  | { from: string; to: string; choice: number };

export interface State {
  // Whether all actors are drawn, not only the best supported.
  all: boolean;
  // Whether actors without ties are drawn.
  loners: boolean;
  // What is switched off.
  kinds: ReadonlySet<string>;
  certainties: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  statuses: ReadonlySet<string>;
  // Id of the outermost speaker, `-` for the article's own voice, empty for all.
  speaker: string;
  outlet: string;
  minSources: number;
  // Days, inclusive; empty for no bound.
  since: string;
  until: string;
  hidden: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  // How far actors were dragged from where whom placed them.
  moved: ReadonlyMap<string, [number, number]>;
  focus: Focus | null;
  selected: Selected | null;
}

export const START: State = {
  all: false,
  loners: false,
  kinds: new Set(),
  certainties: new Set(),
  relations: new Set(),
  statuses: new Set(),
  speaker: "",
  outlet: "",
  minSources: 1,
  since: "",
  until: "",
  hidden: new Set(),
  pinned: new Set(),
  moved: new Map(),
  focus: null,
  selected: null,
};

export function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

export function without<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  next.delete(item);
  return next;
}

export function filtersOf(state: State): Partial<State> {
  const { kinds, certainties, relations, statuses, speaker, outlet, minSources, since, until } = state;
  return { kinds, certainties, relations, statuses, speaker, outlet, minSources, since, until };
}
