import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { EMPTY_CONTENT, type Mode } from '#domain/publishing/content.ts';
import { newLife } from '#domain/publishing/life/beginning.ts';
import type { SignOff, Step, TransitionName } from '#domain/publishing/life/states.ts';
import type { ItemFile } from '#domain/publishing/ports.ts';
import { openPdf } from '../reading/pdf/open.ts';
import { closeTypst } from '../typst/compile.ts';
import {
  approvalForm,
  attributeForm,
  countyPackage,
  deliveryForm,
  drawPicture,
  pictureText,
  secrecyForm,
  writeFormHtml,
  writeFormPdf,
} from './index.ts';

afterAll(() => closeTypst());

const CONTEXT = { unit: '示例镇人民政府', printedOn: '2026-03-02', columnName: () => '通知公告' };
const DELIVERY = {
  to: '示例县档案馆',
  kind: 'archive' as const,
  on: '2026-03-02',
  items: Array.from({ length: 60 }, (_, i) => ({
    item: `SFZ/2026-${String(i + 1).padStart(5, '0')}`,
    title: `第${i + 1}批补贴公示`,
    copies: 2,
  })),
  handedBy: '张示例',
  receivedBy: '',
  receivedOn: null,
  receipt: null,
  remark: '',
};

function step(n: number, transition: TransitionName, byName: string, opinion = '', signOff: SignOff = { kind: 'system' }): Step {
  return {
    n,
    transition,
    from: 'draft',
    to: 'attributed',
    publicTo: 'never',
    version: 1,
    at: '2026-03-01T23:00:00Z',
    by: 'x',
    byName,
    signOff,
    opinion,
    reason: '',
    on: null,
  };
}

