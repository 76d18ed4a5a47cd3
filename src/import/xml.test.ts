import { expect, test } from "vitest";
import { readXml, XmlError } from "./xml.ts";

test("elements, attributes in either quotes, texts, references, comments and CDATA", () => {
  const text = `\ufeff<?xml version="1.0"?><!-- <a> --><w:p a = "1>2" b='"&amp;"'>甲&#x4e59;<![CDATA[<&amp;>]]><br/><i c=""></i ></w:p>\n`;
  expect(readXml(text)).toEqual({
    name: "w:p",
    attributes: { a: "1>2", b: '"&"' },
    children: [
      "甲乙",
      "<&amp;>",
      { name: "br", attributes: {}, children: [] },
      { name: "i", attributes: { c: "" }, children: [] },
    ],
  });
});

test.each([
  ["an element that does not close", "<a><b></a>"],
  ["a tag that does not end", "<a b"],
  ["an attribute without its quotes", "<a b=c/>"],
  ["an attribute without its value", "<a b/>"],
  ["a quote that does not end", "<a b='c/>"],
  ["a comment that does not end", "<a/><!-- "],
  ["a document type", "<!DOCTYPE a><a/>"],
  ["no name", "< a/>"],
  ["nothing", ""],
  ["nesting without end", "<a>".repeat(300)],
])("%s is broken", (_, text) => {
  expect(() => readXml(text)).toThrow(XmlError);
});

/** So long that a test runs out of its time where what is read grows faster than its length. */
const LONG = 1_000_000;

test.each([
  ["letters of one tag", `<${"a".repeat(LONG)}`],
  ["letters of one attribute", `<a ${"b".repeat(LONG)}>`],
  ["blanks in a tag", `<a${" ".repeat(LONG)}`],
  ["slashes in a tag", `<a${"/".repeat(LONG)}`],
  ["quotes in a tag", `<a ${"b='".repeat(LONG)}`],
  ["blanks in an end tag", `<a></a${" ".repeat(LONG)}`],
  ["signs that begin a reference", `<a>${"&#x".repeat(LONG)}`],
  ["letters of a reference", `<a>&${"a".repeat(LONG)}`],
])("a million %s are refused at once", (_, text) => {
  expect(() => readXml(text)).toThrow(XmlError);
});
