import { expect, test } from "vitest";
import { press } from "../../test/press.ts";
import { preflight } from "../preflight/preflight.ts";

const article = (title: string, body: string) => `
  - title: { zh: ${title}, en: "Title ${title}" }
    body:
      - zh: ${body}
        en: "Text ${body}"`;

const ISSUE = `issue: 2025-07
overall: 20
date: 2025-07-07
note: { zh: "编者按[^a]。", en: "Note[^a]." }
articles:${article("一", "正文[^b]。")}${article("二", "正文[^a]与[^c]。")}${article("三", "正文[^c]与[^a]。")}
notes:
  a: { zh: 甲, en: A }
  b: { zh: 乙, en: B }
  c: { zh: 丙, en: C }
`;

test.each(["bilingual", "zh", "en"] as const)(
  "a note that several articles mention has a place of its own in each, and each leads to its own, %s",
  async (edition) => {
    const { drawn, pdf } = press(ISSUE, edition);
    const { destinations, pages } = drawn();
    const languages = edition === "bilingual" ? ["zh", "en"] : [edition];
    const names = destinations.map(({ name }) => name).filter((name) => name.includes("note"));
    const expected = ["note-1", "note-2", "2.note-1", "note-3", "3.note-1", "3.note-3"];
    expect(names.sort()).toEqual(
      expected.flatMap((name) => languages.map((it) => `2025-07/${name}.${it}`)).sort(),
    );
    const links = pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "link" ? [item.uri] : [])),
    );
    const inside = links.filter((uri) => uri.includes("note") && uri.endsWith(languages[0]!));
    expect(inside.map((uri) => uri.slice("#2025-07/".length, -".zh".length))).toEqual([
      "note-1",
      "note-2",
      "2.note-1",
      "note-3",
      "3.note-3",
      "3.note-1",
    ]);
    expect(preflight(await pdf()).findings).toEqual([]);

    const back = links.filter((uri) => uri.includes("mention"));
    const mentions = destinations.map(({ name }) => `#${name}`).filter((name) => name.includes("mention"));
    expect([...back].sort()).toEqual(names.map((name) => `#${name.replace("note", "mention")}`).sort());
    expect(mentions.sort()).toEqual([...back].sort());
  },
);

test("a note's number leads back to where its language mentions it first, and nowhere where that is silent", () => {
  const silent = ISSUE.replace('en: "Text 正文[^b]。"', 'en: "Text."').replace(
    "正文[^b]。",
    "正文[^b]，又见[^b]。",
  );
  const { destinations, pages } = press(silent, "bilingual").drawn();
  const items = pages.flatMap((page) => page.items);
  const back = items.flatMap((item) =>
    item.kind === "link" && item.uri.includes("mention-2") ? [item] : [],
  );
  expect(back.map(({ uri, contents }) => [uri, contents])).toEqual([
    ["#2025-07/mention-2.zh", "回到正文中的注 2"],
  ]);
  const place = destinations.find(({ name }) => `#${name}` === back[0]!.uri)!;
  const mention = items.find((item) => item.kind === "link" && item.uri === "#2025-07/note-2.zh");
  if (mention?.kind !== "link") throw new Error("the note is mentioned nowhere");
  expect(place.page).toBe(0);
  expect(Math.abs(place.y - mention.y)).toBeLessThan(mention.height);
});
