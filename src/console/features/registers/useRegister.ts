import { useQuery } from '@tanstack/react-query';
import type { Register, RegisterKey } from '../../../web/api/consoleTypes.ts';
import type { RowsPage } from '../../../web/api/registerTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';

/** The definitions of all registers: columns, kinds, choices. */
export function useRegisters() {
  return useQuery<Register[], ApiProblem>({
    queryKey: ['registers'],
    queryFn: () => api.get<Register[]>('/registers'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What the screen asks of a register: kept in the address so that a filter can be sent to a colleague. */
export interface RowsQuery {
  readonly year: string | null;
  readonly q: string | null;
  readonly sort: string | null;
  readonly page: number;
  readonly size: number;
  readonly filters: Readonly<Record<string, string>>;
}

/** The address of the rows on screen, also used by export and print. */
export function rowsPath(register: RegisterKey, agency: string, asked: RowsQuery, suffix = ''): string {
  return `/registers/${register}${suffix}${query({ agency, year: asked.year, q: asked.q, sort: asked.sort, page: asked.page, size: asked.size, ...asked.filters })}`;
}

export function useRows(register: RegisterKey, asked: RowsQuery) {
  const { agency } = useSession();
  return useQuery<RowsPage, ApiProblem>({
    queryKey: ['rows', register, agency.agency, asked],
    queryFn: () => api.get<RowsPage>(rowsPath(register, agency.agency, asked)),
    placeholderData: (before) => before,
  });
}
