import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { asSarif } from '#cli/check/sarif.ts';
import { asDocx, asDocxZip } from '#documents/checking/docx/index.ts';
import { asHtml } from '#documents/checking/html.ts';
import type { Checked, Result } from '#documents/checking/result.ts';
import { expandBytes, shownPath } from '#documents/reading/expand.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { check } from '#domain/checker/index.ts';

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</style></title></textarea><svg onload=alert(1)>',
  'javascript:alert(1)',
  ']]></w:t><w:evil/>',
  '{{7*7}}',
  '&lt;b&gt;&amp;',
];

/** A report with an attack in its title, its prose, beside a figure and in its signature; enough is wrong with it to be quoted. */
const reportWith = (attack: string): string => `示范县${attack}财政局2022年政府信息公开工作年度报告
一、总体情况
2022年，我局认真认真落实。${attack}全年收到申请9件，&nbsp;${attack}。
二、主动公开政府信息情况
行政许可\t3${attack}
行政处罚\t-
行政强制\t0
行政事业性收费\t0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t4
二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t${attack}\t0
${attack}（一）予以公开\t3\t0\t0\t0\t0\t0\t3
四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0
五、存在的主要问题及改进情况
${attack}一是公开不及时${attack}
六、其他需要报告的事项
无${attack}。
示范县${attack}财政局
2024年2月30日`;

async function checked(file: string, bytes: Uint8Array): Promise<Checked> {
  const reading = await readReportFile(bytes, file);
  if (isUnreadable(reading)) throw new Error(reading.message);
  const findings = check(reading);
  expect(findings.length).toBeGreaterThan(3);
  return { file, readable: true, reading, findings };
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

function elements(node: Node): DefaultTreeAdapterTypes.Element[] {
  const own = 'tagName' in node ? [node] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elements) : [])];
}

/** Names of the elements of a page, and the attributes that run or fetch something. */
function active(html: string): { names: Set<string>; risky: string[] } {
  const all = elements(parse(html));
  const risky = all.flatMap((e) =>
    e.attrs
      .filter(
        (a) => /^on/i.test(a.name) || ['src', 'autofocus', 'formaction', 'srcdoc'].includes(a.name) || /^\s*javascript:/i.test(a.value),
      )
      .map((a) => `${e.tagName} ${a.name}=${a.value}`),
  );
  return { names: new Set(all.map((e) => e.tagName)), risky };
}

/** Throws where a part is not well formed. */
function parsed(xml: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => names.push(tag.name));
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(xml).close();
  return names;
}

describe('what a file’s name and words say is shown, and does nothing', () => {
  it('on the page of results', async () => {
    const plain = active(asHtml([await checked('年报.txt', strToU8(reportWith('')))]));
    for (const attack of ATTACKS) {
      const results: Result[] = [
        await checked(`${attack}.txt`, strToU8(reportWith(attack))),
        { file: `${attack}/${attack}.pdf`, readable: false, why: 'broken', message: attack },
      ];
      const page = active(asHtml(results));
      expect(page.risky).toEqual(plain.risky);
      for (const name of ['script', 'img', 'svg', 'w:evil', 'b'])
        expect([name, page.names.has(name)]).toEqual([name, plain.names.has(name)]);
    }
  });

  it('in a SARIF log, its addresses well formed', async () => {
    for (const attack of [...ATTACKS, 'a\ud83d', '年报 #1?x=%zz']) {
      const log = JSON.parse(JSON.stringify(asSarif([await checked(shownPath(`${attack}.txt`), strToU8(reportWith(attack)))])));
      const uris = (log.runs[0].results as { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[]).flatMap((r) =>
        r.locations.map((l) => l.physicalLocation.artifactLocation.uri),
      );
      expect(uris.length).toBeGreaterThan(3);
      for (const uri of uris) expect(uri).toMatch(/^(?:[\w!~*'().-]|%[0-9A-F]{2}|\/)+$/);
    }
  });

  it('in Word, made anew or written into the office’s own file', async () => {
    const paragraphs = (text: string): string =>
      text
        .split('\n')
        .map((l) => `<w:p><w:r><w:t>${l.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</w:t></w:r></w:p>`)
        .join('');
    for (const attack of ATTACKS) {
      const text = reportWith(attack);
      const own = zipSync({
        '[Content_Types].xml': strToU8(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
        '_rels/.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
        'word/document.xml': strToU8(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs(text)}</w:body></w:document>`,
        ),
      });
      const inText = await asDocx(await checked(`${attack}.txt`, strToU8(text)), null);
      const inOwn = await asDocx(await checked(`${attack}.docx`, own), own);
      for (const document of [inText, inOwn]) {
        const parts = Object.entries(unzipSync(document)).filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'));
        for (const [, part] of parts) expect(parsed(strFromU8(part))).not.toContain('w:evil');
      }
    }
  });

  it('in a ZIP of results no name leads out of its folder', async () => {
    async function* none(): AsyncGenerator<null> {}
    for (const name of ['../../etc/passwd.txt', 'C:\\Windows\\x.txt', '/root/x.txt', 'a\u0000b.txt']) {
      const zip = unzipSync(
        await asDocxZip([await checked(name, strToU8(reportWith(''))), await checked('y.txt', strToU8(reportWith('')))], none()),
      );
      for (const member of Object.keys(zip)) expect(member).not.toMatch(/(?:^|\/)\.\.(?:\/|$)|^\/|^[A-Za-z]:|\u0000/);
    }
  });

  it('a long name is cut between characters', () => {
    const [file] = [...expandBytes('a.zip', zipSync({ [`${'年'.repeat(299)}😀.txt`]: strToU8('x') }))];
    expect(file!.path.isWellFormed()).toBe(true);
  });
});
