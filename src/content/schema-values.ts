/** Values as an editor types them, as schemas: texts, pairs, words, numbers and lengths. */
import * as z from "zod";

// A form is looked at once or so in a run: a function written for it would not pay.
z.config({ jitless: true });

/** Descriptions show in editors while typing, in both languages. */
export const about = (zh: string, en: string) => ({ description: `${zh} ${en}` });

/** Every scalar arrives as the characters that were typed; editors' own checks know numbers too. */
export const TYPED = { type: ["string", "number", "boolean"] } as const;

/** A scalar of one form; `expected` names it in messages. */
export const scalar = (expected: string, form: RegExp) =>
  z.string({ error: expected }).regex(form, { error: expected }).meta(TYPED);

export const text = z.string({ error: "text" }).meta(TYPED);

export const language = {
  zh: text.optional().meta(about("中文。", "Chinese.")),
  en: text.optional().meta(about("英文。", "English.")),
};

/** Both languages, or one text that serves both. */
export const pair = z.union([text, z.strictObject(language)], { error: "pair" });

const WORD = "^[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*$";
/** A word, of letters of any script. Most are plain: a pattern of all letters takes the engine a while to make. */
const isWord = (typed: string): boolean =>
  /^[A-Za-z0-9][\w.-]*$/.test(typed) || new RegExp(WORD, "u").test(typed);

export const word = z.string({ error: "key" }).refine(isWord, { error: "key" }).meta(TYPED);

/** A word with a description; editors check its form. */
export const describedWord = (zh: string, en: string) => word.meta({ pattern: WORD, ...about(zh, en) });

export const wholeNumber = scalar("whole-number", /^[1-9]\d{0,5}$/);
export const yes = scalar("boolean", /^(true|false)$/);

export const length = scalar(
  "length",
  /^(-?\d+(\.\d+)?\s*(pt|mm|em)|-?0(\.0+)?|[初小一二三四五六七八号]{2})$/,
);
export const ems = scalar("ems", /^(\d+(\.\d+)?\s*em|0)$/);
export const number = scalar("number", /^\d+(\.\d+)?$/);
/** Keys of one form, each of which may be left out. */
export const optional = <T extends z.ZodType>(
  names: readonly string[],
  form: T,
): Record<string, z.ZodOptional<T>> => Object.fromEntries(names.map((name) => [name, form.optional()]));

export const oneOf = (...words: readonly string[]) => z.enum(words as [string, ...string[]]);