function item(more: { title?: string; body?: string; mode?: Mode; steps?: Step[]; number?: string } = {}): ItemFile {
  const content = {
    ...EMPTY_CONTENT,
    title: more.title ?? '关于防火的通知',
    body: more.body ?? '<p>各村：</p>',
    formedOn: '2026-02-27',
    keywords: ['防火'],
  };
  return {
    life: {
      ...newLife('sfz', more.number ?? 'SFZ/2026-00001', { id: '1', name: '张示例' }),
      work: 'approved',
      mode: more.mode ?? 'proactive',
    },
    current: { version: 1, content, note: '', savedBy: '1', savedByName: '张示例', savedAt: '2026-03-01T00:00:00Z' },
    shown: null,
    attachments: [],
    steps: more.steps ?? [],
    addresses: [],
    publications: [],
  };
}

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await openPdf(pdf);
  const out: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    out.push(
      items
        .map((i) => ('str' in i ? i.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await document.loadingTask.destroy();
  return out;
}

describe('the forms to be signed', () => {
  const steps = [
    step(1, 'decideAttribute', '张示例'),
    step(2, 'clearSecrecy', '王示例', '不涉密，可以公开。'),
    step(3, 'review', '王示例'),
    step(4, 'approve', '张示例', '', { kind: 'paper', by: '赵示例', on: '2026-03-01', file: 'f' }),
  ];

  it('print filled in on one page of A4: who agreed, when in China, and on paper by whom entered', async () => {
    const [page, ...more] = await pagesOf(await writeFormPdf(approvalForm(item({ steps }), CONTEXT)));
    expect(more).toEqual([]);
    expect(page).toContain('信息发布审批表');
    expect(page).toContain('不涉密，可以公开。签名：王示例2026年3月2日');
    expect(page).toContain('赵示例（纸质签批，张示例登记）2026年3月1日');
  });

  it('leave room for the hand where nothing was decided, and forget what was signed before a return', async () => {
    const returned = [...steps, { ...step(5, 'returnToDraft', '王示例'), to: 'draft' as const }];
    for (const form of [approvalForm(item({ steps: returned }), CONTEXT), secrecyForm(item(), CONTEXT), attributeForm(item(), CONTEXT)]) {
      const pages = await pagesOf(await writeFormPdf(form));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toContain('签名：年月日');
      expect(pages[0]).not.toContain('赵示例');
    }
  });

  it('repeat the head of a long list on the next page', async () => {
    const pages = await pagesOf(await writeFormPdf(deliveryForm(DELIVERY, CONTEXT)));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('序号索引号信息名称份数备注');
    expect(pages[0]).toContain('60件/120份');
  });

  it('give the number of a delivery the room it needs, short or with a whole credit code, so that no line breaks it', async () => {
    for (const number of ['SFZ/2026-00001', '11341702486344515H/2026-00001']) {
      const { list, rows } = deliveryForm({ ...DELIVERY, items: [{ item: number, title: '补贴公示', copies: 2 }] }, CONTEXT);
      const [, width = 0] = list?.widths ?? [];
      expect(list?.widths.reduce((a, b) => a + b, 0)).toBeCloseTo(16);
      expect((width / 16) * 168).toBeGreaterThan(number.length * 2.2);
      expect(rows.at(-1)).toMatchObject({ cells: [{ label: '移交单位盖章' }, { label: '接收单位盖章' }], tall: 44 });
    }
  });

  it('print the same from a browser: room to write, the list in its widths, the date of printing', () => {
    const html = new TextDecoder().decode(writeFormHtml(deliveryForm(DELIVERY, CONTEXT)));
    expect(html).toContain('打印日期：2026年3月2日');
    expect(html).toContain('<tr style="height:44mm">');
    expect(html.match(/<col style="width:[\d.]+%">/g)).toHaveLength(5);
    const blank = new TextDecoder().decode(writeFormHtml(secrecyForm(item(), CONTEXT)));
    expect(blank).toMatch(/<div style="min-height:30mm"><p><\/p><p class="signed">签名：　{6}/);
  });

  it('say where and when it came out, once it did', () => {
    const made = { void: null, values: { channel: 'website', on: '2026-03-05' } } as unknown as ItemFile['publications'][number];
    const row = (publications: ItemFile['publications']) =>
      approvalForm({ ...item(), publications }, CONTEXT).rows.find((r) => r.kind === 'text' && r.label === '发布渠道和日期');
    expect(row([made, { ...made, void: { reason: '重复', on: '2026-03-06' } }])).toMatchObject({ value: '政府网站 2026年3月5日' });
    expect(row([])).toMatchObject({ value: '' });
  });

  it('number several notes and mark a single one', async () => {
    const form = approvalForm(item(), CONTEXT);
    expect((await pagesOf(await writeFormPdf(form)))[0]).toContain('注：坚持先审查');
    expect((await pagesOf(await writeFormPdf({ ...form, notes: ['一', '二'] })))[0]).toContain('1.一2.二');
  });

  it('take markup for words', async () => {
    const title = '#panic("x") *粗* <b onclick=x>$1$ \\ ] "';
    expect((await pagesOf(await writeFormPdf(approvalForm(item({ title }), CONTEXT))))[0]).toContain('#panic("x")*粗*<bonclick=x>$1$\\]"');
    const html = new TextDecoder().decode(writeFormHtml(approvalForm(item({ title }), CONTEXT)));
    expect(html).toContain('&lt;b onclick=x&gt;');
    expect(html).not.toContain('<b ');
  });
});

describe('复制到县网', () => {
  const bytes = new TextEncoder().encode('附件');
  const one = (more: Parameters<typeof item>[0], names: string[]) => ({
    file: item(more),
    columnName: '通知公告',
    validity: '有效',
    attachments: names.map((name) => ({ name, bytes })),
  });

  it('is a ZIP with the page and its attachments, no name leading out of it, none lost to another', async () => {
    const names = ['a.txt', 'A.txt', '../../etc/passwd', '..\\..\\x.bat', '正文.html', '\u202etxt.exe', ''];
    const entries = unzipSync(await countyPackage([one({}, names)]));
    expect(Object.keys(entries)).toHaveLength(names.length + 1);
    expect(Object.keys(entries).filter((n) => /[\\/:]|^\.|\u202e/.test(n))).toEqual([]);
    expect(new TextDecoder().decode(entries['正文.html'])).toContain('<th scope="row">标题</th><td>关于防火的通知</td>');
  });

  it('has a folder each and one sheet for many, in the order of the form, without formulas', async () => {
    const items = [one({ number: 'SFZ/2026-00001', title: '=1+1' }, ['a.txt']), one({ number: 'SFZ/2026-00002' }, [])];
    const form = [
      { key: 'title' as const, label: '标题' },
      { key: 'item' as const, label: '索引' },
    ];
    const entries = unzipSync(await countyPackage(items, form));
    expect(Object.keys(entries).sort()).toEqual([
      'SFZ-2026-00001/a.txt',
      'SFZ-2026-00001/正文.html',
      'SFZ-2026-00002/正文.html',
      '信息.xlsx',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(entries['信息.xlsx'] ?? []) as unknown as Parameters<typeof book.xlsx.load>[0]);
    const rows = book.worksheets[0]
      ?.getSheetValues()
      .slice(1)
      .map((r) => (r as unknown[]).slice(1));
    expect(rows).toEqual([
      ['标题', '索引'],
      ['=1+1', 'SFZ/2026-00001'],
      ['关于防火的通知', 'SFZ/2026-00002'],
    ]);
  });
});

describe('图解', () => {
  const picture = {
    title: '一图看懂<script>alert(1)</script>',
    source: '示例镇',
    contact: '电话 0000-0000000',
    blocks: [{ heading: '补多少', figure: '每亩100元', lines: ['按实际种植面积补贴，打入“一卡通”。'.repeat(4), ''] }],
  };

  it('is one SVG with its words as words and nothing that runs', () => {
    const svg = drawPicture(picture);
    expect(svg).not.toMatch(/<script|href|on\w+=|url\(/);
    expect(svg).toContain('一图看懂&lt;script&gt;');
    expect(svg).toContain('每亩100元');
  });

  it('says all it shows to those who do not see it', () => {
    expect(pictureText(picture).split('\n').slice(0, 3)).toEqual([picture.title, '1. 补多少', '每亩100元']);
    expect(drawPicture(picture)).toContain('<desc id="d">');
  });
});
