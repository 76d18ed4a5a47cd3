/** Bytes of a file in → their numbers, and what kind of file begins so. */

/** Numbers of several bytes, from the first of these on. */
export const dataViewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** What a PNG file begins with (ISO/IEC 15948, 5.2). */
export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => PNG_SIGNATURE.every((byte, k) => bytes[k] === byte);

/** Whether an archive begins so, as Word files are (APPNOTE, 4.3.6). */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Whether a JPEG file's first marker is there (ISO/IEC 10918-1, table B.1). */
export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;
