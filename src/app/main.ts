#!/usr/bin/env node
/** The program: arguments in → exit status. */
import { run } from "./cli.ts";
import { ignoreClosedPipes } from "./effects.ts";
import about from "../../package.json" with { type: "json" };

ignoreClosedPipes();
process.exitCode = await run(process.argv.slice(2), about.version);
