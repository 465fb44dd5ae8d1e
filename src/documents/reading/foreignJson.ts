import type { Reading, RemediesTable, RequestsTable, Value } from '#domain/report/model.ts';
import { FORM_2021, requestRowKeys } from '#law/forms/index.ts';
import { REMEDY_GROUP_KEYS } from './formWords.ts';

type Json = Record<string, unknown>;

/** Another program's names for the outcome rows, in the order of the form. */
const OUTCOMES = [
  'granted',
  'partialGrant',
  ...[
    'stateSecret',
    'lawForbidden',
    'safetyStability',
    'thirdPartyRights',
    'internalAffairs',
    'processInfo',
    'enforcementCase',
    'adminQuery',
  ].map((k) => `denied.${k}`),
  ...['noInfo', 'needCreation', 'unclear'].map((k) => `unableToProvide.${k}`),
  ...['complaint', 'repeat', 'publication', 'massiveRequests', 'confirmInfo'].map((k) => `notProcessed.${k}`),
  ...['overdueCorrection', 'overdueFee', 'otherReasons'].map((k) => `other.${k}`),
  'totalProcessed',
  'carriedForward',
].map((k) => `results.${k}`);
const ROWS = ['newReceived', 'carriedOver', ...OUTCOMES];
const COLUMNS = [
  'naturalPerson',
  'legalPerson.commercial',
  'legalPerson.research',
  'legalPerson.social',
  'legalPerson.legal',
  'legalPerson.other',
  'total',
];
const GROUPS = ['review', 'litigationDirect', 'litigationPostReview'];
const RESULTS = ['maintain', 'correct', 'other', 'unfinished', 'total'];

/** The balanced object after `"name":`, even where the JSON around it is damaged. */
function objectAfter(source: string, name: string): Json | null {
  const at = source.search(new RegExp(`"${name}"\\s*:\\s*\\{`));
  if (at < 0) return null;
  const start = source.indexOf('{', at);
  for (let i = start, depth = 0; i < source.length && i < start + 200_000; i++) {
    if (source[i] === '{') depth++;
    if (source[i] === '}' && --depth === 0) {
      try {
        return JSON.parse(source.slice(start, i + 1)) as Json;
      } catch {
        return null;
      }
    }
  }
  return null;
}

function at(source: Json, path: string): Value {
  let value: unknown = source;
  for (const step of path.split('.')) value = typeof value === 'object' && value !== null ? (value as Json)[step] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/**
 * Reads the figures another program took from a report (sections `table_2` to `table_4` of its JSON). Its text is not read: such
 * files are not the report itself. Null where the source has no such tables.
 */
export function readParsedByOthers(source: string): Reading | null {
  const two = objectAfter(source, 'activeDisclosureData');
  const three = objectAfter(source, 'tableData');
  const four = objectAfter(source, 'reviewLitigationData');
  if (!three || !four) return null;
  const rows = requestRowKeys(FORM_2021);
  const requests: RequestsTable = Object.fromEntries(rows.map((key, r) => [key, COLUMNS.map((c) => at(three, `${c}.${ROWS[r]}`))]));
  const remedies: RemediesTable = Object.fromEntries(
    REMEDY_GROUP_KEYS.map((key, g) => [key, RESULTS.map((r) => at(four, `${GROUPS[g]}.${r}`))]),
  );
  const kind = (name: string) => ({
    issued: at(two!, `${name}.made`),
    abolished: at(two!, `${name}.repealed`),
    inForce: at(two!, `${name}.valid`),
  });
  const proactive = two && {
    regulations: kind('regulations'),
    normativeDocuments: kind('normativeDocuments'),
    licences: at(two, 'licensing.processed'),
    penalties: at(two, 'punishment.processed'),
    coercion: at(two, 'coercion.processed'),
    feesInTenThousandYuan: at(two, 'fees.amount'),
  };
  const year = /"year"\s*:\s*(20\d\d)\b/.exec(source)?.[1];
  return {
    report: {
      form: '2021',
      unit: null,
      signedBy: null,
      signedOn: null,
      year: year ? Number(year) : null,
      period: null,
      tables: { proactive, requests, remedies },
      partial: [1, 5, 6],
    },
    doubts: [],
    lines: [],
    notes: [],
    tableStates: { proactive: proactive ? 'present' : 'missing', requests: 'present', remedies: 'present' },
    editions: { proactive: proactive ? '2021' : null, requests: '2021' },
    labels: [],
    absentRows: [],
  };
}
