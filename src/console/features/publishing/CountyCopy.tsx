import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';
import { type ApiProblem, api, query } from '../../api.ts';
import { useOpenItem } from './itemContext.ts';

interface Copy {
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly html: string;
}

function plain(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('h1,h2,h3,h4,p,li,tr')].map((b) => b.textContent?.trim() ?? '').join('\n');
}

/** 复制到县网: the metadata in the county form's order and the clean body, each with one press; the whole as a ZIP or a sheet. */
export function CountyCopy() {
  const { answer } = useOpenItem();
  const { message } = App.useApp();
  const { agency, item, version } = answer.item.life;
  const [open, setOpen] = useState(false);
  const copy = useQuery<Copy, ApiProblem>({
    queryKey: ['publishing', 'county', agency, item, version],
    queryFn: () => api.get(`/publishing/item/county${query({ agency, item })}`),
    enabled: open,
  });
  const done = async (label: string, work: Promise<void>) => {
    try {
      await work;
      message.success(`已复制：${label}`);
    } catch {
      message.error('浏览器没有允许复制，请下载 ZIP，打开里面的“正文.html”复制。');
    }
  };
  const write = (text: string) => navigator.clipboard.writeText(text);
  const page = (html: string) =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([plain(html)], { type: 'text/plain' }),
      }),
    ]);
  const link = (format: string) => `/api/console/publishing/county${query({ agency, items: item, format })}`;
  return (
    <section className="panel" aria-label="复制到县网">
      <h2>复制到县网</h2>
      <Flex gap={8} wrap>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '逐项复制'}
        </Button>
        <Button href={link('zip')}>下载正文和附件（ZIP）</Button>
        <Button href={link('xlsx')}>元数据表（XLSX）</Button>
      </Flex>
      {open && copy.error && <Alert type="error" title={copy.error.message} description={copy.error.advice} />}
      {open && copy.data && (
        <>
          <Button type="primary" style={{ margin: '12px 0' }} onClick={() => done('正文', page(copy.data.html))}>
            复制正文（保留标题和表格）
          </Button>
          <table className="county">
            <tbody>
              {copy.data.fields
                .filter((f) => f.value !== '')
                .map((f) => (
                  <tr key={f.label}>
                    <th scope="row">{f.label}</th>
                    <td>{f.value}</td>
                    <td>
                      <Button size="small" aria-label={`复制${f.label}`} onClick={() => done(f.label, write(f.value))}>
                        复制
                      </Button>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          <p className="sub">贴到县网后，回来点“记一次对外发布”，把网址贴进去。</p>
        </>
      )}
    </section>
  );
}
