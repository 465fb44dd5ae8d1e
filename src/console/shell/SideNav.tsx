import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';

const GROUPS: readonly (readonly [string | null, readonly (readonly [string, string])[]])[] = [
  [null, [['/', '待办']]],
  [
    '登记簿',
    [
      ['/registers/requests', '依申请公开'],
      ['/registers/items', '主动公开信息'],
      ['/registers/publications', '发布记录'],
      ['/registers/normativeDocuments', '规范性文件'],
      ['/registers/tickets', '12345工单'],
      ['/registers/activities', '培训与检查'],
      ['/registers/remedies', '复议诉讼'],
      ['/registers/administrative', '许可处罚收费'],
      ['/registers/problems', '问题与改进'],
      ['/import', '从表格导入'],
    ],
  ],
  [
    '主动公开',
    [
      ['/publishing', '信息发布'],
      ['/publishing/submissions', '村和站所报送'],
      ['/publishing/normative', '规范性文件办理'],
      ['/publishing/interpretations', '政策解读'],
      ['/publishing/places', '发布场所'],
      ['/publishing/duties', '公开目录'],
      ['/publishing/guide', '公开指南'],
      ['/publishing/corrections', '更正和澄清'],
      ['/publishing/deliveries', '送交档案馆图书馆'],
      ['/inspection', '自查'],
      ['/publishing/units', '各单位公开情况'],
      ['/publishing/columns', '栏目'],
      ['/publishing/settings', '公开设置'],
    ],
  ],
  [
    '年度报告',
    [
      ['/report', '年报工作台'],
      ['/declarations', '登记申报'],
      ['/opening', '上年年报'],
      ['/checks', '年报体检'],
    ],
  ],
  [
    '设置',
    [
      ['/agencies', '单位'],
      ['/people', '人员与权限'],
      ['/calendar', '期限与节假日'],
    ],
  ],
];

/** Every screen, one click away. */
export function SideNav() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen the links are one line: where one is stands in sight.
  useEffect(() => {
    const { current } = nav;
    const active = current?.querySelector<HTMLElement>('a.active');
    if (current && active) current.scrollLeft = active.offsetLeft - (current.clientWidth - active.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} className="side" aria-label="工作台导航">
      {GROUPS.map(([title, links]) => (
        <div key={title ?? 'home'}>
          {title && <h2>{title}</h2>}
          {links.map(([to, label]) => (
            <NavLink key={to} to={to} end={to === '/' || to === '/publishing'}>
              {label}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
