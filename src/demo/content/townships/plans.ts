import { sized, sumOf } from '../organ.ts';
import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';

/** Plans, statistics, projects, purchases, charges: parts of Art. 20 that both townships have. */
export function plans(town: Town): readonly DemoDocument[] {
  const { name, mark, sign, villages, phone } = town;
  const crops = [sized(town, 4120), sized(town, 3680), sized(town, 2960)] as const;
  const spent = [sized(town, 9.6, 1), sized(town, 4.2, 1), sized(town, 12.8, 1)] as const;
  const fields = [sized(town, 1800), sized(town, 1400)] as const;
  return [
    document(
      'village-plan',
      'planning',
      ['2026-03-23', '2026-03-26'],
      `${name}2026—2030年乡村建设规划${mark}`,
      '五年内村庄道路、供水、环境和公共服务的目标，分年度安排和资金来源。',
      body(
        part(
          '一、现状',
          `全镇现有${villages.join('、')}等行政村，村内主路硬化率百分之八十六，自来水通村率百分之百，卫生厕所普及率百分之七十一。`,
        ),
        part(
          '二、五年目标',
          table(
            '主要目标',
            ['指标', '2025年', '2030年', '性质'],
            ['村内主路硬化率', '86%', '98%', '预期'],
            ['卫生厕所普及率', '71%', '90%', '预期'],
            ['生活污水治理村', '2个', '6个', '约束'],
            ['村级养老服务点', '1个', '4个', '预期'],
          ),
        ),
        part(
          '三、分年度安排',
          list(
            '2026年：补齐村内道路断点，改造公共厕所；',
            '2027—2028年：分片建设污水收集管网；',
            '2029—2030年：完善养老、文化设施，开展评估。',
          ),
        ),
        part(
          '四、怎样听取意见',
          `规划草案于2026年2月2日至3月3日在镇政务公示栏和各村公示，收到意见14条，采纳9条，其余5条逐条作了说明。咨询电话${phone}。`,
        ),
      ),
      { documentNumber: `${sign}发〔2026〕6号`, topic: '乡村建设', genre: '规划', keywords: ['乡村建设', '规划', '村庄道路'] },
    ),
    document(
      'statistics',
      'statistics',
      ['2026-07-20', '2026-07-23'],
      `${name}2026年上半年经济社会主要指标${mark}`,
      '农业、居民就业和民生主要指标，同比增减和指标解释。',
      body(
        part(
          '主要指标',
          table(
            '2026年上半年主要指标',
            ['指标', '单位', '上半年', '同比'],
            ['粮食播种面积', '亩', sumOf(...crops), '增长0.8%'],
            ['蔬菜产量', '吨', sized(town, 1260), '增长3.1%'],
            ['城镇新增就业', '人', sized(town, 85), '增加6人'],
            ['脱贫人口外出务工', '人', sized(town, 240), '持平'],
          ),
        ),
        part(
          '粮食播种面积分村情况',
          table('分村面积', ['村', '面积（亩）'], ...villages.map((v, i): [string, number] => [v, crops[i] ?? 0]), [
            '合计',
            sumOf(...crops),
          ]),
        ),
        part('指标解释', '粮食播种面积按实际播种统计，一年种两季的分别计算；同比指与2025年上半年相比。'),
      ),
      { topic: '统计', genre: '统计数据', keywords: ['统计', '粮食', '就业'] },
    ),
    document(
      'farmland-project',
      'projects',
      ['2026-06-01', '2026-06-04'],
      `${name}2026年高标准农田建设项目批准和实施情况${mark}`,
      '项目批准、招标、开工和进度，资金来源和监督方式。',
      body(
        part(
          '批准情况',
          `项目由县农业农村部门批复，在${villages[0]}、${villages[1]}建设高标准农田${sumOf(...fields)}亩，其中${villages[0]}${fields[0]}亩，${villages[1]}${fields[1]}亩。`,
        ),
        part(
          '实施进度',
          table(
            '进度安排',
            ['内容', '计划', '进展'],
            ['田间道路', '6月完成', '已完成百分之九十'],
            ['灌溉渠道', '7月完成', '正在施工'],
            ['土壤改良', '10月完成', '尚未开工'],
          ),
        ),
        part('质量和监督', list('施工、监理单位名单在工地公示牌公布；', '每村推选三名村民监督员；', `发现质量问题可拨打${phone}。`)),
      ),
      { topic: '重大建设项目', genre: '项目信息', keywords: ['高标准农田', '重大项目'] },
    ),
    document(
      'procurement',
      'procurement',
      ['2026-05-18', '2026-05-21'],
      `${name}2026年政府集中采购目录、标准及上半年实施情况${mark}`,
      '采购执行的目录和限额标准，已实施项目的预算、成交金额和供应商。',
      body(
        part('执行的目录和标准', '执行省级集中采购目录和限额标准；未达到限额标准的，按镇机关内部采购制度办理，三家以上比价。'),
        part(
          '已实施的项目',
          table(
            '采购结果（万元）',
            ['项目', '成交金额', '方式', '供应商'],
            ['便民服务中心自助终端', spent[0], '框架协议', '演示科技公司'],
            ['办公用计算机6台', spent[1], '网上商城', '演示办公用品商行'],
            ['村庄保洁服务', spent[2], '竞争性磋商', '演示保洁公司'],
            ['合计', sumOf(...spent), '—', '—'],
          ),
        ),
        part('质疑和投诉', '供应商认为权益受到损害的，可以在规定的期限内向本机关书面质疑。'),
      ),
      { topic: '政府采购', genre: '采购信息', keywords: ['集中采购', '采购目录'] },
    ),
    document(
      'charges',
      'charges',
      ['2026-01-19', '2026-01-22'],
      `${name}行政事业性收费项目清单（2026年）${mark}`,
      '本机关收费项目及依据、标准；清单以外一律不收费。',
      body(
        part(
          '收费项目',
          table(
            '收费项目、依据和标准',
            ['项目', '依据', '标准'],
            ['政府信息公开信息处理费', '国务院办公厅《政府信息公开信息处理费管理办法》', '按件或按量计收，不超出规定数量的不收费'],
          ),
        ),
        part(
          '说明',
          '除上表所列外，本机关没有其他行政事业性收费项目；办理各类证明、查询、受理申请均不收费。发现违规收费的，请向镇纪检监察部门反映。',
        ),
      ),
      { topic: '收费', genre: '清单', keywords: ['收费', '清单'] },
    ),
  ];
}
