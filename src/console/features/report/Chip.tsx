import { useReport } from './context.ts';

/** A number bound to its figure: opens the records behind it; never typed over. */
export function Chip({ figure, text }: { readonly figure: string; readonly text: string }) {
  const { figure: opened, open } = useReport();
  return (
    <button
      type="button"
      className="chip"
      aria-expanded={opened === figure}
      onClick={() => open(opened === figure ? null : figure)}
      title="看这个数字是哪些记录数出来的"
    >
      {text}
    </button>
  );
}
