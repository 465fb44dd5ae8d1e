import { Alert, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import type { Override } from '../../../web/api/reportTypes.ts';
import { useReport } from './context.ts';
import { useReportAction } from './useWorkbench.ts';

/** An officer may overrule a figure with a reason: it prints, is flagged, and the county sees it. */
export function OverrideForm({ cell, counted }: { readonly cell: string; readonly counted: number | null }) {
  const { bench, locked } = useReport();
  const mayOverrule = !locked && bench.steps.overrule;
  const existing = bench.overrides.find((o) => o.cell === cell);
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const act = useReportAction<Override>(bench.agency.code, bench.year, 'override');
  if (existing)
    return (
      <Alert
        type="warning"
        title={`已改为${existing.value}（登记簿数出${existing.counted ?? '未申报'}）：${existing.reason}，${existing.by}，${existing.on}`}
        action={mayOverrule && <Button onClick={() => act.mutate({ cell, value: null, reason: '撤销改数' })}>撤销</Button>}
      />
    );
  if (!mayOverrule) return null;
  return (
    <details>
      <summary>登记簿数得不对？先改记录；实在要改数，写明原因</summary>
      {act.error && <Alert type="error" title={act.error.message} description={act.error.advice} />}
      <Flex gap={8} wrap style={{ marginTop: 8 }}>
        <Input
          aria-label="改为"
          placeholder={`改为（现为${counted ?? '空'}）`}
          value={value}
          inputMode="decimal"
          onChange={(e) => setValue(e.target.value)}
          style={{ width: 140 }}
        />
        <Input
          aria-label="原因"
          placeholder="原因（会写进年报的改数记录，县里看得到）"
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          style={{ flex: 1, minWidth: 240 }}
        />
        <Button
          disabled={value.trim() === '' || !Number.isFinite(Number(value)) || reason.trim() === ''}
          loading={act.isPending}
          onClick={() => act.mutate({ cell, value: Number(value), reason })}
        >
          改数
        </Button>
      </Flex>
    </details>
  );
}
