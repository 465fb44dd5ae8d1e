import { addDays } from '#lib/day.ts';
import { sized } from '../organ.ts';
import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument } from '../shape.ts';
import type { Town } from '../town.ts';
import { dayWords, recent, words } from '../when.ts';

/** What came out in the last weeks, whatever today is. */
export function current(town: Town, today: string): readonly DemoDocument[] {
  const { name, mark, villages, phone, sign } = town;
  const back = (ago: number, later: number) => recent(today, ago + (town.agency === 'cyz' ? 1 : 0), later);
  const [training, hall, road] = [back(1, 1), back(6, 1), back(10, 1)];
  const [water, roads] = [back(2, 1), back(18, 2)];
  const rumour = back(7, 1);
  const meeting = back(5, 4);
  const policy = back(32, 3);
  const publicity = back(9, 2);
  return [
    document(
      'news-training',
      'news',
      training,
      `${name}组织村级信息公开员培训${mark}`,
      `${sized(town, 20)}名村级信息公开员参加，讲解村务公开和保密审查。`,
      body(
        `${dayWords(training[0])}，${name}组织各村信息公开员集中培训，镇司法所、党政综合办公室讲解村务公开的内容、时限和保密审查。`,
        part(
          '讲了什么',
          list('低保、补贴公示怎样保护个人隐私；', '公示期从哪天起算、到哪天止；', '报送信息的四个要素：名称、日期、内容、照片。'),
        ),
        part('下一步', '年底前到每个村回访一次，对照公开目录逐项核对，结果在村公示栏公布。'),
      ),
      { topic: '政务公开', keywords: ['培训', '村务公开'] },
    ),
    document(
      'news-hall',
      'news',
      hall,
      `${name}便民服务中心推行周六上午不打烊${mark}`,
      '社保、医保和民政窗口周六上午照常办理。',
      body(
        `自${dayWords(addDays(hall[1], 5))}起，便民服务中心社保、医保、民政三个窗口周六上午照常开放，方便平日务工、上学的群众。`,
        part(
          '开放时间',
          table(
            '周六开放窗口',
            ['窗口', '时间', '可办事项'],
            ['综合窗口', '8:30—11:30', '社会保险、医疗保险缴费和查询'],
            ['民政窗口', '8:30—11:30', '低保、临时救助申请'],
          ),
        ),
        part('试行情况', `此前试行两个周六，共办理${sized(town, 46)}件，平均等候6分钟。`),
      ),
      { topic: '政务服务', keywords: ['便民服务中心', '延时服务'] },
    ),
    document(
      'news-road',
      'news',
      road,
      `${villages[0]}至${villages[1]}村道养护工程完工${mark}`,
      '养护2.4公里，更换破损路面，补划标线。',
      body(
        `${dayWords(road[0])}，${villages[0]}至${villages[1]}的村道养护工程通过验收。工程全长2.4公里，挖补破损路面620平方米，补划标线4.8公里。`,
        part('谁来验收', '由经济发展办公室组织，两村各推选两名村民代表参加，逐段查看并签字。'),
        part('今后怎么管', `路面由镇统一养护，两侧排水沟由村里清理。发现破损请拨打${phone}。`),
      ),
      { topic: '交通', keywords: ['村道', '养护'] },
    ),
    document(
      'water',
      'notices',
      water,
      `关于${villages[1]}供水管网检修临时停水的通知${mark}`,
      `${dayWords(addDays(water[1], 4))}上午停水检修，请提前储水。`,
      body(
        part('停水时间', `${words(addDays(water[1], 4))}8:00至12:00，提前完工的提前恢复。`),
        part('停水范围', table('受影响的范围', ['村', '范围', '临时取水点'], [villages[1], '村东、村中两个片区', '村委会院内'])),
        part('注意', list('提前储备生活用水；', '恢复供水初期水色发黄的，放水片刻即清；', `超过14:00仍未恢复的，请拨打${phone}。`)),
      ),
      { documentNumber: `${sign}办通〔${water[0].slice(0, 4)}〕26号`, topic: '公共服务', genre: '通知', keywords: ['停水', '供水'] },
    ),
    document(
      'road-works',
      'notices',
      roads,
      `关于集中检修村道照明的通知${mark}`,
      '分村检修时间和报修方式。',
      body(
        part(
          '检修安排',
          table(
            '分村安排',
            ['村', '日期', '盏数'],
            ...villages.map((v, i): [string, string, number] => [v, dayWords(addDays(roads[1], 6 + i * 2)), sized(town, 36 - i * 6)]),
          ),
        ),
        part('报修', `检修期间仍有不亮的，请记下灯杆编号，拨打${phone}，两个工作日内修复。`),
      ),
      { documentNumber: `${sign}办通〔${roads[0].slice(0, 4)}〕24号`, topic: '公共服务', genre: '通知', keywords: ['路灯', '照明'] },
    ),
    document(
      'rumour',
      'responses',
      rumour,
      `关于“低保要重新交费认定”传言的澄清${mark}`,
      '低保年度复核不收任何费用，传言不实。',
      body(
        part('传言', '近日有微信群称“低保户要交200元重新认定，逾期取消资格”。'),
        part('事实', '低保年度复核由工作人员入户核查，不收取任何费用，也没有委托任何个人或者公司代办。'),
        part(
          '怎样分辨',
          list(
            '镇里的通知都在本专栏和村公示栏公布；',
            '复核时工作人员出示工作证，不收现金、不要验证码；',
            `有人上门收费的，请拨打${phone}或者报警。`,
          ),
        ),
        part('正在做什么', '镇社会事务办公室已在微信群发布说明，通过大喇叭连续广播三天，请大家相互转告。'),
      ),
      { topic: '社会救助', genre: '澄清', keywords: ['澄清', '低保'], handler: '社会事务办公室' },
    ),
    document(
      'office-meeting',
      'meetings',
      meeting,
      `${name}人民政府镇长办公会议（${words(meeting[0])}）${mark}`,
      '研究年度公开工作、冬春农田水利和困难群众走访，议定责任单位和时限。',
      body(
        `${words(meeting[0])}，镇长${town.leaders[0]}主持召开镇长办公会议，副镇长${town.leaders[1]}、副镇长${town.leaders[2]}和有关办公室负责人参加。`,
        part('研究的事项', list('年度政府信息公开工作和公开目录落实情况；', '冬春农田水利施工安排；', '困难群众走访慰问。')),
        part(
          '议定的事项',
          table(
            '议定事项和责任单位',
            ['事项', '责任单位', '完成时间'],
            ['公开目录中没有更新的栏目逐项补齐', '党政综合办公室', dayWords(addDays(meeting[1], 21))],
            [`${villages[0]}支渠清淤施工方案`, '农业农村办公室', dayWords(addDays(meeting[1], 14))],
            ['低保、特困对象入户走访', '社会事务办公室', dayWords(addDays(meeting[1], 30))],
          ),
        ),
      ),
      {
        topic: '政府会议',
        keywords: ['镇长办公会议', '农田水利', '走访'],
        particulars: {
          heldOn: meeting[0],
          topics: '年度政府信息公开工作；冬春农田水利施工；困难群众走访慰问',
          decisions: `补齐公开目录；制定${villages[0]}支渠清淤方案；完成低保、特困对象走访`,
        },
      },
    ),
    document(
      'policy-publicity',
      'policies',
      policy,
      `${name}关于规范惠农补贴村级公示的通知${mark}`,
      '统一公示的内容、地点、时间和个人信息保护要求。',
      body(
        '各村民委员会：为让群众看得清、看得懂、可监督，现就惠农补贴村级公示通知如下。',
        part(
          '一、公示什么',
          table(
            '公示内容',
            ['项目', '要求'],
            ['补贴名称和依据', '写明文件名称和文号'],
            ['对象', '姓名和所在村民小组，不写身份证号、银行卡号、电话'],
            ['面积和金额', '与发放表一致'],
            ['监督电话', '镇、村各留一个'],
          ),
        ),
        part('二、在哪里公示', '村公示栏、村微信群和镇政府信息公开专栏同步公示。'),
        part('三、公示多久', '不少于七天，起止日期写在公示上；公示期满拍照存档。'),
        part('四、有异议怎么办', '村委会三日内核实并答复，仍有异议的由镇农业农村办公室复核。'),
      ),
      {
        documentNumber: `${sign}办发〔${policy[0].slice(0, 4)}〕16号`,
        topic: '农业农村',
        genre: '政策文件',
        keywords: ['惠农补贴', '公示'],
        handler: '农业农村办公室',
      },
    ),
    document(
      'relief-recent',
      'key-8',
      publicity,
      `${name}临时救助情况公示（${words(publicity[0]).slice(0, -1).replace(/月.*/, '月')}）${mark}`,
      '救助户数、事由和金额，只公布汇总。',
      body(
        part(
          '救助情况',
          table(
            '临时救助',
            ['事由', '户数', '金额（元）'],
            ['突发疾病', 3, sized(town, 9000)],
            ['意外事故', 1, sized(town, 4000)],
            ['合计', 4, sized(town, 9000) + sized(town, 4000)],
          ),
        ),
        part('公示期', `${dayWords(publicity[1])}至${dayWords(addDays(publicity[1], 6))}。有异议的，请向镇民政窗口反映，电话${phone}。`),
      ),
      { topic: '社会救助', genre: '公示', keywords: ['临时救助', '公示'], handler: '社会事务办公室' },
    ),
  ];
}
