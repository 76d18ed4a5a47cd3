import { expect, test } from "vitest";
import { ISSUE, newsroom } from "./newsroom.ts";

test("a label that was typed with its colon has one on the page", async () => {
  const room = newsroom();
  const credits = (label: string) =>
    `    credits:\n      - { label: ${label}, value: { zh: 王冰, en: Wang Bing } }\n`;
  const imprint = (label: string) => `imprint: [{ role: tel, label: ${label}, value: 1 }]\n`;
  const built = async (label: string) => {
    room.write("content/2025-01.yaml", `${ISSUE}${credits(label)}${imprint(label)}`);
    expect((await room.shuanglan("build", "--edition", "bilingual")).exit).toBe(0);
    return room.read("output/2025-01.pdf");
  };
  const plain = await built("{ zh: 审校, en: Reviewed by }");
  for (const label of ['{ zh: "审校：", en: "Reviewed by:" }', '{ zh: "审校: ", en: "Reviewed by：" }'])
    expect(Buffer.from(await built(label)).equals(plain)).toBe(true);
});
