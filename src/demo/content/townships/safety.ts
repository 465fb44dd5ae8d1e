import { addDays } from '#lib/day.ts';
import { sized } from '../organ.ts';
import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';
import { dayWords, recent, words } from '../when.ts';

/** Emergencies, inspections, penalties. */
export function safety(town: Town, today: string): readonly DemoDocument[] {
  const { name, mark, sign, villages, phone } = town;
  const checked = [sized(town, 24), sized(town, 15), sized(town, 9)] as const;
  const inspected = recent(today, 15);
  const fined = recent(today, 21, 3);
  const warned = recent(today, 4, 0);
  return [
    document(
      'emergency-plan',
      'emergency',
      ['2026-04-07', '2026-04-10'],
      `${name}自然灾害救助应急预案${mark}`,
      '组织指挥、预警响应、转移安置和灾后救助。',
      body(
        part('一、组织指挥', '镇设自然灾害应急指挥部，由镇长任总指挥，办公室设在应急管理办公室，实行24小时值班。'),
        part(
          '二、预警和响应',
          table(
            '响应级别',
            ['级别', '启动条件', '主要措施'],
            ['四级', '蓝色预警', '值班值守，通知到村'],
            ['三级', '黄色预警', '巡查隐患点，备好物资'],
            ['二级', '橙色预警', '转移危险区域人员'],
            ['一级', '红色预警', '全部转移，停止户外作业'],
          ),
        ),
        part(
          '三、转移安置点',
          table(
            '安置点',
            ['村', '安置点', '可容纳'],
            ...villages.map((v, i): [string, string, string] => [v, `${v}文化活动室`, `${120 + i * 40}人`]),
          ),
        ),
        part(
          '四、救助',
          list('受灾群众先行安置，保证有饭吃、有干净水喝、有临时住处；', '倒损房屋由村核查，镇复核后报县；', '救助款物发放张榜公示七天。'),
        ),
        part('五、演练', '每年汛前演练一次，由应急管理办公室记录并公布结果。'),
      ),
      {
        documentNumber: `${sign}发〔2026〕8号`,
        topic: '应急管理',
        genre: '应急预案',
        keywords: ['应急预案', '转移安置'],
        handler: '应急管理办公室',
      },
    ),
    document(
      'warning',
      'emergency',
      warned,
      `${name}大风降温预警信息（${dayWords(warned[1])}）${mark}`,
      '预警时段、可能影响和防范提示。',
      body(
        part('预警内容', `受冷空气影响，预计${words(warned[1])}夜间起气温下降8到10摄氏度，阵风6到7级。`),
        part(
          '请注意',
          list('温室大棚加固棚膜，夜间加盖保温；', '检查取暖设施和烟道，防止一氧化碳中毒；', '独居老人由村网格员每天走访一次。'),
        ),
        part('联系电话', `镇应急值班室${phone}，24小时有人接听。`),
      ),
      { topic: '应急管理', genre: '预警信息', keywords: ['预警', '大风', '降温'], handler: '应急管理办公室' },
    ),
    document(
      'inspection',
      'inspection',
      inspected,
      `${name}安全生产和食品安全联合检查情况（${inspected[0].slice(0, 4)}年第${Number(inspected[0].slice(5, 7))}期）${mark}`,
      '检查家数、发现的问题、整改期限和复查结果。',
      body(
        part(
          '检查情况',
          table(
            '检查和整改（家、处）',
            ['类别', '检查', '发现问题', '当场整改', '限期整改'],
            ['小餐饮、食堂', checked[0], 9, 7, 2],
            ['农资、烟花经营点', checked[1], 4, 3, 1],
            ['在建工地', checked[2], 5, 4, 1],
            ['合计', checked[0] + checked[1] + checked[2], 18, 14, 4],
          ),
        ),
        part('主要问题', list('灭火器压力不足、未按期检验；', '食品留样记录不全；', '工地临时用电不规范。')),
        part('整改', `限期整改的4处，${dayWords(addDays(inspected[1], 14))}前由综合行政执法队复查，结果在下一期公布。`),
      ),
      { topic: '监督检查', genre: '检查通报', keywords: ['安全生产', '食品安全', '检查'], handler: '综合行政执法队' },
    ),
    document(
      'penalty-list',
      'penalties',
      ['2026-02-24', '2026-02-27'],
      `${name}行政处罚和行政强制事项目录（2026年版）${mark}`,
      '以镇名义实施的事项、依据、条件和程序。',
      body(
        part(
          '事项目录',
          table(
            '行政处罚事项',
            ['违法行为', '依据', '处罚'],
            ['随意倾倒、抛撒生活垃圾', '固体废物污染防治法律法规', '责令改正，依法处以罚款'],
            ['露天焚烧秸秆', '大气污染防治法律法规', '责令改正，可以依法处以罚款'],
          ),
        ),
        part(
          '程序',
          list('两名以上执法人员到场，出示证件；', '告知事实、理由、依据和陈述申辩的权利；', '法制审核，负责人决定；', '依法送达决定书。'),
        ),
        part('行政强制', '本机关不实施其他行政强制措施；需要强制执行的，依法申请人民法院执行。'),
      ),
      { topic: '行政执法', genre: '清单', keywords: ['行政处罚', '执法事项'], handler: '综合行政执法队' },
    ),
    document(
      'penalty',
      'penalties',
      fined,
      `${name}行政处罚决定公开：露天焚烧秸秆案${mark}`,
      '案由、依据和处罚结果，当事人信息已作去标识处理。',
      body(
        part(
          '决定要点',
          table(
            '行政处罚决定',
            ['项目', '内容'],
            ['决定书文号', `${sign}罚字〔${fined[0].slice(0, 4)}〕第3号（演示）`],
            ['当事人', '演某某（已去标识）'],
            ['违法事实', `在${villages[1]}地块露天焚烧秸秆约0.6亩`],
            ['依据', '大气污染防治法律法规（演示，不列条文）'],
            ['结果', '责令改正，罚款五百元'],
            ['决定日期', words(fined[0])],
          ),
        ),
        part('救济途径', '不服本决定的，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。'),
      ),
      { topic: '行政执法', genre: '处罚决定', keywords: ['行政处罚', '秸秆焚烧'], handler: '综合行政执法队' },
    ),
  ];
}
