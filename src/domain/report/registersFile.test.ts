import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#lib/result.ts';
import type { FileRefusal } from './registersFile.ts';
import { readRegisters, readRegistersFile } from './registersFile.ts';
import { registersJsonSchema } from './registersSchema.ts';

const ZHEN = {
  code: 'zhen',
  name: '青石镇人民政府',
  shortName: '青石镇',
  kind: 'reportingOrgan',
  level: 'township',
  parent: null,
  from: null,
  to: null,
};
const REQUEST = {
  number: 'A-1',
  agency: 'zhen',
  applicantKind: 'naturalPerson',
  channel: 'counter',
  events: [{ on: '2023-05-04', kind: 'received' }],
};
const file = (more: object = {}) => ({ agencies: [ZHEN], ...more });
const bytes = (text: string) => new TextEncoder().encode(text);

function read(more: object) {
  const result = readRegisters(file(more));
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

function errors(input: unknown): FileRefusal['errors'] {
  const result = readRegisters(input);
  return isRefusal(result) ? (result as FileRefusal).errors : [];
}

describe('a registers file', () => {
  it('needs its agencies and nothing else', () => {
    expect(read({})).toEqual({ agencies: [expect.objectContaining({ code: 'zhen' })], declarations: [], opening: [], records: [] });
  });

  it('allows keys it does not know, everywhere', () => {
    const { records } = read({
      requests: [{ ...REQUEST, colour: 'red', events: [{ on: '2023-05-04', kind: 'received', by: '甲' }] }],
      other: {},
    });
    expect(records[0]?.values).toEqual({ applicantKind: 'naturalPerson', channel: 'counter' });
  });

  it('reads 作废 as true, a reason, or reason and day', () => {
    const of = (value: unknown) => read({ requests: [{ ...REQUEST, void: value }] }).records[0]?.void;
    expect([of(false), of(null), of(undefined), of('')]).toEqual([null, null, null, null]);
    expect([of(true), of('重复'), of({ reason: '重复', on: '2023-06-01' })]).toEqual([
      { reason: '', on: '' },
      { reason: '重复', on: '' },
      { reason: '重复', on: '2023-06-01' },
    ]);
  });

  it('reads the office’s own word for a channel as the channel it means, and keeps one it does not know', () => {
    const { records } = read({
      items: [{ id: '1', agency: 'zhen' }],
      publications: [
        { item: '1', channel: '微信公众号', on: '2023-05-04' },
        { item: '1', channel: '树上', on: '2023-05-04' },
      ],
    });
    expect(records.filter((r) => r.register === 'publications').map((r) => r.values['channel'])).toEqual(['wechat', '树上']);
  });

  it('gives a publication the agency of its item', () => {
    const { records } = read({ items: [{ id: '1', agency: 'zhen' }], publications: [{ item: '1', channel: 'website', on: '2023-05-04' }] });
    expect(records.map((r) => [r.register, r.agency])).toEqual([
      ['items', 'zhen'],
      ['publications', 'zhen'],
    ]);
  });

  it.each([
    [{ ...REQUEST, outcome: '9.9' }, 'requests[0].outcome', /3\.1、3\.2、/],
    [{ ...REQUEST, outcome: '3.7' }, 'requests[0].outcome', /只能是/],
    [{ ...REQUEST, outcome: '3.3' }, 'requests[0].outcome', /只能是/],
    [{ ...REQUEST, outcomeOn: '2023-02-29' }, 'requests[0].outcomeOn', /2023-04-05/],
    [{ ...REQUEST, outcomeOn: '2023-2-9' }, 'requests[0].outcomeOn', /2023-04-05/],
    [{ ...REQUEST, outcomeOn: 20230209 }, 'requests[0].outcomeOn', /带引号/],
    [{ ...REQUEST, events: [{ on: '2023-13-01', kind: 'received' }] }, 'requests[0].events[0].on', /2023-04-05/],
    [{ ...REQUEST, events: [{ on: '2023-12-01', kind: 'answered', outcome: '公开' }] }, 'requests[0].events[0].outcome', /只能是/],
    [{ ...REQUEST, applicantKind: '个人' }, 'requests[0].applicantKind', /naturalPerson/],
    [{ ...REQUEST, channel: 'email' }, 'requests[0].channel', /internet/],
    [{ ...REQUEST, number: 7 }, 'requests[0].number', /带引号/],
    [{ ...REQUEST, number: '' }, 'requests[0].number', /补填/],
    [{ ...REQUEST, agency: undefined }, 'requests[0].agency', /补填/],
    [{ ...REQUEST, agency: 'nobody' }, 'requests[0].agency', /agencies/],
    [{ ...REQUEST, void: 3 }, 'requests[0].void', /registers\.schema\.json/],
    [{ ...REQUEST, recordedAt: '昨天' }, 'requests[0].recordedAt', /T09:00/],
    [5, 'requests[0]', /\{…\}/],
  ])('%o is refused with its place and how to mend it', (request, path, fix) => {
    const found = errors(file({ requests: [request] }));
    expect(found.map((e) => e.path)).toEqual([path]);
    expect(found[0]?.fix).toMatch(fix);
    expect(found[0]?.wrong).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    [{ agencies: [] }, ['agencies']],
    [{}, ['agencies']],
    [[], ['文件']],
    [null, ['文件']],
    [{ agencies: [ZHEN, ZHEN] }, ['agencies[1].code']],
    [{ agencies: [{ ...ZHEN, kind: 'internalUnit' }] }, ['agencies[0].parent']],
    [{ agencies: [ZHEN, { ...ZHEN, code: 'zhan', kind: 'internalUnit', parent: 'xian' }] }, ['agencies[1].parent']],
    [{ agencies: [{ ...ZHEN, from: '2023-05-01', to: '2023-04-30' }] }, ['agencies[0].to']],
    [
      file({ declarations: [{ agency: 'zhen', register: 'publications', from: '2023-01-01', to: '2023-12-31', state: 'kept' }] }),
      ['declarations[0].register'],
    ],
    [
      file({ declarations: [{ agency: 'zhen', register: 'requests', from: '2023-12-31', to: '2023-01-01', state: 'kept' }] }),
      ['declarations[0].to'],
    ],
    [
      file({ declarations: [{ agency: 'x', register: 'requests', from: '2023-01-01', to: '2023-12-31', state: 'maybe' }] }),
      ['declarations[0].state'],
    ],
    [file({ requests: {} }), ['requests']],
    [file({ requests: [REQUEST, REQUEST] }), ['requests[1].number']],
    [
      file({ activities: [{ id: '1', agency: 'zhen', kind: 'training', on: '2023-05-04', participants: -1 }] }),
      ['activities[0].participants'],
    ],
    [
      file({ administrative: [{ agency: 'zhen', month: '2023-13', licences: 1.5, feesFen: 0.5 }] }),
      ['administrative[0].month', 'administrative[0].licences', 'administrative[0].feesFen'],
    ],
    [
      file({
        administrative: [
          { agency: 'zhen', month: '2023-05' },
          { agency: 'zhen', month: '2023-05' },
        ],
      }),
      ['administrative[1].month'],
    ],
    [file({ remedies: [{ number: '1', agency: 'zhen', kind: 'appeal', result: 'won' }] }), ['remedies[0].kind', 'remedies[0].result']],
    [
      file({
        opening: [
          { agency: 'zhen', year: 2022, tables: {} },
          { agency: 'zhen', year: 2022, tables: {} },
        ],
      }),
      ['opening[1].year'],
    ],
    [
      file({ opening: [{ agency: 'zhen', year: '2022', tables: { requests: { '4': ['3'] } } }] }),
      ['opening[0].year', 'opening[0].tables.requests.4[0]'],
    ],
  ])('%o is refused whole', (input, paths) => {
    expect(
      errors(input)
        .map((e) => e.path)
        .toSorted(),
    ).toEqual([...paths].toSorted());
  });

  it('asks for the agency of a publication where two agencies use the item’s number', () => {
    const other = { ...ZHEN, code: 'xiang', name: '柳河乡人民政府' };
    const items = ['zhen', 'xiang'].map((agency) => ({ id: '1', agency }));
    const of = (agency?: string) =>
      errors({ agencies: [ZHEN, other], items, publications: [{ item: '1', channel: 'website', on: '2023-05-04', agency }] });
    expect(of().map((e) => e.path)).toEqual(['publications[0].item']);
    expect(of('xiang')).toEqual([]);
  });

  it('lets two agencies use one number, and one agency use it in two registers', () => {
    const other = { ...ZHEN, code: 'xiang', name: '柳河乡人民政府' };
    const tickets = [{ number: 'A-1', agency: 'zhen' }];
    expect(errors({ agencies: [ZHEN, other], requests: [REQUEST, { ...REQUEST, agency: 'xiang' }], tickets })).toEqual([]);
  });

  it('names every error, thirty of them in the text', () => {
    const result = readRegisters(
      file({ requests: Array.from({ length: 40 }, (_, i) => ({ ...REQUEST, number: `A-${i}`, outcome: '9' })) }),
    );
    if (!isRefusal(result)) throw new Error('not refused');
    expect((result as FileRefusal).errors).toHaveLength(40);
    expect(result.refused).toMatch(/40 处错误/);
    expect(result.refused).toMatch(/另有 10 处/);
  });

  it('is not harmed by keys that mean something to the machine', () => {
    const input = JSON.parse(
      `{"agencies":[${JSON.stringify(ZHEN)}],"requests":[{"number":"A-1","agency":"zhen","__proto__":{"void":true},"constructor":1}]}`,
    );
    const result = readRegisters(input);
    expect(isRefusal(result) ? null : result.records[0]?.void).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('void');
  });
});

describe('the bytes of a registers file', () => {
  const refusal = (b: Uint8Array) => {
    const result = readRegistersFile(b);
    return isRefusal(result) ? result.refused : null;
  };

  it('may begin with a byte order mark', () => {
    expect(refusal(bytes(`\uFEFF${JSON.stringify(file())}`))).toBeNull();
  });

  it.each([
    ['nothing', bytes(''), /不是完整的 JSON/],
    ['half a file', bytes('{"agencies":[{'), /不是完整的 JSON/],
    ['GBK', new Uint8Array([0x7b, 0x22, 0xb3, 0xaf, 0x22, 0x7d]), /不是 UTF-8/],
    ['a Word document', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), /不是 UTF-8/],
  ])('%s is refused and says why', (_, b, why) => {
    expect(refusal(b)).toMatch(why);
  });

  it('deep nesting ends in a refusal, not in a fault', () => {
    expect(refusal(bytes(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toMatch(/对象/);
  });
});

describe('docs/registers.schema.json', () => {
  it('is the schema the command prints (`gongkai compile --schema`)', () => {
    const published = JSON.parse(readFileSync(new URL('../../../docs/registers.schema.json', import.meta.url), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(registersJsonSchema())));
  });
});
