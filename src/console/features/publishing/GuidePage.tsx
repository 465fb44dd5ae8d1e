import { Alert, Spin } from 'antd';
import type { GuideAnswer } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { GuideForm } from './GuideForm.tsx';
import { GuideVersions } from './GuideVersions.tsx';
import { useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

/** 公开指南: the nine elements of Art. 12, checked; looked at again once a year. */
export function GuidePage() {
  const { agency } = useSession();
  const setup = useSetup(agency.agency);
  const guide = useOffice<GuideAnswer>('guide');
  const error = guide.error ?? setup.error;
  if (error) return <Alert type="error" title={error.message} description={error.advice} />;
  if (!guide.data || !setup.data) return <Spin />;
  const { findings, review, versions, entry } = guide.data;
  return (
    <>
      <h1>公开指南</h1>
      {findings.length > 0 ? (
        <Alert
          type="warning"
          title={`《条例》第十二条要求的内容还有${findings.length}项要补`}
          description={
            <ul>
              {findings.map((f) => (
                <li key={f.element}>
                  <a href={`#g-${f.element}`}>{f.says}</a>
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="info" title="《条例》第十二条要求的九项内容都有了。" />
      )}
      <Alert type={review.daysLeft !== null && review.daysLeft < 0 ? 'warning' : 'info'} title={review.says} />
      {!setup.data.mayApprove && <Alert type="info" title="公开指南一保存公众就看得到，由审核或者签发人员修改。要改的请告诉他们。" />}
      <GuideForm key={entry?.version ?? 0} answer={guide.data} setup={setup.data} />
      {versions.length > 0 && <GuideVersions versions={versions} />}
    </>
  );
}
