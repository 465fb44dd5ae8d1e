import { Alert, Spin } from 'antd';
import type { ColumnsAnswer } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { ColumnTree } from './ColumnTree.tsx';
import { dayOf } from './dayOf.ts';
import { useOffice, useSetup } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

/** 栏目: the office's tree of columns, what stands in each, and who keeps it up to date. */
export function ColumnsPage() {
  const { agency } = useSession();
  const setup = useSetup(agency.agency);
  const columns = useOffice<ColumnsAnswer>('columns');
  const error = columns.error ?? setup.error;
  if (error) return <Alert type="error" title={error.message} description={error.advice} />;
  if (!columns.data || !setup.data) return <Spin />;
  const { entry, versions, setBy } = columns.data;
  return (
    <>
      <h1>栏目</h1>
      {setBy && <Alert type="info" title={`栏目由${setBy}统一设置，这里可以查看。`} />}
      <p className="sub lead">
        依照《政府信息公开条例》第十九条至第二十一条随系统提供，可以改名、调序、停用、增加。国办发〔2017〕47号要求不留空栏目，暂时没有内容的可以设为“没有内容时不显示”。
      </p>
      <ColumnTree key={`${agency.agency}.${entry?.version ?? 0}`} answer={columns.data} may={setup.data.mayConfigure && setBy === null} />
      {versions.length > 0 && (
        <section className="panel" aria-label="修改记录">
          <h2>修改记录</h2>
          <ul className="way">
            {versions.map((v) => (
              <li key={v.version}>
                第{v.version}版　{dayOf(v.at)}　{v.by}
                {v.reason && `　${v.reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
