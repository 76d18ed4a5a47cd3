/** Arguments, environment and the system's locale in → the language the program speaks; a wording in → what is said of it in that language. */
import type { Wording } from "./wording.ts";

/** Both languages stand beside each other where it is not known which one is read. */
export type Speech = "zh" | "en" | "both";

export const SPEECHES: readonly Speech[] = ["zh", "en", "both"];

type Environment = Readonly<Record<string, string | undefined>>;

// One terminal, one language: chosen once, before the first word is said.
let spoken: Speech = "both";

/** Chooses the language for everything that is said from now on. */
export function speak(speech: Speech): void {
  spoken = speech;
}

export const speech = (): Speech => spoken;

/** The locale that the system is set to, such as `zh-CN`; null for none. Asked where the environment names none. */
export type SystemLocale = () => string | null;

/**
 * Windows sets no variable for it. What the engine takes macOS for without one is English whatever the system speaks,
 * unless it is told; on other systems it is the variables that say it.
 *
 * @param locale What the engine found, for tests.
 */
export const systemLocale =
  (platform: NodeJS.Platform, locale = engineLocale): SystemLocale =>
  () => {
    if (platform === "win32") return locale();
    const found = platform === "darwin" ? locale() : "";
    return CHINESE.test(found) ? found : null;
  };

/** Of what the engine can be asked for it by, the one that takes least to make. */
const engineLocale = (): string => new Intl.PluralRules().resolvedOptions().locale;

const CHINESE = /^zh(?:[._@-]|$)/i;

/**
 * `--lang` before all, then SHUANGLAN_LANG, then the locale (LC_ALL, LC_MESSAGES, LANG, in the order of POSIX, or else
 * that of the system): Chinese for zh, English for any other language, both where none is set.
 *
 * @param args Without the program's name. What `--lang` means behind the name of a command in `ownLang` is that
 *   command's own affair.
 */
export function speechOf(
  args: readonly string[],
  environment: Environment,
  ownLang: readonly string[],
  system: SystemLocale = () => null,
): Speech {
  const asked = flagged(args, ownLang) ?? environment.SHUANGLAN_LANG;
  const chosen = SPEECHES.find((speech) => speech === asked);
  if (chosen) return chosen;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = LC_ALL || LC_MESSAGES || LANG || (system() ?? "");
  if (/^(?:$|C(?:\.|$)|POSIX$)/.test(locale)) return "both";
  return CHINESE.test(locale) ? "zh" : "en";
}

function flagged(args: readonly string[], ownLang: readonly string[]): string | null {
  for (const [k, arg] of args.entries()) {
    if (arg === "--" || ownLang.includes(arg)) return null;
    if (arg === "--lang") return args[k + 1] ?? null;
    if (arg.startsWith("--lang=")) return arg.slice("--lang=".length);
  }
  return null;
}

/** On one line: in both languages the Chinese follows the English. */
export function say(en: string, zh: string): string {
  if (spoken === "both") return `${en} ${zh}`;
  return spoken === "zh" ? zh : en;
}

/** A wording on one line. */
export const sayInLine = ({ en, zh }: Wording): string => say(en, zh);

/** Between what is told and what is said of it. */
export const colon = (): string => (spoken === "zh" ? "：" : ": ");

/** A line for each language that is spoken. */
export function sayLines({ en, zh }: Wording): readonly string[] {
  if (spoken === "both") return [en, zh];
  return [spoken === "zh" ? zh : en];
}
