import { Alert, Button, Dropdown, Flex, Select, Spin, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Workbench } from '../../../web/api/reportTypes.ts';
import { useSession } from '../../shell/session.ts';
import { ReportContext } from './context.ts';
import { DifferencesPanel } from './DifferencesPanel.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { MissingPanel } from './MissingPanel.tsx';
import { ReturnPanel } from './ReturnPanel.tsx';
import { SectionNav } from './SectionNav.tsx';
import { SectionText } from './SectionText.tsx';
import { SubmitPanel } from './SubmitPanel.tsx';
import { ProactiveTable, RemediesTable, RequestsTable } from './tables.tsx';
import { useWorkbench } from './useWorkbench.ts';
import './report.css';

const STATUS = { open: '编制中', submitted: '已提交', corrected: '已更正', returned: '已退回' } as const;
/** How far the year's report has come; online is said apart from handed in. */
function stateOf({ status, versions }: Workbench): string {
  return versions.at(-1)?.status === 'published' ? `${status === 'corrected' ? '已更正，' : ''}已公布` : STATUS[status];
}

const FORMATS = [
  ['docx', 'Word 文档'],
  ['pdf', 'PDF'],
  ['html', '网页'],
  ['xlsx', 'Excel 表格'],
  ['json', '数据（JSON）'],
] as const;

/** 年报工作台: text with bound numbers, tables whose cells open their records, findings, what is still to declare, submission. */
export function ReportPage() {
  const { agency, me } = useSession();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? Number(me.today.slice(0, 4)) - 1);
  const [opened, setOpened] = useState<{ figure: string | null; place: 'table' | number }>({ figure: null, place: 'table' });
  const [correctingYear, setCorrectingYear] = useState<number | null>(null);
  const query = useWorkbench(agency.agency, year);
  const bench = query.data;
  const view = useMemo(() => {
    if (!bench) return null;
    const stands = bench.versions.some((v) => v.status !== 'returned');
    // A correction that was sent back is still being written.
    const correcting = stands && (bench.status === 'returned' || correctingYear === bench.year);
    const correct = (on: boolean) => setCorrectingYear(on ? bench.year : null);
    const open = (figure: string | null, place: 'table' | number = 'table') => setOpened({ figure, place });
    return { bench, ...opened, open, locked: stands && !correcting, correcting, correct };
  }, [bench, opened, correctingYear]);
  const years = Array.from({ length: 6 }, (_, i) => Number(me.today.slice(0, 4)) - i);
  const picker = (
    <Select
      aria-label="年度"
      value={year}
      onChange={(y) => setSearch({ year: String(y) })}
      options={years.concat(years.includes(year) ? [] : [year]).map((y) => ({ value: y, label: `${y}年` }))}
      style={{ width: 100 }}
    />
  );

  if (query.isPending) return <Spin description="正在从登记簿计数" />;
  if (!bench || !view)
    return (
      <>
        {picker}
        <Alert type="error" title={query.error?.message} description={query.error?.advice} />
      </>
    );
  return (
    <ReportContext value={view}>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <div>
          <h1>
            {bench.document.title} <Tag>{stateOf(bench)}</Tag>
          </h1>
          <p className="sub">
            2021年版格式　统计期限 {bench.document.period[0]} 至 {bench.document.period[1]}　数字取自登记簿，{bench.asOf} 更新
          </p>
        </div>
        <Flex gap={8} wrap>
          {picker}
          <Button href={`/api/console/reports/${agency.agency}/${year}/export/html`} target="_blank">
            预览
          </Button>
          <Dropdown
            menu={{
              items: FORMATS.map(([format, label]) => ({
                key: format,
                label: <a href={`/api/console/reports/${agency.agency}/${year}/export/${format}`}>{label}</a>,
              })),
            }}
          >
            <Button>导出</Button>
          </Dropdown>
          <Button onClick={() => query.refetch()} loading={query.isFetching}>
            重新计数和体检
          </Button>
        </Flex>
      </Flex>
      <div className="bench">
        <SectionNav />
        <div className="paper">
          <SectionText index={0} />
          <SectionText index={1}>
            <ProactiveTable />
          </SectionText>
          <SectionText index={2}>
            <RequestsTable />
          </SectionText>
          <SectionText index={3}>
            <RemediesTable />
          </SectionText>
          <SectionText index={4} />
          <SectionText index={5} />
        </div>
        <div className="rail">
          <ReturnPanel />
          <MissingPanel />
          <GapsPanel />
          <DifferencesPanel />
          <FindingsPanel />
          <SubmitPanel />
        </div>
      </div>
    </ReportContext>
  );
}
