import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../../api.ts';

/** What a form's field is called, and the id of its control. */
export type Labels = Readonly<Record<string, string>>;

const LONG_ENOUGH = 4;

/** A refusal quotes a field as “名称” or asks for it in a few set words; a long label may stand as it is. */
function named(part: string, label: string): boolean {
  if (label.length >= LONG_ENOUGH && part.includes(label)) return true;
  return part.includes(`“${label}”`) || ['填写', '选择', '写明'].some((verb) => part.includes(`${verb}${label}`));
}

/** Fields a refusal names, each with the part of it that is about the field. */
export function namedFields(error: ApiProblem | null, labels: Labels): ReadonlyMap<string, string> {
  if (!error) return new Map();
  const parts = error.message.split(/[；;。]/);
  return new Map(
    Object.entries(labels).flatMap(([id, label]) => {
      const part = parts.find((p) => named(p, label));
      return part ? [[id, part.replace(/^.*?没有保存：/, '')] as const] : [];
    }),
  );
}

/** The box at the top of a form: what is wrong, with links to the fields, read out and focused when it comes. */
export function ErrorBox({ error, labels = {} }: { readonly error: ApiProblem | null; readonly labels?: Labels }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const fields = namedFields(error, labels);
  return (
    <div ref={box} tabIndex={-1}>
      <Alert
        type="error"
        title={error.message}
        description={
          fields.size > 0 ? (
            <ul>
              {[...fields.keys()].map((id) => (
                <li key={id}>
                  <a href={`#${id}`}>到“{labels[id]}”去改</a>
                </li>
              ))}
            </ul>
          ) : (
            error.advice
          )
        }
      />
    </div>
  );
}
