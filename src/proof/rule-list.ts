/** Every rule, in the order of the handbook. */
import type { Rule } from "./rule.ts";
import { abbreviation } from "./rules/abbreviations.ts";
import { arithmetic } from "./rules/arithmetic.ts";
import { dateWeekday, issueDate, issueNumber } from "./rules/dates.ts";
import { enDateForm } from "./rules/en-dates.ts";
import { enDash } from "./rules/en-gaps.ts";
import { enGrammar } from "./rules/en-grammar.ts";
import { enCase, enFullWidth, enNumber, enQuotes, enSpace } from "./rules/en-marks.ts";
import { enArticle, enDoubledWord, enPreposition, enSpelling } from "./rules/en-words.ts";
import { credits, figureAlt, looseLine, runtLine, tableShape } from "./rules/house.ts";
import { institutionVariant } from "./rules/institution-variant.ts";
import { imprintEntries, permit, selfReference } from "./rules/internal.ts";
import { leftMarks } from "./rules/left-marks.ts";
import { namePinyin, nameVariant } from "./rules/names.ts";
import { parityAllowed } from "./rules/parity-allowed.ts";
import { parityChoice } from "./rules/parity-choice.ts";
import {
  boldEdge,
  parityAddress,
  parityBold,
  parityEnd,
  parityQuote,
  parityTitle,
} from "./rules/parity-marks.ts";
import { parityBound, parityUnit } from "./rules/parity-measure.ts";
import { parityName } from "./rules/parity-name.ts";
import { parityNote } from "./rules/parity-note.ts";
import { parityDate, parityNumber, parityOrdinal, parityPercent } from "./rules/parity-numbers.ts";
import { countedList, parityRank, parityTrend } from "./rules/parity-sense.ts";
import { parityCopied, parityLength, parityTwice } from "./rules/parity-text.ts";
import { placePinyin } from "./rules/place-pinyin.ts";
import { parityList, sequence } from "./rules/sequence.ts";
import { standardTerm, termForm, termMissing } from "./rules/terms.ts";
import { zhDash, zhDoubledMark, zhEllipsis, zhFullWidth, zhHalfWidth, zhSpace } from "./rules/zh-marks.ts";
import { zhBrackets, zhQuotes } from "./rules/zh-pairs.ts";
import { zhRepeated } from "./rules/zh-repeated.ts";
import { zhTraditional } from "./rules/zh-traditional.ts";
import { zhNumeral, zhOrdinalMark, zhWord } from "./rules/zh-words.ts";

export const RULES: readonly Rule[] = [
  parityNumber,
  parityPercent,
  parityDate,
  parityOrdinal,
  parityList,
  countedList,
  parityUnit,
  parityBound,
  parityTrend,
  parityRank,
  parityChoice,
  parityAllowed,
  parityAddress,
  parityQuote,
  parityTitle,
  parityBold,
  parityNote,
  parityLength,
  parityName,
  parityCopied,
  parityTwice,
  parityEnd,
  termMissing,
  termForm,
  standardTerm,
  namePinyin,
  nameVariant,
  institutionVariant,
  placePinyin,
  abbreviation,
  zhHalfWidth,
  zhQuotes,
  zhBrackets,
  zhDoubledMark,
  zhDash,
  zhEllipsis,
  zhFullWidth,
  zhSpace,
  zhNumeral,
  zhOrdinalMark,
  zhTraditional,
  zhRepeated,
  zhWord,
  enDoubledWord,
  enPreposition,
  enGrammar,
  enArticle,
  enSpelling,
  enQuotes,
  enSpace,
  enDash,
  enFullWidth,
  enCase,
  enNumber,
  enDateForm,
  sequence,
  arithmetic,
  issueNumber,
  issueDate,
  dateWeekday,
  credits,
  figureAlt,
  tableShape,
  boldEdge,
  leftMarks,
  looseLine,
  runtLine,
  permit,
  imprintEntries,
  selfReference,
];
