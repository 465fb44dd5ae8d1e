import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { type Command, type Situation, unmet } from './needs.ts';
import { type ItemLife, PUBLIC_STATE_NAMES, type Step, type TransitionName, WORK_STATE_NAMES } from './states.ts';
import { TRANSITIONS, type Transition, transitionOf } from './transitions.ts';

/** A step that can be taken, and the life after it. */
export interface Advance {
  readonly life: ItemLife;
  readonly step: Omit<Step, 'n'>;
}

function fits(t: Transition, life: ItemLife): boolean {
  return t.from.includes(life.work) && (!t.publicFrom || t.publicFrom.includes(life.public));
}

/** The transitions the item's states allow, whoever asks. */
export function possible(life: ItemLife): TransitionName[] {
  return TRANSITIONS.filter((t) => fits(t, life)).map((t) => t.name);
}

function notFrom(t: Transition, life: ItemLife): Refusal {
  const from = t.from.map((s) => `“${WORK_STATE_NAMES[s]}”`).join('、');
  const where = `这条信息现在是“${WORK_STATE_NAMES[life.work]}”（${PUBLIC_STATE_NAMES[life.public]}）`;
  if (!t.from.includes(life.work)) return refuse(`${where}，不能“${t.label}”；只有${from}的可以。`, ...t.basis);
  const wanted = (t.publicFrom ?? []).map((s) => `“${PUBLIC_STATE_NAMES[s]}”`).join('、');
  return refuse(`${where}，不能“${t.label}”；只有${wanted}的可以。`, ...t.basis);
}

function published(life: ItemLife, { command, now }: Situation): Partial<ItemLife> {
  return {
    publicVersion: life.version,
    portal: command.portal ?? life.portal,
    firstPublishedAt: life.firstPublishedAt ?? now,
    publishedAt: now,
    scheduledFor: null,
    endedOn: null,
    endedReason: '',
  };
}

/** What a transition leaves behind besides the states. */
function effects(name: TransitionName, s: Situation): Partial<ItemLife> {
  const { life, command, by } = s;
  switch (name) {
    case 'decideAttribute':
      return {
        mode: command.mode ?? null,
        modeReason: command.reason ?? '',
        modeGround: command.mode === 'closed' ? (command.ground ?? null) : null,
      };
    case 'publish':
      return published(life, s);
    case 'schedule':
      return { scheduledFor: new Date(command.at ?? '').toISOString(), portal: command.portal ?? life.portal };
    case 'unschedule':
    case 'returnToDraft':
      return { scheduledFor: null };
    case 'revise':
    case 'reassess':
      return { authors: [{ id: by.id, name: by.name }] };
    case 'abolish':
    case 'expire':
      return { endedOn: command.on ?? null, endedReason: command.reason ?? '' };
    case 'withdraw':
      return { endedReason: command.reason ?? '', scheduledFor: null };
    default:
      return {};
  }
}

/** Takes one step of the table, or says what keeps it from being taken. Knows nothing of permissions: the service asks those first. */
export function advance(name: TransitionName, s: Situation): Advance | Refusal {
  const t = transitionOf(name);
  if (!t) throw new Error(`no transition ${name}`);
  if (!fits(t, s.life)) return notFrom(t, s.life);
  const missing = unmet(t, s);
  if (isRefusal(missing)) return missing;
  const work = t.to ?? (t.halts && s.life.work !== 'published' ? 'draft' : s.life.work);
  const publicTo = t.publicTo ?? s.life.public;
  const { command, life, by, now } = s;
  return {
    life: { ...life, ...effects(name, s), work, public: publicTo, revision: life.revision + 1 },
    step: {
      transition: name,
      from: life.work,
      to: work,
      publicTo,
      version: life.version,
      at: now,
      by: by.id,
      byName: by.name,
      signOff: t.needs.includes('secondPerson') ? (command.signOff ?? { kind: 'system' }) : null,
      opinion: command.opinion?.trim() ?? '',
      reason: command.reason?.trim() ?? '',
      on: command.on ?? null,
    },
  };
}

/** The life after the content was written on: only a draft takes new words, and a published item needs 修改 first. */
export function edited(life: ItemLife, by: { readonly id: string; readonly name: string }): ItemLife | Refusal {
  if (life.work !== 'draft') {
    return refuse(
      life.work === 'published'
        ? '这条信息已经发布。要改内容，请先点“修改”并写明原因，改好后重新审查、发布；公众在此期间看到的仍是原来的版本。'
        : `这条信息现在是“${WORK_STATE_NAMES[life.work]}”，内容已经送审，不能再改；请先退回修改。`,
      'OGIR2019 17',
    );
  }
  const known = life.authors.some((a) => a.id === by.id);
  return {
    ...life,
    version: life.version + 1,
    authors: known ? life.authors : [...life.authors, { id: by.id, name: by.name }],
    revision: life.revision + 1,
  };
}

export type { Command, Situation };
