import { useReport } from './context.ts';

/** A number bound to its figure: opens the records behind it; never typed over. */
export function Chip({ figure, text, section }: { readonly figure: string; readonly text: string; readonly section: number }) {
  const { figure: opened, place, open } = useReport();
  const isOpen = opened === figure && place === section;
  return (
    <button
      type="button"
      className="chip"
      aria-expanded={isOpen}
      onClick={() => open(isOpen ? null : figure, section)}
      title="看这个数字是哪些记录数出来的"
    >
      {text}
    </button>
  );
}
