/** Names of the glyphs of Latin fonts, what they stand for, and the encodings of PDF that use them (ISO 32000-1, annex D). */

/** In the order of CFF's own strings, from the second on (Adobe Technical Note 5176, appendix A). */
const NAMES = (
  "space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus " +
  "comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal " +
  "greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash " +
  "bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y z " +
  "braceleft bar braceright asciitilde exclamdown cent sterling fraction yen florin section currency " +
  "quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash dagger daggerdbl " +
  "periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis " +
  "perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla " +
  "hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash " +
  "oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide " +
  "brokenbar degree thorn threequarters twosuperior registered minus eth multiply threesuperior copyright " +
  "Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute " +
  "Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex " +
  "Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla " +
  "eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex " +
  "odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron"
).split(" ");

/** The characters of the names, in the same order (Adobe Glyph List). */
const CHARACTERS =
  "\u0020!\u0022#$%&\u2019()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\u005c]^_\u2018abcdefghij" +
  "klmnopqrstuvwxyz{|}~\u00a1\u00a2\u00a3\u2044\u00a5\u0192\u00a7\u00a4'\u201c\u00ab\u2039\u203a\ufb01" +
  "\ufb02\u2013\u2020\u2021\u00b7\u00b6\u2022\u201a\u201e\u201d\u00bb\u2026\u2030\u00bf`\u00b4\u02c6" +
  "\u02dc\u00af\u02d8\u02d9\u00a8\u02da\u00b8\u02dd\u02db\u02c7\u2014\u00c6\u00aa\u0141\u00d8\u0152" +
  "\u00ba\u00e6\u0131\u0142\u00f8\u0153\u00df\u00b9\u00ac\u00b5\u2122\u00d0\u00bd\u00b1\u00de\u00bc" +
  "\u00f7\u00a6\u00b0\u00fe\u00be\u00b2\u00ae\u2212\u00f0\u00d7\u00b3\u00a9\u00c1\u00c2\u00c4\u00c0" +
  "\u00c5\u00c3\u00c7\u00c9\u00ca\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc\u00d1\u00d3\u00d4\u00d6\u00d2" +
  "\u00d5\u0160\u00da\u00db\u00dc\u00d9\u00dd\u0178\u017d\u00e1\u00e2\u00e4\u00e0\u00e5\u00e3\u00e7" +
  "\u00e9\u00ea\u00eb\u00e8\u00ed\u00ee\u00ef\u00ec\u00f1\u00f3\u00f4\u00f6\u00f2\u00f5\u0161\u00fa" +
  "\u00fb\u00fc\u00f9\u00fd\u00ff\u017e";

/** The name that CFF has for a number of its own; of fonts with small capitals and the like, the number. */
export const standardName = (sid: number): string =>
  sid === 0 ? ".notdef" : (NAMES[sid - 1] ?? `sid${sid}`);

/** How many of them StandardEncoding has, in its order: 32 to 126, then with gaps. */
const HIGH =
  "161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 177 178 179 180 182 183 184 185 186 187 188 189 191 193 " +
  "194 195 196 197 198 199 200 202 203 205 206 207 208 225 227 232 233 234 235 241 245 248 249 250 251";
const STANDARD_CODES = [...Array.from({ length: 95 }, (_, k) => 32 + k), ...HIGH.split(" ").map(Number)];

const NAME_OF = new Map([...CHARACTERS].map((char, k) => [char, NAMES[k]!] as const));
const CHARACTER_OF = new Map([...CHARACTERS].map((char, k) => [NAMES[k]!, char] as const));

/** What a name stands for, `uni4E00` and the like included; null where it is not known here. */
export function characterOf(name: string): number | null {
  const said = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name);
  if (said) return Number.parseInt(said[1] ?? said[2]!, 16);
  return CHARACTER_OF.get(name)?.codePointAt(0) ?? null;
}

export type Encoding = (code: number) => string | undefined;

const standard = new Map(STANDARD_CODES.map((code, k) => [code, NAMES[k]!] as const));

/** From 128 on; the decoder of some versions of Node takes the first for Latin-1. */
const WINDOWS =
  "\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000" +
  "\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178";
const MACINTOSH =
  "\u00c4\u00c5\u00c7\u00c9\u00d1\u00d6\u00dc\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00e7\u00e9\u00e8" +
  "\u00ea\u00eb\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc" +
  "\u2020\u00b0\u00a2\u00a3\u00a7\u2022\u00b6\u00df\u00ae\u00a9\u2122\u00b4\u00a8\u2260\u00c6\u00d8" +
  "\u221e\u00b1\u2264\u2265\u00a5\u00b5\u2202\u2211\u220f\u03c0\u222b\u00aa\u00ba\u03a9\u00e6\u00f8" +
  "\u00bf\u00a1\u00ac\u221a\u0192\u2248\u2206\u00ab\u00bb\u2026\u00a0\u00c0\u00c3\u00d5\u0152\u0153" +
  "\u2013\u2014\u201c\u201d\u2018\u2019\u00f7\u25ca\u00ff\u0178\u2044\u00a4\u2039\u203a\ufb01\ufb02" +
  "\u2021\u00b7\u201a\u201e\u2030\u00c2\u00ca\u00c1\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc\u00d3\u00d4" +
  "\uf8ff\u00d2\u00da\u00db\u00d9\u0131\u02c6\u02dc\u00af\u02d8\u02d9\u02da\u00b8\u02dd\u02db\u02c7";

/** @param high Characters from 128 on; those behind them are Latin-1's. */
function asciiWith(high: string): Encoding {
  const characters = [...high];
  return (code) => (code < 32 ? undefined : NAME_OF.get(characters[code - 128] ?? String.fromCharCode(code)));
}

/** By their names in PDF. */
export const ENCODINGS: Readonly<Record<string, Encoding>> = {
  StandardEncoding: (code) => standard.get(code),
  WinAnsiEncoding: asciiWith(WINDOWS),
  MacRomanEncoding: asciiWith(MACINTOSH),
};
