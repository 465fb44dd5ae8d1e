import { describe, expect, it } from 'vitest';
import { type CheckOptions, check } from '#domain/checker/index.ts';
import { plainSectionOne, readingOf, type Sketch } from '#domain/checker/sketch.ts';

/** `rule` findings of a sketch. */
function found(rule: string, sketch: Sketch, options: CheckOptions = {}) {
  return check(readingOf(sketch), options).filter((f) => f.rule === rule);
}

const titled = (unit: string, year = 2023): Sketch => ({ unit, year, title: `${unit}${year}年政府信息公开工作年度报告` });
const inOne = (unit: string, text: string): Sketch => ({ ...titled(unit), one: [text], partial: [1] });

describe('条例第五十条第一款第（四）项：考核、评议、责任追究结果', () => {
  const silent = plainSectionOne('甲镇').filter((t) => !t.includes('监督保障'));
  const bare = (unit: string): Sketch => ({ ...titled(unit), one: [...silent, '（五）监督保障。加强评估考核等基础工作。组织业务培训。'] });

  it('乡镇、县、市、省都要写，缺一项说一项', () => {
    for (const unit of ['甲镇', '乙乡', '乙县', '丙市', '丁省']) {
      expect(
        found('RESULT-MISSING', bare(unit)).map((f) => [f.expected, f.severity]),
        unit,
      ).toEqual([
        ['工作考核结果', 'error'],
        ['社会评议结果', 'error'],
        ['责任追究结果', 'error'],
      ]);
    }
  });

  it('部门、街道、开发区不要求', () => {
    for (const unit of ['乙县民政局', '丙市发展和改革委员会', '乙县人民政府办公室', '丁街道办事处', '戊经济开发区'])
      expect(found('RESULT-MISSING', bare(unit)), unit).toEqual([]);
  });

  it('小标题里的“考核”不算写了', () => {
    const sketch = { ...titled('甲镇'), one: [...silent, '（五）做好培训评估考核等工作。组织业务培训。'] };
    expect(found('RESULT-MISSING', sketch).map((f) => f.severity)).toEqual(['error', 'error', 'error']);
  });

  it('写明没有发生的，就是写了', () => {
    const sketch = { ...titled('甲镇'), one: [...silent, '（五）监督保障。本年度未开展社会评议，无责任追究情形，年度考核得分96分。'] };
    expect(found('RESULT-MISSING', sketch)).toEqual([]);
  });

  it('材料略去正文的，不提示', () => expect(found('RESULT-MISSING', { ...bare('甲镇'), partial: [1] })).toEqual([]));
});

describe('条例第四十九条：公布日期', () => {
  const late = (unit: string, signedOn: string, options: CheckOptions = {}) =>
    found('DATE-LATE', { ...titled(unit), signedOn }, options).map((f) => [f.expected, ...f.basis, f.severity]);

  it('县级以上部门：1月30日、31日不迟，2月1日迟', () => {
    expect(late('乙县民政局', '2024-01-30')).toEqual([]);
    expect(late('乙县民政局', '2024-01-31')).toEqual([]);
    expect(late('乙县民政局', '2024-02-01')).toEqual([['2024-01-31', 'OGIR2019 49', 'warning']]);
  });
  it('县级以上政府：3月30日、31日不迟，4月1日迟', () => {
    expect(late('乙县', '2024-03-30')).toEqual([]);
    expect(late('乙县', '2024-03-31')).toEqual([]);
    expect(late('乙县', '2024-04-01')).toEqual([['2024-03-31', 'OGIR2019 49', 'warning']]);
  });
  it('乡镇没有全国统一的日期：按当地规定，不引第四十九条', () => {
    expect(late('甲镇', '2024-01-31')).toEqual([]);
    expect(late('甲镇', '2024-02-01')).toEqual([['2024-01-31', 'LOCAL', 'warning']]);
    expect(late('甲镇', '2024-02-01', { profile: { local: { dueOn: '02-10' } } })).toEqual([]);
    expect(late('甲镇', '2024-01-16', { profile: { local: { dueOn: '01-15' } } })).toEqual([['2024-01-15', 'LOCAL', 'warning']]);
  });
  it('看不出层级的、功能区的，不提示', () => {
    expect(late('某某单位甲', '2024-12-01')).toEqual([]);
    expect(late('戊综合实验区', '2024-12-01')).toEqual([]);
  });
});

