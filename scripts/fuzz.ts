/**
 * Inputs made from seeds → how many were set and how many refused with a reason; a crash, a hang or a broken PDF
 * fails the run and leaves its input in output/fuzz.
 *
 * npm run fuzz -- --runs 100000 [--seed 1] [--kind font] [--deadline 2000] [--check 1] [--sample 50]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { type Input, KINDS, type Kind, sources } from "./fuzz/inputs.ts";
import { Soundness } from "./fuzz/soundness.ts";
import { trials } from "./fuzz/trial.ts";

interface Asked {
  readonly kind: Kind;
  readonly seed: number;
}
type Answer =
  | { readonly ready: true }
  | {
      readonly ready: false;
      readonly set: boolean;
      readonly pdf: Uint8Array | null;
      readonly fault: string | null;
    };

const ROOT = process.cwd();
/** Workers at once. */
const LANES = 2;
/** Deadlines by the clock after which even what takes no processor's time is a hang. */
const LONGEST = 20;

function work(): void {
  const port = parentPort!;
  const make = sources(ROOT);
  const attempt = trials(ROOT);
  // What is loaded once is loaded before time is taken.
  const warm = async () => {
    for (const kind of KINDS) await attempt(make(kind, 1), 1).catch(() => {});
    port.postMessage({ ready: true } satisfies Answer);
  };
  port.on("message", async ({ kind, seed }: Asked) => {
    try {
      const { set, pdf } = await attempt(make(kind, seed), seed);
      port.postMessage({ ready: false, set, pdf, fault: null } satisfies Answer);
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ ready: false, set: false, pdf: null, fault } satisfies Answer);
    }
  });
  void warm();
}

interface Settings {
  readonly runs: number;
  readonly seed: number;
  readonly kind: Kind | null;
  readonly deadline: number;
  /** One PDF in this many is looked through by qpdf; 0 for none. */
  readonly check: number;
  /** One PDF in this many is held to preflight and drawn by two engines; 0 for none. */
  readonly sample: number;
}

interface Tally {
  set: number;
  refused: number;
  failed: number;
  slowest: number;
}

async function drive(settings: Settings): Promise<boolean> {
  const tally = new Map<Kind, Tally>();
  for (const kind of KINDS) tally.set(kind, { set: 0, refused: 0, failed: 0, slowest: 0 });
  const make = sources(ROOT);
  const soundness = new Soundness(settings.check, settings.sample);
  await soundness.open();
  let next = 0;
  const fail = (asked: Asked, why: string) => {
    const input = make(asked.kind, asked.seed);
    const folder = join(ROOT, "output/fuzz");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${asked.kind}-${asked.seed}.bin`), bytesOf(input));
    tally.get(asked.kind)!.failed += 1;
    console.error(`${asked.kind} --seed ${asked.seed}: ${why.split("\n").slice(0, 6).join("\n")}`);
  };
  const lane = async () => {
    let worker: Worker | null = null;
    while (next < settings.runs) {
      const index = settings.seed + next++;
      const asked: Asked = { kind: settings.kind ?? KINDS[index % KINDS.length]!, seed: index };
      const counts = tally.get(asked.kind)!;
      worker ??= await started();
      const start = performance.now();
      const answer = await answered(worker, asked, settings.deadline);
      if (answer === null) {
        fail(asked, `no end within ${settings.deadline} ms`);
        await worker.terminate();
        worker = null;
        continue;
      }
      if (answer.ready) throw new Error("a worker is ready twice");
      counts.slowest = Math.max(counts.slowest, performance.now() - start);
      if (answer.fault !== null) fail(asked, answer.fault);
      else if (answer.set) counts.set += 1;
      else counts.refused += 1;
      const { pdf } = answer;
      if (pdf) await soundness.look({ pdf, fail: (why) => fail(asked, why) });
    }
    await worker?.terminate();
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: LANES }, lane));
  await soundness.close();
  const total = { set: 0, refused: 0, failed: 0, slowest: 0 };
  for (const [kind, counts] of tally) {
    for (const key of ["set", "refused", "failed"] as const) total[key] += counts[key];
    total.slowest = Math.max(total.slowest, counts.slowest);
    const { set, refused, failed, slowest } = counts;
    if (set + refused + failed > 0)
      console.log(
        `${kind}: ${set} set, ${refused} refused, ${failed} failed, slowest ${slowest.toFixed(0)} ms`,
      );
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  const { whole, noisy, sampled } = soundness.counts;
  console.log(
    `${settings.runs} inputs: ${total.set} set, ${total.refused} refused, ${total.failed} failed, slowest ${total.slowest.toFixed(0)} ms, ${seconds} s`,
  );
  console.log(
    `PDFs: ${whole} whole by qpdf, ${noisy} more but for the noise in a JPEG; ${sampled} of them past preflight and drawn by two engines`,
  );
  if (soundness.missing.length > 0)
    console.log(`not installed, so that nothing was looked at by it: ${soundness.missing.join(", ")}`);
  return total.failed === 0;
}

const bytesOf = (input: Input): Uint8Array =>
  "issue" in input
    ? input.issue
    : "theme" in input
      ? input.theme
      : "picture" in input
        ? input.picture
        : "profile" in input
          ? input.profile
          : "font" in input
            ? input.font
            : input.file;

function started(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url));
    worker.once("message", () => resolve(worker));
    worker.once("error", reject);
  });
}

/** @returns Null where there is none in time, or the worker has ended. */
function answered(worker: Worker, asked: Asked, deadline: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const done = (answer: Answer | null) => {
      clearInterval(timer);
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
      resolve(answer);
    };
    // What a busy machine takes from the program is not the input's: the processor's time counts, of both lanes.
    const used = process.cpuUsage();
    const begin = performance.now();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(used);
      const isOver = (user + system) / 1000 >= LANES * deadline;
      if (isOver || performance.now() - begin > LONGEST * deadline) done(null);
    }, deadline / 10);
    worker.on("message", done);
    worker.on("error", (error) =>
      done({ ready: false, set: false, pdf: null, fault: `the worker ended: ${String(error)}` }),
    );
    worker.postMessage(asked);
  });
}

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      kind: { type: "string" },
      deadline: { type: "string", default: "2000" },
      check: { type: "string", default: "1" },
      sample: { type: "string", default: "50" },
    },
  });
  const done = await drive({
    runs: Number(values.runs),
    seed: Number(values.seed),
    kind: (values.kind ?? null) as Kind | null,
    deadline: Number(values.deadline),
    check: Number(values.check),
    sample: Number(values.sample),
  });
  process.exitCode = done ? 0 : 1;
} else work();
