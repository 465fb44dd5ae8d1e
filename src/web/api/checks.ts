import { createHash } from 'node:crypto';
import { z } from 'zod';
import { proposalOf } from '#documents/checking/mark.ts';
import { previousOf } from '#documents/checking/pairs.ts';
import { placeText } from '#documents/checking/text.ts';
import { expandBytes } from '#documents/reading/expand.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import type { Finding } from '#domain/checker/index.ts';
import { forbidChecking, type ShownCheck, type Submitted } from '#domain/checking/service.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { readUploads, type Upload } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { HttpProblem } from '../plugins/errors.ts';
import type { CheckAnswer, CheckDetail, CheckSummary, ShownFinding } from './checkTypes.ts';
import { fieldsOf } from './imports.ts';
import type { Api } from './pipeline.ts';
import { agencyCode } from './query.ts';

const BOUNDS = { files: 50, fileBytes: 30 * 1024 * 1024, allBytes: 100 * 1024 * 1024 };
/** Reports of one submission, those in ZIPs counted. */
const MOST = 300;
const id = z.uuid();
const number = z.coerce.number().int().min(0).max(100_000);

function summaryOf({ check, findings, version, since }: ShownCheck): CheckSummary {
  const count = (severity: Finding['severity']): number => findings.filter((f) => f.severity === severity && !f.waived).length;
  const { findings: _, agency: __, sha256: ___, ...kept } = check;
  return {
    ...kept,
    version,
    counts: { error: count('error'), warning: count('warning'), info: count('info'), waived: findings.filter((f) => f.waived).length },
    since: since && { fixed: since.fixed.length, added: since.added.length, still: since.still.length },
  };
}

function shown(finding: Finding): ShownFinding {
  return {
    ...finding,
    severityName: SEVERITY_NAMES[finding.severity],
    basisTitles: finding.basis.map(basisText),
    place: placeText(finding),
    proposal: proposalOf(finding),
  };
}

function detailOf(one: ShownCheck): CheckDetail {
  const added = new Set(one.since?.added);
  const state = (f: Finding) => (one.since === null ? null : added.has(f) ? 'added' : 'still');
  return {
    ...summaryOf(one),
    findings: one.findings.map((f) => ({ ...shown(f), state: state(f) })),
    fixed: (one.since?.fixed ?? []).map(shown),
  };
}

type Unread = CheckAnswer['unread'][number];

function* sources(uploads: readonly Upload[]): Generator<Unread | { readonly file: string; readonly bytes: Uint8Array }> {
  let taken = 0;
  for (const upload of uploads) {
    if (upload.tooLarge) {
      yield { file: upload.name, message: '文件超过30 MB，请只提供年报本身。' };
      continue;
    }
    for (const found of expandBytes(upload.name, upload.bytes)) {
      if ('unreadable' in found) yield { file: found.path, message: found.unreadable.message };
      else if (++taken > MOST) {
        yield { file: found.path, message: `一次最多查${MOST}份，这一份起没有查，请分批提交。` };
        return;
      } else yield { file: found.path, bytes: found.bytes };
    }
  }
}

async function readAll(uploads: readonly Upload[]): Promise<{ files: Submitted[]; unread: Unread[] }> {
  const read: Omit<Submitted, 'previous'>[] = [];
  const unread: Unread[] = [];
  // One at a time: the reader's threads are also the public page's, and a ZIP's members are inflated as they are read.
  for (const source of sources(uploads)) {
    if (!('bytes' in source)) unread.push(source);
    else {
      const reading = await readReportFile(source.bytes, source.file);
      if (isUnreadable(reading)) unread.push({ file: source.file, message: reading.message });
      else read.push({ file: source.file, sha256: createHash('sha256').update(source.bytes).digest('hex'), reading });
    }
  }
  const readings = read.map((r) => r.reading);
  const files = read.map((r): Submitted => {
    const before = read.find((x) => x.reading === previousOf(r.reading, readings));
    return before ? { ...r, previous: { file: before.file, reading: before.reading } } : r;
  });
  return { files, unread };
}

/** 年报体检: reports of any office checked and kept, each check beside the one before it, and what was decided to leave. */
export function registerChecks(api: Api, deps: WebDeps): void {
  const { checking } = deps;
  const detail = (one: ShownCheck | Refusal): CheckDetail | Refusal => (isRefusal(one) ? one : detailOf(one));

  api.route({
    method: 'GET',
    path: '/checks',
    input: z.object({ agency: agencyCode }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const list = await checking.list(viewer, input.agency);
      return isRefusal(list) ? list : { checks: list.map(summaryOf) };
    },
  });

  api.route({
    method: 'POST',
    path: '/checks',
    input: z.object({}),
    may: null,
    files: true,
    limit: 20,
    act: async ({ viewer, request }): Promise<CheckAnswer | Refusal> => {
      const { files, fields } = await readUploads(request, BOUNDS);
      const { agency } = fieldsOf(z.object({ agency: agencyCode }), fields);
      const forbidden = forbidChecking(viewer, agency);
      if (forbidden) return forbidden;
      if (files.length === 0) return refuse('没有收到文件，请选择要查的年报。');
      await deps.writable();
      const read = await readAll(files);
      const kept = await checking.keep(viewer, agency, read.files);
      return isRefusal(kept) ? kept : { checks: kept.map(summaryOf), unread: read.unread };
    },
  });

  api.route({
    method: 'GET',
    path: '/checks/:id',
    input: z.object({ agency: agencyCode, id }),
    may: ['read', (i) => i.agency],
    act: async ({ input, viewer }) => {
      const one = await checking.get(viewer, input.agency, input.id);
      if (one === null) throw new HttpProblem(404, '没有这次体检的结果', '请返回列表再选一次。');
      return detail(one);
    },
  });

  api.route({
    method: 'POST',
    path: '/checks/:id/waivers',
    input: z.strictObject({ agency: agencyCode, id, number, reason: z.string().max(2_000) }),
    may: ['waive', (i) => i.agency],
    act: async ({ input, viewer }) => detail(await checking.waive(viewer, input.agency, input.id, input.number, input.reason)),
  });

  api.route({
    method: 'POST',
    path: '/checks/:id/waivers/back',
    input: z.strictObject({ agency: agencyCode, id, number }),
    may: ['waive', (i) => i.agency],
    act: async ({ input, viewer }) => detail(await checking.takeBack(viewer, input.agency, input.id, input.number)),
  });
}
