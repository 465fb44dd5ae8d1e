import type { ContentDifference } from '../../../web/api/publishingTypes.ts';

/** Two versions in one text: gone is struck through, new is underlined, so that colour is not all that tells. */
export function DifferenceView({
  difference: d,
  shown = (_, value) => value || '空',
}: {
  readonly difference: ContentDifference;
  /** How a field's value is said. */
  readonly shown?: (field: string, value: string) => string;
}) {
  return (
    <div className="difference">
      {d.fields.map((f) => (
        <p key={f.field}>
          {f.label}：<del>{shown(f.field, f.before)}</del> <ins>{shown(f.field, f.after)}</ins>
        </p>
      ))}
      {d.fields.length === 0 && !d.bodyChanged && <p className="sub">这两版的文字没有不同。</p>}
      {d.bodyChanged &&
        d.body
          .filter((p) => p.kind !== 'same')
          .map((p, i) => (
            <p key={i}>
              {p.parts.map((part, n) => {
                const key = `${n}${part.kind}`;
                if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
                return part.kind === 'added' ? <ins key={key}>{part.text}</ins> : <span key={key}>{part.text}</span>;
              })}
            </p>
          ))}
    </div>
  );
}
