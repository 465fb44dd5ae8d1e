/** A township of the example, as far as the texts both have name it. */
export interface Town {
  readonly agency: 'sfz' | 'cyz';
  readonly name: string;
  readonly county: string;
  /** What its document numbers begin with. */
  readonly sign: string;
  /** Stands after each title where the township's name is a real one. */
  readonly mark: string;
  readonly address: string;
  readonly phone: string;
  readonly villages: readonly [first: string, second: string, third: string];
  /** Mayor and deputies, all invented. */
  readonly leaders: readonly [mayor: string, first: string, second: string];
  /** Size against 示范镇, for numbers that differ between the two. */
  readonly scale: number;
}

export const SHIFAN: Town = {
  agency: 'sfz',
  name: '示范镇',
  county: '示范县',
  sign: '示政',
  mark: '',
  address: '示范县示范镇演示路1号（演示）',
  phone: '000-00000000（演示）',
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
  villages: ['演示一村', '演示二村', '演示三村'],
  leaders: ['演示赵', '演示钱', '演示孙'],
  scale: 0.8,
};

/** A number of the larger township's size, for this one; to one decimal or whole. */
export function sized(town: Town, n: number, decimals = 0): number {
  const unit = 10 ** decimals;
  return Math.round(n * town.scale * unit) / unit;
}

/** A sum without the crumbs of binary fractions, to one decimal. */
export function sumOf(...numbers: readonly number[]): number {
  return Math.round(numbers.reduce((a, b) => a + b, 0) * 10) / 10;
}
