import type { Organ } from '../organ.ts';

/** A county of the example. */
export interface County extends Organ {
  readonly agency: 'hnx' | 'sfx';
  /** Townships under it; all but the first are invented. */
  readonly towns: readonly [first: string, second: string, third: string];
}

export const COUNTIES: readonly County[] = [
  {
    agency: 'sfx',
    name: '示范县',
    sign: '示县政',
    mark: '',
    address: '示范县演示大街1号（演示）',
    phone: '000-00000010（演示）',
    creditCode: '11000000000000035E',
    towns: ['示范镇', '样板镇', '示例乡'],
    leaders: ['演示冯', '演示陈', '演示褚'],
    scale: 1,
  },
  {
    agency: 'hnx',
    name: '辉南县',
    sign: '辉县政',
    mark: '（演示）',
    address: '辉南县（演示地址）',
    phone: '0435-0000001（演示）',
    creditCode: '110000000000000439',
    towns: ['朝阳镇', '演示镇', '演示乡'],
    leaders: ['演示卫', '演示蒋', '演示沈'],
    scale: 0.7,
  },
];
