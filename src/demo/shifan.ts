import type { Declaration } from '#domain/registers/index.ts';
import type { DemoRegisters } from './shape.ts';
import { ADMINISTRATIVE, NORMATIVE_DOCUMENTS } from './shifan/documents.ts';
import { ITEMS, PUBLICATIONS } from './shifan/items.ts';
import { REMEDIES } from './shifan/remedies.ts';
import { REQUESTS } from './shifan/requests.ts';
import { TICKETS } from './shifan/tickets.ts';
import { ACTIVITIES, PROBLEMS } from './shifan/work.ts';
import { unitsOf } from './units.ts';

const OFFICE = '示范镇人民政府办公室';
const DECLARED: readonly Declaration['register'][] = [
  'requests',
  'normativeDocuments',
  'items',
  'administrative',
  'remedies',
  'tickets',
  'activities',
];

/** Two years, each register declared kept on the tenth of the January after. */
const DECLARATIONS: readonly Declaration[] = [2022, 2023].flatMap((year) =>
  DECLARED.map(
    (register): Declaration => ({
      agency: 'sfz',
      register,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      state: 'kept',
      by: OFFICE,
      on: `${year + 1}-01-10`,
    }),
  ),
);

/** What the printed report of 2021 left to 2022; the records entered for it agree. */
const OPENING: DemoRegisters['opening'][number] = {
  agency: 'sfz',
  year: 2021,
  tables: {
    proactive: {
      regulations: { issued: 0, abolished: 0, inForce: 0 },
      normativeDocuments: { issued: 2, abolished: 0, inForce: 7 },
    },
    requests: { '4': [1, 1, 1, 1, 1, 1, 6] },
    remedies: { review: [0, 0, 0, 1, 1], litigationDirect: [0, 0, 0, 0, 0], litigationAfterReview: [0, 0, 0, 0, 0] },
  },
};

/**
 * 示范镇 of the invented 示范县, 2022 and 2023: every row of section three, every cell of section four and of section
 * two but 规章 is non-zero in both years, and what one year leaves open the next one carries in.
 */
export function shifan(): DemoRegisters {
  return {
    agencies: unitsOf({ county: ['sfx', '示范县'], town: ['sfz', '示范镇'], villages: ['演示村'] }),
    declarations: DECLARATIONS,
    opening: [OPENING],
    requests: REQUESTS,
    normativeDocuments: NORMATIVE_DOCUMENTS,
    items: ITEMS,
    publications: PUBLICATIONS,
    administrative: ADMINISTRATIVE,
    remedies: REMEDIES,
    tickets: TICKETS,
    activities: ACTIVITIES,
    problems: PROBLEMS,
    offices: [
      {
        agency: 'sfz',
        signedBy: OFFICE,
        workingUnit: OFFICE,
        site: { name: '示范县人民政府门户网站', address: null, own: false },
        contact: { address: '示范县示范镇演示路1号', phone: '000-00000000', postcode: '000000' },
        channelNames: {
          wechat: '“示范镇”微信公众号',
          broadcast: '村广播（大喇叭）',
          noticeBoard: '村公示栏',
          serviceCentre: '便民服务中心',
        },
      },
    ],
  };
}
