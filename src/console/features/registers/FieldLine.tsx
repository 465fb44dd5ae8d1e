import type { FieldProblem } from '../../../web/api/consoleTypes.ts';
import type { Row } from '../../../web/api/registerTypes.ts';
import { Control } from './Control.tsx';
import type { FieldOf } from './values.ts';

interface Props {
  readonly field: FieldOf;
  readonly row: Row | null;
  /** A personal value as it is masked; null: it may be edited. */
  readonly hidden: string | null;
  readonly value: string;
  readonly problem: FieldProblem | undefined;
  readonly onChange: (value: string) => void;
}

/** True where the steps of the case say it: it is changed there. */
function isOfSteps({ key, event }: FieldOf, row: Row | null): boolean {
  const steps = row?.events ?? [];
  if (event && steps.some((e) => e.kind === event)) return true;
  return key === 'correctBy' && steps.some((e) => e.kind === 'clarificationSent' && Boolean(e.until));
}

/** One field: label, hint, what is wrong, and the control or why it is not edited here. */
export function FieldLine({ field, row, hidden, value, problem, onChange }: Props) {
  const id = `f-${field.key}`;
  return (
    <div className={problem ? 'line bad' : 'line'}>
      <label htmlFor={id}>
        {field.label}
        {field.required && <span className="must">（必填）</span>}
      </label>
      <div id={`${id}-hint`} className="hint">
        {field.hint}
        {field.kind === 'fen' && '单位：元'}
      </div>
      {problem && (
        <div id={`${id}-bad`} className="problem">
          {problem.what}。{problem.fix}
        </div>
      )}
      {hidden !== null ? (
        <output id={id}>{hidden}（个人信息，已隐去）</output>
      ) : isOfSteps(field, row) ? (
        <output id={id}>{value || '见办理过程'}（在“办理过程”里改）</output>
      ) : (
        <Control field={field} id={id} value={value} bad={Boolean(problem)} onChange={onChange} />
      )}
    </div>
  );
}
