/** What was typed on the command line and the content folder → the issue's name or the theme's, or wrong usage. */

import { join } from "node:path";
import type { Command } from "commander";
import { issueFile, themeFile } from "../../model/content-files.ts";
import { describe, unknownTheme } from "../describe.ts";
import { isFile, isWithin, listFolder } from "../effects.ts";
import { sourcesAt } from "../sources.ts";
import { say } from "../speech.ts";
import { readAs, strayFault } from "../strays.ts";
import { saidOf } from "../wording.ts";

/** A folder, unless an issue has that name as well. */
function isFolder(typed: string, content: string): boolean {
  if (isFile(join(content, issueFile(typed)))) return false;
  try {
    return listFolder(typed) !== null;
  } catch {
    return true;
  }
}

/** A path names an issue by its file: one in another folder is not the issue of that name here. */
export function checkFolder(typed: string, content: string, command: Command): void {
  if (isFolder(typed, content)) {
    const said = `error: ${typed} is a folder; name issues, such as 2024-14, and the folder that they are in with --content`;
    command.error(
      say(said, `错误：${typed} 是文件夹；请写期号，如 2024-14；各期所在的文件夹用 --content 写明`),
    );
  }
  const folder = /^(.*)[\\/]/.exec(typed)?.[1];
  if (folder === undefined) return;
  const path = folder === "" ? "/" : folder;
  const isContent = (one: string) => listFolder(one) && isWithin(content, one) && isWithin(one, content);
  // With backslashes it may have been copied from a line that was typed on Windows.
  if (isContent(path) || isContent(path.replaceAll("\\", "/"))) return;
  const en = `error: ${typed} is not in the content folder (${content}); name its folder with --content`;
  command.error(say(en, `错误：${typed} 不在内容文件夹（${content}）里；请用 --content 写明它所在的文件夹`));
}

/** A theme of the command line is the command line's fault; one that a file names is told at its place. */
export function checkTheme(name: string, content: string, command: Command): void {
  const { themeNames, strays } = sourcesAt(content);
  if (themeNames.includes(name)) return;
  const stray = strays.find((path) => readAs(path).endsWith(themeFile(name)));
  const { en, zh } = stray ? saidOf(stray, describe(strayFault(stray))) : unknownTheme(name, themeNames);
  command.error(say(`error: --theme: ${en}`, `错误：--theme：${zh}`));
}
