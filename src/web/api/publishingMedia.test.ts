import { describe, expect, it } from 'vitest';
import { isPicture, mediaTypeOf, taken } from './publishingMedia.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

describe('what a file is', () => {
  it('is told by its first bytes, whatever its name says', () => {
    expect(mediaTypeOf('照片.txt', bytes('89504e470d0a1a0a00'))).toBe('image/png');
    expect(mediaTypeOf('照片.png', bytes('ffd8ffe000'))).toBe('image/jpeg');
    expect(mediaTypeOf('a', bytes('524946460000000057454250'))).toBe('image/webp');
  });

  it('is told by its name where the bytes tell nothing', () => {
    expect(mediaTypeOf('名单.XLSX', bytes('504b0304'))).toContain('spreadsheetml');
    expect(mediaTypeOf('说明', bytes('00'))).toBe('application/octet-stream');
  });

  it('a page or a drawing that could run something is no picture', () => {
    expect(isPicture(mediaTypeOf('图.svg', new TextEncoder().encode('<svg onload="alert(1)"/>')))).toBe(false);
    expect(isPicture(mediaTypeOf('图.png', new TextEncoder().encode('<html>')))).toBe(false);
    expect(isPicture('image/png')).toBe(true);
  });
});

describe('a file as it is kept', () => {
  it('ends as its kind does: a picture that calls itself a page stays a picture', () => {
    expect(taken({ name: '照片.jpg.html', bytes: bytes('ffd8ffe000') }).name).toBe('照片.jpg.html.jpg');
    expect(taken({ name: '通知', bytes: bytes('255044462d') })).toMatchObject({ name: '通知.pdf', mediaType: 'application/pdf' });
  });

  it('keeps its name where that fits, and where the kind is not told by the bytes', () => {
    for (const [name, hex] of [
      ['照片.JPEG', 'ffd8ffe000'],
      ['通知.pdf', '255044462d'],
      ['网页.html', '3c68746d6c'],
    ] as const)
      expect(taken({ name, bytes: bytes(hex) }).name).toBe(name);
  });
});
