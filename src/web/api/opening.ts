import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { basisText } from '#domain/checker/basisText.ts';
import { SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import { sameUnit } from '#domain/checker/families/names.ts';
import { check, LEVELS } from '#domain/checker/index.ts';
import { rowName } from '#domain/checker/labels.ts';
import { actorOf, forbid } from '#domain/people/policy.ts';
import { type Reading, valueAt } from '#domain/report/model.ts';
import { findingId } from '#domain/report/office/compiled.ts';
import { FORM_2021, formOf } from '#law/forms/index.ts';
import { refuse } from '#lib/result.ts';
import { cellCount } from '../check/agreed.ts';
import { readUploads } from '../check/upload.ts';
import type { WebDeps } from '../deps.ts';
import { fieldsOf } from './imports.ts';
import type { Api } from './pipeline.ts';
import { agencyCode, year } from './query.ts';
import type { OpeningAnswer, WorkbenchFinding } from './reportTypes.ts';

const BOUNDS = { files: 1, fileBytes: 30 * 1024 * 1024, allBytes: 31 * 1024 * 1024 };
const FIELDS = z.object({ agency: agencyCode, year: year.optional(), apply: z.enum(['true', 'false']).default('false') });

const UNREAD: OpeningAnswer = {
  readable: false,
  message: '',
  unit: null,
  year: null,
  cells: 0,
  doubts: [],
  carriedOver: null,
  inForce: null,
  findings: [],
  applied: false,
};

function doubtsOf(reading: Reading): string[] {
  const form = reading.report.form ? formOf(reading.report.form) : FORM_2021;
  return reading.doubts.map((d) => `${rowName(form, d.cell)}：${d.why}`);
}

function findingsOf(reading: Reading, level: (typeof LEVELS)[number] | undefined): WorkbenchFinding[] {
  return check(reading, level ? { level } : {}).map((f) => ({
    ...f,
    id: findingId(f),
    severityName: SEVERITY_NAMES[f.severity] as WorkbenchFinding['severityName'],
    basisTitles: f.basis.map(basisText),
  }));
}

/** 上年年报: last year's printed report opens the first year and is what it is compared with. */
export function registerOpening(api: Api, deps: WebDeps): void {
  api.route({
    method: 'POST',
    path: '/opening',
    input: z.object({}),
    may: null,
    files: true,
    limit: 60,
    act: async ({ viewer, request }): Promise<OpeningAnswer | ReturnType<typeof refuse>> => {
      const { files, fields } = await readUploads(request, BOUNDS);
      const asked = fieldsOf(FIELDS, fields);
      const forbidden = forbid(viewer, 'declare', { agency: asked.agency });
      if (forbidden) return forbidden;
      const [file] = files;
      if (!file) return refuse('没有收到文件，请选择上年的年报。');
      if (file.tooLarge) return { ...UNREAD, message: '文件超过30 MB，请只提供年报本身。' };
      const reading = await readReportFile(file.bytes, file.name);
      if (isUnreadable(reading)) return { ...UNREAD, message: reading.message };
      const { report } = reading;
      const agency = (await deps.agencies.tree()).stateOf(asked.agency, deps.today());
      const level = LEVELS.find((l) => l === (agency?.level === 'cityDepartment' ? 'department' : agency?.level));
      const wanted = asked.year ?? report.year;
      const requests = report.tables.requests;
      const answer: OpeningAnswer = {
        readable: true,
        message: '读出来了，请核对后保存',
        unit: report.unit,
        year: wanted,
        cells: cellCount(reading).read,
        doubts: doubtsOf(reading),
        carriedOver: requests?.['4'] ?? null,
        inForce: valueAt(report.tables, 'proactive/normativeDocuments/inForce') ?? null,
        findings: findingsOf(reading, level),
        applied: false,
      };
      const other = report.unit !== null && agency && !sameUnit(report.unit, agency.name) && !sameUnit(report.unit, agency.shortName);
      if (other) return { ...answer, message: `这是“${report.unit}”的年报，不是${agency.name}的；请核对后再保存` };
      if (asked.apply !== 'true') return answer;
      if (wanted === null) return refuse('年报里没有写年度，请先选择是哪一年的年报。');
      if (`${wanted}-12-31` >= deps.today()) return refuse(`${wanted}年还没有结束，不能作为上年年报。`);
      if (!report.tables.requests && !report.tables.proactive && !report.tables.remedies)
        return refuse('这份年报里没有读出表格，不能作为期初。');
      await deps.writable();
      const evidence = createHash('sha256').update(file.bytes).digest('hex');
      const mediaType = 'application/octet-stream';
      const kept = { agency: asked.agency, name: file.name, mediaType, visibility: 'office', register: null, record: null } as const;
      const stored = await deps.files.add(viewer, kept, file.bytes);
      if ('refused' in stored) return stored;
      await deps.stores.openings.keep({ agency: asked.agency, year: wanted, tables: report.tables, evidence }, actorOf(viewer));
      return { ...answer, applied: true, message: `${wanted}年年报已作为期初保存` };
    },
  });
}
