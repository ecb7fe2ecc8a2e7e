// What the parts of the page share.

import type { Actor, Model } from "./model/model";
import type { Shown } from "./model/shown";
import type { Selected } from "./state/state";
import type { Store } from "./state/store";
import type { Camera } from "./view/camera";
import type { View } from "./view/view";

export interface Page {
  model: Model;
  store: Store;
  view: View;
  camera: Camera;
  shown: Shown;
  title: string;
  // Selects, and brings into the window, also what the filters or the first 150 leave out.
  go(selected: Selected): void;
  // Selects and moves the keyboard's focus to the evidence.
  read(selected: Selected): void;
  walk(actor: Actor): void;
  openPath(from?: Actor, to?: Actor): void;
  fit(smooth?: boolean): void;
}
