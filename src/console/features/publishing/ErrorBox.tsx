import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../../api.ts';

/** What a form's field is called, and the id of its control. */
export type Labels = Readonly<Record<string, string>>;

/** Fields a refusal names: the server quotes them as “名称”. */
export function namedFields(error: ApiProblem | null, labels: Labels): ReadonlyMap<string, string> {
  if (!error) return new Map();
  const parts = error.message.split(/[；;。]/);
  return new Map(
    Object.entries(labels).flatMap(([id, label]) => {
      const part = parts.find((p) => p.includes(`“${label}”`) || p.includes(`填写${label}`) || p.includes(`选择${label}`));
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
