import { useQuery } from '@tanstack/react-query';
import type { SubmissionRow } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { dayOf } from './dayOf.ts';

const STATES = { waiting: '等待处理', returned: '已退回', taken: '已采用' } as const;
const SHOWN = 20;

/** What the unit handed in before, and what became of it. */
export function HandedIn({ unit }: { readonly unit: string }) {
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
            {body.state === 'returned' && <div>退回原因：{body.reason.replace(/[。；，\s]+$/, '')}。请改好后重新报送。</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
