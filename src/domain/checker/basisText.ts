const LAWS: Record<string, string> = {
  OGIR2019: '《政府信息公开条例》',
  FORM2019: '国办公开办函〔2019〕60号',
  FORM2021: '国办公开办函〔2021〕30号',
  FEE2020: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  SITE2017: '国办发〔2017〕47号',
  LOCAL: '当地要求或行文习惯',
};

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 in Chinese numerals. */
function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || n === 0 ? NUMERALS[ones] : ''}`;
}

/** `OGIR2019 50.1(4)` as people cite it: 《政府信息公开条例》第五十条第一款第（四）项. A law without a Chinese name here stays as it is. */
export function basisText(basis: string): string {
  const [law, place] = basis.split(' ') as [string, string | undefined];
  const name = LAWS[law];
  if (!name) return basis;
  const m = place ? /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/.exec(place) : null;
  if (!m) return name;
  return `${name}第${numeral(Number(m[1]))}条${m[2] ? `第${numeral(Number(m[2]))}款` : ''}${m[3] ? `第（${numeral(Number(m[3]))}）项` : ''}`;
}
