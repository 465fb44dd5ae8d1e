import { useMutation } from '@tanstack/react-query';
import { type ApiProblem, api } from '../../api.ts';
import { FilePick } from '../../shell/FilePick.tsx';
import { useSession } from '../../shell/session.ts';
import { Line } from './Field.tsx';
import { fileAddress } from './usePublishing.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  /** The file kept; null: none. */
  readonly kept: string | null;
  readonly onKept: (file: string | null) => void;
}

/** A photo or scan of a paper: kept as soon as it is chosen, part of the record once that is saved. */
export function PaperField({ id, label, kept, onKept }: Props) {
  const { agency } = useSession();
  const send = useMutation<{ id: string; name: string }, ApiProblem, File>({
    mutationFn: (file) => {
      const data = new FormData();
      data.set('agency', agency.agency);
      data.set('file', file);
      return api.post('/publishing/paper', data);
    },
    onSuccess: (file) => onKept(file.id),
  });
  return (
    <Line id={id} label={label} hint="JPG、PNG 或 PDF，30 MB 以内" problem={send.error?.message}>
      <FilePick label="选照片或扫描件" accept="image/*,.pdf" onPick={(file) => send.mutate(file)} />
      {send.isPending && <span role="status">正在上传……</span>}
      {kept && (
        <div>
          <a href={fileAddress(agency.agency, kept)} target="_blank" rel="noreferrer">
            看已上传的
          </a>{' '}
          <button type="button" className="find" onClick={() => onKept(null)}>
            不用这份
          </button>
        </div>
      )}
    </Line>
  );
}
