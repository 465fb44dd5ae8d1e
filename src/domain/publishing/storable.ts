const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const DEEPEST = 12;

/** What somebody typed without the characters no database keeps: control characters and halves of surrogate pairs, however deep. */
export function storable<T>(value: T, depth = 0): T {
  if (typeof value === 'string') return value.toWellFormed().replace(CONTROL, '') as T;
  if (depth > DEEPEST || typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((v) => storable(v, depth + 1)) as T;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [storable(k), storable(v, depth + 1)])) as T;
}
