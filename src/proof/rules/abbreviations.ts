/** Abbreviations that a text uses before, or without, saying what they stand for. */
import type { Slip } from "../finding.ts";
import type { Proof, Rule } from "../rule.ts";
import { literal } from "../text.ts";

/** Known to every reader, signs of units, and names that no longer stand for anything. */
const KNOWN = new Set(
  "R&D Q&A M&A CPI PPI PMI EV EVS SUV LCD OLED AMOLED RISC GNSS KPI AI AM APEC API APP ASEAN ATM BBC BC AD BRICS CAS CCTV CD CEO CFO CIA CIO CNY COO COVID CPC CPPCC CPU CTO DC DNA DVD EU EUR FAQ FBI FDI GB GDP GDPR GMT GNP GPS GPT GPU HIV HK HR HTML HTTP IBM ICU ID IEEE IMF IoT IP IPO IPR IQ ISBN ISO ISSN IT IV KB LED LLC LTD MBA MIT MB NASA NATO NBA NGO NPC OECD OK PC PDF PHD PM PPP PRC PR PVC QR RMB RNA RMB SAR SARS SMS SME SMEs STAR STEM TB TV UAV UFO UK UN UNESCO UNICEF URL US USA USB USD UV VAT VIP VR WHO WTO WWW XML ZIP AR AC DIY ESG LNG CT MRI".split(
    " ",
  ),
);
const UNIT = /^(?:[kMGTPEm]?(?:W|WH|HZ|V|VA|B|BPS|PA|J|EV|FLOPS?)|DB|PH|RPM|PPM)$/i;
const ROMAN = /^[IVXLCDM]+$/;

const USED = /(?<![\p{L}\d.&/-])([A-Z][A-Z&]*[A-Z])s?(?![\p{L}\d&])(?!-?\d)/gu;

/** Capitals of a title or a heading are no abbreviation. */
const isShouted = (text: string): boolean => !/[a-z]{2}/.test(text);

/** "… (NIDZ)", "NIDZ (…", "referred to as "NIDZs"", "NIDZ for short". */
const introduces = (abbreviation: string): RegExp =>
  new RegExp(
    `\\(["“‘']?(?:the |or )?${literal(abbreviation)}s?[,"”’')]|\\b${literal(abbreviation)}s? \\([A-Za-z]|(?:referred to as|known as|called|abbreviated (?:as|to)) (?:the )?["“‘']?${literal(abbreviation)}s?\\b|\\b${literal(abbreviation)}s?,? (?:for short|stands for)`,
  );

interface Place {
  readonly passage: number;
  readonly at: number;
}

const before = (a: Place, b: Place): boolean =>
  a.passage < b.passage || (a.passage === b.passage && a.at < b.at);

function* inEnglish({ passages, issue }: Proof): Generator<Slip> {
  const own = new Set(issue.publication.glossary.flatMap(({ short }) => (short ? [short] : [])));
  const words = new Set(issue.publication.proof.words);
  const told = new Set<string>();
  for (const [number, { en, shared, kind }] of passages.entries()) {
    if (!en || shared || kind.startsWith("imprint") || isShouted(en.text)) continue;
    for (const match of en.matches(USED)) {
      const abbreviation = match[1]!;
      if (told.has(abbreviation) || KNOWN.has(abbreviation) || words.has(abbreviation)) continue;
      if (UNIT.test(abbreviation) || ROMAN.test(abbreviation) || en.isAddress(match)) continue;
      told.add(abbreviation);
      const introduced = introduces(abbreviation);
      let first: Place | null = null;
      for (const [k, passage] of passages.entries()) {
        const found = passage.en && !passage.shared ? introduced.exec(passage.en.text) : null;
        if (!found) continue;
        first = { passage: k, at: found.index };
        break;
      }
      if (first && !before({ passage: number, at: match.end }, first)) continue;
      if (!first && own.has(abbreviation)) continue;
      const message = first
        ? {
            zh: `“${abbreviation}”在说明全称之前就用了`,
            en: `${abbreviation} is used before it is introduced`,
          }
        : { zh: `“${abbreviation}”没有给出全称`, en: `${abbreviation} is never introduced` };
      const at = first ? [passages[first.passage]!.en!.span({ start: first.at, end: first.at + 1 })] : [];
      yield en.slip(match, message, { related: at });
    }
  }
}

const SHORTENED = /以下(?:简称|称)(?:为)?[“‘「]([^”’」]{2,12})[”’」]/g;

function* inChinese({ passages }: Proof): Generator<Slip> {
  for (const [number, { zh }] of passages.entries())
    for (const match of zh ? zh.matches(SHORTENED) : []) {
      const short = match[1]!;
      const inside = match.start + match[0].indexOf(short);
      for (const [k, { zh: other, kind }] of passages.slice(0, number + 1).entries()) {
        const start = other && kind !== "name" ? other.text.indexOf(short) : -1;
        if (!other || start < 0 || !before({ passage: k, at: start }, { passage: number, at: inside }))
          continue;
        const message = {
          zh: `简称“${short}”在交代之前就用了`,
          en: `“${short}” is used before it is introduced as a short form`,
        };
        yield other.slip({ start, end: start + short.length }, message, { related: [zh!.span(match)] });
        break;
      }
    }
}

export const abbreviation: Rule = {
  id: "abbreviation",
  group: "terms",
  severity: "note",
  says: {
    zh: "简称和英文缩写先交代全称，后使用。",
    en: "An abbreviation is introduced before it is used.",
  },
  example: {
    bad: { zh: "能源管理系统每日优化一次。", en: "The XEMS runs once a day." },
    good: {
      zh: "能源管理系统（XEMS）每日优化一次。",
      en: "The extended energy management system (XEMS) runs once a day.",
    },
  },
  *check(proof) {
    yield* inChinese(proof);
    yield* inEnglish(proof);
  },
};
