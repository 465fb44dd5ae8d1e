import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citation } from '#law/articles/index.ts';
import { checkText, masked, type PageBlock, type PrecheckContext, personalIn } from './index.ts';
import { isIdentityNumber, passesLuhn } from './personal.ts';
import { RIGHT_USES, WRONG_WORDS } from './wordList.ts';

const CONTEXT: PrecheckContext = {
  today: '2026-03-02',
  agency: { name: '示例镇人民政府', shortName: '示例镇', level: 'township' },
  agencyNames: ['示例县人民政府', '样板街道办事处', '党政综合办公室'],
  formerNames: { 民政办公室: '社会事务办公室' },
  leaders: { 李示例: '党委书记', 王示例: '镇长' },
  words: { 示例错字: '示例对字' },
  known: (a) => a === '/sfz/items/2026-00001',
};

function check(text: string, more: Partial<Parameters<typeof checkText>[0]['page']> = {}, title = '') {
  const blocks: PageBlock[] = [{ n: 1, kind: 'paragraph', level: 0, text }];
  return checkText({ title, summary: '', page: { blocks, tables: [], images: [], links: [], ...more } }, CONTEXT);
}
const rules = (...args: Parameters<typeof check>) => check(...args).map((f) => f.rule);

describe('the title said twice', () => {
  const lines = (...texts: string[]) => ({
    blocks: texts.map((text, i): PageBlock => ({ n: i + 1, kind: 'paragraph', level: 0, text })),
  });
  it.each([
    ['on one line', ['关于冬季防火的通知', '各村：']],
    ['broken into two', ['关于冬季', '防火的通知', '各村：']],
    ['with blank lines and spaces of Word', ['', '关于 冬季防火的\u3000通知', '各村：']],
  ])('is told: %s', (_, texts) => expect(rules('', lines(...texts), '关于冬季防火的通知')).toEqual(['PUB-TITLE-TWICE']));

  it.each([
    ['the text only begins alike', ['关于冬季防火的通知精神，安排如下。']],
    ['it comes later', ['各村：', '关于冬季防火的通知']],
    ['there is no text', []],
  ])('is not: %s', (_, texts) => expect(rules('', lines(...texts), '关于冬季防火的通知')).toEqual([]));

  it('is not where there is no title yet', () => expect(rules('', lines('', '各村：'), '')).toEqual([]));
});

describe('personal data', () => {
  it.each([
    ['身份证11010519491231002X', 'PUB-PERSONAL-ID', '11*************02X'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'PUB-PERSONAL-ID', '11*************02X'],
    ['110105 19491231 002x', 'PUB-PERSONAL-ID', '11*************02x'],
    ['1101051949\u200b1231002X', 'PUB-PERSONAL-ID', '11*************02X'],
    ['电话：138-0000-1234。', 'PUB-PERSONAL-MOBILE', '138****1234'],
    ['+8613800001234', 'PUB-PERSONAL-MOBILE', '138****1234'],
    ['卡号6222020200112233446', 'PUB-PERSONAL-CARD', null],
    ['吉E·12345', 'PUB-PERSONAL-PLATE', '吉E***45'],
    ['车牌吉AD12345在', 'PUB-PERSONAL-PLATE', null],
  ])('%s', (text, rule, suggestion) => {
    if (rule === 'PUB-PERSONAL-CARD') expect(passesLuhn('6222020200112233446')).toBe(rules(text).includes(rule));
    else expect(rules(text)).toEqual([rule]);
    if (suggestion) expect(check(text)[0]?.suggestion).toBe(suggestion);
  });

  it.each([
    '热线12345，电话0435-8220123',
    '身份证110105194912310021',
    '110105194913310021',
    '金额12345678901元',
    '文号朝政发〔2026〕13800001234567号',
    '统一社会信用代码91350100M000100Y43',
    '2026-03-02 10:30:15',
    '比例3.1380000123',
    '京津冀协同A12',
  ])('%s is none', (text) => expect(rules(text)).toEqual([]));

  it('a bank card by its check digit', () => {
    const body = '622202020011223';
    const cards = [...'0123456789'].map((d) => `${body}${d}`).filter((c) => c.length === 16 && passesLuhn(c));
    expect(cards).toHaveLength(1);
    expect(rules(`卡号${cards[0]}`)).toEqual(['PUB-PERSONAL-CARD']);
    expect(check(`卡号${cards[0]}`)[0]?.suggestion).toMatch(/^\*{12}\d{4}$/);
  });

  it('one wrong digit makes it no identity number', () => {
    const good = '11010519491231002X';
    expect(isIdentityNumber(good)).toBe(true);
    for (let i = 0; i < 17; i++) {
      const other = String((Number(good[i]) + 1) % 10);
      expect(isIdentityNumber(good.slice(0, i) + other + good.slice(i + 1))).toBe(false);
    }
  });

  it('is never repeated in a finding, wherever it stands', () => {
    const piece = fc.constantFrom('11010519491231002X', '13800001234', '姓名', '，', 'X', '吉E12345', '电话', '1.5');
    const between = fc.constantFrom(' ', '，', '\n', '：', '　');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, between), { maxLength: 12 }).map((a) => a.flat().join('')),
        (text) => {
          const said = JSON.stringify(check(text).filter((f) => f.rule.startsWith('PUB-PERSONAL')));
          expect(said).not.toMatch(/19491231002|13800001234/);
          expect(personalIn(masked(text)).filter((h) => h.kind === 'identityNumber' || h.kind === 'mobile')).toEqual([]);
        },
      ),
    );
  });

  it('is found at every place of a row of figures that does not end', () => {
    const figures = '1 2 3 '.repeat(2000);
    const text = Array.from({ length: 200 }, () => `${figures}13800001234 `).join('');
    expect(personalIn(text).map((h) => [h.kind, h.from])).toEqual(
      Array.from({ length: 200 }, (_, i) => ['mobile', i * (figures.length + 12) + figures.length]),
    );
    for (let before = 7_990; before < 8_010; before++)
      expect(personalIn(`${'1 '.repeat(before / 2)}${before % 2 ? '1' : ''} 13800001234 ${'2 '.repeat(9000)}`)).toHaveLength(1);
  });
});

