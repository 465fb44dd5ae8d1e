/** Tells when something the public may see was changed, by this process or another. */
export interface PublicChanges {
  /** The answer ends it. */
  subscribe(heard: () => void): () => void;
}

/** Changes that are told to everybody who listens. */
export function publicChanges(): PublicChanges & { tell(): void } {
  const listeners = new Set<() => void>();
  return {
    subscribe(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    tell: () => {
      for (const heard of listeners) heard();
    },
  };
}
