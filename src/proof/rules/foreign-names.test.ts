import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enSpelling } from "./en-words.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [enSpelling]).map(({ expected }) => expected?.en ?? null);

test.each([
  ["总理朔尔茨会见众人。", "Leaders met Macron, Zelensky, Scholz, Tedros, Kallas and Borrell."],
  ["总干事谭德塞、总理朔尔茨讲话。", "Tedros said so. Scholz said so, and Kerber too."],
  ["在坦佩雷和鲁汶。", "In Leuven, Tampere, Eindhoven, Espoo and Daejeon."],
  ["中文。", "Prof. Schmitt and Ms. Larsson met J. Howitt."],
  ["中文。", "Firms such as Nvidia, Moderna, Roche, Foxconn, Sanofi and Infineon came."],
  ["中文。", "The scholars Etzkowitz, Mazzucato, Saxenian, Lundvall and Aghion wrote."],
  ["中文。", "He asked Kallas; she was told by Kallas. Kallas agreed."],
  ["中文。", "Westlake University is young. Tislelizumab was approved."],
  ["中文。", "They make toripalimab, osimertinib, semaglutide and remdesivir."],
])("names and drugs that no dictionary has are right: %s %s", (zh, en) => expect(told(zh, en)).toEqual([]));

test.each([
  ["中文。", "The Goverment and the Innovatoin Forum met.", ["Government", "Innovation"]],
  ["中文。", "The Goverment met; the Goverment agreed.", ["Government"]],
  ["总理朔尔茨讲话。", "The German Goverment, led by Scholz, met.", ["Government"]],
  ["中文。", "In Septmber they came to Beijng, Amercia and Germay.", ["September", "Beijing", "Germany"]],
  ["中文。", "They met Schulz. Later they met Scholz.", ["Schulz"]],
  ["中文。", "The Sciense Park is one of Science.", ["Science"]],
  ["总理朔尔茨讲话。", "Developement was the theme.", ["Development"]],
  ["中文。", "They make medicins and toripalimabb.", ["medicine", null]],
])("a slip of a word with a capital is one all the same: %s %s", (zh, en, right) =>
  expect(told(zh, en)).toEqual(expect.arrayContaining(right as unknown[])),
);
