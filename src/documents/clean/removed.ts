/** Something the clean page does not have any more, in words for the one who pasted it. */
export interface Removed {
  readonly what: 'script' | 'style' | 'link' | 'image' | 'embedded' | 'form' | 'comment' | 'hidden' | 'deep';
  readonly says: string;
  readonly count: number;
}

const SAYS: Readonly<Record<Removed['what'], string>> = {
  script: '脚本和事件代码',
  style: '字体、颜色等样式',
  link: '不能公开的链接地址',
  image: '外部或无法识别的图片（请把图片作为附件上传）',
  embedded: '嵌入的视频、框架或对象',
  form: '表单控件',
  comment: '注释和条件代码',
  hidden: '隐藏的内容',
  deep: '层次过深的内容（只保留文字）',
};

/** Counts what was taken out, by kind. */
export class Removals {
  readonly #counts = new Map<Removed['what'], number>();

  note(what: Removed['what'], n = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + n);
  }

  list(): Removed[] {
    return [...this.#counts].map(([what, count]) => ({ what, says: SAYS[what], count }));
  }
}
