/** Issues and editions, one after the other → their PDFs: as they were made before where nothing that they were made of has changed. */
import { resolve } from "node:path";
import { decode } from "../content/decode.ts";
import type { Cache } from "./cache.ts";
import { readOnce } from "./once.ts";
import type { Made, Setter, Work } from "./set-editions.ts";
import { sourcesAt } from "./sources.ts";
import { followed, leadsTheSameWay, type Trail } from "./trail.ts";

interface KeptMade {
  readonly trail: Trail;
  readonly made: Made;
}

export interface Maker {
  make(work: Work): Promise<Made>;
  /** The text of a file of content, theme or fonts; null where there is none. */
  textOf(path: string): string | null;
  /** Puts what is new into the cache; all that was set stays in memory until then. */
  save(): void;
}

/** @param content The folder that all works are in. */
export function openMaker(content: string, cache: Cache): Maker {
  const all = readOnce(sourcesAt(content));
  const fresh: (() => void)[] = [];
  let setter: Setter | null = null;
  return {
    make: async (work) => {
      const { issue, edition, theme, purpose } = work;
      // Messages name files from the folder that the program was started in.
      const place = `${process.cwd()} ${resolve(content)}`;
      const name = `pdf ${place} ${issue} ${edition} ${theme ?? ""} ${JSON.stringify(purpose)}`;
      const kept = cache.recall(name) as KeptMade | undefined;
      if (kept && leadsTheSameWay(all, kept.trail)) return kept.made;
      setter ??= (await import("./set-editions.ts")).openSetter(cache);
      const { sources, trail } = followed(all);
      const made = await setter.set(work, sources);
      if (made.pdf) fresh.push(() => cache.keep(name, { trail: trail(), made } satisfies KeptMade));
      return made;
    },
    textOf: (path) => {
      const bytes = all.read(path);
      return bytes && (decode(path, bytes).value?.text ?? null);
    },
    save: () => {
      setter?.save();
      for (const keep of fresh.splice(0)) keep();
    },
  };
}
