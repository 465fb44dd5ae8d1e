import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { ShownDoubt } from '../../../web/api/checkTypes.ts';

type Values = readonly (number | null)[];

/** 自然人 of 表三“本年新收 · 自然人”. */
function short(name: string): string {
  return name.replace(/”$/, '').split(' · ').at(-1) ?? name;
}

interface Props {
  readonly doubt: ShownDoubt;
  readonly onSettle: (values: Values) => void;
  readonly may: boolean;
  readonly pending: boolean;
}

/** A row read in several ways: the officer looks at the original and says which it is, or writes what stands there. */
export function DoubtForm({ doubt, onSettle, may, pending }: Props) {
  const [own, setOwn] = useState<readonly string[]>(doubt.columns.map(() => ''));
  const numbers = own.map((text) => (/^\d{1,12}(\.\d{1,4})?$/.test(text.trim()) ? Number(text) : null));
  const complete = numbers.every((n) => n !== null);
  return (
    <section className="doubt" aria-label={`${doubt.name}读不准`}>
      <b>{doubt.name}</b>
      <p className="sub">{doubt.why}。请对照原件，选出原件上的数；哪种都不对，就在最后一行照原件填。</p>
      <div className="figures">
        <table>
          <thead>
            <tr>
              <th scope="col">原件是哪一种</th>
              {doubt.columns.map((c) => (
                <th key={c} scope="col">
                  {short(c)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {doubt.readings.map((reading) => (
              <tr key={reading.join(' ')}>
                <td>
                  <Button
                    size="small"
                    disabled={!may || pending || reading.length !== doubt.columns.length}
                    aria-label={`是这种：${reading.map((v) => v ?? '空').join(' ')}`}
                    onClick={() => onSettle(reading)}
                  >
                    是这种
                  </Button>
                </td>
                {doubt.columns.map((c, i) => (
                  <td key={c}>{reading[i] ?? '空'}</td>
                ))}
              </tr>
            ))}
            {may && (
              <tr>
                <td>
                  <Button size="small" disabled={!complete || pending} onClick={() => onSettle(numbers)}>
                    照原件填好了
                  </Button>
                </td>
                {doubt.columns.map((c, i) => (
                  <td key={c}>
                    <input
                      className="own"
                      inputMode="decimal"
                      aria-label={`照原件填 ${short(c)}`}
                      value={own[i]}
                      onChange={(e) => setOwn(own.map((v, at) => (at === i ? e.target.value : v)))}
                    />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {doubt.more > 0 && (
        <Flex>
          <span className="sub">还有{doubt.more}种可能没有列出。</span>
        </Flex>
      )}
    </section>
  );
}
