import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Result, Spin } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { Me } from '../../web/api/consoleTypes.ts';
import { type ApiProblem, api, setCsrf } from '../api.ts';
import { HandInPage } from '../features/publishing/HandInPage.tsx';
import { Pages } from './Pages.tsx';
import { SideNav } from './SideNav.tsx';
import { SessionContext } from './session.ts';
import { TopBar } from './TopBar.tsx';
import './shell.css';

const CHOSEN = 'gongkai.agency';

/** The frame of every console screen: bar, side navigation, standing warnings, and the page. */
export function Shell() {
  const me = useQuery<Me, ApiProblem>({ queryKey: ['me'], queryFn: () => api.get<Me>('/me') });
  const [chosen, setChosen] = useState(() => localStorage.getItem(CHOSEN));
  const [signedOut, setSignedOut] = useState(false);

  useEffect(() => {
    const mark = () => setSignedOut(true);
    window.addEventListener('gongkai:signed-out', mark);
    return () => window.removeEventListener('gongkai:signed-out', mark);
  }, []);

  if (me.data) setCsrf(me.data.csrf);
  const session = useMemo(() => {
    const agency = me.data?.memberships.find((m) => m.agency === chosen) ?? me.data?.memberships[0];
    if (!me.data || !agency) return null;
    const choose = (code: string) => {
      localStorage.setItem(CHOSEN, code);
      setChosen(code);
    };
    return { me: me.data, agency, choose };
  }, [me.data, chosen]);

  if (me.isPending) return <Spin fullscreen description="正在打开工作台" />;
  if (me.error?.status === 401) {
    window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    return null;
  }
  if (me.error)
    return (
      <Result
        status="error"
        title={me.error.message}
        subTitle={me.error.advice}
        extra={<Button onClick={() => me.refetch()}>再试一次</Button>}
      />
    );
  // Villages and departments keep no registers of their own: they hand in, and nothing else.
  if (!session) return <HandInPage alone={me.data} />;

  return (
    <SessionContext value={session}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <TopBar />
      <div className="frame">
        <SideNav />
        <main id="main" tabIndex={-1}>
          {signedOut && (
            <Alert
              type="warning"
              banner
              title="登录已过期。没保存的内容留在本页；请在新窗口登录后回来继续。"
              action={
                <a href="/sign-in" target="_blank" rel="noreferrer">
                  登录
                </a>
              }
            />
          )}
          {session.me.warnings.map((w) => (
            <Alert key={w} className="standing" type="warning" banner title={w} />
          ))}
          <Pages />
        </main>
      </div>
    </SessionContext>
  );
}
