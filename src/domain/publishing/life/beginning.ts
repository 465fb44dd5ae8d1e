import type { Actor } from '#domain/people/actor.ts';
import type { ItemLife } from './states.ts';

/** The life of an item whose first draft nobody has seen. */
export function newLife(agency: string, item: string, by: Actor): ItemLife {
  return {
    agency,
    item,
    work: 'draft',
    public: 'never',
    portal: false,
    version: 1,
    publicVersion: null,
    authors: [{ id: by.id, name: by.name }],
    mode: null,
    modeReason: '',
    modeGround: null,
    scheduledFor: null,
    firstPublishedAt: null,
    publishedAt: null,
    endedOn: null,
    endedReason: '',
    revision: 1,
  };
}
