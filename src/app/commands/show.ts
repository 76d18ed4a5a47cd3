/** The options of `shuanglan show`. */
import { Command, InvalidArgumentError } from "commander";
import type { ShowRequest } from "../show-command.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";

type Place = Omit<ShowRequest, "known">;

export const showCommand = (done: Done): Command =>
  new Command("show")
    .description(
      say("lead the preview that runs to a place in the source", "让正在运行的预览转到源文件中的某一处"),
    )
    .argument(
      "<place>",
      say(
        "file:line or file:line:column, such as content/2024-14.yaml:34",
        "文件:行 或 文件:行:列，如 content/2024-14.yaml:34",
      ),
      place,
    )
    .addHelpText("after", STATUSES)
    .action(async (typed: Place) => {
      const [{ show }, { previewsFolder }] = await Promise.all([
        import("../show-command.ts"),
        import("../known-previews.ts"),
      ]);
      done(await show({ ...typed, known: previewsFolder(process.env, process.platform) }));
    });

/** The colon of a Windows drive is the file's. */
const PLACE = /^(.+?):([1-9]\d{0,6})(?::([1-9]\d{0,6}))?$/;

function place(typed: string): Place {
  const [, file, line, column] = PLACE.exec(typed) ?? [];
  if (file === undefined)
    throw new InvalidArgumentError(
      say(
        "write a file, a colon and a line, such as content/2024-14.yaml:34",
        "应为文件、冒号和行号，如 content/2024-14.yaml:34",
      ),
    );
  return { file, line: Number(line), column: Number(column ?? 1) };
}
