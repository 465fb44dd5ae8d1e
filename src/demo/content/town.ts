import type { Organ } from './organ.ts';

/** A township of the example. */
export interface Town extends Organ {
  readonly agency: 'sfz' | 'cyz';
  readonly county: string;
  readonly villages: readonly [first: string, second: string, third: string];
}

export const SHIFAN: Town = {
  agency: 'sfz',
  name: '示范镇',
  county: '示范县',
  sign: '示政',
  mark: '',
  address: '示范县示范镇演示路1号（演示）',
  phone: '000-00000000（演示）',
  creditCode: '11000000000000019Q',
  villages: ['演示村', '示例村', '样板村'],
  leaders: ['演示周', '演示吴', '演示郑'],
  scale: 1,
};

export const CHAOYANG_TOWN: Town = {
  agency: 'cyz',
  name: '朝阳镇',
  county: '辉南县',
  sign: '朝政',
  mark: '（演示）',
  address: '辉南县朝阳镇（演示地址）',
  phone: '0435-0000000（演示）',
  creditCode: '11000000000000027K',
  villages: ['演示一村', '演示二村', '演示三村'],
  leaders: ['演示赵', '演示钱', '演示孙'],
  scale: 0.8,
};
