/** A typed space in English → whether it ties two words that no line may part (No. 5, September 9, J. Smith). */

const MONTH =
  /(?:^|[^\p{L}])(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)$/u;
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:No|Nos|Fig|Figs|p|pp|vol|Dr|Mr|Mrs|Ms|Prof|St|ca|cf|Eq|Sec|Ch|Art)\.$/u;
const INITIAL = /(?:^|[\s.])\p{Lu}\.$/u;
const UNIT =
  /^(?:%|°C|km|m|cm|mm|kg|g|t|mu|ha|kW|MW|GW|GHz|MHz|GB|TB|yuan|RMB|USD|percent|million|billion|trillion)(?![\p{L}\p{N}])/u;

/** Longest stretch of text that any of the patterns looks at. */
const REACH = 12;

/** @param at Index of the space in `text`. */
export function ties(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at + 1, at + 1 + REACH);
  if (/^\d/.test(after) && (MONTH.test(before) || ABBREVIATION.test(before))) return true;
  if (/^\p{L}/u.test(after) && /(?:^|[^\p{L}])(?:Dr|Mr|Mrs|Ms|Prof|St)\.$/u.test(before)) return true;
  if (INITIAL.test(before) && /^\p{Lu}/u.test(after)) return true;
  return /\d$/.test(before) && UNIT.test(after);
}
