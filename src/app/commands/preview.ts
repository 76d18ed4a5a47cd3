/** The options of `shuanglan preview`. */
import { Command, InvalidArgumentError } from "commander";
import type { PreviewRequest } from "../preview-command.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { checkAsked, contentOption, issueName, themeOption } from "./options.ts";

type Options = Pick<PreviewRequest, "content" | "open"> & {
  readonly theme?: string;
  readonly port?: number;
  readonly editor?: string;
};

export const previewCommand = (done: Done): Command =>
  new Command("preview")
    .description(say("show the pages in the browser, following every save", "在浏览器中预览，保存后随即更新"))
    .argument("[issue]", say("the issue to begin with; the newest if none", "先看哪一期，不写则为最新一期"))
    .addOption(contentOption())
    .addOption(themeOption())
    .option(
      "--port <port>",
      say("port on this machine; 4400 or any that is free if none", "本机端口；不写则用 4400，已占用则另选"),
      portNumber,
    )
    .option("--open", say("show the page in the browser at once", "立即打开浏览器"), false)
    .option(
      "--editor <command>",
      say(
        'what opens the editor, such as "code --goto {file}:{line}:{column}"',
        '打开编辑器的命令，如 "code --goto {file}:{line}:{column}"',
      ),
      process.env.SHUANGLAN_EDITOR,
    )
    .addHelpText("after", STATUSES)
    .action(async (issue: string | undefined, typed: Options, command: Command) => {
      await checkAsked(command, issue === undefined ? [] : [issue], typed);
      const { theme, editor, port, ...options } = typed;
      const [{ preview }, { previewProof }, { previewsFolder }] = await Promise.all([
        import("../preview-command.ts"),
        import("../preview-proof.ts"),
        import("../known-previews.ts"),
      ]);
      done(
        await preview({
          ...options,
          issue: issue === undefined ? null : issueName(issue),
          theme: theme ?? null,
          port: port ?? null,
          editor: editor || null,
          known: previewsFolder(process.env, process.platform),
          proofread: await previewProof(options.content),
        }),
      );
    });

function portNumber(typed: string): number {
  const port = Number(typed);
  if (!/^\d+$/.test(typed) || port > 65535)
    throw new InvalidArgumentError(say("a port is a number from 0 to 65535", "端口是 0 到 65535 之间的数"));
  return port;
}
