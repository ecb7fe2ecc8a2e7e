// Keeps the keyboard's place while parts of the page are made anew.

export function keepingFocus(change: () => void): void {
  const before = document.activeElement;
  const key = before instanceof HTMLElement ? before.dataset["key"] : undefined;
  change();
  if (key === undefined || document.activeElement === before) return;
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    if (element.dataset["key"] === key) return element.focus();
  }
}
