import { Drawer, Tabs } from 'antd';
import type { Register } from '../../../web/api/consoleTypes.ts';
import type { Row } from '../../../web/api/registerTypes.ts';
import { CaseClockPanel } from './CaseClockPanel.tsx';
import { EventsPanel } from './EventsPanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { RecordForm } from './RecordForm.tsx';

interface Props {
  readonly register: Register;
  /** null: a new record. */
  readonly row: Row | null;
  readonly onClose: () => void;
}

/** One record: its fields, for a request its steps and clock, and who changed what. */
export function RecordDrawer({ register, row, onClose }: Props) {
  const isCase = register.key === 'requests' && row !== null;
  const tabs = [
    { key: 'form', label: '登记内容', children: <RecordForm register={register} row={row} onDone={onClose} /> },
    ...(isCase
      ? [
          { key: 'events', label: '办理过程', children: <EventsPanel register={register} row={row} onDone={onClose} /> },
          { key: 'clock', label: '期限计算', children: <CaseClockPanel number={row.number} agency={row.agency} /> },
        ]
      : []),
    ...(row ? [{ key: 'history', label: '修改记录', children: <HistoryPanel register={register.key} row={row} /> }] : []),
  ];
  return (
    <Drawer
      open
      size={Math.min(760, window.innerWidth)}
      onClose={onClose}
      title={row ? `${register.recordWord} ${row.number}` : `登记${register.recordWord}`}
      destroyOnHidden
    >
      <Tabs items={tabs} />
    </Drawer>
  );
}
