/** JSON that a PostgreSQL column can hold: it has no place for a zero character or half a pair. */
export function storable(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (typeof v === 'string' ? v.replaceAll('\u0000', '').toWellFormed() : v));
}

/** The same for a plain text. */
export function plainText(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\u0000', '').toWellFormed();
}
