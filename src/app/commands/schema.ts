/** The options of `shuanglan schema`. */
import { Command } from "commander";
import { say } from "../speech.ts";
import type { Done } from "../status.ts";

export const schemaCommand = (done: Done): Command =>
  new Command("schema")
    .description(say("write the JSON Schemas that editors complete from", "生成供编辑器补全用的 JSON Schema"))
    .option("--out <dir>", say("folder for the schemas", "存放模式文件的文件夹"), "content/schema")
    .action(async ({ out }: { readonly out: string }) => {
      const { writeSchemas } = await import("../schema-command.ts");
      done(writeSchemas(out));
    });
