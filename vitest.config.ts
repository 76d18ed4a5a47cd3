import { defineConfig } from "vitest/config";

/** It puts another module in the place of one that the others load. */
const ALONE = "src/app/mid-save.test.ts";

const common = {
  testTimeout: 60_000,
  // What one test worked out is no help to another, and nothing is left in anybody's home.
  env: { SHUANGLAN_CACHE: "off" },
};

/**
 * The modules that one test file has loaded, and the engine has compiled, serve the next: to load them anew takes longer
 * than most tests. What a file leaves in them goes with it.
 */
const shared = { isolate: false, setupFiles: ["test/begin-anew.ts"] };

export default defineConfig({
  test: {
    globalSetup: ["test/bundled.ts"],
    // Most tests wait for a program that they run: a core to itself for the runner would lie idle.
    maxWorkers: "100%",
    projects: [
      { test: { ...common, ...shared, name: "src", include: ["src/**/*.test.ts"], exclude: [ALONE] } },
      { test: { ...common, ...shared, name: "whole", include: ["test/**/*.test.ts"] } },
      { test: { ...common, name: "alone", include: [ALONE] } },
    ],
  },
});