describe('空格按年度分轻重', () => {
  const blank = (year: number) =>
    found('CELL-BLANK', {
      ...titled('乙县民政局', year),
      notes: [
        { cell: 'requests/3.1/total', kind: 'blank', printed: '' },
        { cell: 'requests/3.1/other', kind: 'blank', printed: ' ' },
        { cell: 'requests/4/total', kind: 'blank', printed: '' },
      ],
    }).map((f) => [f.severity, f.cells?.length]);
  it('2020年度为建议改，2021年度起必须改，一行至多一条', () => {
    expect(blank(2020)).toEqual([
      ['warning', 2],
      ['warning', 1],
    ]);
    expect(blank(2021)).toEqual([
      ['error', 2],
      ['error', 1],
    ]);
  });
});

describe('格式的年份', () => {
  const edition = (year: number, form: '2019' | '2021') =>
    found('FORM-EDITION', { ...titled('乙县民政局', year), form }).map((f) => [f.expected, f.actual]);
  it('2020年度用2019年的格式，2021年度用2021年的格式', () => {
    expect(edition(2020, '2019')).toEqual([]);
    expect(edition(2020, '2021')).toEqual([['2019', '2021']]);
    expect(edition(2021, '2021')).toEqual([]);
    expect(edition(2021, '2019')).toEqual([['2021', '2019']]);
  });
});

describe('名称与自称', () => {
  const names = (unit: string, text: string) => found('NAME-LEVEL', inOne(unit, text)).map((f) => f.actual);
  it('别的层级的自称', () => {
    expect(names('甲镇', '我乡认真落实各项要求。')).toEqual(['我乡']);
    expect(names('乙乡', '全镇各村及时公开信息。')).toEqual(['全镇']);
    expect(names('乙县民政局', '我镇及时公开信息。')).toEqual(['我镇']);
    expect(names('丁街道办事处', '我局及时公开信息。')).toEqual(['我局']);
  });
  it('上级的自称、词的一部分、引文，不算', () => {
    for (const text of [
      '我县、我市统一部署，我省要求一致。',
      '服务全乡村振兴大局，打破自我局限。',
      '学习“我乡经验”和《我乡治理办法》。',
      '全镇各村、我镇各站所、本镇办公室。',
    ])
      expect(names('甲镇', text), text).toEqual([]);
  });
  it('留有别的乡镇的名称', () => {
    expect(names('朝阳镇', '丰收镇人民政府认真落实公开要求。')).toEqual(['丰收镇人民政府']);
    for (const text of [
      '县城各乡镇人民政府统一部署。',
      '朝阳镇人民政府认真落实。',
      '由镇政府统一公开。',
      '辉南县朝阳镇政府。',
      '主要包括镇政府公开的年报。',
      '积极推动街道办事处公开信息。',
      '加强镇人民政府门户网站管理。',
    ])
      expect(names('朝阳镇', text), text).toEqual([]);
  });
  it('落款：办公室、全称、简称都是同一单位', () => {
    const signed = (unit: string, signedBy: string) => found('SIGN-UNIT', { ...titled(unit), signedBy }).length;
    expect(signed('朝阳镇', '朝阳镇人民政府办公室')).toBe(0);
    expect(signed('朝阳镇', '辉南县朝阳镇人民政府')).toBe(0);
    expect(signed('淮安市洪泽区人民政府', '洪泽区人民政府办公室')).toBe(0);
    expect(signed('朝阳镇', '丰收镇人民政府')).toBe(1);
    expect(signed('乙县民政局', '乙县教育局')).toBe(1);
  });
});

describe('主管部门', () => {
  const roles = (unit: string, text: string) => found('ROLE-AUTHORITY', inOne(unit, text)).length;
  it('乡镇办公室、局自称主管部门', () => {
    expect(roles('甲镇', '甲镇人民政府办公室作为全镇政府信息公开工作主管部门，落实责任。')).toBe(1);
    expect(roles('甲镇', '党政办公室是本镇政务公开主管部门。')).toBe(1);
    expect(roles('乙县民政局', '我局办公室为政府信息公开工作主管部门。')).toBe(1);
  });
  it('县政府及其办公室、说到上级的，不算', () => {
    expect(roles('乙县', '县政府办公室是全县政府信息公开工作主管部门。')).toBe(0);
    expect(roles('乙县人民政府办公室', '我办作为全县政府信息公开工作主管部门，加强指导。')).toBe(0);
    expect(roles('甲镇', '在县政府办公室作为政府信息公开主管部门的指导下开展工作。')).toBe(0);
    expect(roles('甲镇', '及时向政府信息公开工作主管部门报送材料。')).toBe(0);
    expect(roles('甲镇', '甲镇人民政府办公室作为全镇政府信息公开工作机构，落实责任。')).toBe(0);
  });
});

