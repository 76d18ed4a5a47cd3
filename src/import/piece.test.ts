import { expect, test } from "vitest";
import { languageOf } from "./piece.ts";

test("a Chinese sentence that names an address is Chinese, however long the address", () => {
  expect(languageOf("详见https://www.most.gov.cn/kjbgz/202409/example_report.html。")).toBe("zh");
  expect(languageOf("See https://www.most.gov.cn/kjbgz/202409/报告.html here now")).toBe("en");
  expect(languageOf("https://www.most.gov.cn/kjbgz")).toBe("en");
  expect(languageOf("来信请寄obs.editor@mail.example.org。")).toBe("zh");
  expect(languageOf("obs.editor@mail.example.org")).toBe("en");
});
