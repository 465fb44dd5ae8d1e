/** One font of a TTF, OTF or TTC file: its family names and the characters it has. */
export interface Face {
  readonly names: readonly string[];
  covers(codePoint: number): boolean;
}

type Range = readonly [from: number, to: number];

const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const UTF16 = new TextDecoder('utf-16be');

function tableAt(font: DataView, directory: number, tag: string): number | null {
  const tables = font.getUint16(directory + 4);
  for (let i = 0; i < tables; i++) {
    const entry = directory + 12 + i * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(entry + k)));
    if (name === tag) return font.getUint32(entry + 8);
  }
  return null;
}

function familyNames(font: DataView, at: number): string[] {
  const count = font.getUint16(at + 2);
  const strings = at + font.getUint16(at + 4);
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    const record = at + 6 + i * 12;
    const platform = font.getUint16(record);
    const id = font.getUint16(record + 6);
    if ((platform !== 0 && platform !== 3) || (id !== FAMILY && id !== TYPOGRAPHIC_FAMILY)) continue;
    const start = font.byteOffset + strings + font.getUint16(record + 10);
    names.add(UTF16.decode(new Uint8Array(font.buffer, start, font.getUint16(record + 8))));
  }
  return [...names];
}

function segmentRanges(font: DataView, at: number): Range[] {
  const segments = font.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  return Array.from({ length: segments }, (_, i): Range => [font.getUint16(starts + i * 2), font.getUint16(ends + i * 2)]).filter(
    ([from]) => from !== 0xffff,
  );
}

function groupRanges(font: DataView, at: number): Range[] {
  return Array.from({ length: font.getUint32(at + 12) }, (_, i): Range => {
    const group = at + 16 + i * 12;
    return [font.getUint32(group), font.getUint32(group + 4)];
  });
}

function characterRanges(font: DataView, at: number): Range[] {
  const encodings = font.getUint16(at + 2);
  const found = new Map<number, number>();
  for (let i = 0; i < encodings; i++) {
    const subtable = at + font.getUint32(at + 4 + i * 8 + 4);
    found.set(font.getUint16(subtable), subtable);
  }
  const full = found.get(12);
  if (full !== undefined) return groupRanges(font, full);
  const basic = found.get(4);
  return basic === undefined ? [] : segmentRanges(font, basic);
}

function within(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] as Range;
    if (codePoint < from) high = middle - 1;
    else if (codePoint > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Reads the names and characters of every font in the file; empty for what is no font. */
export function readFaces(bytes: Uint8Array): Face[] {
  try {
    const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const collection = font.getUint32(0) === 0x74746366;
    const directories = collection ? Array.from({ length: font.getUint32(8) }, (_, i) => font.getUint32(12 + i * 4)) : [0];
    return directories.map((directory): Face => {
      const name = tableAt(font, directory, 'name');
      const cmap = tableAt(font, directory, 'cmap');
      const ranges = cmap === null ? [] : characterRanges(font, cmap).toSorted((a, b) => a[0] - b[0]);
      return { names: name === null ? [] : familyNames(font, name), covers: (codePoint) => within(ranges, codePoint) };
    });
  } catch (fault) {
    if (fault instanceof RangeError) return [];
    throw fault;
  }
}
