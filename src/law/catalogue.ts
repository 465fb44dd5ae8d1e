/** 乡镇 · 县级 (and 设区的市) governments and their departments, as far as the duties differ. */
export type Level = 'township' | 'county' | 'department' | 'city';

/** One thing the law obliges an office to publish of its own accord. */
export interface Duty {
  /** `20(7)`, `21/township/3`. */
  readonly key: string;
  readonly label: string;
  readonly basis: string;
}

/** The fifteen items of Art. 20, for every administrative organ as far as they concern it. */
export const ARTICLE_20: readonly Duty[] = [
  '行政法规、规章和规范性文件',
  '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
  '国民经济和社会发展规划、专项规划、区域规划及相关政策',
  '国民经济和社会发展统计信息',
  '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
  '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
  '财政预算、决算信息',
  '行政事业性收费项目及其依据、标准',
  '政府集中采购项目的目录、标准及实施情况',
  '重大建设项目的批准和实施情况',
  '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
  '突发公共事件的应急预案、预警信息及应对情况',
  '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
  '公务员招考的职位、名额、报考条件等事项以及录用结果',
  '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
].map((label, i) => ({ key: `20(${i + 1})`, label, basis: `OGIR2019 20(${i + 1})` }));

function article21(level: 'township' | 'county', labels: readonly string[]): Duty[] {
  return labels.map((label, i) => ({ key: `21/${level}/${i + 1}`, label, basis: 'OGIR2019 21' }));
}

/** The eight of Art. 21 for townships. */
export const ARTICLE_21_TOWNSHIP: readonly Duty[] = article21('township', [
  '贯彻落实农业农村政策',
  '农田水利工程建设运营',
  '农村土地承包经营权流转',
  '宅基地使用情况审核',
  '土地征收',
  '房屋征收',
  '筹资筹劳',
  '社会救助',
]);

/** The seven of Art. 21 for 设区的市 and 县 governments and their departments. */
export const ARTICLE_21_COUNTY: readonly Duty[] = article21('county', [
  '市政建设',
  '公共服务',
  '公益事业',
  '土地征收',
  '房屋征收',
  '治安管理',
  '社会救助',
]);

/** What an office of a level must publish: Art. 20 and its share of Art. 21. */
export function dutiesOf(level: Level): readonly Duty[] {
  return [...ARTICLE_20, ...(level === 'township' ? ARTICLE_21_TOWNSHIP : ARTICLE_21_COUNTY)];
}

/** What the guide (指南) must contain (Art. 12). */
export const GUIDE_ELEMENTS: readonly { readonly key: string; readonly label: string }[] = [
  { key: 'classification', label: '政府信息的分类' },
  { key: 'arrangement', label: '编排体系' },
  { key: 'access', label: '获取方式' },
  { key: 'officeName', label: '工作机构的名称' },
  { key: 'address', label: '办公地址' },
  { key: 'hours', label: '办公时间' },
  { key: 'phone', label: '联系电话' },
  { key: 'fax', label: '传真号码' },
  { key: 'internet', label: '互联网联系方式' },
];

/** What each entry of the catalogue (目录) must contain (Art. 12). */
export const CATALOGUE_FIELDS: readonly { readonly key: string; readonly label: string }[] = [
  { key: 'index', label: '索引' },
  { key: 'name', label: '名称' },
  { key: 'summary', label: '内容概述' },
  { key: 'createdOn', label: '生成日期' },
];
