import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Spin } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { PrecheckFinding } from '../../../web/api/publishingTypes.ts';
import { type ApiProblem, api, query } from '../../api.ts';
import { useSession } from '../../shell/session.ts';
import { AttachmentsPanel } from './AttachmentsPanel.tsx';
import { ContentForm } from './ContentForm.tsx';
import { CountyCopy } from './CountyCopy.tsx';
import { FindingsList } from './Findings.tsx';
import { ItemContext } from './itemContext.ts';
import { OutsidePanel } from './OutsidePanel.tsx';
import { StepsPanel } from './StepsPanel.tsx';
import { useItem, useSetup } from './usePublishing.ts';
import { VersionsPanel } from './VersionsPanel.tsx';
import '../registers/form.css';
import './publishing.css';

const FORMS = [
  ['approval', '审批表'],
  ['secrecy', '保密审查表'],
  ['attribute', '公文属性认定单'],
] as const;

/** One item: what is next, its words, files, check, publications, versions. */
export function ItemPage() {
  const [search] = useSearchParams();
  const number = search.get('number') ?? '';
  const { agency } = useSession();
  const item = useItem(number);
  const setup = useSetup(agency.agency);
  const check = useQuery<readonly PrecheckFinding[], ApiProblem>({
    queryKey: ['publishing', 'check', agency.agency, number, item.data?.item.life.version],
    queryFn: () => api.get(`/publishing/item/check${query({ agency: agency.agency, item: number })}`),
    enabled: item.data !== undefined,
  });
  const error = item.error ?? setup.error;
  if (error) return <Alert type="error" title={error.message} description={error.advice} action={<Link to="/publishing">回到列表</Link>} />;
  if (!item.data || !setup.data) return <Spin />;
  const answer = item.data;
  const { life, current, due } = answer.item;
  const findings = check.data ?? [];
  const printed = (form: string, format: string) =>
    `/api/console/publishing/item/print${query({ agency: life.agency, item: life.item, form, format })}`;
  const waiting = due?.state === 'overdue' ? `已超期（最晚${due.on}）` : due?.state === 'open' ? `最晚${due.on}公开` : null;
  return (
    <ItemContext value={{ answer, setup: setup.data, findings }}>
      <p className="crumb">
        <Link to="/publishing">信息发布</Link> › {life.item}
      </p>
      <Flex justify="space-between" align="start" gap={12} wrap>
        <h1>
          {current.content.title || '（未命名）'} <span className="tag">{answer.workName}</span>
          {life.public !== 'never' && answer.publicName !== answer.workName && <span className="tag">{answer.publicName}</span>}
          {waiting && <span className={due?.state === 'overdue' ? 'tag late' : 'tag'}>{waiting}</span>}
        </h1>
        <Flex gap={8} wrap>
          {FORMS.map(([form, label]) => (
            <span key={form} className="print">
              <Button target="_blank" href={printed(form, 'html')}>
                打印{label}
              </Button>
              <a target="_blank" rel="noreferrer" href={printed(form, 'pdf')} aria-label={`PDF：${label}`}>
                PDF
              </a>
            </span>
          ))}
        </Flex>
      </Flex>
      {check.error && <Alert type="warning" title={`发布前检查没有完成：${check.error.message}`} description={check.error.advice} />}
      <div className="item">
        <div>
          <FindingsList />
          {/* An attachment makes a version without new words: what is being typed stays. */}
          <ContentForm key={`${life.item}.${answer.item.editable}.${JSON.stringify(current.content)}`} />
          <AttachmentsPanel />
          <VersionsPanel />
        </div>
        <div>
          <StepsPanel />
          <OutsidePanel />
          <CountyCopy />
        </div>
      </div>
    </ItemContext>
  );
}
