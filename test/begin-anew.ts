/** What a test file left in the modules and the environment that the next one finds → as it was before any. */
import { afterAll, vi } from "vitest";
import { speak } from "../src/app/speech.ts";

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  speak("both");
});
