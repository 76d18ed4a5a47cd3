import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/bundled.ts"],
    testTimeout: 60_000,
    // Most tests wait for a program that they run: a core to itself for the runner would lie idle.
    maxWorkers: "100%",
    // What one test worked out is no help to another, and nothing is left in anybody's home.
    env: { SHUANGLAN_CACHE: "off" },
  },
});
