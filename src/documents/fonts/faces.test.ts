import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facesOf, SHIPPED_FONTS } from './faces.ts';
import { readFaces } from './sfnt.ts';

const codes = (text: string) => [...text].map((c) => c.codePointAt(0) ?? 0);

describe('the fonts that come along', () => {
  const faces = facesOf(undefined);

  it('have every character of GB 2312 in each face', () => {
    const decoder = new TextDecoder('gbk');
    for (let high = 0xb0; high <= 0xf7; high++) {
      for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) {
        const [code] = codes(decoder.decode(Uint8Array.of(high, low)));
        expect(faces.covers(code ?? 0) && faces.coversBold(code ?? 0)).toBe(true);
      }
    }
  });

  it('have all 20,902 ideographs of the first Unicode block', () => {
    const missing = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, i) => 0x4e00 + i).filter((c) => !faces.covers(c));
    expect(missing).toEqual([]);
  });

  it('have the rare characters of names and places, and the punctuation of official documents', () => {
    const text = '镕堃喆珺祎玥昇犇垚赟嫄璟頔䶮彧翀甪瀍塱㮾𬭎〔〕①②㎡‰—…“”‘’《》·№℃〇㈠';
    expect([...text].filter((c) => !faces.covers(c.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('do not claim what they lack', () => expect(codes('😀𰻞').some((c) => faces.covers(c))).toBe(false));
});

describe('an office’s own fonts', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fonts-'));
    copyFileSync(join(SHIPPED_FONTS, 'NotoSansSC-Medium.ttf'), join(folder, 'own.ttf'));
    writeFileSync(join(folder, 'broken.ttf'), 'no font at all');
    writeFileSync(join(folder, 'cut.otf'), Buffer.from('00010000000900', 'hex'));
    writeFileSync(join(folder, 'readme.txt'), '说明');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are loaded first; what is no font is passed over', () => {
    const faces = facesOf(folder);
    expect(faces.folders).toEqual([folder, SHIPPED_FONTS]);
    expect(faces.chains.fangsong.slice(1)).toContain('Noto Sans SC');
    expect(faces.chains.fangsong[0]).toBe('Noto Serif SC');
  });

  it('are asked for again where the folder is not there', () => {
    expect(() => facesOf(join(folder, 'nowhere'))).toThrow('字体文件夹打不开');
  });
});

describe('a font file', () => {
  it('tells its family names', () => {
    const face = readFaces(renamed('仿宋_GB2312'))[0];
    expect(face?.names).toEqual(['仿宋_GB2312']);
  });

  it('is nothing where the bytes are no font', () => {
    for (const bytes of ['', 'OTTO', 'ttcf\0\0\0\0\xff\xff\xff\xff']) expect(readFaces(Buffer.from(bytes, 'latin1'))).toEqual([]);
  });
});

/** The smallest font with a name: one table. */
function renamed(family: string): Uint8Array {
  const text = Buffer.from(family, 'utf16le').swap16();
  const font = Buffer.alloc(12 + 16 + 6 + 12 + text.length);
  font.writeUInt32BE(0x00010000, 0);
  font.writeUInt16BE(1, 4);
  font.write('name', 12, 'latin1');
  font.writeUInt32BE(28, 20);
  font.writeUInt16BE(1, 30);
  font.writeUInt16BE(18, 32);
  font.writeUInt16BE(3, 34);
  font.writeUInt16BE(1, 40);
  font.writeUInt16BE(text.length, 42);
  text.copy(font, 46);
  return font;
}
