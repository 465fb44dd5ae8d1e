/** What a person is in an agency, for a time. */
export type Role = 'clerk' | 'reviewer' | 'signer' | 'unitAdmin' | 'countySupervisor' | 'auditor';

/** What a role is called. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: '经办',
  reviewer: '审核',
  signer: '签发',
  unitAdmin: '单位管理员',
  countySupervisor: '县级监督',
  auditor: '审计（只读）',
};

/** True for the name of a role. */
export function isRole(value: string): value is Role {
  return Object.hasOwn(ROLE_NAMES, value);
}
