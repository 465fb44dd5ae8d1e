import { describe, expect, it } from 'vitest';
import { shortened, shownName } from './upload.ts';

describe('the name of a file somebody hands in', () => {
  it.each([
    ['folders', '../../etc/passwd', 'passwd'],
    ['folders of Windows', 'C:\\公文\\通知.docx', '通知.docx'],
    ['line ends and nothing', '通\r\n知\u0000.pdf', '通知.pdf'],
    ['turned writing', '通知\u202Efdp.exe', '通知fdp.exe'],
    ['half a character', '通知\ud83d.pdf', '通知\ufffd.pdf'],
  ])('loses %s', (_, given, shown) => expect(shownName(given)).toBe(shown));

  it('is never nothing', () => expect([shownName(''), shownName(undefined), shownName('\u200b')]).toEqual(Array(3).fill('未命名文件')));

  it('is cut before its ending and never within a character', () => {
    expect(shortened('长'.repeat(120), 120)).toBe('长'.repeat(120));
    expect(shortened(`${'长'.repeat(117)}.pdf`, 120)).toBe(`${'长'.repeat(116)}.pdf`);
    expect(shortened('😀'.repeat(121), 120)).toBe('😀'.repeat(120));
  });
});
