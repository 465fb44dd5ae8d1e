/** Control characters, and marks that turn the direction of what follows: a text or a file's name would read otherwise than it is. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
const DEEPEST = 12;

/** What somebody typed without the characters no record keeps: control characters, marks of direction, halves of surrogate pairs, however deep. */
export function storable<T>(value: T, depth = 0): T {
  if (typeof value === 'string') return value.toWellFormed().replace(CONTROL, '') as T;
  if (depth > DEEPEST || typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((v) => storable(v, depth + 1)) as T;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [storable(k), storable(v, depth + 1)])) as T;
}
