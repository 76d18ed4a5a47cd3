/** What was thrown and should not have been → told, with what its reporter is asked for. */
import { err } from "./output.ts";
import { say } from "./speech.ts";

export function tellBug(error: unknown): void {
  err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  err(
    say(
      "This is a bug of shuanglan; your files are as they were. Report it with the lines above.",
      "这是程序的缺陷；您的文件没有改动。请连同以上各行一并报告。",
    ),
  );
}
