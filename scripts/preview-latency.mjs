// From a save to the changed page on the screen of a preview: milliseconds, measured in Chromium over saves of an
// issue's text. The clock starts as the file is written and stops behind the frame that shows the changed page.
// node scripts/preview-latency.mjs [saves]
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const saves = Number(process.argv[2] ?? 30);
const folder = mkdtempSync(join(tmpdir(), "latency-"));
cpSync(join(ROOT, "content"), join(folder, "content"), { recursive: true });
const file = join(folder, "content/2024-14.yaml");
const text = readFileSync(file, "utf8");

const args = ["dist/shuanglan.js", "preview", "2024-14", "--content", join(folder, "content"), "--port", "0"];
const program = spawn(process.execPath, args, { cwd: ROOT });
const url = await new Promise((resolve) =>
  program.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(url);
await page.waitForSelector(".page[data-shown] .line");

/** Resolves, in the page, with the time at which the next change of a page's picture is on the screen. */
const nextPicture = () =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
        });
        observer.observe(document.querySelector(".book"), { subtree: true, attributeFilter: ["data-shown"] });
      }),
  );

const taken = [];
for (let k = 0; k < saves; k++) {
  const picture = nextPicture();
  await wait(500);
  const start = performance.timeOrigin + performance.now();
  writeFileSync(file, text.replace("改革开放的试验田", `改革开放的${"新".repeat((k % 5) + 1)}试验田`));
  taken.push((await picture) - start);
}
await browser.close();
program.kill();
rmSync(folder, { recursive: true });

// The first saves warm up the program and the browser.
const warm = taken.slice(Math.min(5, saves >> 1)).sort((a, b) => a - b);
const at = (share) => Math.round(warm[Math.min(warm.length - 1, Math.floor(share * warm.length))]);
console.log(
  `save → pixel, ms: least ${at(0)}, median ${at(0.5)}, 90 % ${at(0.9)}, most ${at(1)}; first ${Math.round(taken[0])}`,
);
