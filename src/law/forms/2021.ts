import { day } from '#lib/day.ts';
import type { Form } from './form.ts';
import {
  APPLICANT_COLUMNS,
  CLOSING_ROWS,
  INTAKE_ROWS,
  OTHER_ROWS,
  OUTCOME_ROWS,
  REMEDY_COLUMNS,
  REMEDY_GROUPS,
  REQUESTS_CORNER,
  SECTION_TITLES,
} from './rows.ts';

const DECISIONS = '以本机关名义作出的决定（准予与不予、已公开与依法不公开的都计），按决定日期；委托作出的归委托机关';

/** 国办公开办函〔2021〕30号, the form in use: 10 + 175 + 15 = 200 cells. */
export const FORM_2021: Form = {
  edition: '2021',
  notice: '国办公开办函〔2021〕30号',
  basisLaw: 'FORM2021',
  years: [2021, null],
  compiled: true,
  issuedOn: day('2021-09-26'),
  sections: SECTION_TITLES,
  aspects: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
  proactive: [
    {
      item: '第二十条第（一）项',
      corner: '信息内容',
      flat: false,
      basis: ['OGIR2019 20(1)'],
      columns: [
        {
          key: 'issued',
          label: '本年制发件数',
          unit: 'count',
          counts: '以本机关文号印发并已公布的文件（联合发文只计牵头机关），按印发日期',
        },
        { key: 'abolished', label: '本年废止件数', unit: 'count', counts: '废止、被替代或有效期届满失效的文件，按失去效力的首日' },
        { key: 'inForce', label: '现行有效件数', unit: 'count', counts: '期间末日二十四时：历年制发减历年废止；已印发尚未施行的计入' },
      ],
      rows: [
        { key: 'regulations', label: '规章' },
        { key: 'normativeDocuments', label: '行政规范性文件' },
      ],
    },
    {
      item: '第二十条第（五）项',
      corner: '信息内容',
      flat: true,
      basis: ['OGIR2019 20(5)'],
      columns: [{ key: 'value', label: '本年处理决定数量', unit: 'count', counts: DECISIONS }],
      rows: [{ key: 'licences', label: '行政许可' }],
    },
    {
      item: '第二十条第（六）项',
      corner: '信息内容',
      flat: true,
      basis: ['OGIR2019 20(6)'],
      columns: [{ key: 'value', label: '本年处理决定数量', unit: 'count', counts: DECISIONS }],
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      item: '第二十条第（八）项',
      corner: '信息内容',
      flat: true,
      basis: ['OGIR2019 20(8)'],
      columns: [
        {
          key: 'value',
          label: '本年收费金额（单位：万元）',
          unit: 'money',
          counts: '实际收取的行政事业性收费，扣除退费，按收款之日；不含信息处理费',
        },
      ],
      rows: [{ key: 'feesInTenThousandYuan', label: '行政事业性收费' }],
    },
  ],
  requestsCorner: REQUESTS_CORNER,
  requestsHead: '申请人情况',
  applicantColumns: APPLICANT_COLUMNS,
  outcomesLabel: '三、本年度办理结果',
  requestRows: [...INTAKE_ROWS, ...OUTCOME_ROWS, ...OTHER_ROWS, ...CLOSING_ROWS],
  remedyGroups: REMEDY_GROUPS,
  remedyColumns: REMEDY_COLUMNS,
};
