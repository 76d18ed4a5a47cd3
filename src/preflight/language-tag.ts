/** A value that should name a language in → whether it does. */
import { type Parsed, Str } from "../read-pdf/values.ts";

export const NO_LANGUAGE = "PDF/UA-1 7.2, PDF/A 6.7.4";

/** A tag such as `zh-CN` (RFC 3066). */
export const isLanguage = (value: Parsed): boolean =>
  value instanceof Str && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(value.text);
