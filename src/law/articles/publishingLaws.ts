import { day } from '#lib/day.ts';
import { articles, type Law } from './law.ts';

/** The law on state secrets. */
export const SECRECY2024: Law = {
  key: 'SECRECY2024',
  title: '《中华人民共和国保守国家秘密法》',
  number: '',
  from: day('2024-05-01'),
  until: null,
  unverified: '施行日期未核实',
  articles: articles({ 35: '机关、单位应当依法对拟公开的信息进行保密审查。' }),
};

/** The regulation that carries the law on state secrets out. */
export const SECRECYRULES2024: Law = {
  key: 'SECRECYRULES2024',
  title: '《中华人民共和国保守国家秘密法实施条例》',
  number: '',
  from: day('2024-09-01'),
  until: null,
  unverified: '施行日期未核实',
  articles: articles({
    5: '不得把依法应当公开的事项确定为国家秘密。',
    42: '明确信息公开保密审查的机构和程序，先审查、后公开，逐项进行保密审查。',
  }),
};

/** How open government is carried out: the attribute at the source, interpretation together with the paper. */
export const DETAIL2016: Law = {
  key: 'DETAIL2016',
  title: '《〈关于全面推进政务公开工作的意见〉实施细则》',
  number: '国办发〔2016〕80号',
  from: day('2016-11-10'),
  until: null,
  unverified: '印发日期未核实',
  articles: articles({}),
};

/** What a government site and its accounts are inspected for. */
export const INSPECT2019: Law = {
  key: 'INSPECT2019',
  title: '《政府网站与政务新媒体检查指标》',
  number: '国办秘函〔2019〕19号',
  from: day('2019-04-01'),
  until: null,
  unverified: '施行日期和扣分分值未核实',
  articles: articles({}),
};

/** The catalogues of the twenty-six fields at the grass roots. */
export const GRASSROOTS2019: Law = {
  key: 'GRASSROOTS2019',
  title: '《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》',
  number: '国办发〔2019〕54号',
  from: day('2019-12-26'),
  until: null,
  unverified: '印发日期和目录内容未与原文核对',
  articles: articles({}),
};

/** Making and supervising normative documents. */
export const NORMATIVE2018: Law = {
  key: 'NORMATIVE2018',
  title: '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》',
  number: '国办发〔2018〕37号',
  from: day('2018-05-16'),
  until: null,
  unverified: '未与通知原文核对',
  articles: articles({}),
};

/** Legality review of normative documents. */
export const LEGALITY2018: Law = {
  key: 'LEGALITY2018',
  title: '《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》',
  number: '国办发〔2018〕115号',
  from: day('2018-12-04'),
  until: null,
  unverified: '印发日期和审核时限未核实',
  articles: articles({}),
};

/** Everything publishing cites besides the regulation itself. */
export const PUBLISHING_LAWS: readonly Law[] = [
  SECRECY2024,
  SECRECYRULES2024,
  DETAIL2016,
  INSPECT2019,
  GRASSROOTS2019,
  NORMATIVE2018,
  LEGALITY2018,
];
