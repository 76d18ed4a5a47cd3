import { afterEach, describe, expect, test } from "vitest";
import { say, sayLines, speak, speechOf, systemLocale } from "./speech.ts";

afterEach(() => speak("both"));

describe("which language is spoken", () => {
  test.each([
    ["no locale", {}, "both"],
    ["C", { LANG: "C.UTF-8" }, "both"],
    ["POSIX", { LC_ALL: "POSIX", LANG: "zh_CN.UTF-8" }, "both"],
    ["Chinese", { LANG: "zh_CN.UTF-8" }, "zh"],
    ["Chinese of Taiwan", { LANG: "zh_TW" }, "zh"],
    ["another language", { LANG: "fr_FR.UTF-8" }, "en"],
    ["LC_ALL before LANG", { LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "en"],
    ["LC_MESSAGES before LANG", { LC_MESSAGES: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "zh"],
    ["the variable before the locale", { SHUANGLAN_LANG: "en", LANG: "zh_CN.UTF-8" }, "en"],
    ["a variable that says nothing known", { SHUANGLAN_LANG: "de", LANG: "zh_CN.UTF-8" }, "zh"],
    ["zhuang is not Chinese", { LANG: "zhx_CN" }, "en"],
  ] as const)("%s", (_, environment, speech) => {
    expect(speechOf(["build"], environment, [])).toBe(speech);
  });

  test.each([
    ["a Chinese Windows", "win32", "zh-CN", {}, "zh"],
    ["a Windows of Taiwan", "win32", "zh-Hant-TW", {}, "zh"],
    ["an English Windows", "win32", "en-US", {}, "en"],
    ["a Windows where the locale is set", "win32", "zh-CN", { LANG: "en_US.UTF-8" }, "en"],
    ["a Windows where it is set to none", "win32", "zh-CN", { LC_ALL: "C" }, "both"],
    ["a Windows where the variable is set", "win32", "zh-CN", { SHUANGLAN_LANG: "both" }, "both"],
    ["a Chinese macOS", "darwin", "zh-Hans-CN", {}, "zh"],
    ["a macOS that the engine knows nothing of", "darwin", "en-US", {}, "both"],
    ["a Linux without a locale", "linux", "zh-CN", {}, "both"],
  ] as const)("%s", (_, platform, locale, environment, speech) => {
    expect(
      speechOf(
        ["build"],
        environment,
        [],
        systemLocale(platform, () => locale),
      ),
    ).toBe(speech);
  });

  test("the engine is asked for the locale on Windows", () => {
    expect(systemLocale("win32")()).toBe(new Intl.DateTimeFormat().resolvedOptions().locale);
  });

  test("--lang before all, on either side of the command", () => {
    const environment = { SHUANGLAN_LANG: "en" };
    expect(speechOf(["build", "--lang", "zh"], environment, [])).toBe("zh");
    expect(speechOf(["--lang=both", "build"], environment, [])).toBe("both");
  });

  test("behind a command with a --lang of its own it is the command's", () => {
    expect(speechOf(["explain", "--lang", "zh", "x"], {}, ["explain"])).toBe("both");
    expect(speechOf(["--lang", "zh", "explain", "--lang", "en", "x"], {}, ["explain"])).toBe("zh");
  });

  test("what stands behind -- is text", () => {
    expect(speechOf(["build", "--", "--lang", "zh"], {}, [])).toBe("both");
  });
});

test("in both languages the Chinese follows the English", () => {
  expect(say("done", "完成")).toBe("done 完成");
  expect(sayLines({ en: "done", zh: "完成" })).toEqual(["done", "完成"]);
  speak("zh");
  expect(say("done", "完成")).toBe("完成");
  expect(sayLines({ en: "done", zh: "完成" })).toEqual(["完成"]);
});
