import { useId, useState } from 'react';

interface Props {
  readonly label: string;
  /** As in an input's `accept`. */
  readonly accept?: string;
  readonly onPick: (file: File) => void;
}

/** A button that takes one file, by click, keyboard or drop; its words are ours, not the browser's. */
export function FilePick({ label, accept, onPick }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const take = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    onPick(file);
  };
  return (
    <span className="file-pick">
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(e) => {
          take(e.target.files?.[0]);
          e.target.value = '';
        }}
      />
      <label
        htmlFor={id}
        onDragOver={(e) => e.preventDefault()}
        onDrop={(e) => {
          e.preventDefault();
          take(e.dataTransfer.files[0]);
        }}
      >
        {label}
      </label>
      <span>{name || '也可以把文件拖到按钮上'}</span>
    </span>
  );
}
