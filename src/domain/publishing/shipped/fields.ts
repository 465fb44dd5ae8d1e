import type { PublishingDuty } from '../duties.ts';
import { duty } from './duties.ts';

/** The twenty-six fields of the grass-roots catalogues, from memory: names only, no line of their lists is given here. */
export const FIELDS: readonly string[] = [
  '重大建设项目',
  '公共资源交易',
  '财政预决算',
  '安全生产',
  '税收管理',
  '征地补偿',
  '国有土地上房屋征收与补偿',
  '保障性住房',
  '农村危房改造',
  '生态环境',
  '公共文化服务',
  '公共法律服务',
  '扶贫',
  '救灾',
  '食品药品监管',
  '城市综合执法',
  '就业',
  '社会保险',
  '社会救助',
  '养老服务',
  '户籍管理',
  '涉农补贴',
  '义务教育',
  '医疗卫生',
  '市政服务',
  '国土空间规划',
];

const UNVERIFIED = '领域名称未与原文核对（2026-11-01）；各领域的事项清单请导入本级印发的标准目录';

/** One importable line per field, to be replaced by the office's own published catalogue of that field. */
export function fieldDuties(): PublishingDuty[] {
  return FIELDS.map((label, i) =>
    duty({ key: `field-${i + 1}`, group: '基层政务公开领域', label, basis: ['GRASSROOTS2019'], source: 'field', unverified: UNVERIFIED }),
  );
}

/** 公开渠道和载体 as the catalogues print them, and the channel of the publications register they are. */
export const CATALOGUE_CHANNELS: Readonly<Record<string, string>> = {
  政府网站: 'website',
  政府公报: 'gazette',
  两微一端: 'wechat',
  '发布会/听证会': 'pressConference',
  广播电视: 'broadcast',
  纸质媒体: 'newspaper',
  公开查阅点: 'readingPlace',
  政务服务中心: 'serviceCentre',
  便民服务站: 'serviceCentre',
  '入户/现场': 'onSite',
  '社区/企事业单位/村公示栏（电子屏）': 'noticeBoard',
  精准推送: 'targeted',
  其他: 'other',
};
