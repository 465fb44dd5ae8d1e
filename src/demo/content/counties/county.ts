/** A county of the example, as far as the texts both have name it. */
export interface County {
  readonly agency: 'hnx' | 'sfx';
  readonly name: string;
  /** What its document numbers begin with. */
  readonly sign: string;
  /** Stands after each title where the county's name is a real one. */
  readonly mark: string;
  readonly address: string;
  readonly phone: string;
  readonly creditCode: string;
  /** Townships under it; all but the first are invented. */
  readonly towns: readonly [first: string, second: string, third: string];
  /** The head and two deputies, all invented. */
  readonly leaders: readonly [head: string, first: string, second: string];
  /** Size against 示范县, for numbers that differ between the two. */
  readonly scale: number;
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
