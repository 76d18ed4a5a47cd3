import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { EnvironmentError, replaceFile } from "../src/app/effects.ts";
import { rowsOf } from "./bad-inputs.ts";
import { type Newsroom, newsroom } from "./newsroom.ts";
import { PROGRAM, program, started } from "./program.ts";

const IS_ROOT = process.getuid?.() === 0;

/** An issue's folder with a good PDF in `output`. */
async function room(): Promise<Newsroom> {
  const made = newsroom();
  await made.shuanglan("build", "--edition", "zh");
  return made;
}

const PDF = "output/2025-01.zh.pdf";
const args = (own: Newsroom, out = own.path("output")) => [
  "build",
  "--edition",
  "zh",
  "--content",
  own.path("content"),
  "--out",
  out,
];

const leftovers = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".tmp"));

const trials: Readonly<Record<string, (own: Newsroom) => void | Promise<void>>> = {
  "env-readonly-out": (own) => {
    const good = own.read(PDF);
    const out = own.path("output");
    const { status, stderr } = mounted(
      `mount -o bind ${out} ${out} && mount -o remount,bind,ro ${out}`,
      own,
      out,
    );
    expect(stderr).toMatch(/output cannot be used: it is on a read-only disk/);
    expect(status).toBe(3);
    expect(own.read(PDF)).toEqual(good);
  },
  "env-disk-full": (own) => {
    const small = own.path("small");
    mkdirSync(small);
    // A disk that holds the last good file and little more; what is on it is seen by this shell alone.
    const prepare = [
      `mount -t tmpfs -o size=64k tmpfs ${small}`,
      `cp ${own.path(PDF)} ${small}/`,
      `dd if=/dev/zero of=${small}/filler bs=4096 count=64 2>/dev/null; rm ${small}/filler`,
      `dd if=/dev/zero of=${small}/filler bs=4096 count=$(($(df -k ${small} | awk 'NR == 2 { print $4 }') / 4 - 1)) 2>/dev/null`,
    ].join("; ");
    const { status, stderr, stdout } = mounted(
      prepare,
      own,
      small,
      `cmp ${own.path(PDF)} ${small}/2025-01.zh.pdf; ls -A ${small}`,
    );
    expect(stderr).toMatch(/2025-01\.zh\.pdf cannot be used: the disk is full/);
    expect(status).toBe(3);
    expect(stdout.trim().split("\n").sort()).toEqual(["2025-01.zh.pdf", "filler"]);
  },
  "env-kill9": (own) => {
    const { stdout, status } = spawnSync(process.execPath, ["scripts/crash.mjs", "--runs", "6"], {
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^6 runs: .*, 0 broken, /);
    expect(status).toBe(0);
    // What a killed process has left is cleared by the next; what a living one writes is not.
    const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
    const gone = spawnSync(process.execPath, ["-e", "process.stdout.write(String(process.pid))"], {
      encoding: "utf8",
    });
    const dead = `.shuanglan-${machine}-${gone.stdout}-0123456789ab.tmp`;
    const alive = `.shuanglan-${machine}-${process.pid}-0123456789ab.tmp`;
    const elsewhere = ".shuanglan-00000000-1-0123456789ab.tmp";
    for (const name of [dead, alive, elsewhere]) own.write(`output/${name}`, "");
    expect(program(args(own)).status).toBe(0);
    expect([...leftovers(own.path("output"))].sort()).toEqual([alive, elsewhere].sort());
  },
  "env-two-builds": async (own) => {
    const good = own.read(PDF);
    const ends = await Promise.all(Array.from({ length: 4 }, () => started(args(own), own.path("."))));
    expect(ends).toEqual([0, 0, 0, 0]);
    expect(own.read(PDF)).toEqual(good);
    expect(leftovers(own.path("output"))).toEqual([]);
  },
  "env-out-is-dir": async (own) => {
    rmSync(own.path(PDF));
    mkdirSync(own.path(PDF));
    const { exit, err } = await own.shuanglan("build", "--edition", "zh");
    expect(err).toMatch(/2025-01\.zh\.pdf cannot be used: a folder stands where a file is needed/);
    expect(exit).toBe(3);
    expect(leftovers(own.path("output"))).toEqual([]);
  },
  "env-out-is-symlink": async (own) => {
    const good = own.read(PDF);
    mkdirSync(own.path("archive"));
    rmSync(own.path(PDF));
    own.write("archive/real.pdf", "old");
    symlinkSync("../archive/real.pdf", own.path(PDF));
    expect((await own.shuanglan("build", "--edition", "zh")).exit).toBe(0);
    expect(lstatSync(own.path(PDF)).isSymbolicLink()).toBe(true);
    expect(own.read("archive/real.pdf")).toEqual(good);
    // A link to what is not there yet.
    rmSync(own.path("archive/real.pdf"));
    expect((await own.shuanglan("build", "--edition", "zh")).exit).toBe(0);
    expect(readlinkSync(own.path(PDF))).toBe("../archive/real.pdf");
    expect(own.read("archive/real.pdf")).toEqual(good);
  },
  "env-out-locked": (own) => {
    const good = own.read(PDF);
    const refusing = (times: number) => {
      let left = times;
      return (from: string, to: string) => {
        if (left-- > 0) throw Object.assign(new Error("held"), { code: "EBUSY" });
        renameSync(from, to);
      };
    };
    expect(() => replaceFile(own.path(PDF), Buffer.from("new"), refusing(99) as typeof renameSync)).toThrow(
      EnvironmentError,
    );
    expect(own.read(PDF)).toEqual(good);
    expect(leftovers(own.path("output"))).toEqual([]);
    replaceFile(own.path(PDF), Buffer.from("new"), refusing(3) as typeof renameSync);
    expect(own.read(PDF)).toEqual(Buffer.from("new"));
  },
  "env-file-mode": async (own) => {
    chmodSync(own.path(PDF), 0o600);
    expect((await own.shuanglan("build", "--edition", "zh")).exit).toBe(0);
    expect(statSync(own.path(PDF)).mode & 0o777).toBe(0o600);
  },
  "env-epipe": (own) => {
    const command = `"${process.execPath}" "${PROGRAM}" --help; "${process.execPath}" "${PROGRAM}" ${args(own).join(" ")}`;
    const { status, stderr } = spawnSync("sh", ["-c", `{ ${command}; } | true`], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  },
  "env-timezone": (own) =>
    alike(
      own,
      ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati"].map((TZ) => ({ TZ })),
    ),
  "env-locale": (own) =>
    alike(
      own,
      ["C", "zh_CN.UTF-8", "sv_SE.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"].map((LC_ALL) => ({
        LC_ALL,
        LANG: LC_ALL,
      })),
    ),
  "env-clock": (own) => {
    for (const SOURCE_DATE_EPOCH of ["abc", "-1", "1e9", "99999999999999999"]) {
      const { status, stderr } = program(args(own), { env: { SOURCE_DATE_EPOCH } });
      expect(stderr).toMatch(/SOURCE_DATE_EPOCH/);
      expect(status).toBe(2);
    }
    // A PDF's dates are its issue's.
    alike(
      own,
      ["", "0", "2147483648"].map((SOURCE_DATE_EPOCH) => ({ SOURCE_DATE_EPOCH })),
    );
    if (spawnSync("faketime", ["--version"]).status !== 0) return;
    for (const day of ["1971-01-01", "2038-01-20"]) {
      execFileSync("faketime", [day, process.execPath, PROGRAM, ...args(own, own.path("then"))]);
      expect(own.read("then/2025-01.zh.pdf")).toEqual(own.read(PDF));
    }
  },
  "env-cwd-deleted": (own) => {
    mkdirSync(own.path("here"));
    const command = `cd "${own.path("here")}" && rmdir "${own.path("here")}" && "${process.execPath}" "${PROGRAM}" build`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(stderr).toMatch(/the folder that you are in was deleted/);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(3);
  },
  "env-low-memory": (own) => {
    const good = own.read(PDF);
    own.write(
      "content/2025-01.yaml",
      readFileSync(own.path("content/2025-01.yaml"), "utf8").replace(
        "第一段文字。",
        "第一段文字。".repeat(5000),
      ),
    );
    const { status, signal } = program(args(own), { node: ["--max-old-space-size=16"] });
    expect(status === 0 || status === 134 || signal === "SIGABRT").toBe(true);
    if (status !== 0) expect(own.read(PDF)).toEqual(good);
  },
  "env-bad-flag": (own) => {
    const good = own.read(PDF);
    for (const wrong of [["--nope"], ["--theme"], ["--edition"], ["--edition", "zh,en"]]) {
      const { status, stderr } = program([...args(own), ...wrong]);
      expect(stderr).toMatch(/Usage|用法/);
      expect(status).toBe(2);
    }
    expect(own.read(PDF)).toEqual(good);
  },
};

/** The same bytes in every environment as here. */
function alike(own: Newsroom, environments: readonly Readonly<Record<string, string>>[]): void {
  const good = own.read(PDF);
  for (const env of environments) {
    expect(program(args(own, own.path("again")), { env }).status).toBe(0);
    expect(own.read("again/2025-01.zh.pdf"), JSON.stringify(env)).toEqual(good);
  }
}

/** A build where `prepare` has changed what is mounted, for its own shell alone; `after` is run behind it. */
const mounted = (prepare: string, own: Newsroom, out: string, after = "true") =>
  spawnSync(
    "unshare",
    [
      "-m",
      "sh",
      "-c",
      `${prepare}; "$@"; ended=$?; ${after}; exit $ended`,
      "sh",
      process.execPath,
      PROGRAM,
      ...args(own, out),
    ],
    { encoding: "utf8" },
  );

/** Read-only and full disks are mounted, which takes root, and a machine that lets it. */
const MOUNTED = ["env-readonly-out", "env-disk-full"];
const canMount = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

describe("a machine that is not as it has to be", () => {
  const rows = rowsOf("env");
  test("every row is tried", () => {
    expect(Object.keys(trials).sort()).toEqual(rows.map(({ id }) => id).sort());
  });
  test.for(rows)("$id: $behaviour", async ({ id }, { skip }) => {
    if (process.platform === "win32") skip("modes, links and signals are others on Windows");
    if (MOUNTED.includes(id) && !canMount) skip("only root can mount such a disk");
    await trials[id]!(await room());
  });

  test.skipIf(IS_ROOT || process.platform === "win32")(
    "a folder without permission (skipped for root, who has every permission)",
    async () => {
      const own = await room();
      const good = own.read(PDF);
      chmodSync(own.path("output"), 0o555);
      const { exit, err } = await own.shuanglan("build", "--edition", "zh");
      chmodSync(own.path("output"), 0o755);
      expect(err).toMatch(/permission is denied/);
      expect(exit).toBe(3);
      expect(own.read(PDF)).toEqual(good);
    },
  );

  test.skipIf(!existsSync("/dev/full"))(
    "what a build says goes into a file on a full disk (skipped without /dev/full)",
    async () => {
      const own = await room();
      const full = openSync("/dev/full", "w");
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args(own)], {
        encoding: "utf8",
        stdio: ["ignore", full, "pipe"],
      });
      closeSync(full);
      expect(stderr).toMatch(/^stdout cannot be used: the disk is full; make room on it\n/);
      expect(stderr).not.toContain(" at ");
      expect(status).toBe(3);
    },
  );

  test("a PDF that another program holds open keeps no other edition waiting", async ({ skip }) => {
    if (!canMount) skip("only root can mount a file over another, which then is as busy as one held open");
    const own = await room();
    const held = own.read("output/2025-01.zh.pdf");
    const file = own.path("output/2025-01.zh.pdf");
    const build = [PROGRAM, "--lang", "both", "build", "--content", own.path("content")];
    const { status, stdout, stderr } = spawnSync(
      "unshare",
      [
        "-m",
        "sh",
        "-c",
        `mount --bind ${file} ${file} && exec "$@"`,
        "sh",
        process.execPath,
        ...build,
        "--theme",
        "modern",
        "--out",
        own.path("output"),
      ],
      { encoding: "utf8" },
    );
    expect(stderr).toMatch(
      /2025-01\.zh\.pdf cannot be used: another program holds it open, such as Acrobat or Word; close it/,
    );
    expect(stderr).toMatch(/2025-01\.zh\.pdf 无法使用：正被其他程序（如 Acrobat、Word）占用；请先在那里关闭/);
    expect(status).toBe(3);
    expect(stdout.match(/2025-01\.?\w*\.pdf/g)).toEqual(["2025-01.pdf", "2025-01.en.pdf"]);
    expect(own.read("output/2025-01.zh.pdf")).toEqual(held);
    expect(leftovers(own.path("output"))).toEqual([]);
    expect(statSync(own.path("output/2025-01.en.pdf")).size).toBeGreaterThan(1000);
  });

  test("an output folder that vanishes before the file is put in its place", async () => {
    const own = await room();
    const vanishing = ((from: string, to: string) => {
      rmSync(own.path("output"), { recursive: true });
      renameSync(from, to);
    }) as typeof renameSync;
    expect(() => replaceFile(own.path(PDF), Buffer.from("new"), vanishing)).toThrow(
      expect.objectContaining({ reason: "ENOENT" }),
    );
  });
});
