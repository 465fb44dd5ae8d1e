import { createContext, useContext } from 'react';
import type { Workbench } from '../../../web/api/reportTypes.ts';

/** The report on screen and the figure whose records are open. */
export interface ReportView {
  readonly bench: Workbench;
  readonly figure: string | null;
  /** Where it was opened: at the tables, or at the text of a section (0-based); the drawer stands there. */
  readonly place: 'table' | number;
  readonly open: (figure: string | null, place?: 'table' | number) => void;
  readonly locked: boolean;
  /** A corrected version of a submitted report is being written. */
  readonly correcting: boolean;
  readonly correct: (on: boolean) => void;
}

export const ReportContext = createContext<ReportView | null>(null);

export function useReport(): ReportView {
  const view = useContext(ReportContext);
  if (!view) throw new Error('no report on screen');
  return view;
}
