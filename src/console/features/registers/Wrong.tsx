import { Alert } from 'antd';
import type { Ref } from 'react';
import type { ApiProblem } from '../../api.ts';

/** The box at the top of a record: what is wrong, with links to the fields. */
export function Wrong({ ref, error }: { readonly ref: Ref<HTMLDivElement>; readonly error: ApiProblem }) {
  const fields = [...new Map(error.fields.map((p) => [p.field, p])).values()];
  return (
    <div ref={ref} tabIndex={-1} role="alert">
      <Alert
        type="error"
        title={fields.length > 0 ? `有${fields.length}处要改` : error.message}
        description={
          fields.length > 0 ? (
            <ul>
              {fields.map((p) => (
                <li key={p.field}>
                  <a href={`#f-${p.field}`}>{p.what}</a>
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
