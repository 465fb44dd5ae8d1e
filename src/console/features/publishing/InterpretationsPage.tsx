import { Alert, Table } from 'antd';
import { Link } from 'react-router';
import type { DocumentRow, Entry, NormativeAnswer } from '../../../web/api/publishingTypes.ts';
import { useSession } from '../../shell/session.ts';
import { INTERPRETATION_FORMS, pictureAddress } from './InterpretationPanel.tsx';
import { documentAddress, itemAddress, useOffice } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

/** 政策解读: documents that have none yet, by the day it is due, and those that have. */
export function InterpretationsPage() {
  const { me } = useSession();
  const documents = useOffice<NormativeAnswer>('normative');
  const made = useOffice<readonly Entry<'interpretation'>[]>('entries/interpretation');
  const pictures = useOffice<readonly Entry<'picture'>[]>('entries/picture');
  const error = documents.error ?? made.error ?? pictures.error;
  const rows = documents.data?.rows ?? [];
  const due = (r: DocumentRow) => r.needs.find((n) => n.kind === 'interpretation')?.dueOn ?? '';
  const without = rows.filter((r) => due(r) !== '').sort((a, b) => (due(a) < due(b) ? -1 : 1));
  const title = (number: string) => rows.find((r) => r.number === number)?.title ?? number;
  const used = new Set((made.data ?? []).map((e) => e.body.picture));
  const loose = (pictures.data ?? []).filter((p) => !used.has(p.id));
  return (
    <>
      <p className="crumb">
        <Link to="/publishing/normative">规范性文件办理</Link> › 政策解读
      </p>
      <h1>政策解读</h1>
      {error && <Alert type="error" title={error.message} description={error.advice} />}
      <h2 className="part">还没有解读的文件</h2>
      <Table<DocumentRow>
        size="small"
        rowKey="number"
        loading={documents.isPending}
        pagination={false}
        scroll={without.length > 0 ? { x: 560 } : {}}
        dataSource={without}
        locale={{ emptyText: '公布的文件都有解读，或者记了不需要的原因。' }}
        columns={[
          {
            title: '文件',
            render: (_, r) => (
              <>
                <Link to={documentAddress(r.number)}>{r.title}</Link>
                <div className="sub">{r.number}</div>
              </>
            ),
          },
          { title: '公布', width: 104, render: (_, r) => r.promulgatedOn ?? '—' },
          {
            title: '最迟',
            width: 170,
            render: (_, r) => (due(r) < me.today ? <b className="late">{due(r)}，已超期</b> : due(r)),
          },
        ]}
      />
      <h2 className="part">已有的解读</h2>
      <Table<Entry<'interpretation'>>
        size="small"
        rowKey="id"
        loading={made.isPending}
        pagination={false}
        scroll={made.data?.length ? { x: 560 } : {}}
        dataSource={[...(made.data ?? [])]}
        locale={{ emptyText: '还没有解读' }}
        columns={[
          { title: '解读的文件', render: (_, e) => <Link to={documentAddress(e.body.document)}>{title(e.body.document)}</Link> },
          {
            title: '形式',
            width: 90,
            render: (_, e) => (e.body.notNeeded ? '不需要' : INTERPRETATION_FORMS.find((f) => f.value === e.body.form)?.label),
          },
          {
            title: '解读信息',
            width: 150,
            render: (_, e) => (e.body.item ? <Link to={itemAddress(e.body.item)}>{e.body.item}</Link> : (e.body.notNeeded ?? '—')),
          },
        ]}
      />
      {loose.length > 0 && (
        <>
          <h2 className="part">还没有放进信息的图解</h2>
          <ul className="way">
            {loose.map((p) => (
              <li key={p.id}>
                <Link to={pictureAddress('', p.id)}>{p.body.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
