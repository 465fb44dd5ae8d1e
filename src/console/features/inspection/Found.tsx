import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Hit, ShownResult } from '../../../web/api/inspectionTypes.ts';

const FIRST = 8;

function Line({
  hit,
  result,
  isNew,
  rest,
}: {
  readonly hit: Hit;
  readonly result: ShownResult;
  readonly isNew: boolean;
  readonly rest: boolean;
}) {
  const to = hit.link ?? result.link;
  const title = hit.title || '查看';
  return (
    <li className={rest ? 'on-paper' : undefined}>
      {to ? <Link to={to}>{title}</Link> : title}：{hit.says}
      {hit.page && (
        <>
          {' '}
          <a className="no-print" href={hit.page} target="_blank" rel="noreferrer" aria-label={`打开公开页：${title}`}>
            公开页
          </a>
        </>
      )}
      {isNew && <span className="new"> 新出现</span>}
    </li>
  );
}

/** One item at one place: what was found, by which standard from where, what to do. */
export function Found({ result: r, added }: { readonly result: ShownResult; readonly added: ReadonlySet<string> }) {
  const [all, setAll] = useState(false);
  const isNew = (key: string) => added.has(`${r.item} ${r.place} ${key}`);
  return (
    <section className={`found ${r.state} ${r.severity}`} aria-label={`${r.label}：${r.placeName}`}>
      <h3>
        <b>{r.label}</b>
        <span>{r.placeName}</span>
        <span className="state">{r.stateName}</span>
        <span className="sub">{r.severityName}</span>
        {r.hits.length === 0 && isNew('') && <span className="new">新出现</span>}
      </h3>
      <p>{r.found}</p>
      {r.hits.length > 0 && (
        <ul>
          {r.hits.map((h, i) => (
            <Line key={h.key} hit={h} result={r} isNew={isNew(h.key)} rest={!all && i >= FIRST} />
          ))}
        </ul>
      )}
      {r.hits.length > FIRST && (
        <Button type="link" className="no-print" style={{ padding: 0 }} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起' : `全部${r.total}处${r.total > r.hits.length ? `（列出前${r.hits.length}处）` : ''}`}
        </Button>
      )}
      {r.total > r.hits.length && (
        <p className="on-paper">
          共{r.total}处，列出前{r.hits.length}处。
        </p>
      )}
      {(r.state === 'fail' || r.state === 'warn') && r.todo && (
        <p>
          怎么办：{r.todo}
          {r.link && (
            <>
              {' '}
              <Link className="no-print" to={r.link}>
                去处理
              </Link>
            </>
          )}
        </p>
      )}
      <p className="sub">
        {r.standard && `标准：${r.standard}　`}出处：{r.basisTitles.join('，')}（{r.evidenceName}）
      </p>
    </section>
  );
}
