/** A PNG or JPEG file in → an image of the printer's PDF, in grey or in four inks. */
import { isPng } from "../base/bytes.ts";
import type { ToInks } from "./icc-table.ts";
import { INK_LIMIT, type Jpeg, readJpeg } from "./jpeg.ts";
import type { Ref } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";
import { imageAbout, jpegAbout, rows, shrunk, upright } from "./picture.ts";
import { readPng, type Samples, unpackPng } from "./png.ts";

export type JpegDecoder = (bytes: Uint8Array) => { readonly data: Uint8Array };

/** A photograph that could not be turned into inks. */
export class PictureError extends Error {
  readonly picture: Uint8Array;
  readonly fault: "damaged" | "too-large-for-inks";

  constructor(picture: Uint8Array, fault: PictureError["fault"], detail: string) {
    super(detail);
    this.picture = picture;
    this.fault = fault;
  }
}

/** MB; what INK_LIMIT lets through takes no more. */
const MEMORY = 1024;

/** @returns The decoder of JPEG, loaded where there is a colour photograph; it throws a PictureError alone. */
export const loadJpegDecoder = async (): Promise<JpegDecoder> => {
  const { default: jpeg } = await import("jpeg-js");
  return (bytes) => {
    const { width, height } = readJpeg(bytes);
    if (width * height > INK_LIMIT)
      throw new PictureError(bytes, "too-large-for-inks", `${width} × ${height}`);
    try {
      return jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false, maxMemoryUsageInMB: MEMORY });
    } catch (error) {
      throw new PictureError(bytes, "damaged", String(error));
    }
  };
};

/** Whether a picture's colours have to be turned into inks. */
export function isRgb(bytes: Uint8Array): boolean {
  if (!isPng(bytes)) return readJpeg(bytes).components === 3;
  const png = readPng(bytes);
  return png.colourType !== 0 && png.colourType !== 4 && shrunk(unpackPng(png)).channels === 3;
}

export function printPicture(
  file: PdfFile,
  bytes: Uint8Array,
  inks: ToInks,
  decode: JpegDecoder | null,
): Ref {
  if (isPng(bytes)) return samplesPicture(file, onPaper(shrunk(unpackPng(readPng(bytes)))), inks);
  const jpeg = readJpeg(bytes);
  if (jpeg.components !== 3 || decode === null) return jpegPicture(file, bytes, jpeg);
  const { width, height, turn } = jpeg;
  const colour = decode(bytes).data;
  return upright(file, samplesPicture(file, { width, height, channels: 3, colour, alpha: null }, inks), turn);
}

/** Packed as it came: grey, or the inks it was separated into. */
function jpegPicture(file: PdfFile, bytes: Uint8Array, jpeg: Jpeg): Ref {
  const space = jpeg.components === 1 ? "DeviceGray" : "DeviceCMYK";
  return upright(file, file.stream(jpegAbout(jpeg, space), bytes, "none"), jpeg.turn);
}

/** What shines through a picture is the paper. */
function onPaper(samples: Samples): Samples {
  const { alpha, colour, channels } = samples;
  if (!alpha) return samples;
  const flat = colour.map((value, i) => {
    const cover = alpha[Math.floor(i / channels)]! / 255;
    return Math.round(value * cover + 255 * (1 - cover));
  });
  return { ...samples, colour: flat, alpha: null };
}

function samplesPicture(file: PdfFile, { width, height, channels, colour }: Samples, inks: ToInks): Ref {
  if (channels === 1) return rows(file, imageAbout(width, height, "DeviceGray", 8), colour, width, 1);
  const plates = new Uint8Array((colour.length / 3) * 4);
  for (let i = 0; i < colour.length / 3; i++)
    plates.set(inks(colour[3 * i]!, colour[3 * i + 1]!, colour[3 * i + 2]!), 4 * i);
  return rows(file, imageAbout(width, height, "DeviceCMYK", 8), plates, width, 4);
}
