/** The rules in → the handbook of proofreading, in one of the two languages, as Markdown. */
import type { Language, Pair } from "../base/language.ts";
import type { Rule, RuleGroup, Sample } from "./rule.ts";
import { RULES } from "./rule-list.ts";

const GROUPS: Readonly<Record<RuleGroup, Pair<string>>> = {
  parity: { zh: "中英对应", en: "Parity of a pair" },
  terms: { zh: "术语和人名", en: "Terms and names" },
  chinese: { zh: "中文", en: "Chinese" },
  english: { zh: "英文", en: "English" },
  house: { zh: "期刊", en: "House" },
};

const SEVERITY = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  note: { zh: "提示", en: "note" },
  off: { zh: "不用", en: "off" },
} as const;

const INTRODUCTION: Pair<string> = {
  zh: `# 校对

[English](proofreading.md)

\`shuanglan proof 2024-14\` 像校对员那样读一期期刊：中英两边是否对应，术语和人名是否一致，标点、数字、语法和期刊自身的事项有无差错。每处问题都指出是哪几个字、另一种语言里的对应之处和正确的写法。

- 不写期号，则校对内容文件夹中的各期；较早的各期用来核对期号、日期和人名。
- \`--fix\` 改正可以放心改的标点、空格和 a/an；整个文件一次替换；改后如会读不出来，这个文件就一处也不改。
- \`--layout\` 另外排版，检查过松的行和段末短行；\`--no-spelling\` 不查英文拼写。
- \`--format short|json|github\` 供编辑器、程序和 GitHub 使用；\`--rules\` 列出各条规则。
- 退出状态：没有错误为 0，有错误为 1；加上 \`--strict\`，警告也算错误。提示从不影响退出状态。

## 调整规则

在 \`publication.yaml\` 中：

\`\`\`yaml
proof:
  rules: { parity-bold: off, abbreviation: warning }   # off、note、warning 或 error
  profile: cn-internal                                 # 连续性内部资料的要求
  words: [microgrid, Shuanglan]                        # 拼写无误的英文词
\`\`\`

只在一处不提示，就在它上一行写注释。注释管到下一个条目为止：写在 \`- zh:\` 上面，管这一对文字；写在 \`en:\` 上面，只管英文；写在 \`body:\` 上面，管全部正文。花括号或引号之后也可以在行末写。\`# proof: ignore-file\` 管整个文件；不写规则名，则各条规则都不提示。

\`\`\`yaml
      # proof: ignore parity-bold, term
      - zh: ……
        en: …
      - subheading: { zh: ……, en: … }   # proof: ignore zh-space
\`\`\`

没有加引号的文字后面不能写注释，否则读取时会报错。没有起作用的注释会有提示（silence），写错的规则名会有警告（silence、unknown-rule）。
`,
  en: `# Proofreading

[中文](proofreading.zh.md)

\`shuanglan proof 2024-14\` reads an issue as a proofreader would: whether both languages of a pair agree, whether terms and names are the same throughout, whether punctuation, numerals, grammar and the house's own matters are as they should be. Every finding shows the exact characters, their counterpart in the other language and what is expected.

- Without issues it reads all of the content folder. Earlier issues serve to check numbers, dates and names.
- \`--fix\` puts right what is safe: forms of punctuation, spaces, a and an. Files are replaced whole; a fix after which the file could not be read is not made.
- \`--layout\` also sets the issue and looks for loose lines and runts; \`--no-spelling\` leaves out the English dictionary.
- \`--format short|json|github\` is for editors, programs and GitHub; \`--rules\` lists the rules.
- Exit status: 0 without errors, 1 with errors; with \`--strict\` warnings count as errors. Notes never count.

## Setting the rules

In \`publication.yaml\`:

\`\`\`yaml
proof:
  rules: { parity-bold: off, abbreviation: warning }   # off, note, warning or error
  profile: cn-internal                                 # what internal serials in China must print
  words: [microgrid, Shuanglan]                        # English words that are spelt as they should be
\`\`\`

To silence a rule at one place, write a comment on the line above. It holds for the entry that begins there: above \`- zh:\` for the pair, above \`en:\` for the English alone, above \`body:\` for the whole body. Behind braces or quotation marks it may stand at the end of the line. \`# proof: ignore-file\` holds for the file; without names it silences every rule.

\`\`\`yaml
      # proof: ignore parity-bold, term
      - zh: ……
        en: …
      - subheading: { zh: ……, en: … }   # proof: ignore zh-space
\`\`\`

Behind a plain text a comment is refused: it would swallow words. A comment that silences nothing is noted (silence), and a name that no rule has is warned of (silence, unknown-rule).
`,
};

const WORDS = {
  bad: { zh: "错", en: "Wrong" },
  good: { zh: "对", en: "Right" },
  line: { zh: "排出的一行", en: "a line as it was set" },
} as const;

function sampleText(sample: Sample, language: Language): string {
  if ("zh" in sample) return `\`\`\`yaml\nzh: ${sample.zh}\nen: ${sample.en}\n\`\`\``;
  if ("line" in sample) {
    const { badness, characters, last } = sample.line;
    const facts =
      language === "zh"
        ? `松紧 ${badness}，${characters} 个字符${last ? "，段末" : ""}`
        : `badness ${badness}, ${characters} characters${last ? ", the last of its paragraph" : ""}`;
    return `${WORDS.line[language]}${language === "zh" ? "：" : ": "}${facts}`;
  }
  const { issue, publication } = sample;
  return `\`\`\`yaml\n${(publication ?? "") + (publication ? "---\n" : "")}${issue.trimEnd()}\n\`\`\``;
}

function section(rule: Rule, language: Language): string {
  const { id, says, severity, example } = rule;
  const weight = SEVERITY[severity][language];
  const colon = language === "zh" ? "：" : ":";
  return [
    `### \`${id}\``,
    says[language] + (language === "zh" ? `（${weight}）` : ` (${weight})`),
    `${WORDS.bad[language]}${colon}`,
    sampleText(example.bad, language),
    `${WORDS.good[language]}${colon}`,
    sampleText(example.good, language),
  ].join("\n\n");
}

export function handbook(language: Language): string {
  const groups = (Object.keys(GROUPS) as RuleGroup[]).map((group) =>
    [
      `## ${GROUPS[group][language]}`,
      ...RULES.filter((rule) => rule.group === group).map((rule) => section(rule, language)),
    ].join("\n\n"),
  );
  return `${[INTRODUCTION[language].trimEnd(), ...groups].join("\n\n")}\n`;
}
