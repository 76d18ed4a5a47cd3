/** Keys that are pressed anywhere on the page → what they stand for; what is typed into a field is left to it. */

export interface KeysDo {
  /** By the key's name in small letters. */
  readonly keys: Readonly<Record<string, () => void>>;
  /** The keys of one character are turned off. */
  isOff(): boolean;
  search(): void;
  /** The page itself is no print of the pages. */
  print(): void;
  toPages(): void;
  /** Closes a panel. */
  fold(): void;
  /** A window lies over the page: only the search in it is left. */
  isCovered(): boolean;
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea");

/** Keys of the browser's own; where the keyboard is nowhere they are for the pages. */
const SCROLLING = new Set(["PageDown", "PageUp", "ArrowDown", "ArrowUp", "Home", "End", " "]);

export function listenToKeys({ keys, isOff, search, print, toPages, fold, isCovered }: KeysDo): void {
  document.addEventListener("keydown", (event) => {
    // Keys that choose among Han are the input method's.
    if (event.isComposing) return;
    const own = event.ctrlKey || event.metaKey ? { f: search, p: print }[event.key.toLowerCase()] : undefined;
    if (own && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      own();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isCovered()) return;
    if (event.key === "Escape") {
      fold();
      return;
    }
    if (inField(event.target)) return;
    if (SCROLLING.has(event.key) && document.activeElement === document.body) toPages();
    const act = keys[event.key.toLowerCase()];
    if (!act || isOff()) return;
    event.preventDefault();
    act();
  });
}
