// Elements in short. Text only ever becomes text: nothing here parses HTML.

type Handler = (event: any) => void;
type Value = string | number | boolean | null | undefined | Handler;
type Child = Node | string | null | undefined | false;

// Makes an element; `onclick` and the like are listeners, `null` and `false` leave an attribute out.
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, Value> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

export function button(label: string, onclick: Handler, attributes: Record<string, Value> = {}): HTMLButtonElement {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

// Returns an element of the page's skeleton.
export function byId<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as T;
}

// Only web addresses become links.
export function link(url: string | null, text: string): HTMLElement {
  if (!url || !/^https?:\/\//i.test(url)) return el("span", {}, text);
  return el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

export function announce(text: string): void {
  byId("announcer").textContent = text;
}
