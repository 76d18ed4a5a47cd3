/** The options of `shuanglan schema`. */
import { Command } from "commander";
import type { Done } from "../status.ts";

export const schemaCommand = (done: Done): Command =>
  new Command("schema")
    .description("write the JSON Schemas that editors complete from 生成供编辑器补全用的 JSON Schema")
    .option("--out <dir>", "folder for the schemas 输出文件夹", "content/schema")
    .action(async ({ out }: { readonly out: string }) => {
      const { writeSchemas } = await import("../schema-command.ts");
      done(writeSchemas(out));
    });
