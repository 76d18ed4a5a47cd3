/** PDFs in → what qpdf, the program's own preflight and two engines find wrong with them, looked for in the background. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preflightLines } from "../../src/app/preflight-command.ts";
import { Starter } from "./starter.ts";

/** A PDF that a trial has made. */
export interface Survivor {
  readonly pdf: Uint8Array;
  /** Told what is wrong with it; nothing of a sound one. */
  readonly fail: (why: string) => void;
}

/** Survivors that are looked at at once; while there are so many, the trials wait. */
const LANES = 4;
/** Dots to the inch: faults of drawing are told at any. */
const DOTS = "36";

/**
 * The samples of a JPEG go into a PDF as they are, and of a file that is damaged behind its headers readers show
 * what they can: of its samples, and of nothing else, a decoder may complain.
 */
const OF_SAMPLES =
  /^Corrupt JPEG data|^Premature end of JPEG|: error decoding stream data for object \d+ 0: .*JPEG|: stream will be re-processed/m;

/** What an engine says of the way it was built. */
const OF_ITSELF = /^warning: ICC support is not available\n/gm;

const ENGINES: Readonly<Record<string, (file: string, pages: string) => readonly string[]>> = {
  pdftoppm: (file, pages) => ["-r", DOTS, file, join(pages, "poppler")],
  mutool: (file, pages) => ["draw", "-q", "-r", DOTS, "-o", join(pages, "mupdf-%d.png"), file],
};

export class Soundness {
  /** Survivors that qpdf found whole; whole but for noise in a JPEG; that were drawn as well, and passed preflight. */
  readonly counts = { whole: 0, noisy: 0, sampled: 0 };
  /** Programs that are not installed: what they would have looked at was not. */
  readonly missing: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), "sound-"));
  readonly #every: number;
  readonly #sample: number;
  readonly #running = new Set<Promise<void>>();
  readonly #starter = new Starter();
  #taken = 0;

  /**
   * @param every One survivor in this many is looked at by qpdf; 0 for none.
   * @param sample One in this many goes through preflight and is drawn; 0 for none.
   */
  constructor(every: number, sample: number) {
    this.#every = every;
    this.#sample = sample;
  }

  async open(): Promise<void> {
    const asked = [
      ...(this.#every > 0 ? [["qpdf", "--version"]] : []),
      ...(this.#sample > 0 ? Object.keys(ENGINES).map((name) => [name, "-v"]) : []),
    ];
    for (const [program, flag] of asked)
      if ((await this.#starter.run(program!, [flag!])).status === null) this.missing.push(program!);
  }

  /** Resolves when the next survivor may come: at once, as long as few are being looked at. */
  async look(survivor: Survivor): Promise<void> {
    const number = this.#taken++;
    const isAmong = (share: number) => share > 0 && number % share === 0;
    if (!isAmong(this.#every) && !isAmong(this.#sample)) return;
    while (this.#running.size >= LANES) await Promise.race(this.#running);
    const check: Promise<void> = this.#check(survivor, number, isAmong(this.#every), isAmong(this.#sample))
      .catch((error: unknown) => survivor.fail(String(error)))
      .finally(() => this.#running.delete(check));
    this.#running.add(check);
  }

  /** Resolves when all have been looked at. */
  async close(): Promise<void> {
    await Promise.all(this.#running);
    this.#starter.close();
    rmSync(this.#folder, { recursive: true });
  }

  async #check(
    { pdf, fail }: Survivor,
    number: number,
    isChecked: boolean,
    isSampled: boolean,
  ): Promise<void> {
    const pages = join(this.#folder, String(number));
    const file = `${pages}.pdf`;
    writeFileSync(file, pdf);
    try {
      const noise = isChecked && !this.missing.includes("qpdf") ? await this.#byQpdf(file) : false;
      if (typeof noise === "string") return fail(noise);
      if (!isSampled || noise) return;
      mkdirSync(pages);
      const why = passed(file, pdf) ?? (await this.#drawn(file, pages));
      if (why === null) this.counts.sampled += 1;
      else fail(why);
    } finally {
      rmSync(file, { force: true });
      rmSync(pages, { recursive: true, force: true });
    }
  }

  /** @returns Whether the samples of a JPEG are noise; or what else is wrong. */
  async #byQpdf(file: string): Promise<boolean | string> {
    const { status, out, err } = await this.#starter.run("qpdf", ["--check", file]);
    // Decoders speak up where a reader shows what it can.
    if (status === 0 && !OF_SAMPLES.test(err)) {
      this.counts.whole += 1;
      return false;
    }
    const complaints = err.split("\n").filter((line) => line !== "" && !line.startsWith("qpdf: operation"));
    if ((status !== 0 && status !== 3) || !complaints.every((line) => OF_SAMPLES.test(line)))
      return `qpdf: ${status} ${err}${out}`;
    this.counts.noisy += 1;
    return true;
  }

  /** @returns What the engines say; null for nothing. */
  async #drawn(file: string, pages: string): Promise<string | null> {
    for (const [engine, args] of Object.entries(ENGINES)) {
      if (this.missing.includes(engine)) continue;
      const { status, err } = await this.#starter.run(engine, args(file, pages));
      const said = err.replace(OF_ITSELF, "");
      if (status !== 0 || said !== "") return `${engine}: ${status} ${said}`;
      const drawn = readdirSync(pages).some((name) =>
        name.startsWith(engine === "mutool" ? "mupdf" : "poppler"),
      );
      if (!drawn) return `${engine} draws no page`;
    }
    return null;
  }
}

function passed(name: string, pdf: Uint8Array): string | null {
  const { passed, lines } = preflightLines(name, pdf);
  return passed ? null : `preflight: ${lines.join("; ")}`;
}
