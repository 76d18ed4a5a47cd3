/** A view in → its news as they come, over restarts of the server; and the files that the news tell of. */
import type { Finding, Layer, LedPlace, OpenRequest, Project, SheetNews, ViewName } from "../protocol.ts";

export interface Hears {
  project(project: Project): void;
  news(news: SheetNews): void;
  /** The cursor of an editor leads to a place. */
  led(place: LedPlace): void;
  /** The server answers, or does not. */
  connected(is: boolean): void;
  /** The project has no such view any more. */
  lost(): void;
}

const queryOf = (view: ViewName, more: Readonly<Record<string, string>> = {}): string =>
  String(new URLSearchParams({ ...view, ...more }));

/** Until the server has told of its own. */
export const NO_PROJECT: Project = {
  name: { zh: "双栏", en: "Shuanglan" },
  issues: [],
  themes: [],
  hasEditor: false,
  hasProof: false,
  boot: "",
};

/** Between attempts to reach a server that is gone, ms. */
const RETRY = 700;
/** A page behind others listens for so long, ms: a browser has six connections to a server, for all its tabs. */
const LINGER = 2000;

/** Between looks whether the server still answers: one that was halted keeps its connections. ms. */
const CHECK = 15_000;
/** An answer takes so long at most, ms; a long issue may be being set. */
const PATIENCE = 8000;

export class Connection {
  readonly #hears: Hears;
  #source: EventSource | null = null;
  #retry = 0;
  #view: ViewName | null = null;
  #leave = 0;
  /** The server did not answer when it was last asked. */
  #isAway = false;
  /** What was listened to before the page was left; it is looked at again when the page is. */
  #left: ViewName | null = null;

  constructor(hears: Hears) {
    this.#hears = hears;
    document.addEventListener("visibilitychange", () => this.#turn());
    setInterval(() => void this.#check(), CHECK);
    // The browser may know sooner; whether the server is out of reach, too, is for the server to say.
    for (const event of ["offline", "online"]) window.addEventListener(event, () => void this.#check());
  }

  async #check(): Promise<void> {
    const source = this.#source;
    const isOpen = () =>
      source !== null && source === this.#source && source.readyState !== EventSource.CLOSED;
    if (document.visibilityState === "hidden" || !isOpen()) return;
    const project = await getProject();
    // A connection that ended meanwhile is tried again by itself.
    if (!isOpen()) return;
    if (!project) {
      this.#isAway = true;
      this.#hears.connected(false);
      clearTimeout(this.#retry);
      this.#retry = window.setTimeout(() => void this.#check(), RETRY);
    } else if (this.#isAway && this.#view)
      // What was told meanwhile may have been lost, and the connection itself: all is told anew.
      this.watch(this.#view);
    else this.#hears.connected(true);
  }

  #turn(): void {
    clearTimeout(this.#leave);
    if (document.visibilityState === "hidden") this.#leave = window.setTimeout(() => this.#rest(), LINGER);
    else if (this.#left) this.watch(this.#left);
  }

  #rest(): void {
    if (this.#source?.readyState !== EventSource.OPEN) return;
    this.#source.close();
    this.#left = this.#view;
  }

  watch(view: ViewName): void {
    this.#view = view;
    this.#left = null;
    this.#isAway = false;
    this.#turn();
    this.#source?.close();
    clearTimeout(this.#retry);
    const source = new EventSource(`/api/events?${queryOf(view)}`);
    this.#source = source;
    source.addEventListener("open", () => {
      this.#hears.connected(true);
      this.#turn();
    });
    source.addEventListener("project", (event) => this.#hears.project(JSON.parse(event.data) as Project));
    source.addEventListener("sheet", (event) => this.#hears.news(JSON.parse(event.data) as SheetNews));
    source.addEventListener("led", (event) => this.#hears.led(JSON.parse(event.data) as LedPlace));
    source.addEventListener("error", () => {
      if (source !== this.#source) return;
      source.close();
      this.#retry = window.setTimeout(() => void this.#again(view), RETRY);
    });
  }

  /** A refusal is told apart from a server that is gone. */
  async #again(view: ViewName): Promise<void> {
    const project = await getProject();
    if (!project) {
      this.#hears.connected(false);
      this.#retry = window.setTimeout(() => void this.#again(view), RETRY);
      return;
    }
    this.#hears.connected(true);
    this.#hears.project(project);
    // It may have been the occasion to look at another one.
    if (view !== this.#view) return;
    if (!project.issues.includes(view.issue)) this.#hears.lost();
    this.watch(view);
  }
}

export async function getProject(): Promise<Project | null> {
  try {
    const answer = await fetch("/api/project", { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? ((await answer.json()) as Project) : null;
  } catch {
    return null;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @param wait Told before each attempt after the first. */
export async function firstProject(wait: () => void): Promise<Project> {
  for (;;) {
    const found = await getProject();
    if (found) return found;
    wait();
    await pause(RETRY);
  }
}

/** Of the last good pages, whenever it is asked for. */
export const pdfAddress = (view: ViewName): string => `/api/pdf?${queryOf(view)}`;

/** As often a file is asked for when its answer is none; where no answer comes, until one does. */
const TRIES = 4;

/** @returns Null when the server has forgotten the version, as newer news are on their way, or is gone. */
async function got<T>(address: string, read: (answer: Response) => Promise<T>): Promise<T | null> {
  for (let tries = 0; ; ) {
    try {
      const answer = await fetch(address);
      if (answer.ok) return await read(answer);
      tries += 1;
      if (answer.status === 404 || tries === TRIES) return null;
    } catch {
      // The news of this version will not come again: it is the page that has to ask.
    }
    await pause(RETRY);
  }
}

export const getPdf = (view: ViewName, version: string): Promise<ArrayBuffer | null> =>
  got(`/api/pdf?${queryOf(view, { version })}`, (answer) => answer.arrayBuffer());

export const getLayer = (view: ViewName, version: string): Promise<Layer | null> =>
  got(`/api/layer?${queryOf(view, { version })}`, (answer) => answer.json() as Promise<Layer>);

export const getProof = (view: ViewName, version: string): Promise<readonly Finding[] | null> =>
  got(`/api/proof?${queryOf(view, { version })}`, (answer) => answer.json() as Promise<readonly Finding[]>);

const token = (): string => document.querySelector<HTMLMetaElement>('meta[name="token"]')?.content ?? "";

export async function openInEditor(place: OpenRequest): Promise<boolean> {
  try {
    const answer = await fetch("/api/open", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Shuanglan-Token": token() },
      body: JSON.stringify(place),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
