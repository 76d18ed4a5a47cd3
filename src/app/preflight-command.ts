/** `shuanglan preflight`: PDF files in → pass, or each broken rule with its clause, object and page. */
import { preflight } from "../preflight/preflight.ts";
import { BROKEN } from "./describe-finding.ts";
import { err, out, readFile } from "./effects.ts";
import { STATUS } from "./status.ts";

export interface Checked {
  readonly passed: boolean;
  readonly lines: readonly string[];
}

/** @param name The file as messages show it. */
export function preflightLines(name: string, bytes: Uint8Array): Checked {
  const { claims, findings } = preflight(bytes);
  const said = claims.join(", ");
  if (findings.length === 0) return { passed: true, lines: [`${name}: pass 合格 (${said})`] };
  const lines = findings.map(({ rule, clause, object, page, detail }) => {
    const { en, zh } = BROKEN[rule];
    const where = [
      clause,
      object === null ? null : `object ${object}`,
      page === null ? null : `page ${page}`,
    ];
    const shown = detail === "" ? "" : ` (${detail})`;
    return `${name}: ${where.filter((part) => part !== null).join(", ")}: ${en}${shown} ${zh}`;
  });
  return { passed: false, lines };
}

export function preflightFiles(paths: readonly string[]): number {
  let passed = true;
  for (const path of paths) {
    const bytes = readFile(path);
    if (!bytes) {
      passed = false;
      err(`${path}: there is no such file 没有此文件`);
      continue;
    }
    const checked = preflightLines(path, bytes);
    passed &&= checked.passed;
    for (const line of checked.lines) out(line);
  }
  return passed ? STATUS.done : STATUS.content;
}
