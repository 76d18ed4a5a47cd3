// The checked-out state → output/release: the package, its bill of materials (CycloneDX) and the sums of both.
// npm run release
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "output/release";

function npm(args, mayFail = false) {
  const { status, stdout, stderr } = spawnSync("npm", args, {
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && !mayFail) throw new Error(`npm ${args.join(" ")}: ${stderr}`);
  return { status, stdout, stderr };
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
npm(["run", "--silent", "licences"]);

// Not every registry signs; what is signed has to be right.
const { status, stdout, stderr } = npm(["audit", "signatures"], true);
if (/invalid|tampered/i.test(stdout + stderr)) throw new Error(`signatures: ${stdout}${stderr}`);
console.log(
  status === 0
    ? stdout.trim()
    : "signatures: this registry offers none; the lock file's sums were checked on install",
);

npm(["pack", "--pack-destination", FOLDER]);
const sbom = npm([
  "sbom",
  "--omit",
  "dev",
  "--sbom-format",
  "cyclonedx",
  "--sbom-type",
  "application",
]).stdout;
writeFileSync(join(FOLDER, "sbom.cdx.json"), sbom);
const sums = readdirSync(FOLDER)
  .sort()
  .map(
    (name) =>
      `${createHash("sha256")
        .update(readFileSync(join(FOLDER, name)))
        .digest("hex")}  ${name}\n`,
  );
writeFileSync(join(FOLDER, "SHA256SUMS"), sums.join(""));
console.log(
  `${FOLDER}: ${readdirSync(FOLDER).sort().join(", ")}; ${JSON.parse(sbom).components.length} components`,
);
