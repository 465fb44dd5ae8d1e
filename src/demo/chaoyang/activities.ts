import type { Line } from '../shape.ts';

/** Trainings by the county's data bureau and inspections of the service hall, as the report names them: none of them about disclosure work. */
const HELD: readonly (readonly [kind: 'training' | 'inspection', on: string, subject: string, organiser: string])[] = [
  ['training', '2023-02-15', '行政许可事项管理系统操作', '县政数局'],
  ['training', '2023-04-12', '政务服务事项向基层延伸', '县政数局'],
  ['training', '2023-05-24', '行政许可事项管理系统操作', '县政数局'],
  ['training', '2023-06-28', '政务服务事项向基层延伸', '县政数局'],
  ['training', '2023-08-16', '行政许可事项管理系统操作', '县政数局'],
  ['training', '2023-10-18', '政务服务事项向基层延伸', '县政数局'],
  ['training', '2023-11-15', '行政许可事项管理系统操作', '县政数局'],
  ['inspection', '2023-03-08', '省巡视组到政务大厅检查', '省巡视组'],
  ['inspection', '2023-04-19', '市巡视组到政务大厅检查', '市巡视组'],
  ['inspection', '2023-05-31', '县电子政务外网专项检查', '县电子政务外网专项检查组'],
  ['inspection', '2023-07-12', '市巡视组到政务大厅检查', '市巡视组'],
  ['inspection', '2023-08-30', '县电子政务外网专项检查', '县电子政务外网专项检查组'],
  ['inspection', '2023-10-25', '省巡视组到政务大厅检查', '省巡视组'],
  ['inspection', '2023-12-06', '县电子政务外网专项检查', '县电子政务外网专项检查组'],
];

export const ACTIVITIES: readonly Line[] = HELD.map(([kind, on, subject, organiser], i) => ({
  id: `cyz-hd-2023-${String(i + 1).padStart(3, '0')}`,
  agency: 'cyz',
  kind,
  on,
  subject,
  organiser,
  aboutDisclosure: false,
}));
