// PDFs of the real issue and of every fixture, in every edition → what veraPDF, the judge of record, says of them.
// Fetched with Maven into a cache outside the project; where that is out of reach it says that it was skipped.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

const VERSION = "1.28.2";
const ROOT = join(import.meta.dirname, "..");
const CACHE = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
  "shuanglan",
  `verapdf-${VERSION}`,
);

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>shuanglan</groupId><artifactId>verapdf</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId>
<version>${VERSION}</version></dependency></dependencies></project>
`;

function skipped(why) {
  console.log(`validate: skipped, ${why} · 已跳过：${why}`);
  process.exit(0);
}

/** Maven's is a script of the command shell on Windows. */
const maven = (args, options) =>
  spawnSync("mvn", args, { ...options, stdio: "ignore", shell: process.platform === "win32" }).status === 0;

const hasJava = () => spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;

function fetched() {
  if (!hasJava()) skipped("there is no Java (17)");
  const lib = join(CACHE, "lib");
  if (existsSync(join(lib, `greenfield-apps-${VERSION}.jar`))) return lib;
  if (!maven(["--version"])) skipped("there is no Maven");
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, "pom.xml"), pom);
  const args = ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"];
  if (!maven(args, { cwd: CACHE, timeout: 240_000 })) skipped("Maven's repository is out of reach");
  return lib;
}

/** One folder of PDFs for each claim: with and without the source attached. */
function built(folder) {
  const issues = [
    ["content", "real"],
    ["test/data/texts", "texts"],
    ["test/data/standards", "standards"],
  ];
  const claims = [
    ["2a", []],
    ["3a", ["--attach-source"]],
  ];
  return claims.flatMap(([claim, options]) =>
    issues.flatMap(([content, name]) => {
      const out = join(folder, claim, name);
      const args = ["build", "--content", join(ROOT, content), "--out", out, ...options];
      execFileSync(process.execPath, [join(ROOT, "dist/shuanglan.js"), ...args], { stdio: "pipe" });
      return readdirSync(out).map((file) => ({ claim, path: join(out, file) }));
    }),
  );
}

const lib = fetched();
const folder = mkdtempSync(join(tmpdir(), "validate-"));
let failures = 0;
try {
  const files = built(folder);
  for (const flavour of ["ua1", "2a", "3a"]) {
    const paths = files.filter(({ claim }) => flavour === "ua1" || claim === flavour).map(({ path }) => path);
    const args = ["-Xmx900m", "-cp", join(lib, "*"), "org.verapdf.apps.GreenfieldCliWrapper"];
    const { stdout } = spawnSync("java", [...args, "-f", flavour, "--format", "text", "-v", ...paths], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    const passed = stdout.match(/^PASS /gm)?.length ?? 0;
    failures += paths.length - passed;
    console.log(`${flavour}: ${passed} of ${paths.length} pass · ${paths.length} 份中 ${passed} 份合格`);
    if (passed < paths.length) console.log(stdout.replaceAll(folder, ""));
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failures === 0 ? 0 : 1;
