import { day } from '#lib/day.ts';
import { articles, type Law } from './law.ts';

/** The form of the annual report, first edition (for trial). */
export const FORM2019: Law = {
  key: 'FORM2019',
  title: '《中华人民共和国政府信息公开工作年度报告格式（试行）》',
  number: '国办公开办函〔2019〕60号',
  from: day('2019-12-03'),
  until: day('2021-09-25'),
  unverified: '未与通知原文核对',
  articles: articles({}),
};

/** The form of the annual report in use. */
export const FORM2021: Law = {
  key: 'FORM2021',
  title: '《中华人民共和国政府信息公开工作年度报告格式》',
  number: '国办公开办函〔2021〕30号',
  from: day('2021-09-26'),
  until: null,
  articles: articles({}),
};

/** The information-processing fee. */
export const FEE2020: Law = {
  key: 'FEE2020',
  title: '《政府信息公开信息处理费管理办法》',
  number: '国办函〔2020〕109号',
  from: day('2021-01-01'),
  until: null,
  unverified: '施行日期及第五、七、八条未与原文核对',
  articles: articles({
    2: '信息处理费只对超过一定数量或者频次的申请收取，用以引导行使权利。',
    3: '可以按件计收也可以按量计收，均实行超额累进；同一申请只能适用一种标准。',
    4: '按件计收适用于所有处理决定类型；内容可按一事一申请拆分。',
    5: '按量计收适用于以纸张、电子邮件、电子介质复制提供的情形，按每件申请分别计算。',
    6: '在答复期限内按申请人获取信息的途径发出收费通知；申请人自收到次日起20个工作日内缴纳，逾期未缴的视为放弃申请，不再处理。',
    7: '缴费完成的次日起，重新计算答复期限。',
    8: '单独对收费不服的不予受理；逾期不再处理的可以依法救济。',
  }),
};

/** Where a township may not open a portal of its own. */
export const SITE2017: Law = {
  key: 'SITE2017',
  title: '《政府网站发展指引》',
  number: '国办发〔2017〕47号',
  from: day('2017-05-15'),
  until: null,
  articles: articles({}),
};

/** What no national text says: a local notice, or a setting of the office. */
export const LOCAL: Law = {
  key: 'LOCAL',
  title: '地方规定或者本机关的设置',
  number: '',
  from: day('2019-05-15'),
  until: null,
  articles: articles({}),
};
