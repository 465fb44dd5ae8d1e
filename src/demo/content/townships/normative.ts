import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument, DemoNormative } from '../shape.ts';
import type { Town } from '../town.ts';

const SMALL_WORKS = '村级小微工程管理办法';
const STRAW = '秸秆离田补助试行办法';

/** A document in force with all three ways to explain it, and one whose time ran out. */
export function normative(town: Town): readonly DemoDocument[] {
  const { name, mark, sign, phone } = town;
  const [works, straw] = [`${sign}规〔2026〕1号`, `${sign}规〔2024〕2号`];
  return [
    document(
      'works',
      'normative',
      ['2026-05-11', '2026-05-13'],
      `${name}${SMALL_WORKS}${mark}`,
      '规定村级小微工程的立项、确定施工方、验收、公开和监督。',
      body(
        `各村民委员会、镇各办公室：现将《${name}${SMALL_WORKS}》印发给你们，请遵照执行。`,
        part(
          '第一条　适用范围',
          '由村集体组织实施、单项预算在三十万元以下的维修、养护和新建工程，适用本办法。单项不足三千元的日常维修，由村民委员会集体研究后实施，按季度汇总公开。',
        ),
        part('第二条　立项', '先由村民委员会提出，村民代表会议讨论通过，报镇人民政府备案。没有通过的，不得开工。'),
        part(
          '第三条　确定施工方',
          table(
            '按预算分档',
            ['预算', '办法', '公开要求'],
            ['五万元以下', '三家以上比价', '结果公示三天'],
            ['五万元至十五万元', '村内公开邀请', '结果公示五天'],
            ['十五万元至三十万元', '镇级平台公开交易', '结果公示七天'],
          ),
        ),
        part('第四条　验收', '由村务监督委员会、村民代表和镇有关办公室三方验收，逐项签字；验收不合格的，不得支付尾款。'),
        part('第五条　公开', '立项、施工方、金额、验收结果在村公示栏和政府信息公开专栏公开，公开时间不少于三十天。'),
        part('第六条　监督', '村干部及其近亲属不得承接本村工程。发现违反的，由镇纪检监察部门处理。'),
        part('第七条　施行', '本办法自2026年6月1日起施行，有效期至2031年5月31日。'),
      ),
      {
        documentNumber: works,
        topic: '农村公益事业',
        genre: '行政规范性文件',
        keywords: ['小微工程', '村级工程', '验收'],
        effectiveOn: '2026-06-01',
        validUntil: '2031-05-31',
        handler: '经济发展办公室',
      },
      {
        files: [
          {
            kind: 'docx',
            title: '村级小微工程立项备案表（样式）',
            lines: [
              '村级小微工程立项备案表',
              '工程名称：',
              '预算金额（万元）：',
              '村民代表会议表决情况：应到　人，实到　人，同意　人',
              '村民委员会（盖章）：',
              '镇人民政府备案意见：',
            ],
          },
        ],
      },
    ),
    document(
      'works-text',
      'interpretations',
      ['2026-05-12', '2026-05-13'],
      `《${name}${SMALL_WORKS}》解读${mark}`,
      '制定背景、主要内容、对村和群众的影响。',
      body(
        part('一、为什么制定', '村里修路、修渠、装路灯，单项钱不多，但群众最关心谁来干、花多少、干得怎么样。办法把这几件事的程序定下来。'),
        part(
          '二、主要内容',
          list(
            '三十万元以下的村级工程都要先经村民代表会议；',
            '按预算分三档确定施工方；',
            '三方验收、不合格不付尾款；',
            '全过程公开，公开不少于三十天。',
          ),
        ),
        part('三、和群众有什么关系', '对本村工程有疑问的，可以直接查看立项、合同和验收记录，村委会不得拒绝。'),
        part('四、起草过程', '起草过程中征求了全镇各村和六个部门意见，收到意见11条，采纳8条；经镇司法所合法性审核和镇长办公会议审议通过。'),
        part('五、有疑问找谁', `经济发展办公室，电话${phone}。`),
      ),
      { topic: '农村公益事业', genre: '文字解读', keywords: ['小微工程', '解读'], handler: '经济发展办公室' },
    ),
    document(
      'works-questions',
      'interpretations',
      ['2026-05-18', '2026-05-20'],
      `《${name}${SMALL_WORKS}》问答${mark}`,
      '哪些工程要走程序、村干部亲属能不能干、在哪里看账。',
      body(
        part(
          '问：换几盏路灯也要开会吗？',
          '答：日常维修单项不足三千元的，由村委会集体研究后实施，每季度汇总公开；超过三千元的，按办法办理。',
        ),
        part('问：村干部的亲属能承接本村工程吗？', '答：不能。村干部及其近亲属不得承接本村工程，发现的停止施工，由镇纪检监察部门处理。'),
        part('问：群众怎么参加验收？', '答：验收时至少有两名村民代表参加，名单在开工时推选并公示。'),
        part('问：在哪里能看到工程花了多少钱？', '答：村公示栏、村务公开专页和镇政府信息公开专栏都能查到，公开时间不少于三十天。'),
        part('问：发现问题向谁反映？', `答：先向村务监督委员会反映；不满意的，拨打${phone}。`),
      ),
      { topic: '农村公益事业', genre: '问答解读', keywords: ['小微工程', '问答'], handler: '经济发展办公室' },
    ),
    document(
      'straw',
      'normative',
      ['2024-08-19', '2024-08-22'],
      `${name}${STRAW}${mark}`,
      '秸秆离田补助的对象、标准和申请程序，试行两年，已到期。',
      body(
        part('第一条　补助对象', '在本镇从事秸秆打捆离田的合作社和农户。'),
        part('第二条　补助标准', table('补助标准（元/吨）', ['用途', '标准'], ['饲料化利用', 40], ['肥料化利用', 30], ['燃料化利用', 20])),
        part('第三条　申请', '离田后十五日内，凭过磅单和收购发票向农业农村办公室申请。'),
        part('第四条　施行', '本办法自2024年9月1日起试行，有效期至2026年8月31日。'),
      ),
      {
        documentNumber: straw,
        topic: '农业农村',
        genre: '行政规范性文件',
        keywords: ['秸秆', '补助'],
        effectiveOn: '2024-09-01',
        validUntil: '2026-08-31',
        handler: '农业农村办公室',
      },
      { expired: { on: '2026-09-01', reason: '有效期届满' } },
    ),
  ];
}

