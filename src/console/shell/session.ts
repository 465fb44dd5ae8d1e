import { createContext, useContext } from 'react';
import type { Me } from '../../web/api/consoleTypes.ts';

/** Who is signed in, and for which agency the screens show. */
export interface Session {
  readonly me: Me;
  readonly agency: Me['memberships'][number];
  readonly choose: (code: string) => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session');
  return session;
}
