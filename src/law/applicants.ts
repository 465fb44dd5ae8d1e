import { APPLICANT_COLUMNS } from './forms/rows.ts';

/** Who applied: the columns of section three without the total. A lawyer acting for a client counts as the client's kind. */
export const APPLICANT_KINDS = ['naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'other'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** 自然人, 商业企业 … as the form prints them. */
export function applicantLabel(kind: ApplicantKind): string {
  return APPLICANT_COLUMNS.find((c) => c.key === kind)?.label ?? kind;
}
