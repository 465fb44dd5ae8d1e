import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useSession } from '../../shell/session.ts';
import { LastRun } from './LastRun.tsx';
import { NumbersPanel } from './NumbersPanel.tsx';
import { UnitsPanel } from './UnitsPanel.tsx';
import '../registers/form.css';
import './inspection.css';

/** 自查: what the inspection of our own pages and of the places outside found, the units side by side, the numbers it goes by. */
export function InspectionPage() {
  const { agency } = useSession();
  const [params, setParams] = useSearchParams();
  return (
    <div className="inspection">
      <h1>
        <span className="on-paper">{agency.agencyName}</span>自查
      </h1>
      <Tabs
        activeKey={params.get('tab') ?? 'last'}
        onChange={(tab) => setParams(tab === 'last' ? {} : { tab })}
        destroyOnHidden
        more={{ icon: '更多' }}
        items={[
          { key: 'last', label: '检查结果', children: <LastRun /> },
          { key: 'units', label: '各单位', children: <UnitsPanel /> },
          { key: 'numbers', label: '标准和分值', children: <NumbersPanel /> },
        ]}
      />
    </div>
  );
}
