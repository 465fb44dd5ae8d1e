import { leaderPages, type Post } from '../leaders.ts';
import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import { recent, words } from '../when.ts';
import type { County } from './county.ts';

const HOURS = '工作日上午8:30—11:30，下午1:30—5:00';

const POSTS: readonly Post[] = [
  ['县长', '领导县人民政府全面工作，负责财政、审计方面的工作。', ['分管县政府办公室、财政部门、审计部门；', '联系县人民代表大会工作。']],
  ['副县长', '负责农业农村、水利、自然资源方面的工作。', ['分管农业农村、水利、林业部门；', '联系高标准农田、农村公路项目。']],
  [
    '副县长',
    '负责民政、教育、卫生健康、城市建设方面的工作。',
    ['分管民政、教育、卫生健康、住房建设部门；', '联系社会救助、城区改造工作。'],
  ],
];

/** Functions, set-up, leaders, meetings, personnel, rules of a county. */
export function organisation(county: County, today: string): readonly DemoDocument[] {
  const { name, mark, address, phone, leaders, sign } = county;
  const particulars = { address, hours: HOURS, phone, head: leaders[0] };
  const meeting = recent(today, 8, 4);
  return [
    document(
      'functions',
      'functions',
      ['2026-01-07', '2026-01-12'],
      `${name}人民政府机构职能${mark}`,
      '县人民政府的主要职责、办公地址和联系方式。',
      body(
        part(
          '主要职责',
          list(
            '执行本级人民代表大会及其常务委员会的决议和上级国家行政机关的决定、命令；',
            '编制和执行国民经济和社会发展规划、计划、预算；',
            '领导所属各工作部门和乡镇人民政府的工作；',
            '办理上级国家行政机关交办的其他事项。',
          ),
        ),
        part('办公信息', table('办公信息', ['项目', '内容'], ['办公时间', HOURS], ['地址', address], ['电话', phone])),
      ),
      { topic: '机构职能', keywords: ['职责', '办公地址'], particulars },
    ),
    document(
      'units',
      'units',
      ['2026-01-07', '2026-01-12'],
      `${name}人民政府机构设置${mark}`,
      '县人民政府部分工作部门及其职责。',
      body(
        part(
          '工作部门（节选）',
          table(
            '部门和职责',
            ['部门', '主要职责'],
            ['县政府办公室', '文电、会务、督查、政务公开'],
            ['财政部门', '预算执行、政府采购监督'],
            ['民政部门', '社会救助、养老服务、地名'],
            ['住房建设部门', '市政建设、住房保障'],
            ['自然资源部门', '国土空间规划、土地征收'],
            ['公安部门', '治安管理、户籍'],
          ),
        ),
      ),
      { topic: '机构设置', keywords: ['工作部门'], particulars },
    ),
    ...leaderPages(county, POSTS),
    document(
      'meeting',
      'meetings',
      meeting,
      `${name}人民政府常务会议（${words(meeting[0])}）${mark}`,
      '研究冬季供暖、社会救助兜底和年度政务公开工作。',
      body(
        `${words(meeting[0])}，县长${leaders[0]}主持召开县人民政府常务会议。`,
        part('研究的事项', list('冬季供暖保障；', '困难群众救助兜底；', '年度政务公开工作落实情况。')),
        part(
          '议定的事项',
          table(
            '议定事项',
            ['事项', '责任单位'],
            ['供暖问题当天受理、当天上门', '住房建设部门'],
            ['低保、特困对象走访全覆盖', '民政部门、各乡镇'],
            ['公开目录中没有更新的栏目逐项补齐', '县政府办公室'],
          ),
        ),
      ),
      {
        topic: '政府会议',
        keywords: ['常务会议', '供暖'],
        particulars: {
          heldOn: meeting[0],
          topics: '冬季供暖；社会救助；政务公开',
          decisions: '供暖当天受理；救助走访全覆盖；补齐公开目录',
        },
      },
    ),
    document(
      'personnel',
      'personnel',
      ['2026-04-20', '2026-04-23'],
      `${name}2026年事业单位公开招聘公告${mark}`,
      '招聘岗位、名额、条件、报名和考试安排。',
      body(
        part('岗位', table('岗位和名额', ['岗位', '名额', '条件'], ['乡镇卫生院护士', 6, '护理专业'], ['农技推广员', 4, '农学类专业'])),
        part('报名和考试', '5月6日至5月10日网上报名，5月30日笔试；成绩和拟聘人员在本专栏公示。'),
      ),
      { topic: '人事信息', genre: '公告', keywords: ['招聘', '事业单位'] },
    ),
    document(
      'rule',
      'rules',
      ['2025-03-17', '2025-03-20'],
      `${name}政府信息公开审查和协调制度${mark}`,
      '公开之前由谁审查，涉及几个单位的怎样协调。',
      body(
        part('先审查、后公开', '由起草单位提出公开属性，保密审查人逐项审查，负责人签发；没有审查记录的不得发布。'),
        part('协调', '涉及其他单位的，先书面征求意见；意见不一致的，由县政府办公室协调。'),
        part('留存', '审查人、日期和意见随信息一并留存，供检查时核对。'),
      ),
      { documentNumber: `${sign}办发〔2025〕7号`, topic: '政务公开', genre: '制度', keywords: ['保密审查', '协调'] },
    ),
  ];
}
