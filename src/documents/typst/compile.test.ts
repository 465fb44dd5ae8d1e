import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { facesOf, SHIPPED_FONTS } from '../fonts/faces.ts';
import { MissingCharacters } from './characters.ts';
import { closeTypst, compileTypst, TypstError, typstWorker } from './compile.ts';

const TEMPLATE = `#import "gb9704.typ": *
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#show: gb9704
#headline(data.title)
#par(data.text)`;

/** Works for a while, in proportion to \`rounds\`. */
const SLOW = `#let data = json(bytes(sys.inputs.data))
#set document(title: "慢")
#{
  let n = 0
  for i in range(data.rounds) { for k in range(1000) { n = calc.rem(n * 31 + i + k, 10007) } }
  str(n)
}`;

function textOf(pdf: Uint8Array): string {
  return new TextDecoder('latin1').decode(pdf.subarray(0, 8));
}

afterAll(() => closeTypst());

describe('compiling a template to PDF', () => {
  it('makes a PDF of either standard', async () => {
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const pdf = await compileTypst(TEMPLATE, { title: '告知书', text: '第二十条' }, { standard });
      expect(textOf(pdf)).toMatch(/^%PDF-1\.\d/);
      expect(new TextDecoder('latin1').decode(pdf)).toContain(standard === 'ua-1' ? 'pdfuaid' : 'pdfaid');
    }
  });

  it('takes markup in the data as text', async () => {
    const pdf = await compileTypst(TEMPLATE, { title: '#panic("x")', text: '*a* #read("/etc/passwd") $x$ \\ ] ) " `' });
    expect(textOf(pdf)).toMatch(/^%PDF/);
  });

  it('answers many at once, each with its own document', async () => {
    const pdfs = await Promise.all([1, 2, 3, 4].map((n) => compileTypst(TEMPLATE, { title: `第${n}号`, text: '内容'.repeat(n * 2000) })));
    const sizes = pdfs.map((p) => p.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes);
  });

  it('prints rare characters of names also where the bold face lacks them', async () => {
    await expect(compileTypst(TEMPLATE, { title: '甪直镇㙟', text: '镕堃喆珺祎玥昇犇垚赟嫄璟頔䶮彧翀甪瀍塱' })).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });

  it('prints in the office’s own 仿宋 where it has given one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-fonts-'));
    try {
      const utf16 = (name: string) => Buffer.from(name, 'utf16le').swap16();
      const font = readFileSync(join(SHIPPED_FONTS, 'NotoSansSC-Medium.ttf'));
      const [from, to] = [utf16('Noto Sans SC'), utf16('Own FangSong')];
      for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at + 1)) to.copy(font, at);
      writeFileSync(join(folder, 'own.ttf'), font);
      const faces = facesOf(folder);
      expect(faces.chains.fangsong[0]).toContain('Own FangSong');
      const pdf = await compileTypst('#import "gb9704.typ": *\n#set document(title: "字")\n#show: gb9704\n正文', {}, { faces });
      expect(new TextDecoder('latin1').decode(pdf)).not.toContain('NotoSerifSC');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('names the characters that no font has, and makes nothing', async () => {
    const refused = compileTypst(TEMPLATE, { title: '表情😀', text: '\u{1f600}\u{1f601}' });
    await expect(refused).rejects.toThrow(MissingCharacters);
    await expect(refused).rejects.toThrow(/“😀”（U\+1F600）、“😁”（U\+1F601）/);
  });

  it('reports a faulty template and goes on', async () => {
    await expect(compileTypst('#undefined-thing', {})).rejects.toThrow(TypstError);
    await expect(compileTypst(TEMPLATE, { title: '一', text: '二' })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('stops a document that takes too long and serves the next', async () => {
    const slow = compileTypst(SLOW, { rounds: 1_000_000 }, { timeoutMs: 300 });
    const after = compileTypst(TEMPLATE, { title: '一', text: '二' });
    await expect(slow).rejects.toThrow('已停止');
    await expect(after).resolves.toBeInstanceOf(Uint8Array);
  });

  it('ends its worker, and gives its memory back, after a minute without work', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await compileTypst(TEMPLATE, { title: '一', text: '四' });
      vi.advanceTimersByTime(59_999);
      expect(typstWorker()).not.toBeNull();
      vi.advanceTimersByTime(1);
      expect(typstWorker()).toBeNull();
    } finally {
      vi.useRealTimers();
    }
    await expect(compileTypst(TEMPLATE, { title: '一', text: '五' })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('starts anew after its worker was killed', async () => {
    const killed = compileTypst(SLOW, { rounds: 1_000_000 });
    execFileSync('kill', ['-9', String(typstWorker())]);
    await expect(killed).rejects.toThrow('意外停止');
    await expect(compileTypst(TEMPLATE, { title: '一', text: '三' })).resolves.toBeInstanceOf(Uint8Array);
  });
});
