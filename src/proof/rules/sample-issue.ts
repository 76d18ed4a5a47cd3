/** A head in → the smallest issue that has it, for the examples of rules that look at whole issues. */

const HEAD = "issue: 2025-02\noverall: 16\ndate: 2025-01-13";

/** The head of a second issue of a first year. */
export const SECOND_ISSUE = "issue: 2025-02\noverall: 2\ndate: 2025-02-03";

const CREDITS = `    credits:
      - { label: { zh: 整理, en: Compiled by }, value: { zh: 王冰, en: Wang Bing } }
`;
const PARAGRAPH = `      - zh: 第一段文字。
        en: The first paragraph.
`;

/**
 * @param head Its facts.
 * @param body Blocks, as lines that are indented as they stand in a file.
 * @param more Blocks behind these.
 * @param credits The key with its entries; "" for none.
 */
export const sampleIssue = (head = HEAD, { body = PARAGRAPH, more = "", credits = CREDITS } = {}) => `${head}
articles:
  - title: { zh: 标题, en: A Title }
    body:
${body}${more}${credits}`;
