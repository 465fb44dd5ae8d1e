import { CHAOYANG } from './chaoyang/documents.ts';
import { type DemoOffice, OFFICES } from './office.ts';
import type { DemoDocument, DemoNormative } from './shape.ts';
import { FIELDS } from './shifan/fields.ts';
import { MONEY } from './shifan/money.ts';
import { NOTICES } from './shifan/notices.ts';
import { ORGANISATION } from './shifan/organisation.ts';
import { NORMATIVE, POLICIES } from './shifan/policies.ts';

export type { DemoOffice } from './office.ts';
export type { DemoDocument, DemoFile, DemoNormative } from './shape.ts';

/** What an office of the example has made public, and what lies on its desk. */
export interface DemoContent {
  readonly agency: string;
  readonly office: DemoOffice;
  readonly documents: readonly DemoDocument[];
  readonly normative: readonly DemoNormative[];
}

/** The public content of both townships; the same on every call. */
export function demoContent(): readonly DemoContent[] {
  return [
    {
      agency: 'sfz',
      office: OFFICES.sfz,
      documents: [...ORGANISATION, ...MONEY, ...POLICIES, ...FIELDS, ...NOTICES],
      normative: NORMATIVE,
    },
    { agency: 'cyz', office: OFFICES.cyz, documents: CHAOYANG, normative: [] },
  ];
}
