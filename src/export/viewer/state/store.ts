// The one place where the state changes, with undo and redo.

import { START, type State } from "./state";

const KEPT = 200;

export class Store {
  private past: State[] = [];
  private future: State[] = [];
  private listeners: ((now: State, before: State) => void)[] = [];
  private burst = { name: "", at: 0 };

  constructor(public state: State = START) {}

  listen(listener: (now: State, before: State) => void): void {
    this.listeners.push(listener);
  }

  // Changes the state. Changes of one name that follow each other closely, such as the moves of
  // a slider, are undone as one.
  set(change: Partial<State>, burst = ""): void {
    const now = performance.now();
    const joined = burst !== "" && burst === this.burst.name && now - this.burst.at < 800;
    this.burst = { name: burst, at: now };
    if (!joined) {
      this.past.push(this.state);
      if (this.past.length > KEPT) this.past.shift();
    }
    this.future = [];
    this.become({ ...this.state, ...change });
  }

  // Selecting is looking, not changing: it is not undone.
  select(selected: State["selected"]): void {
    this.become({ ...this.state, selected });
  }

  replace(state: State): void {
    this.become(state);
  }

  undo(): boolean {
    return this.step(this.past, this.future);
  }

  redo(): boolean {
    return this.step(this.future, this.past);
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  private step(from: State[], to: State[]): boolean {
    const state = from.pop();
    if (!state) return false;
    to.push(this.state);
    this.burst = { name: "", at: 0 };
    this.become({ ...state, selected: this.state.selected });
    return true;
  }

  private become(state: State): void {
    const before = this.state;
    this.state = state;
    for (const listener of this.listeners) listener(state, before);
  }
}
