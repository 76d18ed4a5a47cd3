/** What the program says → its output and messages, on a terminal or where they were sent. */
import { fstatSync } from "node:fs";
import { createColors } from "picocolors";
import { codeOf, EnvironmentError } from "./effects.ts";
import { printable, printableMessage } from "./printable.ts";
import type { Paint } from "./report.ts";
import { sayLines } from "./speech.ts";
import type { Wording } from "./wording.ts";

type StreamName = "stdout" | "stderr";

/** Those that something was said on, or was asked whether it can be. */
const streams = new Map<StreamName, NodeJS.WriteStream>();

/** What a place that can not be written to comes to; see `watchOutput`. */
let refusal: (error: EnvironmentError) => number = () => 1;

/** Taken when it is wanted: what writes to a pipe takes Node milliseconds to load. */
export function stream(name: StreamName): NodeJS.WriteStream {
  const known = streams.get(name);
  if (known) return known;
  const taken = process[name];
  streams.set(name, taken);
  return taken.on("error", (error) => {
    const code = codeOf(error);
    process.exit(code === "EPIPE" ? 0 : refusal(new EnvironmentError(name, code)));
  });
}

/**
 * Lets the program end where what it says has nowhere to go. A reader that went away early (`| head`) is no fault.
 *
 * @param refused Tells of a place that can not be written to. @returns The exit status.
 */
export function watchOutput(refused: (error: EnvironmentError) => number): void {
  refusal = refused;
}

/** Whether all that was said is where it should be. */
export const isSaid = (): boolean =>
  [...streams.values()].every(({ writableLength, errored }) => writableLength === 0 && !errored);

export const out = (line: string): void => {
  stream("stdout").write(`${printableMessage(line)}\n`);
};

export const err = (line: string): void => {
  stream("stderr").write(`${printableMessage(line)}\n`);
};

/** A message in every language that is spoken, each on a line of its own. */
export function errLines(wording: Wording): void {
  for (const line of sayLines(wording)) err(line);
}

/** What another program reads goes out character by character as it is. */
export const outData = (text: string): void => {
  stream("stdout").write(`${text}\n`);
};

/** Whether messages are read on a terminal. A file or a pipe is told without what writes to it. */
function hasTerminal(): boolean {
  try {
    if (process.platform !== "win32" && !fstatSync(2).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  // Undefined where it is none, whatever its type says.
  return stream("stderr").isTTY === true;
}

/** A line that the next one replaces; nothing where the output is no terminal. */
export function status(line: string): void {
  if (hasTerminal()) stream("stderr").write(`\r\x1b[K${printable(line)}`);
}

/** Columns that a line of the source takes where there is room. */
const WIDTH = 96;
/** What stands around it: its number, the bar, dots for what was cut, a Han at the edge. */
const AROUND = 12;
/** A line of which less is shown says nothing. */
const LEAST = 24;

export function paint(): Paint {
  const isTerminal = hasTerminal();
  const colours = createColors(isTerminal && !process.env.NO_COLOR);
  const room = isTerminal ? stream("stderr").columns || WIDTH + AROUND : WIDTH + AROUND;
  return {
    // A caret in a line that the terminal breaks stands under another word.
    width: Math.max(LEAST, Math.min(WIDTH, room - AROUND)),
    error: colours.red,
    added: colours.green,
    warning: colours.yellow,
    faint: colours.dim,
    strong: colours.bold,
  };
}
