import type { Sketch } from '#domain/checker/sketch.ts';

/** Thirty-seven applications of the year, four carried in and five carried over; remedies, documents and decisions beside them. */
const BUSY = {
  'requests/1/naturalPerson': 29,
  'requests/1/business': 6,
  'requests/1/legalService': 2,
  'requests/1/total': 37,
  'requests/2/naturalPerson': 3,
  'requests/2/business': 1,
  'requests/2/total': 4,
  'requests/3.1/naturalPerson': 14,
  'requests/3.1/business': 3,
  'requests/3.1/legalService': 1,
  'requests/3.1/total': 18,
  'requests/3.2/naturalPerson': 4,
  'requests/3.2/business': 1,
  'requests/3.2/total': 5,
  'requests/3.3.2/naturalPerson': 1,
  'requests/3.3.2/total': 1,
  'requests/3.3.5/naturalPerson': 1,
  'requests/3.3.5/total': 1,
  'requests/3.3.6/business': 1,
  'requests/3.3.6/total': 1,
  'requests/3.4.1/naturalPerson': 5,
  'requests/3.4.1/legalService': 1,
  'requests/3.4.1/total': 6,
  'requests/3.4.2/naturalPerson': 1,
  'requests/3.4.2/total': 1,
  'requests/3.5.1/naturalPerson': 1,
  'requests/3.5.1/total': 1,
  'requests/3.5.2/business': 1,
  'requests/3.5.2/total': 1,
  'requests/3.6.1/naturalPerson': 1,
  'requests/3.6.1/total': 1,
  'requests/3.7/naturalPerson': 28,
  'requests/3.7/business': 6,
  'requests/3.7/legalService': 2,
  'requests/3.7/total': 36,
  'requests/4/naturalPerson': 4,
  'requests/4/business': 1,
  'requests/4/total': 5,
  'remedies/review/upheld': 2,
  'remedies/review/corrected': 1,
  'remedies/review/pending': 1,
  'remedies/review/total': 4,
  'remedies/litigationDirect/upheld': 1,
  'remedies/litigationDirect/total': 1,
  'remedies/litigationAfterReview/pending': 1,
  'remedies/litigationAfterReview/total': 1,
  'proactive/normativeDocuments/issued': 9,
  'proactive/normativeDocuments/abolished': 3,
  'proactive/normativeDocuments/inForce': 41,
  'proactive/licences': 1287,
  'proactive/penalties': 64,
  'proactive/coercion': 7,
  'proactive/feesInTenThousandYuan': 18.35,
};

/** Two years of the older form. */
const OLDER = {
  'requests/1/naturalPerson': 10,
  'requests/1/business': 2,
  'requests/1/total': 12,
  'requests/3.1/naturalPerson': 7,
  'requests/3.1/business': 2,
  'requests/3.1/total': 9,
  'requests/3.4.1/naturalPerson': 2,
  'requests/3.4.1/total': 2,
  'requests/3.7/naturalPerson': 9,
  'requests/3.7/business': 2,
  'requests/3.7/total': 11,
  'requests/4/naturalPerson': 1,
  'requests/4/total': 1,
  'proactive/normativeDocuments/made': 2,
  'proactive/normativeDocuments/published': 2,
  'proactive/normativeDocuments/publicTotal': 17,
  'proactive/licences/previousItems': 14,
  'proactive/licences/decisions': 530,
  'proactive/penalties/previousItems': 40,
  'proactive/penalties/change': 3,
  'proactive/penalties/decisions': 21,
};

const FIVE = [
  '从全年情况看，主要有两点不足：个别栏目更新偏慢；政策解读以文字为主，群众看不大懂。',
  '对此，我们将按月核查栏目更新，把图解、短视频用起来，让群众看得懂、用得上。',
];
const SIX = ['本年度发出信息处理费收费通知0件、总金额0元，实际收取0元。'];

