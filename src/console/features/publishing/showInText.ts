const squeezed = (s: string): string => s.replace(/[\s*＊…]+/g, '');

/** Selects the paragraph of the open text that has these words, and brings it into view. Masked characters of a quote match anything. */
export function showInText(quote: string): void {
  const body = document.getElementById('c-body');
  if (!body) return;
  const pieces = quote
    .split(/[*＊…]+/)
    .map(squeezed)
    .filter((p) => p.length > 1);
  const blocks = [...body.querySelectorAll('p,h2,h3,h4,li,td,th,figcaption')];
  const found = blocks.find((b) => pieces.length > 0 && pieces.every((p) => squeezed(b.textContent ?? '').includes(p))) ?? body;
  found.scrollIntoView({ block: 'center' });
  const range = document.createRange();
  range.selectNodeContents(found);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
