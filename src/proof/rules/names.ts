/** Names of persons: Pinyin that agrees with the characters, and one rendering for one person. */
import type { Wording } from "../../base/language.ts";
import { both, slip } from "../finding.ts";
import type { Mention } from "../names/name-book.ts";
import type { Rule } from "../rule.ts";

const told = ({ name, rendering, agreement }: Mention): Wording =>
  agreement === "umlaut"
    ? {
        zh: `“${rendering}”以 v 代 ü；“${name}”的 ü 按 GB/T 28039 写作 ü 或 yu`,
        en: `“${rendering}” has v for ü; in ${name} it is written ü or yu (GB/T 28039)`,
      }
    : {
        zh: `“${name}”的拼音不是“${rendering}”`,
        en: `“${rendering}” is not how ${name} reads`,
      };

export const namePinyin: Rule = {
  id: "name-pinyin",
  group: "terms",
  severity: "error",
  says: {
    zh: "人名的拼音须与汉字的读音一致。",
    en: "A person's name in Pinyin agrees with its characters.",
  },
  example: {
    bad: {
      zh: "规划司副司长吴家喜提出，要作示范。",
      en: "Wu Jiayi, Deputy Director of the Planning Department, proposed a demonstration.",
    },
    good: {
      zh: "规划司副司长吴家喜提出，要作示范。",
      en: "Wu Jiaxi, Deputy Director of the Planning Department, proposed a demonstration.",
    },
  },
  *check({ names }) {
    const all = [...names.earlier, ...names.mentions];
    for (const mention of names.mentions) {
      if (mention.agreement === "agrees") continue;
      const right = all.find(({ name, agreement }) => name === mention.name && agreement === "agrees");
      const expected =
        mention.agreement === "umlaut"
          ? { zh: `${mention.expected}（或以 yu 代 ü）`, en: `${mention.expected} (or yu for ü)` }
          : both(mention.expected);
      yield slip(mention.en, told(mention), {
        related: [mention.zh, ...(right ? [right.en] : [])],
        expected,
      });
    }
  },
};

export const nameVariant: Rule = {
  id: "name-variant",
  group: "terms",
  severity: "warning",
  says: {
    zh: "一个人名在一期之内、各期之间只用一种写法。",
    en: "A person's name is written in one way, in this issue and those before it.",
  },
  example: {
    bad: {
      zh: "会长单丹提出，要试点。会后，会长单丹强调，要推广。",
      en: "Chair Shan Dan proposed a pilot. After the meeting, Chair Dan Shan asked that it be extended.",
    },
    good: {
      zh: "会长单丹提出，要试点。会后，会长单丹强调，要推广。",
      en: "Chair Shan Dan proposed a pilot. After the meeting, Chair Shan Dan asked that it be extended.",
    },
  },
  *check({ names }) {
    const first = new Map<string, Mention>();
    for (const mention of names.earlier) if (mention.agreement === "agrees") first.set(mention.name, mention);
    for (const mention of names.mentions) {
      if (mention.agreement !== "agrees") continue;
      const known = first.get(mention.name);
      first.set(mention.name, known ?? mention);
      if (!known || known.rendering === mention.rendering) continue;
      const message = {
        zh: `“${mention.name}”别处写作“${known.rendering}”，此处写作“${mention.rendering}”`,
        en: `${mention.name} is “${known.rendering}” elsewhere and “${mention.rendering}” here`,
      };
      yield slip(mention.en, message, { related: [known.en], expected: both(known.rendering) });
    }
  },
};
