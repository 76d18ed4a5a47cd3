/** A head in → the smallest issue that has it, for the examples of rules that look at whole issues. */

export const sampleIssue = (head: string, tail = "") => `${head}
articles:
  - title: { zh: 标题, en: A Title }
    body:
      - zh: 第一段文字。
        en: The first paragraph.
${tail || "    credits:\n      - { label: { zh: 整理, en: Compiled by }, value: { zh: 王冰, en: Wang Bing } }\n"}`;
