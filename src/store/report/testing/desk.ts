import { afterAll, beforeAll } from 'vitest';
import type { Viewer } from '#domain/people/policy.ts';
import { DECLARED_REGISTERS, type RecordDraft } from '#domain/registers/index.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import type { SubmitRefusal, SubmitWish, Workbench } from '#domain/report/office.ts';
import { isRefusal } from '#lib/result.ts';
import { openTestApplication, type TestApplication } from '../../testing/application.ts';

export const PAPER: SubmitWish = {
  signedBy: '示例镇人民政府办公室',
  signedOn: '2024-01-15',
  approval: { kind: 'paper', by: '王镇长示例', on: '2024-01-15' },
};

/** An application with a county, for all tests of the file that calls this; each office asked for is a new township with its people. */
export function reportDesk() {
  const opened: { t?: TestApplication } = {};
  let offices = 0;
  beforeAll(async () => {
    opened.t = await openTestApplication();
    await opened.t.agency('county', { level: 'county' });
  });
  afterAll(() => opened.t?.close());
  const there = (): TestApplication => {
    if (!opened.t) throw new Error('asked for before the tests began');
    return opened.t;
  };
  const office = async () => {
    const t = there();
    const code = `town${++offices}`;
    await t.agency(code, { parent: 'county' });
    t.setNow('2024-01-15T09:00:00+08:00');
    const clerk = await t.person(`${code}-clerk`, 'clerk', code);
    const signer = await t.person(`${code}-signer`, 'signer', code);
    const reviewer = await t.person(`${code}-reviewer`, 'reviewer', code);
    const save = async (...drafts: Omit<RecordDraft, 'agency'>[]) => {
      const saved = await t.app.registers.save(
        clerk,
        drafts.map((d) => ({ agency: code, ...d })),
        '',
      );
      if (isRefusal(saved) || isSaveRefusal(saved)) throw new Error(saved.refused);
      return saved;
    };
    const declare = async (state: 'kept' | 'nil' | 'notKept', registers = DECLARED_REGISTERS) => {
      for (const register of registers) {
        const done = await t.app.declarations.declare(clerk, { agency: code, register, from: '2023-01-01', to: '2023-12-31', state });
        if (isRefusal(done)) throw new Error(done.refused);
      }
    };
    const bench = async (viewer: Viewer = clerk): Promise<Workbench> => {
      const found = await t.app.reports.workbench(viewer, code, 2023);
      if (isRefusal(found)) throw new Error(found.refused);
      return found;
    };
    const submit = (viewer: Viewer, more: Partial<SubmitWish> = {}) => t.app.reports.submit(viewer, code, 2023, { ...PAPER, ...more });
    return { code, clerk, signer, reviewer, save, declare, bench, submit };
  };
  return {
    get t() {
      return there();
    },
    office,
  };
}

/** A request of a natural person, received in the year reported on. */
export const request = (number: string, more: RecordDraft['values'] = {}) => ({
  register: 'requests' as const,
  number,
  values: { receivedOn: '2023-03-01', channel: 'counter', applicantKind: 'naturalPerson', applicantName: '李示例', ...more },
});

/** What a refused submission says is missing. */
export const missing = (r: unknown): readonly string[] => (r as SubmitRefusal).missing;
