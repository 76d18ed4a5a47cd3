import { defineConfig } from "vitest/config";

/** It puts another module in the place of one that the others load. */
const ALONE = "src/app/mid-save.test.ts";

const common = {
  testTimeout: 60_000,
  // What one test worked out is no help to another, and nothing is left in anybody's home.
  env: { SHUANGLAN_CACHE: "off" },
};

export default defineConfig({
  test: {
    globalSetup: ["test/bundled.ts"],
    // Most tests wait for a program that they run: a core to itself for the runner would lie idle.
    maxWorkers: "100%",
    projects: [
      // The modules that one test file has loaded serve the next: loading them anew takes longer than the tests.
      { test: { ...common, name: "src", include: ["src/**/*.test.ts"], exclude: [ALONE], isolate: false } },
      { test: { ...common, name: "whole", include: ["test/**/*.test.ts", ALONE] } },
    ],
  },
});
