// What the console and the server say to each other, under /api/console. Types only: both sides import them.
// Every POST, PUT and DELETE carries the header x-gongkai-csrf with `Me.csrf`. Errors: `ApiError` with status
// 400 unreadable, 401 not signed in, 403 no permission, 404, 409 changed meanwhile, 422 refused by a rule, 503 read-only.
import type { AgencyLevel } from '#domain/agencies/agency.ts';
import type { CaseEvent, FieldValue } from '#domain/registers/record.ts';
import type { Register, RegisterKey } from '#domain/registers/register.ts';
import type { ReportDocument } from '#domain/report/document.ts';

export type { AgencyLevel, CaseEvent, FieldValue, Register, RegisterKey, ReportDocument };

export interface ApiError {
  readonly error: string;
  readonly advice: string;
  readonly basis: readonly string[];
  /** Field errors of a save: which draft (0-based), which field. */
  readonly fields?: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly index: number;
  readonly field: string;
  readonly value: string;
  readonly what: string;
  readonly fix: string;
}

export type Role = 'clerk' | 'reviewer' | 'signer' | 'unitAdmin' | 'countySupervisor' | 'auditor';

/** GET /me */
export interface Me {
  readonly person: { readonly id: string; readonly name: string };
  readonly memberships: readonly {
    readonly agency: string;
    readonly agencyName: string;
    readonly shortName: string;
    readonly level: AgencyLevel;
    readonly role: Role;
    readonly roleName: string;
  }[];
  readonly csrf: string;
  /** Asia/Shanghai. */
  readonly today: string;
  readonly demo: boolean;
  /** Standing warnings: not by TLS, calendar ends soon, disk nearly full. */
  readonly warnings: readonly string[];
  readonly calendarTo: string;
}

/** GET /tasks?agency */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly kind: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly tone: 'overdue' | 'today' | 'soon' | 'later' | 'paused' | 'none';
  readonly why: string;
  readonly link: string;
}

/** GET /calendar */
export interface CalendarAnswer {
  readonly years: readonly {
    readonly year: number;
    readonly notice: string;
    readonly shipped: boolean;
    readonly verified: boolean;
    readonly off: readonly string[];
    readonly work: readonly string[];
    readonly enteredBy: string | null;
    readonly confirmedBy: string | null;
  }[];
  readonly coveredFrom: string;
  readonly coveredTo: string;
}

/** GET /people?agency */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly disabled: boolean;
  readonly memberships: readonly {
    readonly agency: string;
    readonly role: Role;
    readonly roleName: string;
    readonly from: string;
    readonly until: string | null;
  }[];
}