describe('规章制定权', () => {
  const cells = { 'proactive/regulations/inForce': 6 };
  const power = (unit: string) => found('RULES-POWER', { ...titled(unit), cells }).length;
  it('乡镇、县、县的局没有；市、省、功能区和看不出的不判断', () => {
    for (const unit of ['甲镇', '丁街道', '乙县', '乙县民政局']) expect(power(unit), unit).toBe(1);
    for (const unit of ['丙市', '丁省', '丙市民政局', '戊综合实验区', '某单位甲']) expect(power(unit), unit).toBe(0);
  });
});

describe('自己的网站', () => {
  const site = (unit: string, text: string) => found('SITE-OWN', inOne(unit, text)).length;
  it('乡镇的“某镇政府网站”“我镇政府门户网站”', () => {
    expect(site('甲镇', '甲镇政府网站平台运行良好。')).toBe(1);
    expect(site('甲镇', '通过我镇人民政府门户网站公开信息。')).toBe(1);
  });
  it('县政府网站、县政府网站上的本镇栏目、已关停的，不算', () => {
    for (const text of [
      '通过乙县人民政府网站公开信息。',
      '县政府网站甲镇专栏更新及时。',
      '甲镇政府网站已整合到县政府网站。',
      '通过政府网站公开信息。',
      '镇政府网格员入户宣传。',
    ])
      expect(site('甲镇', text), text).toBe(0);
    expect(site('乙县', '乙县政府网站运行良好。')).toBe(0);
  });
});

describe('标题', () => {
  const heads = (h: Sketch['heads'], more: Sketch = {}) =>
    found('HEAD-NUMBER', { heads: h, ...more }).map((f) => [f.where.section, f.actual, f.severity]);
  it('序号错、缺标题、只缺顿号', () => {
    expect(heads({ 3: '3、收到和处理政府信息公开申请情况' })).toEqual([[3, '3、', 'warning']]);
    expect(heads({ 6: null })).toEqual([[6, null, 'warning']]);
    expect(heads({ 5: '五.存在的主要问题及改进情况' })).toEqual([[5, '五.', 'info']]);
    expect(heads({ 3: '6.36三、收到和处理政府信息公开申请情况' })).toEqual([]);
  });
  it('只有一部分内容的，合起来说一次', () => expect(heads({ 1: null, 2: null, 4: null }).length).toBe(1));
});

describe('文字', () => {
  const words = (text: string) => found('WORD-DOUBLED', inOne('甲镇', text)).map((f) => f.actual);
  it('重复的词', () => {
    expect(words('政策解读解读方式单一。')).toEqual(['解读解读']);
    expect(words('重大政策的的出台。')).toEqual(['的的']);
    expect(words('一步一步推进，政务公开公开率提高，天天更新，的的确确有用。')).toEqual([]);
  });
  it('身份证号码按校验位认定，遮去中间各位', () => {
    const person = found('PERSON-DATA', inOne('甲镇', '申请人11010519491231002X。'));
    expect(person.map((f) => f.actual)).toEqual(['11*************02X']);
    expect(JSON.stringify(person)).not.toContain('19491231');
    expect(found('PERSON-DATA', inOne('甲镇', '申请人110105194912310021。'))).toEqual([]);
  });
  it('年度报告引条例第四十九条、第五十条以外的条', () => {
    const quoted = (text: string) => found('LAW-QUOTE', inOne('甲镇', text)).length;
    expect(quoted('根据《中华人民共和国政府信息公开条例》第三十一条规定，编制年度报告。')).toBe(1);
    expect(quoted('根据《政府信息公开条例》第八十条办理。')).toBe(1);
    expect(quoted('根据《条例》第四十九条、第五十条规定，编制年度报告。')).toBe(0);
    expect(quoted('根据《条例》第二十条主动公开信息。')).toBe(0);
  });
});
