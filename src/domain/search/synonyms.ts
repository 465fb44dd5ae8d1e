/**
 * Words people say for what documents call otherwise, and the other way round. In a group each stands for every other; a short form that
 * also means something else is left out. Only a loose search looks for the others too.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['低保', '最低生活保障'],
  ['五保', '特困人员供养', '特困人员救助供养'],
  ['医保', '医疗保险', '医疗保障'],
  ['新农合', '新型农村合作医疗'],
  ['社保', '社会保险'],
  ['公积金', '住房公积金'],
  ['危改', '危房改造'],
  ['征地', '土地征收', '征收土地'],
  ['拆迁', '房屋征收'],
  ['户口', '户籍'],
  ['环评', '环境影响评价'],
  ['年报', '年度报告'],
  ['三公经费', '“三公”经费'],
  ['高龄津贴', '高龄补贴'],
  ['农机', '农业机械'],
  ['村委会', '村民委员会'],
  ['居委会', '居民委员会'],
  ['计生', '计划生育'],
  ['残联', '残疾人联合会'],
  ['禁烧', '露天焚烧'],
];

const MOST = 4;

/** What else a part of a search may be called, itself first. */
export function alternativesOf(part: string): string[] {
  const others = GROUPS.flatMap((group) => {
    const said = group.filter((word) => part.includes(word)).toSorted((a, b) => b.length - a.length)[0];
    return said === undefined ? [] : group.filter((word) => word !== said && !said.includes(word)).map((word) => part.replace(said, word));
  });
  return [part, ...new Set(others)].slice(0, MOST);
}
