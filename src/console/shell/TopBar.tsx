import { Select } from 'antd';
import { useSession } from './session.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

function chineseDay(day: string): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return `${y}年${m}月${d}日 星期${WEEKDAYS[new Date(Date.UTC(y, m - 1, d)).getUTCDay()]}`;
}

/** Unit, date and person; the unit can be changed by those who have more than one. */
export function TopBar() {
  const { me, agency, choose } = useSession();
  const units = [...new Map(me.memberships.map((m) => [m.agency, m])).values()];
  return (
    <header className="top">
      <span className="mark">公开</span>
      {units.length > 1 ? (
        <Select
          aria-label="单位"
          value={agency.agency}
          onChange={choose}
          options={units.map((m) => ({ value: m.agency, label: m.agencyName }))}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 200 }}
        />
      ) : (
        <span>{agency.agencyName}</span>
      )}
      {me.demo && <span className="demo">演示数据</span>}
      <span className="fill" />
      <span>{chineseDay(me.today)}</span>
      <span>
        {me.person.name}（{agency.roleName}）
      </span>
      <a href="/password">修改密码</a>
      <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value={me.csrf} />
        <button type="submit" className="plain">
          退出
        </button>
      </form>
    </header>
  );
}
