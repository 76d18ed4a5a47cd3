/** What internal serials in China must print, and must not call themselves (内部资料性出版物管理办法, art. 14). */

import { plainText } from "../../model/inline.ts";
import { both, slip } from "../finding.ts";
import { each, type Proof, type Rule } from "../rule.ts";
import { sampleIssue } from "./sample-issue.ts";

const inProfile = ({ issue }: Proof): boolean => issue.publication.proof.profile === "cn-internal";

/** Entries of the imprint by what their label or value says. */
const REQUIRED: readonly { readonly name: string; readonly en: string; readonly form: RegExp }[] = [
  { name: "“内部资料，免费交流”", en: "the words 内部资料，免费交流", form: /内部资料[，,　 ]*免费交流/ },
  { name: "编印单位", en: "who compiles it (编印单位)", form: /编印|编\s*印|主办/ },
  { name: "发送对象", en: "whom it is sent to (发送对象)", form: /发送对象|发送范围/ },
  { name: "印刷单位", en: "the printer (印刷单位)", form: /印刷单位|承印|印\s*刷(?!日期|数)/ },
  { name: "印刷日期", en: "the date of printing (印刷日期)", form: /印刷日期|印刷时间/ },
  { name: "印数", en: "the number of copies (印数)", form: /印\s*数|印量/ },
];

const imprintText = ({ issue }: Proof): string =>
  issue.publication.imprint
    .flatMap(({ label, value }) => [label.zh, value.zh].map((text) => (text ? plainText(text) : "")))
    .join("\n");

const ISSUE = sampleIssue();

const PUBLICATION = (imprint: string) => `name: { zh: 创新观察, en: Innovation Observation }
publisher: { zh: 论坛中心, en: Forum Center }
theme: briefing
proof: { profile: cn-internal }
imprint:
${imprint}`;

const PERMIT = "  - { role: permit, label: { zh: 准印证, en: Permit }, value: 沪（K）第 0001 号 }\n";
const ENTRIES = `  - { role: internal, label: { zh: 内部资料，免费交流, en: "Internal, free of charge" }, value: 2025 }
  - { role: compiler, label: { zh: 编印单位, en: Compiled by }, value: { zh: 论坛中心, en: Forum Center } }
  - { role: sent-to, label: { zh: 发送对象, en: Sent to }, value: { zh: 成员单位, en: Members } }
  - { role: printer, label: { zh: 印刷单位, en: Printer }, value: { zh: 印刷厂, en: Printing House } }
  - { role: printed, label: { zh: 印刷日期, en: Printed on }, value: 2025-01-10 }
  - { role: copies, label: { zh: 印数, en: Copies }, value: 500 }
`;

export const permit: Rule = {
  id: "permit",
  group: "house",
  severity: "error",
  says: {
    zh: "cn-internal：须印准印证编号（《内部资料性出版物管理办法》第十四条）。",
    en: "cn-internal: the number of the printing permit (准印证) is printed (Article 14 of the rules for internal publications).",
  },
  example: {
    bad: { issue: ISSUE, publication: PUBLICATION(ENTRIES) },
    good: { issue: ISSUE, publication: PUBLICATION(PERMIT + ENTRIES) },
  },
  *check(proof) {
    if (!inProfile(proof) || /准印证|准印号/.test(imprintText(proof))) return;
    const message = {
      zh: "版记中没有准印证编号",
      en: "the imprint lacks the number of the printing permit (准印证)",
    };
    yield slip(proof.issue.places.number, message);
  },
};

export const imprintEntries: Rule = {
  id: "imprint-entries",
  group: "house",
  severity: "error",
  says: {
    zh: "cn-internal：须标明“内部资料，免费交流”、编印单位、发送对象、印刷单位、印刷日期和印数（《内部资料性出版物管理办法》第十四条）。",
    en: "cn-internal: 内部资料，免费交流, who compiles, whom it is sent to, the printer, the date of printing and the number of copies are printed (Article 14 of the rules for internal publications).",
  },
  example: {
    bad: { issue: ISSUE, publication: PUBLICATION(PERMIT) },
    good: { issue: ISSUE, publication: PUBLICATION(PERMIT + ENTRIES) },
  },
  *check(proof) {
    if (!inProfile(proof)) return;
    const text = imprintText(proof);
    const missing = REQUIRED.filter(({ form }) => !form.test(text));
    if (missing.length === 0) return;
    const message = {
      zh: `版记中没有${missing.map(({ name }) => name).join("、")}`,
      en: `the imprint lacks ${missing.map(({ en }) => en).join(", ")}`,
    };
    yield slip(proof.issue.places.number, message);
  },
};

export const selfReference: Rule = {
  id: "self-reference",
  group: "house",
  severity: "error",
  says: {
    zh: "cn-internal：不得自称“本报”“本刊”，不得使用“期刊社”“杂志社”“刊号”“记者××”等字样（《内部资料性出版物管理办法》第十四条）。",
    en: "cn-internal: the publication calls itself neither 本报 nor 本刊, and has no 期刊社, 杂志社, 刊号 or 记者 (Article 14 of the rules for internal publications).",
  },
  example: {
    bad: {
      issue: ISSUE.replace("第一段文字。", "本刊对嘉宾观点进行梳理。"),
      publication: PUBLICATION(PERMIT + ENTRIES),
    },
    good: {
      issue: ISSUE.replace("第一段文字。", "本期专报对嘉宾观点进行梳理。"),
      publication: PUBLICATION(PERMIT + ENTRIES),
    },
  },
  check: function* (proof) {
    if (!inProfile(proof)) return;
    yield* each(proof, "zh", function* (text, { kind }) {
      for (const match of text.matches(
        /本[报刊](?!告|表|道|讯员)|期刊社|杂志社|刊号|(?:本[报刊])?记者(?=[\p{Script=Han}]{2,3}(?:报道|摄|$))|^记者$/gu,
      )) {
        const message = {
          zh: `连续性内部资料不得使用“${match[0]}”`,
          en: `an internal serial may not use ${match[0]}`,
        };
        yield text.slip(
          match,
          message,
          match[0].startsWith("本") ? { expected: both("本期、本专报等") } : {},
        );
      }
      if (kind === "name" && /[报刊]$|杂志/.test(text.text))
        yield slip(text.tail(), {
          zh: "连续性内部资料的名称不得用“报”“刊”“杂志”",
          en: "an internal serial may not be named 报, 刊 or 杂志",
        });
    });
  },
};