/** A section one with the five aspects in running words; `our` is how the unit calls itself. */
function plainOne(our: string, end: string): string[] {
  return [
    `${our}把公开贯穿工作全过程。主动公开方面，围绕群众关切及时发布信息。`,
    '依申请公开方面，做到件件有登记、事事有回音。',
    '政府信息管理方面，坚持先审查、后公开，定期清理失效内容。',
    '公开平台建设方面，专人维护网站栏目，办好线下查阅点。',
    end,
  ];
}

const OFFICE_END = '监督保障方面，分管负责同志每季度听取一次汇报，组织业务学习。';
const GOVERNMENT_END = '监督保障方面，上级考核我们得92分，社会评议满意率为97.2%，全年没有人被追究责任。';

type Whole = Sketch & { readonly unit: string; readonly year: number };

function office(unit: string, year: number, signedOn: string, our: string, government: boolean, cells: Sketch['cells'] = {}): Whole {
  return {
    unit,
    title: `${unit}${year}年政府信息公开工作年度报告`,
    year,
    preamble: [`本报告依据《中华人民共和国政府信息公开条例》第五十条编制，数据统计期限为${year}年1月1日至${year}年12月31日。`],
    one: plainOne(our, government ? GOVERNMENT_END : OFFICE_END),
    five: FIVE,
    six: SIX,
    signedBy: unit,
    signedOn,
    cells,
  };
}

/** Invented units that write each in its own way; every report is complete and free of errors. */
export const VOICES = {
  town: office('柳河镇人民政府', 2024, '2025-01-15', '柳河镇', true),
  busyTown: office('青禾县柳河镇人民政府', 2023, '2024-01-22', '柳河镇', true, BUSY),
  xiang: office('青禾县杏花岭乡人民政府', 2025, '2026-01-14', '杏花岭乡', true),
  street: office('临川区桥西街道办事处', 2024, '2025-01-20', '桥西街道', false, BUSY),
  forestry: office('青禾县林业局', 2024, '2025-01-16', '我局', false, BUSY),
  schools: office('青禾县教育局', 2022, '2023-01-19', '局机关', false, BUSY),
  tax: office('国家税务总局青禾县税务局', 2023, '2024-01-24', '县税务局', false, BUSY),
  weather: office('宁州市气象局', 2025, '2026-01-20', '市气象局', false, BUSY),
  police: office('宁州市公安局临川分局', 2021, '2022-01-21', '分局', false, BUSY),
  department: office('江原省水利厅', 2024, '2025-01-23', '水利厅', false, BUSY),
  county: office('青禾县人民政府', 2024, '2025-03-18', '青禾县', true, BUSY),
  city: office('宁州市人民政府', 2023, '2024-03-22', '宁州市', true, { ...BUSY, 'proactive/regulations/inForce': 6 }),
  hospital: office('宁州市第二人民医院', 2022, '2023-01-12', '医院', false),
  school: office('青禾县实验中学', 2024, '2025-01-09', '学校', false),
  roads: { ...office('青禾县交通运输局', 2019, '2020-01-17', '县交通运输局', false, OLDER), form: '2019' },
  water: { ...office('青禾县水务局', 2020, '2021-01-20', '县水务局', false, OLDER), form: '2019' },
} as const satisfies Record<string, Whole>;

export type Voice = keyof typeof VOICES;

/** Last year's report of a unit: 30 applications received, four carried over, 35 documents in force, fees of 16.2 万元. */
export function lastYear(voice: Voice): Sketch {
  const { unit, year } = VOICES[voice];
  const cells = {
    'requests/1/naturalPerson': 24,
    'requests/1/business': 6,
    'requests/1/total': 30,
    'requests/3.1/naturalPerson': 21,
    'requests/3.1/business': 5,
    'requests/3.1/total': 26,
    'requests/3.7/naturalPerson': 21,
    'requests/3.7/business': 5,
    'requests/3.7/total': 26,
    'requests/4/naturalPerson': 3,
    'requests/4/business': 1,
    'requests/4/total': 4,
    'proactive/regulations/inForce': voice === 'city' ? 6 : 0,
    'proactive/normativeDocuments/inForce': 35,
    'proactive/feesInTenThousandYuan': 16.2,
  };
  return { unit, year: year - 1, title: `${unit}${year - 1}年政府信息公开工作年度报告`, cells };
}
