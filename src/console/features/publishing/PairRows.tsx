import { Button, Flex, Input } from 'antd';

/** One row of a list of pairs (or triples): wrong → right, name → post → until. */
export type PairRow = readonly string[];

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  /** What each cell is called; a name ending in 日期 or 任职至 is a day. */
  readonly cells: readonly string[];
  readonly rows: readonly PairRow[];
  readonly onChange: (rows: readonly PairRow[]) => void;
}

const DAY = /日期$|至$/;

/** A small list typed row by row; rows left blank are dropped when it is saved. */
export function PairRows({ id, label, hint, problem, cells, rows, onChange }: Props) {
  const set = (row: number, cell: number, value: string) =>
    onChange(rows.map((r, i) => (i === row ? cells.map((_, c) => (c === cell ? value : (r[c] ?? ''))) : r)));
  return (
    <fieldset className={problem ? 'line bad' : 'line'} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {hint && <div className="hint">{hint}</div>}
      {problem && <div className="problem">{problem}</div>}
      {rows.map((r, i) => (
        <Flex key={i} gap={6} wrap className="pair">
          {cells.map((cell, c) => (
            <Input
              key={cell}
              aria-label={`${label}第${i + 1}行：${cell}`}
              placeholder={cell}
              type={DAY.test(cell) ? 'date' : 'text'}
              title={DAY.test(cell) ? cell : undefined}
              value={r[c] ?? ''}
              maxLength={60}
              style={{ flex: '1 1 130px' }}
              onChange={(e) => set(i, c, e.target.value)}
            />
          ))}
          <Button aria-label={`删去${label}第${i + 1}行`} onClick={() => onChange(rows.filter((_, n) => n !== i))}>
            删去
          </Button>
        </Flex>
      ))}
      <Button onClick={() => onChange([...rows, cells.map(() => '')])}>加一行</Button>
    </fieldset>
  );
}

/** The rows with something in the first cell. */
export function filledRows(rows: readonly PairRow[]): [string, string, string][] {
  return rows.map((r): [string, string, string] => [r[0]?.trim() ?? '', r[1]?.trim() ?? '', r[2]?.trim() ?? '']).filter(([a]) => a !== '');
}
