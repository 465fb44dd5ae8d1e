import { describe, expect, it } from 'vitest';
import { isPicture, mediaTypeOf } from './publishingMedia.ts';

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
