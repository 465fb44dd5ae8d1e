import { useQuery } from '@tanstack/react-query';
import type { SubmissionRow } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { dayOf } from './dayOf.ts';
import type { HandInFields } from './HandInForm.tsx';

const STATES = { waiting: '等待处理', returned: '已退回', taken: '已采用' } as const;
const SHOWN = 20;

/** What the unit handed in before, and what became of it. `onAgain`: a returned one is to be mended, its words are not typed a second time. */
export function HandedIn({ unit, onAgain }: { readonly unit: string; readonly onAgain: (was: HandInFields) => void }) {
  const list = useQuery<readonly SubmissionRow[], ApiProblem>({
    queryKey: ['publishing', 'handed-in', unit],
    queryFn: () => api.get(`/publishing/submissions${query({ agency: unit })}`),
  });
  if (!list.data || list.data.length === 0) return null;
  return (
    <section aria-label="报送过的">
      <h2 className="part">报送过的</h2>
      <ul className="way">
        {list.data.slice(0, SHOWN).map(({ entry: { id, body } }) => (
          <li key={id}>
            {body.title} <span className={body.state === 'returned' ? 'tag late' : 'tag'}>{STATES[body.state]}</span>
            <div className="sub">{dayOf(body.handedInAt)}</div>
            {body.state === 'returned' && (
              <div>
                退回原因：{body.reason.replace(/[。；，\s]+$/, '')}。
                <button
                  type="button"
                  className="find"
                  aria-label={`改好再报：${body.title}`}
                  onClick={() => onAgain({ title: body.title, formedOn: body.formedOn, text: body.text, column: body.column ?? '' })}
                >
                  改好再报
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
