import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { asHtml } from '#documents/checking/html.ts';
import { previousOf } from '#documents/checking/pairs.ts';
import { asJson, exitCode, type Result, type Unread } from '#documents/checking/result.ts';
import { asText } from '#documents/checking/text.ts';
import { givenFile } from '#documents/reading/given.ts';
import { isUnreadable } from '#documents/reading/read.ts';
import { check, follows, LEVELS, type Level, type Profile, parseProfile, parseWaivers, type Waiver } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';
import { parseJson } from '#lib/json.ts';
import { readFiles } from './check/pool.ts';
import { progressOf } from './check/progress.ts';
import { asSarif } from './check/sarif.ts';
import { absentOf, sourcesOf } from './check/sources.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { writeOut } from './writeOut.ts';

const FORMATS = ['text', 'json', 'html', 'docx', 'sarif', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

interface Read {
  readonly file: string;
  readonly reading: Reading;
}

async function readAll(args: readonly string[], io: Io, quiet: boolean): Promise<(Read | Unread)[]> {
  const progress = quiet ? null : await progressOf(args, io, process.stderr.isTTY === true);
  const read = await readFiles(sourcesOf(args, io.cwd), (n) => progress?.read(n));
  progress?.end();
  return read.map((r) => {
    if (!isUnreadable(r.reading)) return { file: r.file, reading: r.reading };
    return { file: r.file, readable: false, why: r.reading.why, message: r.reading.message };
  });
}

async function json(path: string, cwd: string, what: string): Promise<unknown> {
  const text = await givenFile(resolve(cwd, path)).catch((e: NodeJS.ErrnoException) => {
    throw new UsageError(e.code === 'ENOENT' ? `没有${what}“${path}”。` : `打不开${what}“${path}”（${e.code ?? '未知原因'}）。`);
  });
  const read = parseJson(text.toString('utf8'));
  if ('wrong' in read) throw new UsageError(`${what}“${path}”读不了：${read.wrong}。`);
  return read.value;
}

async function waiversOf(path: string | undefined, cwd: string): Promise<Waiver[]> {
  if (path === undefined) return [];
  const waivers = parseWaivers(await json(path, cwd, '豁免文件'));
  if (typeof waivers === 'string') throw new UsageError(waivers);
  return waivers;
}

async function profileOf(path: string | undefined, level: string | undefined, cwd: string): Promise<Profile> {
  const profile = path === undefined ? {} : parseProfile(await json(path, cwd, '单位情况文件'));
  if (typeof profile === 'string') throw new UsageError(profile);
  if (level === undefined) return profile;
  if (!LEVELS.includes(level as Level)) throw new UsageError(`--level 应为 ${LEVELS.join('、')} 之一，不能是“${level}”。`);
  return { ...profile, level: level as Level };
}

/** Last year's report given by hand: one report is taken for every file it precedes by a year, several are told apart by their units. */
function givenPrevious(reading: Reading, given: readonly Read[]): Read | null {
  const own = previousOf(
    reading,
    given.map((g) => g.reading),
  );
  const found = given.find((g) => g.reading === own);
  if (found) return found;
  const only = given.length === 1 ? given[0]! : null;
  return only && follows(only.reading, reading) ? only : null;
}

async function previousReports(path: string | undefined, io: Io): Promise<Read[]> {
  if (path === undefined) return [];
  if ((await absentOf([path], io.cwd)).length > 0) throw new UsageError(`没有上年年报“${path}”这个文件。`);
  const read = await readAll([path], io, true);
  const good = read.filter((r) => 'reading' in r);
  if (good.length === 0)
    throw new UsageError(`上年年报“${path}”读不了：${read.map((r) => ('message' in r ? r.message : '')).join('') || '里面没有文件。'}`);
  return good;
}

function unusedWaivers(waivers: readonly Waiver[], results: readonly Result[]): number {
  const used = new Set(
    results.flatMap((r) =>
      r.readable ? r.findings.flatMap((f) => (f.waived ? [`${f.rule}|${f.waived.reason}|${f.waived.by}`] : [])) : [],
    ),
  );
  return waivers.filter((w) => !used.has(`${w.rule}|${w.reason}|${w.by}`)).length;
}

/** The files once more, for what is written into a copy of them: only while they are needed. */
async function withComments(results: readonly Result[], args: readonly string[], io: Io): Promise<Uint8Array> {
  const { asDocx, asDocxZip } = await import('#documents/checking/docx/index.ts');
  async function* files(): AsyncGenerator<Uint8Array | null> {
    for await (const source of sourcesOf(args, io.cwd)) yield 'bytes' in source ? source.bytes : null;
  }
  const [first] = results;
  if (results.length !== 1 || !first?.readable) return asDocxZip(results, files());
  const { value } = await files().next();
  return asDocx(first, value ?? null);
}

async function render(results: readonly Result[], format: Exclude<Format, 'docx'>): Promise<string | Uint8Array> {
  if (format === 'xlsx') return (await import('#documents/checking/xlsx.ts')).asXlsx(results);
  if (format === 'json') return `${JSON.stringify(asJson(results))}\n`;
  if (format === 'sarif') return `${JSON.stringify(asSarif(results))}\n`;
  return format === 'html' ? asHtml(results) : asText(results);
}

/** `check FILE…`: reads annual reports and says what the form, the law, last year and the report itself hold against them. */
export const checkCommand: Command = {
  name: 'check',
  summary: '检查年度报告：表格勾稽、正文与表格、必备内容、名称日期和文字',
  help: `
用法：gongkai check 文件… [选项]

读年度报告（文件、文件夹或压缩包，可以多个），逐条列出问题：必须改、建议改、可不改。

  --previous 文件   上年年报，用来核对上年结转、现行有效件数和文稿重复；
                    同一批文件里有同一单位上年的年报时自动对照
  --level 层级      ${LEVELS.join('、')}；不写时按单位名称判断
  --profile 文件    本单位情况和当地要求（JSON）
  --waivers 文件    已说明理由、决定不改的问题（JSON数组，每条含 rule、reason、by 和问题的位置与数值）
  --format 格式     text（默认）、json、html（逐行批注的网页）、docx（带批注的Word文件，
                    多份时打成一个ZIP）、sarif、xlsx（汇总表）；docx、xlsx 要用 --out
  --out 文件        写到文件里

退出码：0 没有必须改的问题；1 有必须改的；2 有文件读不了（其余照常检查）；64 用法不对。`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        previous: { type: 'string' },
        level: { type: 'string' },
        profile: { type: 'string' },
        waivers: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
      },
    });
    if (positionals.length === 0 || positionals.includes('')) throw new UsageError('请写明要检查的文件。');
    const format = (values.format ?? 'text') as Format;
    if (!FORMATS.includes(format)) throw new UsageError(`--format 应为 ${FORMATS.join('、')} 之一，不能是“${values.format}”。`);
    if ((format === 'xlsx' || format === 'docx') && values.out === undefined)
      throw new UsageError(`--format ${format} 要用 --out 写明文件名。`);
    const [waivers, profile] = [await waiversOf(values.waivers, io.cwd), await profileOf(values.profile, values.level, io.cwd)];
    const given = await previousReports(values.previous, io);
    const absent = await absentOf(positionals, io.cwd);
    if (absent.length === positionals.length) throw new UsageError(absent.map((f) => `没有“${f}”这个文件。`).join('\n'));
    const read = await readAll(positionals, io, false);
    if (read.length === 0) throw new UsageError(`“${positionals.join('、')}”里没有可以检查的文件。`);
    const readings = read.filter((r) => 'reading' in r);
    const results = read.map((r): Result => {
      if (!('reading' in r)) return r;
      const before =
        givenPrevious(r.reading, given) ??
        readings.find(
          (x) =>
            x.reading ===
            previousOf(
              r.reading,
              readings.map((y) => y.reading),
            ),
        ) ??
        null;
      const findings = check(r.reading, { previous: before?.reading ?? null, profile, waivers });
      return { file: r.file, readable: true, reading: r.reading, findings, ...(before ? { previousFile: before.file } : {}) };
    });
    if (given.length > 0 && results.every((r) => !r.readable || !r.previousFile))
      io.err('上年年报不是所查报告的上一年度，没有用来对照。\n');
    const unused = unusedWaivers(waivers, results);
    if (unused > 0) io.err(`有${unused}条豁免没有对应的问题，或其中的数值已经改变，不再有效。\n`);
    const made = format === 'docx' ? await withComments(results, positionals, io) : await render(results, format);
    if (values.out !== undefined) await writeOut(io.cwd, values.out, made, [...positionals, ...read.map((r) => r.file)]);
    else if (typeof made === 'string') io.out(made);
    return exitCode(results);
  },
};
