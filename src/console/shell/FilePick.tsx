import { useId, useState } from 'react';

interface Props {
  readonly label: string;
  /** As in an input's `accept`. */
  readonly accept?: string;
  /** Several at once; `onPick` is given them all. */
  readonly multiple?: true;
  readonly onPick: (file: File, all: readonly File[]) => void;
}

/** A button that takes one file, or several, by click, keyboard or drop; its words are ours, not the browser's. */
export function FilePick({ label, accept, multiple, onPick }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const take = (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (!file) return;
    setName(multiple && more.length > 0 ? `${file.name}等${more.length + 1}个文件` : file.name);
    onPick(file, [file, ...more]);
  };
  return (
    <span className="file-pick">
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple ?? false}
        onChange={(e) => {
          take(e.target.files);
          e.target.value = '';
        }}
      />
      <label
        htmlFor={id}
        onDragOver={(e) => e.preventDefault()}
        onDrop={(e) => {
          e.preventDefault();
          take(e.dataTransfer.files);
        }}
      >
        {label}
      </label>
      <span>{name || '也可以把文件拖到按钮上'}</span>
    </span>
  );
}
