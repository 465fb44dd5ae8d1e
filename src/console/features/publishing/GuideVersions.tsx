import { Flex, Select } from 'antd';
import { useState } from 'react';
import type { ContentDifference, GuideAnswer } from '../../../web/api/publishingTypes.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { dayOf } from './dayOf.ts';
import { ErrorBox } from './ErrorBox.tsx';
import { useOffice } from './usePublishing.ts';

function Compared({ before, after }: { readonly before: number; readonly after: number }) {
  const difference = useOffice<ContentDifference>('guide/difference', { before, after });
  if (difference.error) return <ErrorBox error={difference.error} />;
  return difference.data ? <DifferenceView difference={difference.data} /> : null;
}

/** The guide's versions, newest first, and what two of them differ in. */
export function GuideVersions({ versions }: { readonly versions: GuideAnswer['versions'] }) {
  const [newest, earlier] = versions;
  const [pair, setPair] = useState<{ before: number; after: number } | null>(null);
  const now = pair ?? { before: earlier?.version ?? 0, after: newest?.version ?? 0 };
  const options = versions.map((v) => ({
    value: v.version,
    label: `第${v.version}版　${dayOf(v.at)}保存${v.effectiveOn ? `　公布日期 ${v.effectiveOn}` : ''}`,
  }));
  return (
    <section className="panel" aria-label="版本">
      <h2>版本（共{versions.length}版）</h2>
      {!earlier && <p className="sub">{options[0]?.label}。只有一版，还没有可以比较的。</p>}
      {earlier && (
        <>
          <Flex gap={8} wrap>
            <Select
              aria-label="较早的版本"
              value={now.before}
              options={options}
              style={{ width: 280 }}
              onChange={(before) => setPair({ ...now, before })}
            />
            <Select
              aria-label="较晚的版本"
              value={now.after}
              options={options}
              style={{ width: 280 }}
              onChange={(after) => setPair({ ...now, after })}
            />
          </Flex>
          {now.before !== now.after && <Compared before={now.before} after={now.after} />}
        </>
      )}
    </section>
  );
}
