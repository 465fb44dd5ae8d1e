import { describe, expect, it } from 'vitest';
import type { Agency } from './agency.ts';
import { agencyTree } from './tree.ts';

const agency = (code: string, kind: Agency['kind'], more: Partial<Agency> = {}): Agency => ({
  code,
  name: `${code}全称`,
  shortName: code,
  kind,
  level: 'township',
  parent: null,
  from: null,
  to: null,
  ...more,
});

describe('whose records count where', () => {
  const tree = agencyTree([
    agency('zhen', 'reportingOrgan'),
    agency('xiang', 'reportingOrgan', { to: '2023-06-30' }),
    agency('xiang', 'internalUnit', { name: '原乡办事处', parent: 'zhen', from: '2023-07-01' }),
    agency('suo', 'internalUnit', { parent: 'xiang' }),
    agency('cun', 'villageCommittee', { parent: 'zhen' }),
    agency('zu', 'internalUnit', { parent: 'cun' }),
    agency('x', 'internalUnit', { parent: 'y' }),
    agency('y', 'internalUnit', { parent: 'x' }),
  ]);

  it.each([
    ['zhen', '2023-01-01', 'zhen'],
    ['xiang', '2023-06-30', 'xiang'],
    ['xiang', '2023-07-01', 'zhen'],
    ['suo', '2023-06-30', 'xiang'],
    ['suo', '2023-07-01', 'zhen'],
    ['cun', '2023-01-01', null],
    ['zu', '2023-01-01', null],
    ['x', '2023-01-01', null],
    ['nobody', '2023-01-01', null],
  ])('%s on %s: %s', (code, on, organ) => {
    expect(tree.organOf(code, on)).toBe(organ);
  });

  it('finds an agency by code, then by name, then by short name, at any date', () => {
    expect([tree.find('xiang'), tree.find('原乡办事处'), tree.find('zhen全称'), tree.find('无')]).toEqual([
      ['xiang'],
      ['xiang'],
      ['zhen'],
      [],
    ]);
  });

  it('before its first state an agency is as at its first, and was not there', () => {
    const late = agencyTree([agency('zhen', 'reportingOrgan', { from: '2023-03-01', to: '2023-03-31' })]);
    expect(late.stateOf('zhen', '2022-01-01')?.code).toBe('zhen');
    expect(['2023-02-28', '2023-03-01', '2023-03-31', '2023-04-01'].map((d) => late.existsOn('zhen', d))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
