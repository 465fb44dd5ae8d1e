import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FigureRecords, Workbench } from '../../../web/api/reportTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';

const base = (agency: string, year: number) => `/reports/${agency}/${year}`;

/** The report of one agency and year as it stands now. */
export function useWorkbench(agency: string, year: number) {
  return useQuery<Workbench, ApiProblem>({ queryKey: ['workbench', agency, year], queryFn: () => api.get(base(agency, year)) });
}

/** The records behind one figure. */
export function useFigure(agency: string, year: number, figure: string | null) {
  return useQuery<FigureRecords, ApiProblem>({
    queryKey: ['figure', agency, year, figure],
    queryFn: () => api.get(`${base(agency, year)}/records${query({ figure })}`),
    enabled: figure !== null,
  });
}

/** A change to the report; the workbench is read anew afterwards. */
export function useReportAction<Body>(agency: string, year: number, action: string, method: 'post' | 'put' = 'post') {
  const queries = useQueryClient();
  return useMutation<unknown, ApiProblem, Body>({
    mutationFn: (body) => api[method](`${base(agency, year)}/${action}`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['workbench', agency, year] }),
  });
}
