import { useReport } from './context.ts';

const CN = ['一', '二', '三', '四', '五', '六'];

/** The six sections with what is wrong in each. */
export function SectionNav() {
  const { bench } = useReport();
  return (
    <nav className="sections" aria-label="年报各部分">
      {bench.document.sections.map((s, i) => {
        const open = bench.findings.filter((f) => f.where.section === i + 1 && !f.waived);
        const errors = open.filter((f) => f.severity === 'error').length;
        const state = errors > 0 ? `${errors}处必须改` : open.length > 0 ? `${open.length}处建议` : '已齐';
        return (
          <a key={s.title} href={`#section-${i + 1}`} className={errors > 0 ? 'bad' : ''}>
            {CN[i]}、{s.title}
            <small>{state}</small>
          </a>
        );
      })}
    </nav>
  );
}
