import { useReport } from './context.ts';
import { SubmitForm } from './SubmitForm.tsx';

/** 提交: what is still in the way, else the form. */
export function SubmitPanel() {
  const { bench, locked, correcting } = useReport();
  if (locked) return null;
  const ready = bench.blockers.length === 0;
  const wrong = bench.findings.filter((f) => f.severityName === '必须改' && !f.waived).length;
  return (
    <section className="card submit" aria-label="提交">
      <h2>{ready ? (correcting ? '更正版可以提交' : '可以提交') : '还不能提交'}</h2>
      <ul className="gaps">
        {bench.blockers.map((b) => (
          <li key={b}>{b}</li>
        ))}
      </ul>
      {bench.steps.submit === null ? (
        <p className="sub">提交由本单位的审核、签发人员或者单位管理员办理。</p>
      ) : (
        <>
          {ready && wrong > 0 && <p>体检还有{wrong}处必须改，请先改好，或者说明理由。</p>}
          {ready && <SubmitForm correcting={correcting} />}
          <p className="sub">提交后锁定。之后登记簿再变，会列出差异，不改已报的数。</p>
        </>
      )}
    </section>
  );
}
