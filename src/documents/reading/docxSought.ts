/**
 * True where a part has a text right behind another. The text behind is sought, so it should begin with a character that is rare in
 * such a part: a search is as fast as its first character is rare.
 */
export function standsBehind(part: Buffer, before: string, sought: string): boolean {
  const first = before.charCodeAt(0);
  for (let at = part.indexOf(sought, 0, 'latin1'); at >= 0; at = part.indexOf(sought, at + sought.length, 'latin1')) {
    const from = at - before.length;
    if (part[from] === first && part.toString('latin1', from, at) === before) return true;
  }
  return false;
}
