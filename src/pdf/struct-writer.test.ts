import { expect, test } from "vitest";
import { StructBuilder } from "../draw/struct-tree.ts";
import type { Ref } from "./objects.ts";
import { PdfFile } from "./pdf-file.ts";
import { StructWriter } from "./struct-writer.ts";

/** A document of one text, `Document > P`, with more nodes in it. */
function written(draw: (builder: StructBuilder, writer: () => StructWriter, page: Ref) => void) {
  const file = new PdfFile("1.7");
  const builder = new StructBuilder();
  builder.add("Document", null, { language: "zh" });
  builder.add("P", 0);
  let writer: StructWriter | null = null;
  draw(
    builder,
    () => {
      writer ??= new StructWriter(file, builder.finish(), 1);
      return writer;
    },
    file.ref({ Type: "Page" }),
  );
  const root = writer!.finish(file);
  const document = root.data.K as Ref;
  return { document, text: document.data.K as Ref };
}

test("a link stands among the words of its text where it is drawn, once, its area with its words", () => {
  const { text } = written((builder, writer, page) => {
    const link = builder.add("Link", 1);
    writer().content(1, page, 0);
    writer().content(link, page, 0);
    writer().content(link, page, 0);
    writer().annotation(link, page, page);
    writer().content(1, page, 0);
  });
  const [before, link, behind, ...more] = text.data.K as readonly [number, Ref, number];
  expect([before, behind, more]).toEqual([0, 3, []]);
  expect(link.data.S).toBe("Link");
  expect(link.data.K).toMatchObject([1, 2, { Type: "OBJR" }]);
});

test("a text that begins with a reference to another place begins there, and so does what stands around it", () => {
  const { text } = written((builder, writer, page) => {
    const reference = builder.add("Reference", 1);
    const link = builder.add("Link", reference);
    writer().content(link, page, 0);
    writer().content(1, page, 0);
  });
  const [reference, behind, ...more] = text.data.K as readonly [Ref, number];
  expect([behind, more]).toEqual([1, []]);
  expect(reference.data.S).toBe("Reference");
  expect((reference.data.K as Ref).data).toMatchObject({ S: "Link", K: 0 });
});

test("a link of which nothing but its area is told stands in its text", () => {
  const { text } = written((builder, writer, page) => {
    const link = builder.add("Link", 1);
    writer().content(1, page, 0);
    writer().annotation(link, page, page);
    writer().content(1, page, 0);
  });
  const [before, link, behind] = text.data.K as readonly [number, Ref, number];
  expect([before, behind]).toEqual([0, 1]);
  expect(link.data.K).toMatchObject({ Type: "OBJR" });
});

test("a language is said of the document, and below it where it differs", () => {
  const { document, text } = written((builder, writer, page) => {
    const own = builder.add("Span", 1, { language: "zh" });
    const other = builder.add("Span", 1, { language: "en" });
    writer().content(own, page, 0);
    writer().content(other, page, 0);
  });
  expect(document.data.Lang).toMatchObject({ bytes: "zh-CN" });
  expect(text.data.Lang).toBeUndefined();
  const [own, other] = text.data.K as readonly [Ref, Ref];
  expect(own.data.Lang).toBeUndefined();
  expect(other.data.Lang).toMatchObject({ bytes: "en-US" });
});
