import { annualReport } from '../annualReport.ts';
import { sized, sumOf } from '../organ.ts';
import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import { lastYearly } from '../when.ts';
import type { County } from './county.ts';

type Rows = readonly (readonly [what: string, amount: number])[];

const withTotal = (rows: Rows): readonly (readonly (string | number)[])[] => [...rows, ['合计', sumOf(...rows.map(([, n]) => n))]];

/** Budget, accounts, purchases, charges, projects, plans and figures, and last year's report of a county. */
export function money(county: County, today: string): readonly DemoDocument[] {
  const { name, mark, sign, phone, towns } = county;
  const at = (n: number) => sized(county, n, 1);
  const [budget, accounts, report] = [lastYearly(today, '02-12'), lastYearly(today, '08-31'), lastYearly(today, '03-12')];
  const spending: Rows = [
    ['教育', at(41_200)],
    ['社会保障和就业', at(33_600)],
    ['卫生健康', at(18_900)],
    ['农林水', at(27_400)],
  ];
  const spent: Rows = spending.map(([what, n]) => [what, Math.round(n * 0.98 * 10) / 10]);
  const bought: Rows = [
    ['学校取暖设备', at(86)],
    ['乡镇卫生院检验设备', at(124)],
    ['城区保洁服务', at(210)],
  ];
  return [
    document(
      'budget',
      'budget',
      [budget.on, budget.on],
      `${name}${budget.year}年政府预算公开${mark}`,
      '一般公共预算主要支出和“三公”经费，数字为虚构。',
      body(
        part('主要支出', table('一般公共预算主要支出（万元）', ['项目', '预算'], ...withTotal(spending))),
        part('“三公”经费', '与上年持平；没有因公出国（境）安排。'),
      ),
      { topic: '财政', genre: '财政预算', keywords: ['预算', '三公经费'], handler: '财政部门' },
    ),
    document(
      'accounts',
      'accounts',
      [accounts.on, accounts.on],
      `${name}${accounts.year - 1}年政府决算公开${mark}`,
      '一般公共预算主要支出决算，数字为虚构。',
      body(part('主要支出', table('一般公共预算主要支出决算（万元）', ['项目', '决算'], ...withTotal(spent)))),
      { topic: '财政', genre: '财政决算', keywords: ['决算'], handler: '财政部门' },
    ),
    document(
      'procurement',
      'procurement',
      ['2026-05-25', '2026-05-28'],
      `${name}2026年政府集中采购目录、标准及实施情况${mark}`,
      '执行的目录和标准，已实施项目的成交金额。',
      body(
        part('执行的目录和标准', '执行省级集中采购目录和限额标准。'),
        part('已实施的项目', table('采购结果（万元）', ['项目', '成交金额'], ...withTotal(bought))),
      ),
      { topic: '政府采购', genre: '采购信息', keywords: ['集中采购'], handler: '财政部门' },
    ),
    document(
      'charges',
      'charges',
      ['2026-01-15', '2026-01-20'],
      `${name}行政事业性收费目录清单（2026年）${mark}`,
      '县级收费项目、依据和减免；清单以外一律不收。',
      body(
        part(
          '收费项目',
          table('收费项目（节选）', ['项目', '执收部门', '标准'], ['不动产登记费', '自然资源部门', '按件，住宅每件80元（演示）']),
        ),
        part('监督', `发现违规收费的，请拨打${phone}。`),
      ),
      { topic: '收费', genre: '清单', keywords: ['收费', '清单'], handler: '财政部门' },
    ),
    document(
      'project',
      'projects',
      ['2026-06-08', '2026-06-11'],
      `${name}2026年重大建设项目批准和实施情况${mark}`,
      '农村公路、供水管网项目的批准、投资和进度。',
      body(
        part(
          '项目进度',
          table(
            '重大建设项目',
            ['项目', '投资（万元）', '批准', '进度'],
            [`${towns[0]}至${towns[1]}公路改造`, at(3200), '已批复', '路基完成'],
            ['城区供水管网更新', at(1850), '已批复', '完成六成'],
          ),
        ),
        part('监督', '施工、监理单位名单在工地公示牌公布。'),
      ),
      { topic: '重大建设项目', genre: '项目信息', keywords: ['重大项目', '公路'] },
    ),
    document(
      'planning',
      'planning',
      ['2026-03-16', '2026-03-19'],
      `${name}2026—2030年公共服务设施专项规划${mark}`,
      '学校、卫生院、养老和文化设施的布局和分年度安排。',
      body(
        part('目标', table('主要目标', ['指标', '2025年', '2030年'], ['乡镇养老服务中心', '4个', '10个'], ['标准化卫生院', '7个', '11个'])),
        part('怎样听取意见', '草案公示三十天，收到意见32条，采纳21条，其余逐条说明理由。'),
      ),
      { documentNumber: `${sign}发〔2026〕9号`, topic: '规划', genre: '规划', keywords: ['专项规划', '公共服务'] },
    ),
    document(
      'statistics',
      'statistics',
      ['2026-07-22', '2026-07-27'],
      `${name}2026年上半年经济运行主要指标${mark}`,
      '农业、工业、消费和居民收入主要指标，数字为虚构。',
      body(
        part(
          '主要指标',
          table(
            '主要指标',
            ['指标', '单位', '上半年', '同比'],
            ['粮食播种面积', '万亩', at(96.4), '增长0.6%'],
            ['社会消费品零售总额', '亿元', at(12.8), '增长4.2%'],
            ['城镇新增就业', '人', Math.round(at(1460)), '增加52人'],
          ),
        ),
        part('指标解释', '同比指与2025年上半年相比；数据为初步统计。'),
      ),
      { topic: '统计', genre: '统计数据', keywords: ['统计', '就业'] },
    ),
    document(
      'annual-plan',
      'policies',
      [budget.on, budget.on],
      `${name}${budget.year}年政务公开工作要点${mark}`,
      '全年公开重点、责任单位和完成时间。',
      body(
        part('重点', list('财政资金和惠民补贴公开到村；', '规范性文件同步解读；', '公开目录到期提醒。')),
        part('检查', '每季度自查一次，结果通报各乡镇和部门。'),
      ),
      { documentNumber: `${sign}办发〔${budget.year}〕4号`, topic: '政务公开', genre: '政策文件', keywords: ['政务公开', '要点'] },
    ),
    annualReport({
      office: `${name}人民政府`,
      short: name,
      mark,
      year: report.year - 1,
      on: report.on,
      published: Math.round(at(2860)),
      asked: Math.round(at(48)),
      documents: [2, 0, 11],
      improved: '部门之间公开不均衡，解读形式单一。已建立季度自查和通报，并组织各乡镇、部门培训。',
    }),
  ];
}
