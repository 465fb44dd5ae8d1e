import { choice, field, REMARK } from '../registers/define.ts';
import type { Choice, Register } from '../registers/register.ts';

/** 公开渠道和载体, the list of the grass-roots catalogue form, with 两微一端 told apart. */
export const PUBLICATION_CHANNELS: readonly Choice[] = [
  choice(
    'website',
    '政府网站',
    '网站',
    '政府门户网站',
    '县政府网站',
    '县人民政府网站',
    '县政府门户网站',
    '政务公开网',
    '门户网站',
    '政府信息公开平台',
    'site',
  ),
  choice('portal', '本系统公开页', '公开门户'),
  choice('gazette', '政府公报', '公报'),
  choice('wechat', '微信公众号', '微信', '公众号', '政务微信', '微信群'),
  choice('weibo', '政务微博', '微博'),
  choice('app', '政务客户端', '客户端', 'APP', '移动客户端', '小程序'),
  choice('shortVideo', '短视频', '抖音', '快手', '视频号', '政务短视频'),
  choice('pressConference', '发布会、听证会', '新闻发布会', '发布会', '听证会'),
  choice('broadcast', '广播、电视', '广播', '电视', '广播电视', '大喇叭', '应急广播', '村村响', 'loudspeaker'),
  choice('newspaper', '报刊等纸质媒体', '报刊', '报纸', '纸质媒体', '宣传册', '明白纸', '宣传单'),
  choice('readingPlace', '公开查阅点', '查阅点', '档案馆', '图书馆', '查阅场所'),
  choice('serviceCentre', '政务服务中心', '便民服务站', '便民服务中心', '政务大厅', '服务大厅'),
  choice('noticeBoard', '公示栏、电子屏', '公示栏', '公开栏', '电子屏', '村公示栏', '社区公示栏', '宣传栏', '政务公开栏', '公告栏'),
  choice('onSite', '入户、现场', '入户', '现场', '入户宣传', '会议', '村民会议'),
  choice('targeted', '精准推送', '短信', '推送'),
  choice('other', '其他', '其它'),
];

/** 发布登记: where and when an item was made public, and when it was taken down. Declared with the items. */
export const PUBLICATIONS: Register = {
  key: 'publications',
  title: '信息发布登记簿',
  countWord: '次',
  recordWord: '发布',
  numberField: 'number',
  dateField: 'on',
  declared: false,
  fields: [
    field('number', '发布编号', 'text', { synonyms: ['编号'] }),
    field('item', '信息索引号', 'reference', {
      grid: true,
      required: { basis: 'OGIR2019 23' },
      synonyms: ['索引号', '信息编号', '所属信息'],
    }),
    field('channel', '发布渠道', 'choice', {
      grid: true,
      choices: PUBLICATION_CHANNELS,
      required: { basis: 'OGIR2019 23' },
      synonyms: ['公开渠道', '渠道', '公开载体', '发布平台', '公开平台', '载体', '公开方式和渠道', '发布媒体', '发布位置'],
    }),
    field('on', '发布日期', 'day', {
      grid: true,
      required: { basis: 'OGIR2019 26' },
      synonyms: ['公开日期', '发布时间', '公开时间', '上网日期', '上传日期', '挂网时间', '上传时间'],
    }),
    field('address', '网址或位置', 'text', { grid: true, synonyms: ['网址', '链接', '公开地址', '发布网址', '张贴位置', '公开链接'] }),
    field('takenDownOn', '撤下日期', 'day', { synonyms: ['下线日期', '撤下时间', '撤销日期'] }),
    field('takenDownReason', '撤下原因', 'longText', { synonyms: ['撤下理由'] }),
    REMARK,
  ],
};
