import { Alert, Spin } from 'antd';
import type { SettingsAnswer } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { dayOf } from './dayOf.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

/** 公开设置: what an office sets once for publishing, and who changed what. */
export function SettingsPage() {
  const { agency } = useSession();
  const setup = useSetup(agency.agency);
  const settings = useOffice<SettingsAnswer>('settings');
  const error = settings.error ?? setup.error;
  if (error) return <Alert type="error" title={error.message} description={error.advice} />;
  if (!settings.data || !setup.data) return <Spin />;
  const { entry, versions } = settings.data;
  const may = setup.data.mayConfigure;
  return (
    <>
      <h1>公开设置</h1>
      {!may && <Alert type="info" title="这里由审核、签发或者单位管理员修改，您可以查看。" />}
      <SettingsForm key={`${agency.agency}.${entry?.version ?? 0}`} answer={settings.data} may={may} />
      <section className="panel" aria-label="修改记录">
        <h2>修改记录</h2>
        {versions.length === 0 && <p className="sub">还没有改过，都按通常的来。</p>}
        <ul className="way">
          {versions.map((v) => (
            <li key={v.version}>
              第{v.version}版　{dayOf(v.at)}　{v.by}
              {v.reason && `　原因：${v.reason}`}
              <div className="difference">
                {v.changes.map((c) => (
                  <div key={c.label}>
                    {c.label}：{c.before && <del>{c.before}</del>} {c.after ? <ins>{c.after}</ins> : '（删去）'}
                  </div>
                ))}
                {v.changes.length === 0 && <span className="sub">没有改动。</span>}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
