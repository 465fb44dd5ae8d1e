/** 信访举报投诉类申请, in whatever order its three words come. */
export const COMPLAINTS = /(?:信访|举报|投诉)、?(?:信访|举报|投诉)、?(?:信访|举报|投诉)类?/;

/** The reply types as prose names them, with the row or rows of section three. */
export const OUTCOMES: readonly { code: string; label: string; pattern: RegExp }[] = [
  { code: '3.1', label: '予以公开的申请', pattern: /(?<!不)予以公开|同意公开|(?<!部分)(?<!不)全部公开/ },
  { code: '3.2', label: '部分公开的申请', pattern: /部分公开|区分处理/ },
  { code: '3.3', label: '不予公开的申请', pattern: /不予公开/ },
  { code: '3.3.1', label: '因属于国家秘密不予公开的申请', pattern: /属于国家秘密/ },
  { code: '3.3.2', label: '因其他法律行政法规禁止不予公开的申请', pattern: /法律、?行政法规禁止/ },
  { code: '3.3.3', label: '因危及“三安全一稳定”不予公开的申请', pattern: /三安全一稳定/ },
  { code: '3.3.4', label: '因保护第三方合法权益不予公开的申请', pattern: /保护第三方/ },
  { code: '3.3.5', label: '因属于内部事务信息不予公开的申请', pattern: /内部事务(?:性)?信息/ },
  { code: '3.3.6', label: '因属于过程性信息不予公开的申请', pattern: /过程性信息/ },
  { code: '3.3.7', label: '因属于行政执法案卷不予公开的申请', pattern: /行政执法案卷/ },
  { code: '3.3.8', label: '属于行政查询事项的申请', pattern: /行政查询事项/ },
  { code: '3.4', label: '无法提供的申请', pattern: /无法提供/ },
  { code: '3.4.1', label: '本机关不掌握相关信息的申请', pattern: /不掌握相关政府信息|本机关不掌握(?!等)/ },
  { code: '3.4.2', label: '没有现成信息需要另行制作的申请', pattern: /没有现成信息|需要?另行制作/ },
  { code: '3.4.3', label: '补正后仍不明确的申请', pattern: /补正后.{0,6}不明确/ },
  { code: '3.5', label: '不予处理的申请', pattern: /不予处理/ },
  { code: '3.5.1', label: '信访举报投诉类申请', pattern: COMPLAINTS },
  { code: '3.5.2', label: '重复申请', pattern: /重复申请/ },
  { code: '3.5.3', label: '要求提供公开出版物的申请', pattern: /公开出版物/ },
  { code: '3.5.4', label: '无正当理由大量反复申请', pattern: /大量反复申请/ },
  { code: '3.5.5', label: '要求确认或重新出具已获取信息的申请', pattern: /确认或者?重新出具/ },
  { code: '3.6.1', label: '逾期不补正、不再处理的申请', pattern: /逾期[不未]补正/ },
  { code: '3.6.2', label: '逾期未缴纳费用、不再处理的申请', pattern: /逾期未按收费通知|逾期[不未]缴(?:纳?费|纳)/ },
  { code: '3.6', label: '作其他处理的申请', pattern: /其他处理/ },
];

/** What may stand between a kind of applicant and its number: 自然人提出的申请共. */
const UP_TO_NUMBER = '(?:申请人|申请|提出|提交|的|类|方面|有|共|为|是|：|（)*$';

/** The kinds of applicant as prose names them. `legal`: all five columns together. */
export const APPLICANTS: readonly { column: string; label: string; pattern: RegExp; accepts?: readonly string[] }[] = [
  { column: 'naturalPerson', label: '自然人', pattern: /自然人(?!和|与|及|或|、)/ },
  { column: 'business', label: '商业企业', pattern: /商业企业(?!和|与|及|或|、)/ },
  { column: 'research', label: '科研机构', pattern: /科研机构(?!和|与|及|或|、)/ },
  { column: 'publicWelfare', label: '社会公益组织', pattern: /社会公益组织(?!和|与|及|或|、)/ },
  { column: 'legalService', label: '法律服务机构', pattern: /法律服务机构(?!和|与|及|或|、)/ },
  { column: 'legal', label: '法人或其他组织', pattern: /法人(?:或者?|和|及|与|、)其他组织/ },
  { column: 'naturalPerson', label: '自然人', pattern: new RegExp(`(?:公民|个人)${UP_TO_NUMBER}`) },
  { column: 'legal', label: '法人或其他组织', pattern: new RegExp(`法人(?:或者?|和|及|与|、)?(?:其他)?(?:组织)?${UP_TO_NUMBER}`) },
  { column: 'business', label: '企业', pattern: new RegExp(`企业${UP_TO_NUMBER}`), accepts: ['legal'] },
];
