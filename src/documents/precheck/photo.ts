import type { Inspection } from './inspected.ts';

/** True where the directory of a photo's data points to where it was taken. */
function tellsPlace(head: Buffer, tiff: number): boolean {
  const little = head.toString('latin1', tiff, tiff + 2) === 'II';
  const u16 = (at: number): number => (at + 2 > head.length ? 0 : little ? head.readUInt16LE(at) : head.readUInt16BE(at));
  const u32 = (at: number): number => (at + 4 > head.length ? 0 : little ? head.readUInt32LE(at) : head.readUInt32BE(at));
  const first = tiff + u32(tiff + 4);
  for (let i = 0; i < Math.min(u16(first), 200); i++) if (u16(first + 2 + i * 12) === 0x8825) return true;
  return false;
}

/** Where a photo's data may begin: in a JPEG behind its mark, in a PNG in `eXIf`, in a WebP in `EXIF`. */
const DATA_MARKS = [
  ['Exif\0\0', 6],
  ['eXIf', 4],
  ['EXIF', 8],
] as const;
const MOST_PHOTO = 4_000_000;

/** GPS in the data of a photo, in either of the two ways programs write it: where it was taken. */
export function inspectPhoto(bytes: Uint8Array, found: Inspection): void {
  const photo = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // PNG and WebP may keep the data at their end.
  const parts = photo.length <= MOST_PHOTO ? [photo] : [photo.subarray(0, MOST_PHOTO / 2), photo.subarray(-MOST_PHOTO / 2)];
  const told = parts.some(
    (part) =>
      /(?:exif:|<)GPSLatitude/.test(part.toString('latin1')) ||
      DATA_MARKS.some(([mark, skip]) => {
        const at = part.indexOf(mark, 0, 'latin1');
        return at >= 0 && tellsPlace(part, at + skip);
      }),
  );
  if (told) found.note('PUB-HIDDEN-GPS', 'error', '照片里记着拍摄的位置；请去掉位置信息后再上传。');
}
