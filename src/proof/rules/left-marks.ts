/** Marks that were meant to be read by a program and are printed: tags and characters of HTML, full-width asterisks and brackets. */
import { HTML_CHARACTERS } from "../../base/html-characters.ts";
import { both, type Slip } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";

const TAGS =
  "a|b|i|u|s|p|br|hr|em|strong|sup|sub|span|div|font|small|center|h[1-6]|li|ul|ol|dl|dt|dd|table|tbody|thead|tr|td|th|img|blockquote|section|figure|figcaption|del|ins|mark|code|pre|ruby|rt";
/** With attributes, each of which has its value: a < b and c > d is no tag. */
const TAG = new RegExp(`</?(?:${TAGS})(?:\\s+[\\w-]+\\s*=[^<>]*)?\\s*/?>`, "gi");

const CHARACTERS: Readonly<Record<string, string>> = { ...HTML_CHARACTERS, times: "×", deg: "°" };

/** A character of HTML as it is typed: &nbsp; and &#160; */
export const ENTITY = new RegExp(
  `&(?:${Object.keys(CHARACTERS).join("|")}|thinsp|copy|reg|trade|#\\d{2,5}|#x[\\da-f]{2,5});`,
  "gi",
);

/** Asterisks that open and close a phrase, mentions of footnotes, and links, in full-width brackets or marks. */
const FULL_WIDTH =
  /＊{2}[^＊]+＊{2}|[［【]\s*[\^＾][^［］【】\s]{1,20}[］】]|［[^［］]+］（(?:https?:\/\/|mailto:)[^（）]*）/g;

/** A text that begins as headings of Markdown do, and one that begins as a list and goes on as one. */
const HEADING = /^#{1,6}(?=\s+\S)/g;
const ENTRIES = /^-\s+\S(?=[^\n]{0,2000}?\s-\s+\S)/g;

/** What stands where a text speaks of the tag itself: the <b> tag, <b> 标签. */
const SPOKEN_OF = /^\s*(?:tags?\b|elements?\b|标签|标记|元素)/;

function* left(text: ProofText): Generator<Slip> {
  for (const match of text.matches(TAG)) {
    if (SPOKEN_OF.test(text.text.slice(match.end))) continue;
    const message = {
      zh: `“${match[0]}”是 HTML 标记，会原样印出；加粗写作 **…**，强调写作 *…*，否则请删去`,
      en: `${match[0]} is HTML and is printed as it stands; bold is **…**, emphasis *…*; else delete it`,
    };
    yield text.slip(match, message);
  }
  for (const match of text.matches(ENTITY)) {
    const right = CHARACTERS[match[0].slice(1, -1).toLowerCase()];
    const message = {
      zh: `“${match[0]}”是 HTML 的字符写法，会原样印出；请直接写这个字符`,
      en: `${match[0]} is a character of HTML and is printed as it stands; type the character itself`,
    };
    yield text.slip(match, message, right?.trim() ? { expected: both(right) } : {});
  }
  for (const match of text.matches(HEADING)) {
    const message = {
      zh: `“${match[0]}”是 Markdown 的标题记号，会原样印出；标题请写作 - heading: { zh: …, en: … }`,
      en: `${match[0]} is Markdown for a heading and is printed as it stands; write - heading: { zh: …, en: … }`,
    };
    yield text.slip(match, message);
  }
  for (const match of text.matches(ENTRIES)) {
    const message = {
      zh: "用“-”列出的各项会连成一段；列表请写作 - list: [ { zh: …, en: … } ]",
      en: "entries that begin with a hyphen run on in one paragraph; write - list: [ { zh: …, en: … } ]",
    };
    yield text.slip({ start: match.start, end: match.start + 1 }, message);
  }
  for (const match of text.matches(FULL_WIDTH)) {
    const right = match[0].normalize("NFKC").replace(/【/g, "[").replace(/】/g, "]").replace(/\s/g, "");
    const message = {
      zh: `全角的“${match[0]}”不起作用，会原样印出`,
      en: `in full-width characters, ${match[0]} is no mark and is printed as it stands`,
    };
    yield text.slip(match, message, { expected: both(right) });
  }
}

export const leftMarks: Rule = {
  id: "left-marks",
  group: "house",
  severity: "error",
  says: {
    zh: "文字中没有会原样印出的标记：HTML 的 <b> 和 &nbsp;，Markdown 的 ## 和 -，全角的 ＊＊ 和 ［^a］。",
    en: "No marks that would be printed as they stand: <b> and &nbsp; of HTML, ## and - of Markdown, full-width ＊＊ and ［^a］.",
  },
  example: {
    bad: { zh: "自创区＊＊发展迅速＊＊。", en: "NIDZs <b>develop fast</b>." },
    good: { zh: "自创区**发展迅速**。", en: "NIDZs **develop fast**." },
  },
  *check({ passages }) {
    for (const { zh, en, shared } of passages) {
      if (zh) yield* left(zh);
      if (en && !shared) yield* left(en);
    }
  },
};
