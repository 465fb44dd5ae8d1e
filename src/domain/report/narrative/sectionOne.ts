import { allZero, always, heading, type ParagraphTemplate, paragraph } from './template.ts';

const INTAKE = ['requests/1/total', 'requests/2/total', 'requests/4/total'] as const;

/** Section one, 总体情况: the five aspects the notice names, each with what was counted. */
export const SECTION_ONE: readonly ParagraphTemplate[] = [
  heading('1/proactive/head', 1, '（一）主动公开'),
  paragraph(
    '1/proactive',
    1,
    {
      id: 'items',
      about: '主动公开的条数',
      alternatives: [
        { text: '{year}年{{figures/items|没有}}主动公开的政府信息。', when: allZero('figures/items') },
        { text: '{year}年，主动公开政府信息{{figures/items}}条。' },
      ],
    },
    always(
      'kinds',
      '政策解读和回应关切的条数',
      '其中，[[kinds]]。',
      { figure: 'figures/items', is: 'some' },
      { list: 'kinds', is: 'some' },
    ),
    always(
      'channels',
      '各渠道发布的条数',
      '按发布渠道分，[[channels]]；同一条信息在几个渠道发布的，各渠道分别计数。',
      { figure: 'figures/items', is: 'some' },
      { list: 'channels', is: 'some' },
    ),
  ),
  heading('1/onRequest/head', 1, '（二）依申请公开'),
  paragraph(
    '1/onRequest',
    1,
    {
      id: 'requests',
      about: '依申请公开的件数',
      alternatives: [
        {
          text: '{year}年，{{requests/1/total|未收到}}政府信息公开申请，{{requests/2/total|没有}}上年结转的申请，{{requests/4/total|没有}}结转下年度继续办理的申请。',
          when: allZero(...INTAKE),
        },
        {
          text: '{year}年，新收到政府信息公开申请{{requests/1/total}}件，上年结转{{requests/2/total}}件，办结{{requests/3.7/total}}件，结转下年度继续办理{{requests/4/total}}件。',
        },
      ],
    },
    always('outcomes', '申请的办理结果', '办结的申请中，[[outcomes]]。', { figure: 'requests/3.7/total', is: 'some' }),
    {
      id: 'review',
      about: '行政复议',
      alternatives: [
        {
          text: '{{remedies/review/total|没有}}因政府信息公开工作被申请行政复议的案件。',
          when: allZero('remedies/review/total'),
        },
        { text: '因政府信息公开工作被申请行政复议的案件{{remedies/review/total}}件，其中[[reviewResults]]。' },
      ],
    },
    {
      id: 'litigation',
      about: '行政诉讼',
      alternatives: [
        {
          text: '{{figures/remedies/litigation|没有}}因政府信息公开工作被提起行政诉讼的案件。',
          when: allZero('figures/remedies/litigation'),
        },
        {
          text: '因政府信息公开工作被提起行政诉讼的案件{{figures/remedies/litigation}}件，其中未经复议直接起诉{{remedies/litigationDirect/total}}件、复议后起诉{{remedies/litigationAfterReview/total}}件。',
        },
      ],
    },
  ),
  heading('1/management/head', 1, '（三）政府信息管理'),
  paragraph('1/management', 1, {
    id: 'normative',
    about: '行政规范性文件的件数',
    alternatives: [
      {
        text: '{year}年{{proactive/normativeDocuments/issued|未制发}}、{{proactive/normativeDocuments/abolished|未废止}}行政规范性文件，截至{end}{{proactive/normativeDocuments/inForce|没有}}现行有效的行政规范性文件。',
        when: allZero(
          'proactive/normativeDocuments/issued',
          'proactive/normativeDocuments/abolished',
          'proactive/normativeDocuments/inForce',
        ),
      },
      {
        text: '{year}年，制发行政规范性文件{{proactive/normativeDocuments/issued}}件，废止{{proactive/normativeDocuments/abolished}}件；截至{end}，现行有效的行政规范性文件{{proactive/normativeDocuments/inForce}}件。',
      },
    ],
  }),
  heading('1/platform/head', 1, '（四）政府信息公开平台建设'),
  paragraph(
    '1/platform',
    1,
    {
      id: 'site',
      about: '公开信息所用的网站',
      alternatives: [
        { text: '本机关以本机关网站（{site}）为政府信息公开第一平台。', when: [{ fact: 'site' }, { fact: 'siteOwn' }] },
        { text: '本机关以{site}为政府信息公开第一平台。', when: [{ fact: 'site' }] },
      ],
    },
    always(
      'otherChannels',
      '其他公开渠道',
      '除网站外，还通过[[otherChannels]]公开政府信息。',
      { fact: 'site' },
      { list: 'otherChannels', is: 'some' },
    ),
  ),
  heading('1/supervision/head', 1, '（五）监督保障'),
  paragraph(
    '1/supervision',
    1,
    {
      id: 'training',
      about: '业务培训',
      alternatives: [
        {
          text: '{year}年{{figures/activities/training/all|没有}}组织或者参加业务培训。',
          when: allZero('figures/activities/training/all'),
        },
        {
          text: '{year}年，组织和参加业务培训{{figures/activities/training/all}}次[[（trainings）]]，其中{{figures/activities/training/aboutDisclosure|没有}}政府信息公开方面的培训。',
          when: allZero('figures/activities/training/aboutDisclosure'),
        },
        {
          text: '{year}年，组织和参加业务培训{{figures/activities/training/all}}次[[（trainings）]]，其中政府信息公开方面的培训{{figures/activities/training/aboutDisclosure}}次。',
        },
      ],
    },
    {
      id: 'inspection',
      about: '检查',
      alternatives: [
        { text: '{{figures/activities/inspection/all|没有}}接受上级检查。', when: allZero('figures/activities/inspection/all') },
        {
          text: '接受上级检查{{figures/activities/inspection/all}}次[[（inspections）]]，其中{{figures/activities/inspection/aboutDisclosure|没有}}政府信息公开方面的检查。',
          when: allZero('figures/activities/inspection/aboutDisclosure'),
        },
        {
          text: '接受上级检查{{figures/activities/inspection/all}}次[[（inspections）]]，其中政府信息公开方面的检查{{figures/activities/inspection/aboutDisclosure}}次。',
        },
      ],
    },
    {
      id: 'assessment',
      about: '工作考核结果',
      alternatives: [
        {
          text: '{year}年{{figures/activities/assessment/all|未开展}}政府信息公开工作考核。',
          when: allZero('figures/activities/assessment/all'),
        },
        { text: '政府信息公开工作考核{{figures/activities/assessment/all}}次[[：assessments]]。' },
      ],
    },
    {
      id: 'evaluation',
      about: '社会评议结果',
      alternatives: [
        {
          text: '{{figures/activities/socialEvaluation/all|未开展}}政府信息公开工作社会评议。',
          when: allZero('figures/activities/socialEvaluation/all'),
        },
        { text: '政府信息公开工作社会评议{{figures/activities/socialEvaluation/all}}次[[：evaluations]]。' },
      ],
    },
    {
      id: 'accountability',
      about: '责任追究结果',
      alternatives: [
        {
          text: '{{figures/activities/accountability/all|没有}}因政府信息公开工作被责任追究的情形。',
          when: allZero('figures/activities/accountability/all'),
        },
        { text: '因政府信息公开工作责任追究{{figures/activities/accountability/all}}次[[：accountabilities]]。' },
      ],
    },
  ),
];
