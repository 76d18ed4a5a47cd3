/** Texts in → what proofreading finds in them, with the real readings and dictionary. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { proofTools } from "../src/app/proof-tools.ts";
import { readIssue } from "../src/content/read-issue.ts";
import { readPublication } from "../src/content/read-publication.ts";
import type { Issue } from "../src/model/issue.ts";
import type { Finding } from "../src/proof/finding.ts";
import { type ProofRequest, proofread } from "../src/proof/proofread.ts";
import type { Rule, Sample } from "../src/proof/rule.ts";
import { ROOT } from "./fixture.ts";

export const tools = await proofTools(true);

const OWN = readFileSync(join(ROOT, "content/publication.yaml"), "utf8");

export function issueOf(text: string, publication = OWN): Issue {
  const number = /^issue: (\S+)/m.exec(text)![1]!;
  const shared = readPublication({ path: "publication.yaml", text: publication });
  if (!shared.value) throw new Error(JSON.stringify(shared.diagnostics));
  const { value, diagnostics } = readIssue({ path: `${number}.yaml`, text }, shared.value);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

export interface Desk {
  readonly publication?: string;
  readonly earlier?: readonly string[];
  readonly lines?: ProofRequest["lines"];
  readonly rules?: readonly Rule[];
}

export function proofOf(
  text: string,
  { publication = OWN, earlier = [], lines = [], rules }: Desk = {},
): readonly Finding[] {
  const issue = issueOf(text, publication);
  const files = [
    { path: `${issue.number}.yaml`, text },
    { path: "publication.yaml", text: publication },
  ];
  const request = { issue, earlier: earlier.map((one) => issueOf(one, publication)), files, lines };
  return proofread(request, tools, ...(rules ? [rules] : []));
}

/** An issue of a single pair. */
export const issueOfPair = (zh: string, en: string): string => `issue: 2025-02
overall: 16
date: 2025-01-13
articles:
  - title: { zh: 标题, en: A Title }
    body:
      - zh: ${JSON.stringify(zh)}
        en: ${JSON.stringify(en)}
    credits:
      - { label: { zh: 整理, en: Compiled by }, value: { zh: 王冰, en: Wang Bing } }
`;

export function proofOfSample(sample: Sample, rules?: readonly Rule[]): readonly Finding[] {
  const asked = rules ? { rules } : {};
  if ("line" in sample) {
    const span = { file: "2025-02.yaml", start: 0, end: 5 };
    return proofOf(issueOfPair("一。", "One."), { ...asked, lines: [{ span, ...sample.line }] });
  }
  if ("zh" in sample) {
    const heads = sample.zh.endsWith("。") ? issueOfPair(sample.zh, sample.en) : headed(sample.zh, sample.en);
    return proofOf(heads, asked);
  }
  const { issue, publication, earlier } = sample;
  return proofOf(issue, {
    ...asked,
    ...(publication ? { publication } : {}),
    earlier: earlier ? [earlier] : [],
  });
}

/** A pair without an end is a heading. */
const headed = (zh: string, en: string): string =>
  issueOfPair("一。", "One.").replace(
    "      - zh:",
    `      - heading: { zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)} }\n      - zh:`,
  );
