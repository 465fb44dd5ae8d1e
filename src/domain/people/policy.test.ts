import { describe, expect, it } from 'vitest';
import { day } from '#lib/day.ts';
import type { Agency } from '../agencies/agency.ts';
import { agencyTree } from '../agencies/tree.ts';
import { visible } from '../visibility/gate.ts';
import { may, POLICY, type Verb } from './policy.ts';
import { ROLE_NAMES, type Role } from './roles.ts';
import { viewerOf } from './viewers.ts';

const agency = (code: string, kind: Agency['kind'], parent: string | null): Agency => ({
  code,
  name: code,
  shortName: code,
  kind,
  level: 'township',
  parent,
  from: null,
  to: null,
});
const TREE = agencyTree([
  agency('county', 'reportingOrgan', null),
  agency('cyz', 'reportingOrgan', 'county'),
  agency('cyz-hall', 'internalUnit', 'cyz'),
  agency('cyz-village', 'villageCommittee', 'cyz'),
  agency('sfz', 'reportingOrgan', 'county'),
]);
const PERSON = { id: 'p', account: 'p', name: '张示例', mustChange: false, disabled: false };
const holding = (role: Role, at: string, from = '2026-01-01', until: string | null = null) =>
  viewerOf(PERSON, [{ agency: at, person: 'p', role, from, until }], TREE, day('2026-06-30'));

describe('who may what, where', () => {
  it.each(['clerk', 'reviewer', 'signer', 'unitAdmin'] as const)('%s: in the own organ, its units and villages, nowhere else', (role) => {
    const viewer = holding(role, 'cyz');
    const readable = TREE.codes.filter((code) => may(viewer, 'read', { agency: code }));
    expect(readable).toEqual(['cyz', 'cyz-hall', 'cyz-village']);
  });

  it.each(['countySupervisor', 'auditor'] as const)('%s: reads everything under the county and writes nothing', (role) => {
    const viewer = holding(role, 'county');
    expect(TREE.codes.every((code) => may(viewer, 'read', { agency: code }))).toBe(true);
    expect(TREE.codes.some((code) => may(viewer, 'write', { agency: code }))).toBe(false);
  });

  it('keeps personal values from supervisors, auditors and administrators', () => {
    const may3 = (Object.keys(ROLE_NAMES) as Role[]).filter((r) => POLICY.revealPersonal.includes(r));
    expect(may3).toEqual(['clerk', 'reviewer', 'signer']);
  });

  it('lets nobody prepare and approve by one role alone', () => {
    expect(POLICY.approve).not.toContain('clerk');
    expect(POLICY.submit).not.toContain('clerk');
  });

  it.each([
    ['2026-06-30', null, true],
    ['2026-07-01', null, false],
    ['2026-01-01', '2026-06-29', false],
    ['2026-01-01', '2026-06-30', true],
  ])('a role from %s until %s holds on 30 June = %s', (from, until, holds) => {
    expect(may(holding('clerk', 'cyz', from, until), 'read', { agency: 'cyz' })).toBe(holds);
  });

  it('gives nobody anything without a role', () => {
    const nobody = viewerOf(PERSON, [], TREE, day('2026-06-30'));
    for (const verb of Object.keys(POLICY) as Verb[]) expect(may(nobody, verb, { agency: 'cyz' })).toBe(false);
  });
});

describe('the one gate of visibility', () => {
  const object = (visibility: 'public' | 'office' | 'restricted') => ({ agency: 'cyz', visibility });
  it.each([
    ['public', true, true, true, true],
    ['office', false, true, true, false],
    ['restricted', false, true, false, false],
  ] as const)('%s: public %s, own clerk %s, county %s, another office %s', (visibility, everybody, clerk, county, other) => {
    expect([
      visible(object(visibility), null),
      visible(object(visibility), holding('clerk', 'cyz')),
      visible(object(visibility), holding('countySupervisor', 'county')),
      visible(object(visibility), holding('clerk', 'sfz')),
    ]).toEqual([everybody, clerk, county, other]);
  });
});
