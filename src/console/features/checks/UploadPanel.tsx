import { Alert, Button, Flex, Progress, Select } from 'antd';
import { useState } from 'react';
import { FilePick } from '../../shell/FilePick.tsx';
import { LIMITS, refusedFiles, useUploads } from './useUploads.ts';

const ACCEPT = '.docx,.doc,.wps,.pdf,.html,.htm,.txt,.md,.xlsx,.json,.zip';

const LEVELS = [
  { value: '', label: '按单位名称判断' },
  { value: 'township', label: '乡、镇人民政府' },
  { value: 'subdistrict', label: '街道办事处' },
  { value: 'department', label: '部门（县直、市直等）' },
  { value: 'county', label: '县（区、县级市）人民政府' },
  { value: 'city', label: '市（州、盟）人民政府' },
  { value: 'province', label: '省（自治区、直辖市）人民政府' },
  { value: 'zone', label: '开发区、新区等管理机构' },
  { value: 'institution', label: '学校、医院等公共企事业单位' },
];

interface Props {
  readonly onDone: () => void;
  readonly onOpen: (agency: string, id: string) => void;
}

/** Takes as many reports as a county receives, and says of each how far it is. */
export function UploadPanel({ onDone, onOpen }: Props) {
  const uploads = useUploads(onDone);
  const [level, setLevel] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { jobs, left } = uploads;
  const failed = jobs.filter((j) => j.state === 'failed').length;
  const take = (files: readonly File[]) => {
    const said = refusedFiles(files);
    setRefused(said);
    if (said.length === 0) void uploads.start(files, level);
  };
  return (
    <section aria-label="上传年报" className="panel uploads">
      <Flex gap={16} wrap align="center">
        {left === 0 && <FilePick label="选择年报" multiple accept={ACCEPT} onPick={(_, all) => take(all)} />}
        <span>
          <label htmlFor="check-level">机关层级　</label>
          <Select id="check-level" value={level} onChange={setLevel} options={LEVELS} disabled={left > 0} style={{ width: 210 }} />
        </span>
        {left > 0 && <Button onClick={uploads.stop}>停下，其余不查了</Button>}
      </Flex>
      <p className="sub">
        Word、PDF、网页、Excel、文本都行，多份也可以打成一个 ZIP。一次最多{LIMITS.files}个，单个不超过30
        MB。上年的年报一起选上，会自动对照。
      </p>
      {refused.length > 0 && <Alert type="error" title="没有上传" description={refused.map((r) => <div key={r}>{r}</div>)} />}
      {jobs.length > 0 && (
        <>
          <p role="status">
            共{jobs.length}份，{left > 0 ? `还有${left}份` : '都查完了'}
            {failed > 0 && `，${failed}份没有查成`}
          </p>
          <Progress
            aria-label="查完的份数"
            percent={Math.round((100 * (jobs.length - left)) / jobs.length)}
            status={left > 0 ? 'active' : 'normal'}
          />
          <ol className="jobs">
            {jobs.map((job, i) => (
              <li key={i} className={job.state}>
                <b>{job.name}</b>
                <span>{job.words}</span>
                {job.checks.length === 1 && job.checks[0] && job.checks[0].unread === null && (
                  <Button type="link" size="small" onClick={() => onOpen(job.checks[0]?.agency ?? '', job.checks[0]?.id ?? '')}>
                    看结果
                  </Button>
                )}
              </li>
            ))}
          </ol>
          {left === 0 && (
            <Button size="small" onClick={uploads.clear}>
              收起
            </Button>
          )}
        </>
      )}
    </section>
  );
}