/** Their lines in the register. */
export function normativeLines(town: Town): readonly DemoNormative[] {
  const { sign, phone } = town;
  return [
    {
      key: 'works',
      number: `${sign}规〔2026〕1号`,
      legalReviewOn: '2026-05-06',
      picture: {
        on: '2026-05-20',
        topic: '农村公益事业',
        handler: '经济发展办公室',
        drawn: {
          title: `一张图看懂${SMALL_WORKS}`,
          source: `${sign}规〔2026〕1号`,
          blocks: [
            {
              heading: '哪些工程要按办法办',
              figure: '三十万元以下',
              lines: ['村集体组织实施的维修、养护和新建', '先开村民代表会议，再报镇备案'],
            },
            {
              heading: '怎样确定施工方',
              figure: '分三档',
              lines: ['五万元以下：三家以上比价', '五万元至十五万元：村内公开邀请', '十五万元以上：镇级平台公开交易'],
            },
            { heading: '怎样验收', figure: '三方签字', lines: ['村务监督委员会、村民代表、镇有关办公室', '不合格不付尾款'] },
            { heading: '公开多久', figure: '不少于三十天', lines: ['村公示栏和政府信息公开专栏同步公开'] },
            { heading: '什么时候开始', figure: '2026年6月1日', lines: ['有效期到2031年5月31日'] },
          ],
          contact: `经济发展办公室 ${phone}`,
        },
      },
      interpretedBy: [
        { key: 'works-text', form: 'text' },
        { key: 'works-questions', form: 'questions' },
      ],
    },
    {
      key: 'straw',
      number: `${sign}规〔2024〕2号`,
      legalReviewOn: '2024-08-12',
      ended: { on: '2026-09-01', how: 'lapsed' },
      interpretedBy: [],
    },
  ];
}
