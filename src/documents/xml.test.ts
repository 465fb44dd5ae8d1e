import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { scanXml, type XmlSkips } from './xml.ts';

type Event = readonly [string, string, Record<string, string>?];

const FAULTS = { declared: () => new Error('declared'), broken: () => new Error('broken') };

/** Neighbouring texts joined: how a parser cuts them says nothing. */
function joined(events: readonly Event[]): Event[] {
  const out: Event[] = [];
  for (const e of events) {
    const last = out.at(-1);
    if (e[0] === 'text' && last?.[0] === 'text') out[out.length - 1] = ['text', last[1] + e[1]];
    else out.push(e);
  }
  return out;
}

function ours(xml: string | Uint8Array, skips?: XmlSkips): Event[] {
  const events: Event[] = [];
  scanXml(
    xml,
    {
      open: (name, a) => void events.push(['open', name, a.all()]),
      text: (text) => void events.push(['text', text]),
      close: (name) => void events.push(['close', name]),
    },
    FAULTS,
    skips,
  );
  return joined(events);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The same from a full parser. */
function theirs(xml: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', (t) => void events.push(['open', local(t.name), { ...t.attributes }]));
  parser.on('text', (t) => void events.push(['text', t]));
  parser.on('cdata', (t) => void events.push(['text', t]));
  parser.on('closetag', (t) => void events.push(['close', local(t.name)]));
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(xml).close();
  return joined(events.filter((e) => e[0] !== 'text' || e[1] !== ''));
}

const name = fc.constantFrom('w:p', 'w:r', 'w:rPr', 'w:t', 'body', 'r:id', 'w:rPrChange', 'w:vanish', '正文', 'w:ü');
const words = fc
  .array(fc.constantFrom('公开', '0', ' ', '\n', '&amp;', '&lt;', '&#x4e00;', '&#48;', '>', '𠮷', 'ü', '"', "'"), { maxLength: 5 })
  .map((w) => w.join(''));
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('w:val', 'val', 'w:id', 'x'), words), { maxLength: 3, selector: ([n]) => n })
  .map((list) => list.map(([n, v]) => ` ${n} = "${v.replaceAll('"', '&quot;').replace(/\s/g, ' ')}"`).join(''));
const aside = fc.constantFrom('<!-- </w:rPr> & -->', '<![CDATA[<b>& ]]>', '<?x </w:rPr> ?>');
const { element } = fc.letrec<{ element: string; inner: string }>((tie) => ({
  inner: fc.oneof({ maxDepth: 4, withCrossShrink: true }, words, aside, tie('element')),
  element: fc
    .tuple(name, attributes, fc.array(tie('inner'), { maxLength: 4 }))
    .map(([n, a, c]) => (c.length === 0 ? `<${n}${a}/>` : `<${n}${a} >${c.join('')}</${n}\n>`)),
}));

describe('an XML part', () => {
  it('is walked as a full parser walks it', () => {
    fc.assert(
      fc.property(element, (xml) => {
        expect(ours(xml)).toEqual(theirs(xml));
      }),
      { numRuns: 400 },
    );
  });

  it('is refused wherever a full parser refuses it, however it was damaged', () => {
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat(3),
      put: fc.constantFrom('', '<', '>', '/', '"', '&', '=', '</w:p>', '<w:p>'),
    });
    fc.assert(
      fc.property(element, damage, (xml, { at, cut, put }) => {
        const i = at % xml.length;
        const damaged = (xml.slice(0, i) + put + xml.slice(i + cut)).toWellFormed();
        // What looks like the end of a CDATA section is taken for text outside one: no harm can come of it.
        fc.pre(damaged.split(']]>').length <= damaged.split('<![CDATA[').length);
        let expected: Event[] | null = null;
        try {
          expected = theirs(damaged);
        } catch {
          expect(() => ours(damaged)).toThrow(/broken|declared/);
        }
        if (expected) expect(ours(damaged)).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('says the same of its text whether looks are passed over or not', () => {
    const skips: XmlSkips = { names: new Set(['rPr', 'r']), unless: new Set(['vanish', 't', 'p']) };
    fc.assert(
      fc.property(element, (xml) => {
        const inSkipped = (events: readonly Event[]): Event[] => events.filter((e) => e[1] === 't' || e[1] === 'vanish' || e[1] === 'p');
        expect(inSkipped(ours(xml, skips))).toEqual(inSkipped(theirs(xml)));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'declared'],
    ['a document type inside', '<a><!DOCTYPE b></a>', 'declared'],
    ['an entity it does not know', '<a>&b;</a>', 'broken'],
    ['an entity for a character that may not be', '<a>&#1;</a>', 'broken'],
    ['an element left open', '<a><b></a>', 'broken'],
    ['a second root', '<a/><b/>', 'broken'],
    ['words outside', '<a/>b', 'broken'],
    ['nothing', '', 'broken'],
    ['a control character', '<a>\u0001</a>', 'broken'],
    ['201 attributes', `<a${Array.from({ length: 201 }, (_, i) => ` a${i}=""`).join('')}/>`, 'broken'],
    ['2,001 elements deep', `${'<a>'.repeat(2001)}${'</a>'.repeat(2001)}`, 'broken'],
  ])('%s is refused', (_, xml, why) => {
    expect(() => ours(xml)).toThrow(why);
  });

  it('may be 2,000 elements deep with 200 attributes each', () => {
    const tag = `<a${Array.from({ length: 200 }, (_, i) => ` a${i}=""`).join('')}>`;
    expect(ours(`${tag}${'<a>'.repeat(1999)}${'</a>'.repeat(2000)}`)).toHaveLength(4000);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>公开</a>')],
    ['UTF-16', Buffer.from('\ufeff<a>公开</a>', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff<a>公开</a>', 'utf16le').swap16()],
    [
      'GBK by its own word',
      Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'), Buffer.of(0xb9, 0xab, 0xbf, 0xaa), Buffer.from('</a>')]),
    ],
  ])('may be in %s', (_, bytes) => {
    expect(ours(bytes)).toEqual([
      ['open', 'a', {}],
      ['text', '公开'],
      ['close', 'a'],
    ]);
  });
});
