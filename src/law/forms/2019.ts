import { day } from '#lib/day.ts';
import type { Form, ProactiveColumn } from './form.ts';
import {
  APPLICANT_COLUMNS,
  CLOSING_ROWS,
  INTAKE_ROWS,
  ONE_OTHER_ROW,
  OUTCOME_ROWS,
  REMEDY_COLUMNS,
  REMEDY_GROUPS,
  REQUESTS_CORNER,
  SECTION_TITLES,
} from './rows.ts';

const ITEM_COLUMNS: readonly ProactiveColumn[] = [
  { key: 'previousItems', label: '上一年项目数量', unit: 'count', counts: '上一年末的项目数' },
  { key: 'change', label: '本年增/减', unit: 'change', counts: '本年项目数的增减，可为负' },
  { key: 'decisions', label: '处理决定数量', unit: 'count', counts: '本年作出的处理决定' },
];

/** 国办公开办函〔2019〕60号（试行）: read and checked, never compiled. Labels as the real reports of 2019 and 2020 print them. */
export const FORM_2019: Form = {
  edition: '2019',
  notice: '国办公开办函〔2019〕60号',
  basisLaw: 'FORM2019',
  years: [2019, 2020],
  compiled: false,
  unverified: '第（一）（五）（六）（八）项各列名称依2019、2020年度公开年报，未与通知原文核对',
  issuedOn: day('2019-12-03'),
  sections: SECTION_TITLES,
  aspects: ['主动公开', '依申请公开', '政府信息管理', '平台建设', '监督保障'],
  proactive: [
    {
      item: '第二十条第（一）项',
      corner: '信息内容',
      flat: false,
      basis: ['OGIR2019 20(1)'],
      columns: [
        { key: 'made', label: '本年新制作数量', unit: 'count', counts: '本年制作的文件' },
        { key: 'published', label: '本年新公开数量', unit: 'count', counts: '本年新公开的文件' },
        { key: 'publicTotal', label: '对外公开总数量', unit: 'count', counts: '年末对外公开的文件总数' },
      ],
      rows: [
        { key: 'regulations', label: '规章' },
        { key: 'normativeDocuments', label: '规范性文件' },
      ],
    },
    {
      item: '第二十条第（五）项',
      corner: '信息内容',
      flat: false,
      basis: ['OGIR2019 20(5)'],
      columns: ITEM_COLUMNS,
      rows: [
        { key: 'licences', label: '行政许可' },
        { key: 'otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      item: '第二十条第（六）项',
      corner: '信息内容',
      flat: false,
      basis: ['OGIR2019 20(6)'],
      columns: ITEM_COLUMNS,
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      item: '第二十条第（八）项',
      corner: '信息内容',
      flat: false,
      basis: ['OGIR2019 20(8)'],
      columns: ITEM_COLUMNS.slice(0, 2),
      rows: [{ key: 'fees', label: '行政事业性收费' }],
    },
    {
      item: '第二十条第（九）项',
      corner: '信息内容',
      flat: false,
      basis: ['OGIR2019 20(9)'],
      columns: [
        { key: 'items', label: '采购项目数量', unit: 'count', counts: '本年政府集中采购项目' },
        { key: 'amountInTenThousandYuan', label: '采购总金额', unit: 'money', counts: '本年政府集中采购总金额（万元）' },
      ],
      rows: [{ key: 'procurement', label: '政府集中采购' }],
    },
  ],
  requestsCorner: REQUESTS_CORNER,
  requestsHead: '申请人情况',
  applicantColumns: APPLICANT_COLUMNS,
  outcomesLabel: '三、本年度办理结果',
  requestRows: [...INTAKE_ROWS, ...OUTCOME_ROWS, ONE_OTHER_ROW, ...CLOSING_ROWS],
  remedyGroups: REMEDY_GROUPS,
  remedyColumns: REMEDY_COLUMNS,
};
