import { addDays } from '#lib/day.ts';
import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument, DemoNormative } from '../shape.ts';
import { dayWords, recent } from '../when.ts';
import type { County } from './county.ts';

const RULE = '农村公益性设施管护办法';

/** A normative document with its interpretation, and what came out in the last weeks. */
export function current(county: County, today: string): readonly DemoDocument[] {
  const { name, mark, sign, phone, towns } = county;
  const [news, notice, policy, answer] = [recent(today, 3, 1), recent(today, 6, 2), recent(today, 40, 3), recent(today, 25, 2)];
  return [
    document(
      'rule-facilities',
      'normative',
      ['2026-04-27', '2026-04-29'],
      `${name}${RULE}${mark}`,
      '明确农村公益性设施由谁管护、钱从哪里来、怎样考核。',
      body(
        `各乡镇人民政府、县直各部门：现将《${name}${RULE}》印发给你们，请遵照执行。`,
        part('第一条　适用范围', '村道、小型水利、公厕、路灯等由财政投入建成的公益性设施，适用本办法。'),
        part('第二条　责任', '县级部门制定标准，乡镇督促，村级日常管护。'),
        part(
          '第三条　经费',
          table('县级补助标准（演示）', ['设施', '标准'], ['村道', '每公里每年3000元'], ['公厕', '每座每年2400元']),
          '不向农户收取管护费用。',
        ),
        part('第四条　施行', '本办法自2026年6月1日起施行，有效期至2031年5月31日。'),
      ),
      {
        documentNumber: `${sign}规〔2026〕1号`,
        topic: '农业农村',
        genre: '行政规范性文件',
        keywords: ['公益性设施', '管护'],
        effectiveOn: '2026-06-01',
        validUntil: '2031-05-31',
        handler: '县政府办公室',
      },
    ),
    document(
      'rule-facilities-text',
      'interpretations',
      ['2026-04-28', '2026-04-29'],
      `《${name}${RULE}》解读${mark}`,
      '为什么制定、谁来管、补多少、农户要不要出钱。',
      body(
        part('为什么制定', '过去重建设、轻管护，设施坏了没人修。办法把责任和经费固定下来。'),
        part('和群众有什么关系', list('设施坏了向村里报修；', '村里五日内答复；', '不向农户收费。')),
        part('有疑问找谁', `县政府办公室，电话${phone}。`),
      ),
      { topic: '农业农村', genre: '文字解读', keywords: ['管护', '解读'], handler: '县政府办公室' },
    ),
    document(
      'policy-recent',
      'policies',
      policy,
      `${name}关于做好今冬明春困难群众救助工作的通知${mark}`,
      '走访、发放和应急救助的要求和时限。',
      body(
        '各乡镇人民政府、县直有关部门：现就困难群众救助工作通知如下。',
        part('一、走访', '对低保、特困、独居老人逐户走访，建立台账。'),
        part('二、发放', table('时限', ['事项', '完成'], ['取暖补贴', '供暖前发放到户'], ['临时救助', '情况紧急的先救助、后补手续'])),
        part('三、公开', '救助对象和金额按规定公示，保护个人隐私。'),
      ),
      {
        documentNumber: `${sign}办发〔${policy[0].slice(0, 4)}〕21号`,
        topic: '社会救助',
        genre: '政策文件',
        keywords: ['救助', '取暖补贴'],
      },
    ),
    document(
      'notice',
      'notices',
      notice,
      `${name}关于冬季供暖服务的通告${mark}`,
      '供暖时间、温度标准和报修电话。',
      body(
        part('供暖服务', `供暖期内室温低于标准的，用户可以拨打${phone}报修，当天上门。`),
        part('注意', list('不私自改动管道；', '长期外出请关闭入户阀门。')),
      ),
      { topic: '公共服务', genre: '通告', keywords: ['供暖', '报修'] },
    ),
    document(
      'news',
      'news',
      news,
      `${name}组织乡镇政务公开工作培训${mark}`,
      `${towns.join('、')}等乡镇参加，讲解公开目录和年度报告。`,
      body(
        `${dayWords(news[0])}，县政府办公室组织乡镇、部门政务公开工作人员培训。`,
        part('讲了什么', list('公开目录怎样核对；', '申请答复怎样写明救济途径；', '年度报告的数字从哪里来。')),
        part('下一步', `${dayWords(addDays(news[1], 20))}前逐个单位回访。`),
      ),
      { topic: '政务公开', keywords: ['培训', '政务公开'] },
    ),
    document(
      'answer',
      'responses',
      answer,
      `关于城区公交末班车时间的回应${mark}`,
      '自下月起末班车延后半小时。',
      body(
        part('群众反映', '下班晚，赶不上末班车。'),
        part('处理结果', '1路、3路末班车延后到20:30，试行三个月后评估。'),
        part('意见', `有建议请拨打${phone}。`),
      ),
      { topic: '公共服务', keywords: ['公交', '回应'] },
    ),
  ];
}

/** The county's line in the register of normative documents. */
export function normativeOf({ sign }: County): readonly DemoNormative[] {
  return [
    {
      key: 'rule-facilities',
      number: `${sign}规〔2026〕1号`,
      legalReviewOn: '2026-04-20',
      interpretedBy: [{ key: 'rule-facilities-text', form: 'text' }],
    },
  ];
}
