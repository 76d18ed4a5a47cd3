#!/usr/bin/env node
/** The program: arguments in → exit status. */
import about from "../../package.json" with { type: "json" };
import { run } from "./cli.ts";
import { ignoreClosedPipes } from "./effects.ts";

ignoreClosedPipes();
process.exitCode = await run(process.argv.slice(2), about.version, process.env);
