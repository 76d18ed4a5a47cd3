#!/usr/bin/env node
import about from "../../package.json" with { type: "json" };
/** The program: arguments in → exit status. */
import { run } from "./cli.ts";
import { ignoreClosedPipes } from "./effects.ts";

ignoreClosedPipes();
process.exitCode = await run(process.argv.slice(2), about.version);
