import { encode } from "jpeg-js";
import { describe, expect, test } from "vitest";
import { turned } from "../../test/picture-files.ts";
import { PdfFile } from "./pdf-file.ts";
import { readerPicture } from "./picture.ts";
import { loadJpegDecoder, printPicture } from "./print-picture.ts";

const [width, height] = [16, 8];
const photograph = encode({ width, height, data: new Uint8Array(4 * width * height).fill(90) }, 90).data;

/** Where the first row and the first column of the samples belong, as the camera's maker says it (Exif 2.32, 4.6.4 A). */
const SIDES = [
  [1, "top", "left"],
  [2, "top", "right"],
  [3, "bottom", "right"],
  [4, "bottom", "left"],
  [5, "left", "top"],
  [6, "right", "top"],
  [7, "right", "bottom"],
  [8, "left", "bottom"],
] as const;

/** In the unit square, whose y grows upwards. */
const MIDDLE = { top: [0.5, 1], bottom: [0.5, 0], left: [0, 0.5], right: [1, 0.5] } as const;

describe.each(SIDES)("a photograph whose camera notes %s", (turn, row, column) => {
  test.each(["reader", "press"])(
    `has its first row at the ${row} and its first column at the ${column}, for the %s`,
    async (kind) => {
      const file = new PdfFile("1.7");
      const bytes = turned(photograph, turn);
      const decode = await loadJpegDecoder();
      const { data } =
        kind === "reader"
          ? readerPicture(file, bytes)
          : printPicture(file, bytes, () => [0, 0, 0, 0], decode);
      const [a, b, c, d, e, f] = (data.Matrix ?? [1, 0, 0, 1, 0, 0]) as readonly number[];
      const placed = ([x, y]: readonly [number, number]) => [a! * x + c! * y + e!, b! * x + d! * y + f!];
      expect(placed(MIDDLE.top)).toEqual(MIDDLE[row]);
      expect(placed(MIDDLE.left)).toEqual(MIDDLE[column]);
      expect(data.Subtype).toBe(turn === 1 ? "Image" : "Form");
    },
  );
});