describe('names, words and dates', () => {
  it.each([
    ['我乡召开会议', 'PUB-AGENCY-NAME', '我镇'],
    ['县国土资源局', 'PUB-AGENCY-NAME', '自然资源局'],
    ['到民政办公室办理', 'PUB-AGENCY-NAME', '社会事务办公室'],
    ['镇长李示例主持', 'PUB-LEADER-NAME', '党委书记李示例'],
    ['政策解读解读方式', 'PUB-WORD-DOUBLED', '解读'],
    ['布署工作', 'PUB-WORD-WRONG', '部署'],
    ['有示例错字', 'PUB-WORD-WRONG', '示例对字'],
    ['2025年2月29日前', 'PUB-DATE', null],
    ['4月31日', 'PUB-DATE', null],
    ['2026-13-01', 'PUB-DATE', null],
  ])('%s', (text, rule, suggestion) => {
    expect(rules(text)).toEqual([rule]);
    expect(check(text)[0]?.suggestion).toBe(suggestion);
  });

  it.each([
    '我镇召开会议',
    '原县国土资源局',
    '镇长王示例、党委书记李示例',
    '一步一步推进',
    '公开公开率',
    '2024年2月29日',
    '2月29日',
    '版本2.13.45',
    '部署工作',
  ])('%s is right', (text) => expect(rules(text)).toEqual([]));

  it.each([
    ['镇人民政俯', '政府'],
    ['政府信息工开', '信息公开'],
    ['依申请工开', '依申请公开'],
    ['提出申情', '申请'],
    ['认真贯切落实', '贯彻'],
    ['作出部暑', '部署'],
    ['按装路灯', '安装'],
    ['决定不与公开。', '不予公开'],
    ['提起行政复义', '行政复议'],
    ['加强防犯', '防范'],
    ['既使下雨也要巡查', '即使'],
  ])('%s is written wrong', (text, right) => {
    expect(check(text).map((f) => [f.rule, f.suggestion])).toEqual([['PUB-WORD-WRONG', right]]);
  });

  it.each([
    '可以申请公开',
    '一贯切实履行职责',
    '连贯切换',
    '重申情况',
    '申情形',
    '全部暑期班',
    '交通迅速恢复',
    '预防犯罪',
    '按装机容量补贴',
    '按排名奖补',
    '公布署名文章',
    '申报消防验收',
    '3月份内办结',
    '拖欠收购款',
    '支付食堂费用',
    '做为民办事的人',
    '校园满意度',
    '答复盖章',
    '抗震奋战',
    '精减退职老职工',
    '一座落成的桥',
    '既使群众满意，又使企业受益',
    '不与公开的内容重复',
    '以至于',
    '以致损失',
  ])('%s is right: two words that meet', (text) => expect(rules(text)).toEqual([]));

  it('where words of the list may meet in right ones, the list has them', () => {
    expect(Object.keys(RIGHT_USES).filter((w) => !(w in WRONG_WORDS))).toEqual([]);
  });

  it('no entry of the list corrects a word into itself or into another wrong one', () => {
    for (const [wrong, right] of Object.entries(WRONG_WORDS)) {
      expect(wrong).not.toBe(right);
      expect(Object.keys(WRONG_WORDS).filter((w) => right.includes(w))).toEqual([]);
    }
  });
});

