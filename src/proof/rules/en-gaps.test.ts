import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enDash } from "./en-gaps.ts";
import { enSpace } from "./en-marks.ts";

const told = (en: string) =>
  proofOfSample({ zh: "中文。", en }, [enDash, enSpace]).map(({ fix }) => fix?.text ?? null);

test.each([
  ["The forum -- held in Shanghai -- was a success.", " — ", " — "],
  ["The forum--held in Shanghai---was a success.", "—", "—"],
  ["It grew in 2019--2021.", "–"],
  ["It is big(very big) and good.", " ("],
  ["The Organization(WIPO) met.", " ("],
  ["The organization (WIPO)met.", ") "],
  ["It grew (see above)and fell.", ") "],
  ["It grew 5 % in May.", ""],
  ["It was founded in 2024.The firm grew.", ". "],
  ["It grew by 5%.The firm rose.", ". "],
  ["It grew (by half).The firm rose.", ". "],
])("%s", (en, ...right) => expect(told(en)).toEqual(right));

test.each([
  "Run the program with --fix or --strict; git log --oneline.",
  "Short- and long-term, two- to three-year plans, the Beijing–Shanghai line.",
  "A dash — like this—and another – like that.",
  "The zone(s), company(ies), child(ren), participant(s) and criterion(a).",
  "Where f(x), log(price), max(value, other) and exp(rate) are known.",
  "Iron(III), copper(II) chloride, poly(ethylene glycol) and tris(hydroxymethyl)aminomethane.",
  "Article 5(2), Form 10(b), GB/T 15834(2011) and Rule 3(a)(ii).",
  "The (re)insurance, (non)linear, (bio)degradable and (s)he.",
  "The Office (WIPO) met (see above), and (again) left.",
  "Call get_value(name), readFile(name) and print(value).",
  "It grew by 5%. The 5% share, 5%–6%, and 100%.",
  "Version 2.Beta, No.3, 3.Zhejiang and U.S.A.",
  "See www.example.org/a(b)c--d and office@a--b.org.",
  "LiFePO4(s) and TiO2(anatase).",
  "The year 2024. The firm grew.",
  "A brand(TM) and a mark(R).",
  "“Yes” (he said). “No” (she said).",
  "Ph.D. students (many), M.D. students (few).",
  "A well-known, state-of-the-art, e-commerce firm.",
  "Between 2019 and 2021; 2019–2021; 10-20.",
  "It cost 5 yuan (0.7 US dollars) in 2024.",
  "The sum of f(t) and softmax(logits) is given.",
])("%s is right", (en) => expect(told(en)).toEqual([]));
