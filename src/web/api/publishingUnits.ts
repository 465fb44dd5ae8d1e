import { z } from 'zod';
import { writeRegisterXlsx } from '#documents/writing/registerXlsx.ts';
import type { Viewer } from '#domain/people/policy.ts';
import { DOCUMENT_STATES } from '#domain/publishing/legality.ts';
import { MATTERS, type Matter, type MatterKind, type UnitStanding } from '#domain/publishing/service/standings.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { WebDeps } from '../deps.ts';
import { attachment } from './exports.ts';
import type { Api } from './pipeline.ts';
import type { UnitsAnswer } from './publishingTypes.ts';
import { agencyCode } from './query.ts';

const OFFICE = { agency: agencyCode };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KINDS = Object.keys(MATTERS) as MatterKind[];
const INTERPRETED = (i: boolean | null): string => (i === null ? '' : i ? '有' : '没有');

function countsOf(matters: readonly Matter[]): Record<MatterKind, number> {
  return Object.fromEntries(KINDS.map((kind) => [kind, matters.filter((m) => m.kind === kind).length])) as Record<MatterKind, number>;
}

function answerOver(standings: readonly UnitStanding[]): UnitsAnswer {
  return {
    kinds: KINDS.map((kind) => ({ kind, name: MATTERS[kind] })),
    units: standings.map(({ agency, name, matters, documents }) => ({
      agency,
      name,
      counts: countsOf(matters),
      inForce: documents.filter((d) => d.state === 'inForce').length,
    })),
    matters: standings.flatMap(({ agency, name, matters }) =>
      matters.map((m) => ({ ...m, agency, unit: name, kindName: MATTERS[m.kind] })),
    ),
    documents: standings.flatMap(({ agency, name, documents }) =>
      documents.map((d) => ({ ...d, agency, unit: name, stateName: DOCUMENT_STATES[d.state] })),
    ),
  };
}

const SHEETS = {
  units: {
    title: '各单位公开情况',
    columns: [
      { key: 'name', label: '单位', kind: 'text' },
      ...KINDS.map((kind) => ({ key: kind, label: MATTERS[kind], kind: 'count' }) as const),
      { key: 'inForce', label: '现行有效的规范性文件', kind: 'count' },
    ],
    rows: (a: UnitsAnswer) => a.units.map(({ name, counts, inForce }) => ({ name, ...counts, inForce })),
  },
  matters: {
    title: '各单位要办的事',
    columns: [
      { key: 'unit', label: '单位', kind: 'text' },
      { key: 'kindName', label: '类别', kind: 'text' },
      { key: 'title', label: '事项', kind: 'text' },
      { key: 'says', label: '说明', kind: 'text' },
      { key: 'dueOn', label: '期限', kind: 'date' },
    ],
    rows: (a: UnitsAnswer) => a.matters.map((m) => ({ ...m })),
  },
  documents: {
    title: '各单位规范性文件',
    columns: [
      { key: 'unit', label: '单位', kind: 'text' },
      { key: 'number', label: '发文字号', kind: 'text' },
      { key: 'title', label: '名称', kind: 'text' },
      { key: 'issuedOn', label: '印发日期', kind: 'date' },
      { key: 'validUntil', label: '有效期至', kind: 'date' },
      { key: 'stateName', label: '效力', kind: 'text' },
      { key: 'reviewedOn', label: '合法性审核日期', kind: 'date' },
      { key: 'interpreted', label: '解读', kind: 'text' },
    ],
    rows: (a: UnitsAnswer) => a.documents.map((d) => ({ ...d, interpreted: INTERPRETED(d.interpreted) })),
  },
} as const;

/** 各单位公开情况: what a county's units owe the public, line by line, their normative documents, and each as a sheet. */
export function registerPublishingUnits(api: Api, deps: WebDeps): void {
  const answer = async (viewer: Viewer, agency: string): Promise<UnitsAnswer | Refusal> => {
    const standings = await deps.publishing.units(viewer, agency);
    return isRefusal(standings) ? standings : answerOver(standings);
  };

  api.route({
    method: 'GET',
    path: '/publishing/standings',
    input: z.object(OFFICE),
    may: ['read', (i) => i.agency],
    act: ({ input, viewer }) => answer(viewer, input.agency),
  });

  api.route({
    method: 'GET',
    path: '/publishing/standings/export',
    input: z.object({ ...OFFICE, sheet: z.enum(['units', 'matters', 'documents']) }),
    may: ['read', (i) => i.agency],
    limit: 60,
    act: async ({ input, viewer, reply }) => {
      const found = await answer(viewer, input.agency);
      if (isRefusal(found)) return found;
      const { title, columns, rows } = SHEETS[input.sheet];
      attachment(reply, `${title}${deps.today()}.xlsx`);
      return reply.type(XLSX).send(Buffer.from(await writeRegisterXlsx({ title, columns: [...columns], rows: rows(found) })));
    },
  });
}
