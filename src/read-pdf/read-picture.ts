/** An image of one of our PDFs in → a PNG or JPEG file with the same samples. */

import { crc32, deflateSync } from "node:zlib";
import { PNG_SIGNATURE } from "../base/bytes.ts";
import { BadPdf } from "./bad-pdf.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { Name, type Parsed, Stream } from "./values.ts";

/** Colour types of PNG. */
const TYPE = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgbAlpha: 6 } as const;

/** @throws BadPdf where the image is none that this program writes. */
export function readPicture(pdf: OpenPdf, image: Parsed): Uint8Array {
  if (!(image instanceof Stream)) throw new BadPdf("no-image");
  if (pdf.name(image, "Subtype") === "Form") return readPicture(pdf, turnedBy(pdf, image));
  if (pdf.name(image, "Filter") === "DCTDecode") return image.raw;
  const size = { width: Number(pdf.get(image, "Width")), height: Number(pdf.get(image, "Height")) };
  const bits = Number(pdf.get(image, "BitsPerComponent"));
  const space = pdf.get(image, "ColorSpace");
  const mask = pdf.get(image, "SMask");
  const rows = pdf.content(image);
  if (mask instanceof Stream) {
    const isGrey = space instanceof Name && space.name === "DeviceGray";
    const channels = isGrey ? 1 : 3;
    const samples = woven(rows, channels, pdf.content(mask));
    return png(size, bits, isGrey ? TYPE.greyAlpha : TYPE.rgbAlpha, null, samples, channels + 1);
  }
  if (Array.isArray(space)) {
    const palette = pdf.content(space[3] as Parsed);
    return png(size, bits, TYPE.palette, palette, rows, 1);
  }
  const isGrey = space instanceof Name && space.name === "DeviceGray";
  return png(size, bits, isGrey ? TYPE.grey : TYPE.rgb, null, rows, isGrey ? 1 : 3);
}

/** The photograph that a form turns upright; it says itself how. */
function turnedBy(pdf: OpenPdf, form: Stream): Parsed {
  const held = pdf.get(pdf.get(form, "Resources"), "XObject");
  const image = pdf.get(held, "I");
  if (!(image instanceof Stream) || pdf.name(image, "Filter") !== "DCTDecode") throw new BadPdf("no-image");
  return image;
}

/** Samples of colour with their alpha behind each pixel. */
function woven(colour: Uint8Array, channels: number, alpha: Uint8Array): Uint8Array {
  const out = new Uint8Array(alpha.length * (channels + 1));
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    for (let c = 0; c < channels; c++) out[pixel * (channels + 1) + c] = colour[pixel * channels + c]!;
    out[pixel * (channels + 1) + channels] = alpha[pixel]!;
  }
  return out;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** @param channels Samples a pixel, of `bits` each; rows end with whole bytes. */
function png(
  { width, height }: Size,
  bits: number,
  type: number,
  palette: Uint8Array | null,
  samples: Uint8Array,
  channels: number,
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, type, 0, 0, 0], 8);
  const length = Math.ceil((width * channels * bits) / 8);
  // Every row stands behind the number of its filter, which is none.
  const rows = Buffer.alloc((length + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(samples.subarray(y * length, (y + 1) * length), y * (length + 1) + 1);
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE),
    chunk("IHDR", head),
    ...(palette ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
