import { CHAOYANG } from './chaoyang/documents.ts';
import { CHAOYANG_FIELDS } from './chaoyang/fields.ts';
import { COUNTIES, type County } from './counties/county.ts';
import { current as countyNews, normativeOf } from './counties/current.ts';
import { fields as countyFields } from './counties/fields.ts';
import { money as countyMoney } from './counties/money.ts';
import { countyOffice } from './counties/office.ts';
import { organisation as countyOrganisation } from './counties/organisation.ts';
import { type DemoOffice, officeOf } from './office.ts';
import type { DemoDocument, DemoExplained, DemoNormative } from './shape.ts';
import { FIELDS } from './shifan/fields.ts';
import { MONEY } from './shifan/money.ts';
import { NOTICES } from './shifan/notices.ts';
import { ORGANISATION } from './shifan/organisation.ts';
import { EXPLAINED, NORMATIVE, POLICIES } from './shifan/policies.ts';
import { CHAOYANG_TOWN, SHIFAN, type Town } from './town.ts';
import { current } from './townships/current.ts';
import { desk } from './townships/desk.ts';
import { leaders } from './townships/leaders.ts';
import { normative, normativeLines } from './townships/normative.ts';
import { plans } from './townships/plans.ts';
import { yearly } from './townships/report.ts';
import { safety } from './townships/safety.ts';
import { village } from './townships/village.ts';
import { windows } from './townships/windows.ts';

export type { DemoDocument, DemoExplained, DemoFile, DemoNormative, DemoPicture, DemoSubmission } from './shape.ts';

/** What an office of the example has made public, and what lies on its desk. */
export interface DemoContent {
  readonly agency: string;
  readonly office: DemoOffice;
  readonly documents: readonly DemoDocument[];
  readonly normative: readonly DemoNormative[];
  readonly explained: readonly DemoExplained[];
}

function ofBoth(town: Town, today: string): DemoDocument[] {
  const parts = [leaders, plans, windows, safety, normative, current, yearly, village, desk];
  return parts.flatMap((p) => p(town, today));
}

function ofCounty(county: County, today: string): DemoContent {
  const parts = [countyOrganisation, countyMoney, countyFields, countyNews];
  return {
    agency: county.agency,
    office: countyOffice(county, today),
    documents: parts.flatMap((p) => p(county, today)),
    normative: normativeOf(county),
    explained: [],
  };
}

/** The public content of both townships and their counties as it stands on a day; the same on every call. */
export function demoContent(today: string): readonly DemoContent[] {
  return [
    ...COUNTIES.map((county) => ofCounty(county, today)),
    {
      agency: 'sfz',
      office: officeOf('sfz', today),
      documents: [...ORGANISATION, ...MONEY, ...POLICIES, ...FIELDS, ...NOTICES, ...ofBoth(SHIFAN, today)],
      normative: [...NORMATIVE, ...normativeLines(SHIFAN)],
      explained: EXPLAINED,
    },
    {
      agency: 'cyz',
      office: officeOf('cyz', today),
      documents: [...CHAOYANG, ...CHAOYANG_FIELDS, ...ofBoth(CHAOYANG_TOWN, today)],
      normative: [
        { key: 'waste', number: '朝政规〔2025〕1号', legalReviewOn: '2025-04-07', interpretedBy: [{ key: 'waste-text', form: 'text' }] },
        ...normativeLines(CHAOYANG_TOWN),
      ],
      explained: [],
    },
  ];
}
