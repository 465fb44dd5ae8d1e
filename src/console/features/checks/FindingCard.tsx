import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import type { CheckDetail, ShownFinding } from '../../../web/api/checkTypes.ts';

const STATES = { added: '新出现', still: '还在' } as const;

interface Props {
  readonly finding: ShownFinding & { readonly state?: CheckDetail['findings'][number]['state'] };
  /** Decides to leave it; absent where nothing can be decided. */
  readonly onWaive?: ((reason: string, until: string | null) => void) | undefined;
  readonly onTakeBack?: (() => void) | undefined;
}

/** One finding of a check, with what stands there, what should, and why it may stay. */
export function FindingCard({ finding: f, onWaive, onTakeBack }: Props) {
  const [reason, setReason] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  return (
    <article className={`finding ${f.severity}`}>
      <strong>
        {f.severityName}　{f.message}
      </strong>
      <p className="sub">
        {f.state ? `${STATES[f.state]}　` : ''}
        {f.place}　{f.where.quote ? `“${f.words ?? f.where.quote}”　` : ''}
        {f.proposal}
      </p>
      <p className="sub">
        依据：{f.basisTitles.join('、')}　<code>{f.rule}</code>
      </p>
      {f.waived ? (
        <Flex gap={8} align="center">
          <span>
            已说明理由，不改：{f.waived.reason}（{f.waived.by}
            {f.waived.on ? `，${f.waived.on}` : ''}
            {f.waived.until ? `，到${f.waived.until}为止` : ''}）
          </span>
          {onTakeBack && (
            <Button size="small" onClick={onTakeBack}>
              收回
            </Button>
          )}
        </Flex>
      ) : (
        onWaive &&
        (reason === null ? (
          <Button size="small" onClick={() => setReason('')}>
            说明理由，不改
          </Button>
        ) : (
          <Flex gap={8} wrap>
            <Input
              aria-label="不改的理由"
              placeholder="为什么不改，例如：已请示县政务公开办，按其口径填写"
              value={reason}
              maxLength={500}
              style={{ maxWidth: 480 }}
              onChange={(e) => setReason(e.target.value)}
            />
            <label>
              到哪天为止（可以不填） <input type="date" className="until" value={until} onChange={(e) => setUntil(e.target.value)} />
            </label>
            <Button type="primary" disabled={reason.trim() === ''} onClick={() => onWaive(reason, until || null)}>
              保存理由
            </Button>
            <Button onClick={() => setReason(null)}>不写了</Button>
          </Flex>
        ))
      )}
    </article>
  );
}
