import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Select } from 'antd';
import { useState } from 'react';
import type { ContentDifference, VersionRow } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { dayOf } from './dayOf.ts';
import { HideVersion } from './HideVersion.tsx';
import { useOpenItem } from './itemContext.ts';

/** Two versions side by side in one text: gone is struck through, new is underlined, so that colour is not all that tells. */
export function VersionsPanel() {
  const { answer, setup } = useOpenItem();
  const { agency, item, version, publicVersion } = answer.item.life;
  const versions = useQuery<readonly VersionRow[], ApiProblem>({
    queryKey: ['publishing', 'versions', agency, item, version],
    queryFn: () => api.get(`/publishing/item/versions${query({ agency, item })}`),
  });
  const [pair, setPair] = useState<{ before: number; after: number } | null>(null);
  const from = pair ?? { before: publicVersion && publicVersion < version ? publicVersion : version - 1, after: version };
  const difference = useQuery<ContentDifference, ApiProblem>({
    queryKey: ['publishing', 'difference', agency, item, from],
    queryFn: () => api.get(`/publishing/item/difference${query({ agency, item, ...from })}`),
    enabled: from.before >= 1 && from.before !== from.after,
  });
  const options = (versions.data ?? []).map((v) => ({
    value: v.version,
    label: `第${v.version}版　${dayOf(v.savedAt)} ${v.savedByName}${v.note ? `　${v.note}` : ''}${v.version === publicVersion ? '（公众看到的）' : ''}`,
  }));
  const d = difference.data;
  const shown = (field: string, value: string) =>
    (field === 'column' ? (setup.columns.find((c) => c.id === value)?.label ?? value) : value) || '空';
  const [hiding, setHiding] = useState<number | null>(null);
  const portal = answer.item.life.portal && answer.item.life.public !== 'withdrawn';
  const old = portal && setup.mayDraft ? (versions.data ?? []).filter((v) => v.published && v.version !== publicVersion) : [];
  const error = versions.error ?? difference.error;
  return (
    <section className="panel" aria-label="版本">
      <h2>版本（共{versions.data?.length ?? version}版）</h2>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      {version > 1 && (
        <Flex gap={8} wrap>
          <Select
            aria-label="较早的版本"
            value={from.before}
            options={options}
            style={{ width: 280 }}
            onChange={(before) => setPair({ ...from, before })}
          />
          <Select
            aria-label="较晚的版本"
            value={from.after}
            options={options}
            style={{ width: 280 }}
            onChange={(after) => setPair({ ...from, after })}
          />
        </Flex>
      )}
      {version === 1 && <p className="sub">只有一版，还没有可以比较的。</p>}
      {d && <DifferenceView difference={d} shown={shown} />}
      {old.length > 0 && (
        <>
          <h3>以前公开过的版本</h3>
          <ul className="way">
            {old.map((v) => (
              <li key={v.version}>
                第{v.version}版　{dayOf(v.savedAt)}
                {v.hidden && (
                  <div>
                    已停止公开（{v.hidden.on}）：{v.hidden.reason}
                  </div>
                )}{' '}
                <Button
                  size="small"
                  aria-expanded={hiding === v.version}
                  onClick={() => setHiding(hiding === v.version ? null : v.version)}
                >
                  {v.hidden ? '恢复公开' : '停止公开'}
                </Button>
                {hiding === v.version && <HideVersion row={v} onDone={() => setHiding(null)} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
