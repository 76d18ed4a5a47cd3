/** fontkit in a thread of its own → the same answers, or an end where it finds none. */
import { createRequire } from "node:module";
import { ShapingError } from "../font/face-error.ts";
import type { Fontkit } from "../font/full-shaper.ts";

/** Milliseconds for one word. A font may lead fontkit in a circle; no word of a sound one takes a tenth of it. */
const DEADLINE = 5000;
/** To load fontkit and open a font of many megabytes on a slow machine. */
const OPENING = 20_000;

/** Fonts that the thread keeps open, as many as a design may well use; those that were not asked longest are shut. */
const FONTS = 12;

/** Runs in the thread, where nothing of this program is loaded. */
const THREAD = `
const { workerData } = require("node:worker_threads");
const { port, signal, path } = workerData;
const state = new Int32Array(signal);
const fonts = new Map();
const answer = (made) => {
  port.postMessage(made);
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
};
const open = ({ id, bytes, shut }) => {
  fonts.delete(shut);
  const font = require(path).create(Buffer.from(bytes));
  fonts.set(id, font);
  return { unitsPerEm: font.unitsPerEm };
};
const layout = ({ id, text, features, script, language }) => {
  const { glyphs, positions } = fonts.get(id).layout(text, features, script, language ?? undefined);
  return {
    glyphs: glyphs.map(({ id, codePoints }) => ({ id, codePoints: [...codePoints] })),
    positions: positions.map(({ xAdvance, xOffset, yOffset }) => ({ xAdvance, xOffset, yOffset })),
  };
};
port.on("message", (asked) => {
  try {
    answer(asked.bytes ? open(asked) : layout(asked));
  } catch (error) {
    answer({ fault: String(error) });
  }
});
`;

type Answer<T> = T | { readonly fault: string };

export const guardedFontkit: Fontkit = guarded(
  () => createRequire(import.meta.filename).resolve("fontkit"),
  DEADLINE,
);

/** Loaded in the midst of setting, where nothing can be waited for. */
export const loadFontkit = (): Fontkit => guardedFontkit;

/**
 * One thread for all fonts: a watch opens them anew whenever fonts.yaml is saved.
 *
 * @param pathOf Path of the module that is to be watched.
 * @param deadline Milliseconds for one word.
 */
export function guarded(pathOf: () => string, deadline: number): Fontkit {
  let thread: Thread | null = null;
  let known = 0;
  /** A thread that found no end is left behind; the next one opens its fonts anew. */
  const ask = <T>(asked: object, within: number): T => {
    thread ??= startThread(pathOf());
    try {
      return thread.ask<T>(asked, within);
    } catch (error) {
      if (thread.isEnded()) thread = null;
      throw error;
    }
  };
  return {
    create: (bytes) => {
      const id = known++;
      const open = (): OpenFont => {
        let font = thread?.fonts.get(id);
        if (!font) {
          const shut = oldest(thread);
          if (shut !== null) thread?.fonts.delete(shut);
          font = ask<OpenFont>({ id, bytes, shut }, OPENING);
        }
        thread!.fonts.delete(id);
        thread!.fonts.set(id, font);
        return font;
      };
      const { unitsPerEm } = open();
      const layout = (
        text: string,
        features: readonly string[],
        script: string,
        language: string | undefined,
      ): object => {
        open();
        return ask({ id, text, features, script, language }, deadline);
      };
      return { unitsPerEm, layout };
    },
  };
}

interface OpenFont {
  readonly unitsPerEm: number;
}

interface Thread {
  /** Those that are open in it; what was asked last comes last. */
  readonly fonts: Map<number, OpenFont>;
  ask<T>(asked: object, deadline: number): T;
  isEnded(): boolean;
}

/** The font that has to go for another. @returns Null while there is room. */
function oldest(thread: Thread | null): number | null {
  if (!thread || thread.fonts.size < FONTS) return null;
  return [...thread.fonts.keys()][0]!;
}

function startThread(path: string): Thread {
  // Loaded here alone: few texts need it, and every run would wait for it.
  const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule("node:worker_threads");
  const { port1: port, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const state = new Int32Array(signal);
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { port: port2, signal, path },
    transferList: [port2],
  });
  worker.unref();
  port.unref();
  let isEnded = false;
  const ask = <T>(asked: object, deadline: number): T => {
    Atomics.store(state, 0, 0);
    port.postMessage(asked);
    if (Atomics.wait(state, 0, 0, deadline) === "timed-out") {
      isEnded = true;
      void worker.terminate();
      throw new ShapingError("endless", `no answer within ${deadline / 1000} s`);
    }
    const answer = receiveMessageOnPort(port)?.message as Answer<T> & object;
    if ("fault" in answer) throw new ShapingError("damaged", answer.fault);
    return answer;
  };
  return { fonts: new Map(), ask, isEnded: () => isEnded };
}
