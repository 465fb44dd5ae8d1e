import type { Declaration } from '#domain/registers/index.ts';
import { ACTIVITIES } from './chaoyang/activities.ts';
import { ITEMS, PUBLICATIONS } from './chaoyang/items.ts';
import { TICKETS } from './chaoyang/tickets.ts';
import type { DemoRegisters, Line } from './shape.ts';
import { unitsOf } from './units.ts';

const OFFICE = '朝阳镇人民政府办公室';

function declared(register: Declaration['register'], state: Declaration['state']): Declaration {
  return { agency: 'cyz', register, from: '2023-01-01', to: '2023-12-31', state, by: OFFICE, on: '2024-01-10' };
}

const ZERO_MONTHS: readonly Line[] = Array.from({ length: 12 }, (_, i) => ({
  agency: 'cyz',
  month: `2023-${String(i + 1).padStart(2, '0')}`,
  licences: 0,
  penalties: 0,
  coercion: 0,
  feesFen: 0,
}));

/** Problem and measure, as section five of the township's report has them. */
const PROBLEMS: readonly (readonly [problem: string, measure: string])[] = [
  ['信息公开的内容有待进一步完善', '加强《中华人民共和国政府信息公开条例》的学习，提高依法办理政府信息公开工作的能力'],
  ['信息公开内容的广度和深度还不够', '加强对各站所信息公开人员的培训，提高公开意识，做好信息内容的提炼'],
  ['政策解读方式不够新颖，解读内容还不够通俗易懂', '拓展政府信息公开渠道，创新公开形式，加强与公众的互动，听取公众的意见和建议'],
];

/** What the report of 2022 left to 2023: nothing open, nothing in force. */
const OPENING: DemoRegisters['opening'][number] = {
  agency: 'cyz',
  year: 2022,
  tables: {
    proactive: {
      regulations: { issued: 0, abolished: 0, inForce: 0 },
      normativeDocuments: { issued: 0, abolished: 0, inForce: 0 },
    },
    requests: { '4': [0, 0, 0, 0, 0, 0, 0] },
    remedies: { review: [0, 0, 0, 0, 0], litigationDirect: [0, 0, 0, 0, 0], litigationAfterReview: [0, 0, 0, 0, 0] },
  },
};

/** 朝阳镇 2023 as its registers must have been for its published report: 30 items, 104 tickets, 7 trainings, 7 inspections, no request, no case. */
export function chaoyang(): DemoRegisters {
  return {
    agencies: unitsOf({ county: ['hnx', '辉南县'], town: ['cyz', '朝阳镇'], villages: ['演示一村', '演示二村'] }),
    declarations: [
      declared('requests', 'nil'),
      declared('normativeDocuments', 'nil'),
      declared('items', 'kept'),
      declared('administrative', 'kept'),
      declared('remedies', 'nil'),
      declared('tickets', 'kept'),
      declared('activities', 'kept'),
    ],
    opening: [OPENING],
    requests: [],
    normativeDocuments: [],
    items: ITEMS,
    publications: PUBLICATIONS,
    administrative: ZERO_MONTHS,
    remedies: [],
    tickets: TICKETS,
    activities: ACTIVITIES,
    problems: PROBLEMS.map(([problem, measure], i) => ({
      number: `cyz-wt-2023-${i + 1}`,
      agency: 'cyz',
      year: 2023,
      foundOn: '2023-12-20',
      problem,
      measure,
      carried: false,
    })),
    offices: [
      {
        agency: 'cyz',
        signedBy: OFFICE,
        workingUnit: OFFICE,
        site: { name: '辉南县人民政府门户网站', address: null, own: false },
        contact: { address: '辉南县朝阳镇（演示地址）', phone: '0435-0000000', postcode: null },
        channelNames: { broadcast: '村广播（大喇叭）', noticeBoard: '村公示栏' },
      },
    ],
  };
}
