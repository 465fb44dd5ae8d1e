import { useReport } from './context.ts';

const SHOWN = 6;

/** What the text leaves out for want of a declaration or a fact of the office. */
export function GapsPanel() {
  const { bench, locked } = useReport();
  const gaps = [...new Set(bench.gaps)];
  if (gaps.length === 0 || locked) return null;
  return (
    <section className="card" aria-label="文字里还没有写的">
      <h2>文字里还没有写的</h2>
      <ul className="gaps">
        {gaps.slice(0, SHOWN).map((g) => (
          <li key={g}>{g}</li>
        ))}
      </ul>
      {gaps.length > SHOWN && (
        <details>
          <summary>其余{gaps.length - SHOWN}处</summary>
          <ul className="gaps">
            {gaps.slice(SHOWN).map((g) => (
              <li key={g}>{g}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
