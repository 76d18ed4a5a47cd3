import { expect, test } from "vitest";
import { issueOf } from "../../test/proof-desk.ts";
import { sampleIssue } from "../proof/rules/sample-issue.ts";
import type { Content } from "./open-content.ts";
import { proofRequest } from "./proof-request.ts";

test("a number that was typed otherwise counts as before the issue, a later one does not", () => {
  const numbers = ["2025-01", "2025-014", "2025-14", "2025-15"];
  const issues = new Map(
    numbers.map((number, k) => [
      number,
      issueOf(sampleIssue(`issue: ${number}\noverall: ${k + 1}\ndate: 2025-01-06`)),
    ]),
  );
  const content = {
    files: new Map(),
    sources: { contentPath: (name: string) => name },
  } as unknown as Content;
  const before = (number: string) =>
    proofRequest(content, issues, issues.get(number)!, []).earlier.map((one) => one.number);
  expect(before("2025-14")).toEqual(["2025-01", "2025-014"]);
  expect(before("2025-014")).toEqual(["2025-01"]);
});
