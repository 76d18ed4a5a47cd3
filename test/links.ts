/** What tests of links ask first: Windows lets only some users make them. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether a link that is made here is one. */
export const CAN_LINK = canLink();

function canLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "links-"));
  try {
    symlinkSync(folder, join(folder, "link"));
    return realpathSync.native(join(folder, "link")) === realpathSync.native(folder);
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
