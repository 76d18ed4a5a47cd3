/** fontkit in a thread of its own → the same answers, or an end where it finds none. */
import { createRequire } from "node:module";
import { ShapingError } from "../font/face-error.ts";
import type { Fontkit } from "../font/full-shaper.ts";

/** Milliseconds for one word. A font may lead fontkit in a circle; no word of a sound one takes a tenth of it. */
const DEADLINE = 5000;
/** To load fontkit and open a font of many megabytes on a slow machine. */
const OPENING = 20_000;

/** Runs in the thread, where nothing of this program is loaded. */
const THREAD = `
const { workerData } = require("node:worker_threads");
const { port, signal, bytes, path } = workerData;
const state = new Int32Array(signal);
let font = null;
const answer = (made) => {
  port.postMessage(made);
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
};
const layout = ({ text, features, script, language }) => {
  const { glyphs, positions } = font.layout(text, features, script, language ?? undefined);
  return {
    glyphs: glyphs.map(({ id, codePoints }) => ({ id, codePoints: [...codePoints] })),
    positions: positions.map(({ xAdvance, xOffset, yOffset }) => ({ xAdvance, xOffset, yOffset })),
  };
};
port.on("message", (asked) => {
  try {
    if (asked === null) {
      font = require(path).create(Buffer.from(bytes));
      answer({ unitsPerEm: font.unitsPerEm });
    } else answer(layout(asked));
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
 * @param pathOf Path of the module that is to be watched.
 * @param deadline Milliseconds for one word.
 */
export function guarded(pathOf: () => string, deadline: number): Fontkit {
  return { create: (bytes) => opened(bytes, pathOf(), deadline) };
}

function opened(bytes: Uint8Array, path: string, forWord: number): object {
  // Loaded here alone: few texts need it, and every run would wait for it.
  const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule("node:worker_threads");
  const { port1: port, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { port: port2, signal, bytes, path },
    transferList: [port2],
  });
  worker.unref();
  port.unref();
  const ask = <T>(asked: unknown, deadline: number): T => {
    const state = new Int32Array(signal);
    Atomics.store(state, 0, 0);
    port.postMessage(asked);
    if (Atomics.wait(state, 0, 0, deadline) === "timed-out") {
      void worker.terminate();
      throw new ShapingError("endless", `no answer within ${deadline / 1000} s`);
    }
    const answer = receiveMessageOnPort(port)?.message as Answer<T> & object;
    if ("fault" in answer) throw new ShapingError("damaged", answer.fault);
    return answer;
  };
  const { unitsPerEm } = ask<{ readonly unitsPerEm: number }>(null, OPENING);
  const layout = (
    text: string,
    features: readonly string[],
    script: string,
    language: string | undefined,
  ): object => ask({ text, features, script, language }, forWord);
  return { unitsPerEm, layout };
}
