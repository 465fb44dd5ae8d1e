import { createHash, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Day } from '#lib/day.ts';
import { type Refusal, refuse } from '#lib/result.ts';
import type { Agency } from '../agencies/agency.ts';
import { type AgencyStore, type SettingStore, WHOLE_SYSTEM } from '../agencies/ports.ts';
import { wrongAccount } from './accounts.ts';
import { SYSTEM } from './actor.ts';
import { hashPassword, weakPassword } from './passwords.ts';
import type { PeopleStore, Person } from './ports.ts';

/** What the first page asks for. */
export interface FirstOffice {
  readonly code: string;
  readonly agency: Pick<Agency, 'code' | 'name' | 'shortName' | 'level'>;
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

/** The very first start, guarded by a code only the server's console shows. */
export interface FirstRun {
  /** True while nobody has an account. */
  needed(): Promise<boolean>;
  /** A fresh code for the console; the one before stops working. */
  newCode(): Promise<string>;
  /** Makes the first office and its administrator; works once. */
  claim(office: FirstOffice): Promise<Person | Refusal>;
}

const KEY = 'firstRunCode';
const SET_UP = '系统已经设置过，请直接登录。';
/** Far from guessing one of 31 to the power of 12, and far more than a visitor who wants to keep the office out can send by hand. */
const MOST_TRIES = 1000;
const AGENCY_CODE = /^[a-z][a-z0-9-]{0,30}$/;
/** No letters or digits that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function hash(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
}

function makeCode(): string {
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]);
  return [0, 4, 8].map((i) => letters.slice(i, i + 4).join('')).join('-');
}

/** First run over the stores. */
export function firstRunOver(people: PeopleStore, agencies: AgencyStore, settings: SettingStore, today: () => Day): FirstRun {
  let tries = 0;
  const rightCode = async (code: string): Promise<boolean> => {
    const kept = await settings.get<string>(WHOLE_SYSTEM, KEY);
    return kept !== null && timingSafeEqual(hash(code), Buffer.from(kept, 'hex'));
  };
  return {
    needed: async () => (await people.count()) === 0,
    async newCode() {
      const code = makeCode();
      tries = 0;
      await settings.set(WHOLE_SYSTEM, KEY, hash(code).toString('hex'), SYSTEM);
      return code;
    },
    async claim(office) {
      if ((await people.count()) > 0) return refuse(SET_UP);
      if (tries >= MOST_TRIES) return refuse('一次性代码输错次数过多，请重新启动程序，使用新代码。');
      if (!(await rightCode(office.code))) {
        tries += 1;
        return refuse('一次性代码不对。代码显示在启动程序的窗口里。');
      }
      const { agency } = office;
      if (!AGENCY_CODE.test(agency.code)) return refuse('单位代码须为小写字母开头的字母、数字、横线，如 cyz。');
      if (!agency.name.trim() || !agency.shortName.trim()) return refuse('请填写单位全称和简称。');
      const wrong = wrongAccount(office.account, office.name) ?? weakPassword(office.password, office.account);
      if (wrong) return wrong;
      const person: Person = { id: randomUUID(), account: office.account, name: office.name.trim(), mustChange: false, disabled: false };
      const roles = (['unitAdmin', 'clerk'] as const).map((role) => ({
        agency: agency.code,
        person: person.id,
        role,
        from: today(),
        until: null,
      }));
      const state: Agency = { ...agency, kind: 'reportingOrgan', parent: null, from: null, to: null };
      const password = await hashPassword(office.password);
      const account = { person, password, memberships: roles, onlyIfFirst: true, orElse: refuse(SET_UP) };
      const late = await agencies.change(SYSTEM, () => ({ states: [state], account }));
      if (late) return late;
      await settings.set(WHOLE_SYSTEM, KEY, null, SYSTEM);
      return person;
    },
  };
}
