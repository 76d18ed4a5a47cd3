/** A typed space in English → how much it ties two words (No. 5, September 9, J. Smith, 10 km). */
import { isPlainLetter } from "./char-class.ts";
import { FORBIDDEN } from "./kinsoku.ts";

/** What parting a number from a word that it counts costs, as a penalty of the line breaker. */
const COUNTED = 300;

// Each pattern is made when it is first asked: sets of Unicode's letters take the engine a fraction of a millisecond.
const endsWithMonth = (text: string) =>
  /(?:^|[^\p{L}])(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)$/u.test(
    text,
  );
const endsWithAbbreviation = (text: string) =>
  /(?:^|[^\p{L}])(?:No|Nos|Fig|Figs|p|pp|vol|Dr|Mr|Mrs|Ms|Prof|St|ca|cf|Eq|Sec|Ch|Art)\.$/u.test(text);
const endsWithInitial = (text: string) => /(?:^|[\s.])\p{Lu}\.$/u.test(text);
const beginsWithUnit = (text: string) =>
  /^(?:%|°C|km|m|cm|mm|kg|g|t|mu|ha|h|ms|min|kV|kW|MW|GW|kWh|MWh|Hz|kHz|MHz|GHz|KB|MB|GB|TB)(?![\p{L}\p{N}])/u.test(
    text,
  );
const beginsWithCountWord = (text: string) =>
  /^(?:percent|per cent|million|billion|trillion|yuan|RMB|USD)(?![\p{L}\p{N}])/u.test(text);

/** Longest stretch of text that any of the patterns looks at. */
const REACH = 12;

const FULL_STOP = ".".charCodeAt(0);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** @param at Index of the space in `text`. @returns 0 where a line may part the words. */
export function tieCost(text: string, at: number): number {
  // Only a digit or a full stop beside the space can tie anything; most spaces have neither.
  const before = text.charCodeAt(at - 1);
  if (!isDigit(before) && before !== FULL_STOP && !isDigit(text.charCodeAt(at + 1))) return 0;
  if (before === FULL_STOP && endsLongWord(text, at - 1)) return 0;
  if (binds(text, at)) return FORBIDDEN;
  const counts = isDigit(before) && beginsWithCountWord(text.slice(at + 1, at + 1 + REACH));
  return counts ? COUNTED : 0;
}

/** Letters of the longest abbreviation that ties. */
const ABBREVIATION = 4;

/** @param end Index behind the word. */
function endsLongWord(text: string, end: number): boolean {
  let letters = 0;
  while (letters <= ABBREVIATION && isPlainLetter(text.charCodeAt(end - 1 - letters))) letters += 1;
  return letters > ABBREVIATION;
}

/** What leaving an item's number at a line's end costs: （二）损坏图书, (2) damage. */
const ITEM = 120;
const ITEM_NUMBER = /(?:^|[；。：，、;:.,]\s?)[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])[）)]\s?$/u;

/** @param at Index of what follows the number, a space between them left out. @returns 0 where none stands before it. */
export function itemCost(text: string, at: number): number {
  const before = text[at - 1] === " " ? text[at - 2] : text[at - 1];
  if (before !== "）" && before !== ")") return 0;
  return ITEM_NUMBER.test(text.slice(Math.max(0, at - REACH), at)) ? ITEM : 0;
}

function binds(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at + 1, at + 1 + REACH);
  if (/^\d/.test(after) && (endsWithMonth(before) || endsWithAbbreviation(before))) return true;
  if (/^\p{L}/u.test(after) && /(?:^|[^\p{L}])(?:Dr|Mr|Mrs|Ms|Prof|St)\.$/u.test(before)) return true;
  if (endsWithInitial(before) && /^\p{Lu}/u.test(after)) return true;
  return /\d$/.test(before) && beginsWithUnit(after);
}
