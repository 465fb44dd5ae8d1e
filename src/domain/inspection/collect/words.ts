const LONGEST = 120;

/** Something typed by whoever, short enough to be shown. */
export function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The console's page of an item. */
export function consoleItem(item: string): string {
  return `/publishing/item?number=${encodeURIComponent(item)}`;
}
