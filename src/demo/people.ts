import type { Role } from '#domain/people/roles.ts';

/** An account of the demo. Everybody in it is invented, and the passwords are printed for all to read. */
export interface DemoPerson {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly memberships: readonly { readonly role: Role; readonly agency: string }[];
}

function person(account: string, name: string, role: Role, ...agencies: readonly string[]): DemoPerson {
  return { account, password: `Yanshi-${account}-2023`, name, memberships: agencies.map((agency) => ({ role, agency })) };
}

/** The accounts the demo makes: the people of each township's office, a village of each that hands in, and a supervisor for each county. */
export function demoPeople(): readonly DemoPerson[] {
  return [
    person('cyz-jingban', '演示甲', 'clerk', 'cyz'),
    person('cyz-shenhe', '演示乙', 'reviewer', 'cyz'),
    person('cyz-qianfa', '演示丙', 'signer', 'cyz'),
    person('cyz-guanli', '演示丁', 'unitAdmin', 'cyz'),
    person('sfz-jingban', '演示戊', 'clerk', 'sfz'),
    person('sfz-shenhe', '演示己', 'reviewer', 'sfz'),
    person('sfz-qianfa', '演示庚', 'signer', 'sfz'),
    person('sfz-guanli', '演示辛', 'unitAdmin', 'sfz'),
    person('cyz-cun', '演示子', 'clerk', 'cyz-c1'),
    person('sfz-cun', '演示丑', 'clerk', 'sfz-c1'),
    person('xian-jiandu', '演示壬', 'countySupervisor', 'hnx', 'sfx'),
    person('shenji', '演示癸', 'auditor', 'hnx', 'sfx'),
  ];
}
