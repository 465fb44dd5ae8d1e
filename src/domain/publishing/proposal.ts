import type { Column } from './columns.ts';
import type { ItemContent } from './content.ts';
import type { PublishingDuty } from './duties.ts';

/** The column something probably belongs in, and the word that says so. */
export interface Proposal {
  readonly column: string;
  readonly label: string;
  readonly word: string;
}

/** What people call the things a duty of the catalogue is about. Practice, no rule: a person decides. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '20(3)': ['发展规划', '专项规划', '国民经济'],
  '20(4)': ['统计公报', '统计数据', '经济运行', '普查'],
  '20(5)': ['行政许可', '办事指南'],
  '20(6)': ['行政处罚', '处罚决定', '行政强制'],
  '20(7)-budget': ['预算', '三公经费', '绩效目标'],
  '20(7)-accounts': ['决算'],
  '20(8)': ['收费项目', '收费标准'],
  '20(9)': ['政府采购', '采购公告', '中标', '成交公告'],
  '20(10)': ['重大项目', '重点项目'],
  '20(11)': ['就业', '技能培训', '助学', '学生资助', '医保', '养老保险', '体检', '脱贫', '乡村振兴'],
  '20(12)': ['应急预案', '预警', '防汛', '防火', '抗旱', '地震'],
  '20(13)': ['安全生产', '食品安全', '监督检查', '环境保护'],
  '20(14)': ['招聘', '招考', '录用', '公务员', '公益性岗位', '护林员', '保洁员'],
  '21/township/1': ['惠农', '涉农补贴', '耕地地力', '农机补贴', '购置补贴', '种粮', '粮食补贴', '生产者补贴'],
  '21/township/2': ['水利', '灌溉', '渠道', '泵站', '塘坝', '高标准农田'],
  '21/township/3': ['土地流转', '承包经营权', '承包地', '土地承包'],
  '21/township/4': ['宅基地', '建房审批'],
  '21/township/5': ['征地', '征收土地'],
  '21/township/6': ['拆迁', '房屋征收'],
  '21/township/7': ['一事一议', '筹资', '筹劳'],
  '21/township/8': ['低保', '最低生活保障', '临时救助', '特困', '五保', '残疾人补贴', '两项补贴', '孤儿', '救助'],
  '21/county/1': ['市政', '路灯', '供水', '供热', '燃气', '道路改造'],
  '21/county/2': ['公交', '图书馆', '文化馆', '体育馆'],
  '21/county/3': ['慈善', '捐赠', '志愿服务'],
  '21/county/4': ['征地', '征收土地'],
  '21/county/5': ['拆迁', '房屋征收'],
  '21/county/6': ['治安', '禁毒', '户籍'],
  '21/county/7': ['低保', '最低生活保障', '临时救助', '特困', '残疾人补贴', '救助'],
};

/** Where nothing says what it is about, its form does. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  meetings: ['会议纪要', '常务会议', '办公会议'],
  interpretations: ['解读', '图解'],
  notices: ['通知', '公告', '通告', '公示'],
  responses: ['回应', '答复'],
};

const PARTS = /[、，,；;：:（）()“”《》\s]|和|及|与/u;
const BODY_READ = 600;

interface Said {
  readonly column: Column;
  readonly words: readonly string[];
}

/** The column whose longest word stands in a text; of several the first in the tree. */
function longest(text: string, all: readonly Said[]): Proposal | null {
  let best: Proposal | null = null;
  for (const { column, words } of all)
    for (const word of words)
      if (word.length > (best?.word.length ?? 1) && text.includes(word)) best = { column: column.id, label: column.label, word };
  return best;
}

/** Where something without a column probably belongs: by its title, else by how its text begins; null: nothing says so. */
export function proposedColumn(
  said: Pick<ItemContent, 'title'> & { readonly text: string },
  columns: readonly Column[],
  duties: readonly Pick<PublishingDuty, 'key' | 'label' | 'column' | 'notOurs'>[],
): Proposal | null {
  const open = columns.filter((c) => !c.closed);
  const parts = (label: string) => label.split(PARTS).filter((p) => [...p].length > 2);
  const about = open.map((column): Said => {
    const own = duties.filter((d) => d.column === column.id && d.notOurs === null);
    return { column, words: own.flatMap((d) => [...(WORDS[d.key] ?? []), ...parts(d.label), ...parts(column.label)]) };
  });
  const forms = open.map((column): Said => ({ column, words: FORMS[column.id] ?? [] }));
  return longest(said.title, about) ?? longest(said.text.slice(0, BODY_READ), about) ?? longest(said.title, forms);
}
