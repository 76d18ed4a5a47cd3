/** A PNG or JPEG file in → an image of the reader's PDF, its samples untouched wherever the format can hold them. */
import { isPng } from "../base/bytes.ts";
import { cmykProfile } from "./cmyk-profile.ts";
import { type Jpeg, readJpeg, type Turn } from "./jpeg.ts";
import type { Dictionary, Ref, Value } from "./objects.ts";
import { deflated, type PdfFile } from "./pdf-file.ts";
import { type Png, readPng, type Samples, unpackPng } from "./png.ts";

export const imageAbout = (width: number, height: number, space: Value, bits: number): Dictionary => ({
  Type: "XObject",
  Subtype: "Image",
  Width: width,
  Height: height,
  ColorSpace: space,
  BitsPerComponent: bits,
});

export function readerPicture(file: PdfFile, bytes: Uint8Array): Ref {
  if (!isPng(bytes)) return jpegPicture(file, bytes);
  const png = readPng(bytes);
  if (png.interlaced || png.transparency || png.colourType >= 4)
    return samplesPicture(file, shrunk(unpackPng(png)));
  return pngPicture(file, png);
}

/** Rows go over as they are: PDF knows PNG's filters. */
function pngPicture(file: PdfFile, png: Png): Ref {
  const { width, height, bits, palette, colourType } = png;
  const space =
    colourType === 3 && palette
      ? (["Indexed", "DeviceRGB", palette.length / 3 - 1, file.stream({}, palette)] as const)
      : colourType === 2
        ? "DeviceRGB"
        : "DeviceGray";
  const Colors = colourType === 2 ? 3 : 1;
  return file.stream(
    {
      ...imageAbout(width, height, space, bits),
      Filter: "FlateDecode",
      DecodeParms: { Predictor: 15, Colors, BitsPerComponent: bits, Columns: width },
    },
    png.data,
    "none",
  );
}

function jpegPicture(file: PdfFile, bytes: Uint8Array): Ref {
  const jpeg = readJpeg(bytes);
  const { components } = jpeg;
  const space: Value =
    components === 4
      ? ["ICCBased", file.stream({ N: 4, Alternate: "DeviceCMYK" }, cmykProfile())]
      : components === 1
        ? "DeviceGray"
        : "DeviceRGB";
  return upright(file, file.stream(jpegAbout(jpeg, space), bytes, "none"), jpeg.turn);
}

/** What becomes of the unit square whose rows and columns belong elsewhere. */
const TURNED: Readonly<Record<Exclude<Turn, 1>, readonly number[]>> = {
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/** A photograph as the camera was held: its samples stay as they are, in a form that turns them. */
export function upright(file: PdfFile, picture: Ref, turn: Turn): Ref {
  if (turn === 1) return picture;
  const about = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1], Matrix: TURNED[turn] };
  return file.stream({ ...about, Resources: { XObject: { I: picture } } }, "/I Do", "none");
}

/** A photograph packed as it came; inks that stand upside down in it are turned. */
export function jpegAbout({ width, height, bits, components, adobe }: Jpeg, space: Value): Dictionary {
  const turned = components === 4 && adobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {};
  return { ...imageAbout(width, height, space, bits), Filter: "DCTDecode", ...turned };
}

/** RGB whose three channels are the same everywhere is grey. */
export function shrunk(samples: Samples): Samples {
  const { channels, colour } = samples;
  if (channels === 1) return samples;
  for (let i = 0; i < colour.length; i += 3)
    if (colour[i] !== colour[i + 1] || colour[i] !== colour[i + 2]) return samples;
  return { ...samples, channels: 1, colour: colour.filter((_, i) => i % 3 === 0) };
}

function samplesPicture(file: PdfFile, { width, height, channels, colour, alpha }: Samples): Ref {
  const space = channels === 1 ? "DeviceGray" : "DeviceRGB";
  const mask = alpha ? rows(file, imageAbout(width, height, "DeviceGray", 8), alpha, width, 1) : undefined;
  return rows(file, { ...imageAbout(width, height, space, 8), SMask: mask }, colour, width, channels);
}

/** Rows of eight-bit samples, each as its difference to its left or to the one above, whichever is smaller. */
export function rows(
  file: PdfFile,
  about: Dictionary,
  samples: Uint8Array,
  width: number,
  channels: number,
): Ref {
  const length = width * channels;
  const height = samples.length / length;
  const out = new Uint8Array(samples.length + height);
  const tries = [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)];
  const size = (row: Uint8Array) => row.reduce((sum, value) => sum + (value < 128 ? value : 256 - value), 0);
  for (let y = 0; y < height; y++) {
    const row = samples.subarray(y * length, (y + 1) * length);
    for (let i = 0; i < length; i++) {
      tries[0]![i] = row[i]!;
      tries[1]![i] = row[i]! - (i >= channels ? row[i - channels]! : 0);
      tries[2]![i] = row[i]! - (y > 0 ? samples[(y - 1) * length + i]! : 0);
    }
    const sizes = tries.map(size);
    const best = sizes.indexOf(Math.min(...sizes));
    out[y * (length + 1)] = best;
    out.set(tries[best]!, y * (length + 1) + 1);
  }
  const DecodeParms = { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width };
  // Packed even where it does not shrink: without a filter its parameters would mean nothing.
  return file.stream({ ...about, Filter: "FlateDecode", DecodeParms }, deflated(out), "none");
}