describe('the full name of a government', () => {
  const lines = (...texts: string[]) => ({
    blocks: texts.map((text, i): PageBlock => ({ n: i + 1, kind: 'paragraph', level: 0, text })),
  });
  const said = (...texts: string[]) => check('', lines(...texts)).map((f) => [f.rule, f.severity, f.suggestion]);

  it.each([
    ['示列镇人民政府决定', '示例镇人民政府'],
    ['报视例镇人民政府批准', '示例镇人民政府'],
    ['到样版街道办事处办理', '样板街道办事处'],
    ['经示倒县人民政府同意', '示例县人民政府'],
  ])('one character beside one on record is likely a typo: %s', (text, right) => {
    expect(said(text)).toEqual([['PUB-AGENCY-NAME', 'warning', right]]);
  });

  it.each([
    '示例镇人民政府决定',
    '报示例县示例镇人民政府批准',
    '学习演示乡人民政府的做法',
    '转发外地县人民政府印发的通知',
    '示列乡人民政府',
    '大山示镇人民政府',
    '三道实例镇人民政府的经验',
    '各镇人民政府、各街道办事处',
    '镇人民政府',
  ])('others, named in a text, are nobody’s mistake: %s', (text) => expect(said(`根据安排，${text}。`, '特此通知。')).toEqual([]));

  it.each([
    ['a signature', ['特此通知。', '演示乡人民政府', '2026年3月2日']],
    ['an imprint', ['特此通知。', '演示乡人民政府办公室　2026年3月2日印发']],
    ['an imprint without a day', ['特此通知。', '演示乡人民政府发布']],
  ])('of another office under the text as its maker is told: %s', (_, texts) =>
    expect(said(...texts)).toEqual([['PUB-AGENCY-NAME', 'warning', null]]),
  );

  it('under the text: a typo is told once; our own, one beside ours, and one far above are not', () => {
    expect(said('特此通知。', '示列镇人民政府')).toEqual([['PUB-AGENCY-NAME', 'warning', '示例镇人民政府']]);
    expect(said('特此通知。', '示例镇人民政府', '2026年3月2日')).toEqual([]);
    expect(said('特此通知。', '示例镇人民政府', '演示乡人民政府')).toEqual([]);
    expect(said('演示乡人民政府', '一', '二', '三', '四')).toEqual([]);
  });
});

describe('what a screen reader and a visitor stumble over', () => {
  const heading = (level: number, n: number): PageBlock => ({ n, kind: 'heading', level, text: '一' });

  it('headings that jump, tables without head, pictures without words, links that lead nowhere', () => {
    expect(rules('', { blocks: [heading(2, 1), heading(3, 2), heading(2, 3)] })).toEqual([]);
    expect(rules('', { blocks: [heading(2, 1), heading(4, 2)] })).toEqual(['PUB-HEADINGS']);
    expect(rules('', { blocks: [heading(3, 1)] })).toEqual(['PUB-HEADINGS']);
    const table = { block: 1, rows: 2, columns: 2, headers: 0, quote: '' };
    expect(rules('', { tables: [table, { ...table, headers: 2 }, { ...table, rows: 1 }] })).toEqual(['PUB-TABLE-HEAD']);
    const image = { block: 1, source: 'attachment:1' };
    expect(
      rules('', {
        images: [
          { ...image, alt: null },
          { ...image, alt: '图片1.png' },
          { ...image, alt: '' },
          { ...image, alt: '平面图' },
        ],
      }),
    ).toEqual(['PUB-ALT', 'PUB-ALT']);
    const link = (href: string, text = '办事指南') => ({ block: 1, href, text });
    expect(rules('', { links: [link('/sfz/items/2026-00001'), link('/sfz/items/2026-00002')] })).toEqual(['PUB-LINK-DEAD']);
    expect(rules('', { links: [link('/sfz/items/2026-00001', '点击这里')] })).toEqual(['PUB-LINK-TEXT']);
  });

  it('links to other sites are not looked at, which is said once', () => {
    const link = (href: string) => ({ block: 1, href, text: '办事指南' });
    const found = check('', { links: ['https://www.gov.cn/', 'HTTP://www.example.com', '//www.example.com'].map(link) });
    expect(found.map((f) => [f.rule, f.severity])).toEqual([['PUB-LINK-OUTSIDE', 'info']]);
    expect(found[0]?.message).toContain('gongkai inspect --online');
    expect(rules('', { links: ['#top', 'mailto:a@example.com', '/sfz/items/2026-00001'].map(link) })).toEqual([]);
  });

  it('cites only articles that exist, and puts what must be mended first', () => {
    const found = check('政策解读解读，联系13800001234，县国土资源局');
    expect(found.map((f) => f.severity)).toEqual(['error', 'warning', 'info']);
    expect(found.flatMap((f) => f.basis).filter((b) => !citation(b))).toEqual([]);
  });
});
