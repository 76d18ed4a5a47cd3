/** Dates and numbers that were typed in another form in → how they are told, with the form that is read. */
import { dateIn, isoDate } from "../model/calendar.ts";
import type { Wording } from "./wording.ts";

/** Digits and dashes as a keyboard has them. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[‐-―−]/g, "-");

/** What a number of full-width digits, or with another dash, is typed as; nothing for others. */
export function inPlain(text: string): Wording {
  const typed = plain(text).trim();
  if (typed === text || !/^[\d.-]+$/.test(typed)) return { en: "", zh: "" };
  return { en: `; write ${typed}, in half-width characters`, zh: `；请用半角字符写成 ${typed}` };
}

/** A day of the calendar, typed as it is printed or with other marks, as year-month-day; null for none. */
function dayIn(text: string): string | null {
  const typed = plain(text)
    .replace(/\s/g, "")
    .replace(/^(\d{4})[年/.](\d{1,2})[月/.](\d{1,2})日?$/, "$1-$2-$3");
  // Of several days the first.
  const date = dateIn(typed.split("-").slice(0, 3).join("-"));
  return date && isoDate(date);
}

export function badDate(text: string): Wording {
  const day = dayIn(text);
  if (day !== null)
    return {
      en: `the date is typed as ${day} here, not as “${text}”`,
      zh: `日期在这里写成 ${day}，不写“${text}”`,
    };
  if (!/^\d{4}-\d+-\d+$/.test(plain(text)))
    return {
      en: `“${text}” is not typed as year-month-day; write it so, such as 2024-09-09`,
      zh: `“${text}”没有写成年-月-日；请照此写，如 2024-09-09`,
    };
  return {
    en: `“${text}” is no day of the calendar; write year-month-day, such as 2024-09-09`,
    zh: `“${text}”不是日历上的日期；请写成年-月-日，如 2024-09-09`,
  };
}
