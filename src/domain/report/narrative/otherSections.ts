import { allZero, always, type Condition, heading, type ParagraphTemplate, paragraph, type Statement } from './template.ts';

/** Basis, parts, period, where to find it, whom to ask. */
export const PREAMBLE: readonly ParagraphTemplate[] = [
  paragraph(
    '0/basis',
    0,
    always(
      'basis',
      '编制依据',
      '根据《中华人民共和国政府信息公开条例》第五十条和{notice}规定的格式，编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
    ),
    always('period', '统计期限', '本报告所列数据的统计期限为{begin}至{end}。'),
    always('download', '报告的查阅地址', '本报告可在{site}（{siteAddress}）查阅和下载。', { fact: 'site' }, { fact: 'siteAddress' }),
    {
      id: 'contact',
      about: '联系方式',
      alternatives: [
        {
          text: '对本报告有疑问的，请与{workingUnit}联系（地址：{address}；邮编：{postcode}；电话：{phone}）。',
          when: [{ fact: 'phone' }, { fact: 'postcode' }],
        },
        { text: '对本报告有疑问的，请与{workingUnit}联系（地址：{address}；电话：{phone}）。', when: [{ fact: 'phone' }] },
      ],
    },
  ),
];

const SOME_IMPROVEMENTS: Condition = { list: 'improvements', is: 'some' };

/** 存在的主要问题及改进情况, from the problems list: what was done about last year's, this year's, what will be done. */
export const SECTION_FIVE: readonly ParagraphTemplate[] = [
  paragraph(
    '5/improvements',
    5,
    always('improvements', '上年问题的改进情况', '{year}年，对上年度年报指出的问题作了改进：[[improvements]]。', SOME_IMPROVEMENTS),
  ),
  paragraph(
    '5/problems',
    5,
    always('problems', '存在的主要问题', '政府信息公开工作存在的主要问题：[[problems]]。', { list: 'problems', is: 'some' }),
  ),
  paragraph('5/measures', 5, always('measures', '改进措施', '下一步改进措施：[[measures]]。', { list: 'measures', is: 'some' })),
];

/** The hotline in one breath, for the report and for the returns of a month or quarter; `time` says when. */
export function hotline(time: string): Statement {
  return {
    id: 'hotline',
    about: '12345热线转办工单',
    alternatives: [
      {
        text: `${time}，{{figures/tickets/received|未收到}}12345政务服务便民热线转办工单，{{figures/tickets/due|没有}}到期应办结的工单。`,
        when: allZero('figures/tickets/received', 'figures/tickets/due'),
      },
      {
        text: `${time}，收到12345政务服务便民热线转办工单{{figures/tickets/received}}件，{{figures/tickets/due|没有}}到期应办结的工单。`,
        when: allZero('figures/tickets/due'),
      },
      {
        text: `${time}，收到12345政务服务便民热线转办工单{{figures/tickets/received}}件；截至{end}，应办结{{figures/tickets/due}}件，其中已办结{{figures/tickets/dueClosed}}件，办结率{{figures/tickets/closureRate}}%。`,
      },
    ],
  };
}

/** How many of the hotline's tickets were closed in time. */
export function hotlineInTime(time: string): Statement {
  return always(
    'hotlineInTime',
    '12345热线工单按时办结',
    `${time}到期的工单{{figures/tickets/dueInSpan}}件，其中按时办结{{figures/tickets/dueClosedInTime}}件，按时办结率{{figures/tickets/inTimeRate}}%。`,
    { figure: 'figures/tickets/dueInSpan', is: 'some' },
  );
}

/** The processing fee, with its zero said in so many words. */
export function processingFee(time: string): Statement {
  return always(
    'processingFee',
    '信息处理费',
    `${time}，发出信息处理费收费通知{{figures/processingFee/noticedItems}}件，收费通知总金额{{figures/processingFee/noticedFen}}元，实际收取信息处理费{{figures/processingFee/paidFen}}元。`,
  );
}

/** 其他需要报告的事项. */
export const SECTION_SIX: readonly ParagraphTemplate[] = [
  heading('6/fee/head', 6, '（一）信息处理费收取情况'),
  paragraph('6/fee', 6, processingFee('{year}年')),
  heading('6/hotline/head', 6, '（二）12345政务服务便民热线工单办理情况'),
  paragraph('6/hotline', 6, hotline('{year}年'), hotlineInTime('{year}年')),
];
