/** The rules of proofreading → docs/proofreading.md and docs/proofreading.zh.md. */
import { writeFileSync } from "node:fs";
import { handbook } from "../src/proof/handbook.ts";

writeFileSync("docs/proofreading.md", handbook("en"));
writeFileSync("docs/proofreading.zh.md", handbook("zh"));
