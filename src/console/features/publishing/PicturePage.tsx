import { Alert, Spin } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Entry, NormativeAnswer } from '../../../web/api/publishingTypes.ts';
import { PictureForm } from './PictureForm.tsx';
import { documentAddress, useOffice } from './usePublishing.ts';
import '../registers/form.css';
import './publishing.css';

/** 图解: a small form on one side, the picture drawn from it on the other. */
export function PicturePage() {
  const [search] = useSearchParams();
  const id = search.get('id');
  const number = search.get('document') ?? '';
  const pictures = useOffice<readonly Entry<'picture'>[]>('entries/picture');
  const documents = useOffice<NormativeAnswer>('normative');
  const error = pictures.error ?? documents.error;
  if (error) return <Alert type="error" title={error.message} description={error.advice} />;
  if (!pictures.data || !documents.data) return <Spin />;
  const entry = pictures.data.find((p) => p.id === id) ?? null;
  const document = documents.data.rows.find((r) => r.number === number) ?? null;
  return (
    <>
      <p className="crumb">
        {document ? (
          <Link to={documentAddress(document.number)}>{document.number}</Link>
        ) : (
          <Link to="/publishing/interpretations">政策解读</Link>
        )}{' '}
        › 图解
      </p>
      <h1>图解{document && `：${document.title}`}</h1>
      {id && !entry && <Alert type="error" title="没有找到这份图解，可能已经删去。" />}
      <PictureForm key={`${entry?.id}.${entry?.version}`} entry={entry} document={document} rows={documents.data.rows} />
    </>
  );
}
