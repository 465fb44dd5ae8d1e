/**
 * What every reader hands on, in reading order: a line or paragraph, or a cell of a table. From here on a text dump and a
 * DOCX are the same thing.
 */
export interface Piece {
  /** 1-based line in text, paragraph number in documents. */
  readonly n: number;
  readonly text: string;
  /** Its borders are known: a grid's or a delimited text's cell; an empty one is a blank cell. */
  readonly cell?: true;
  /** The last cell of a table row. */
  readonly endsRow?: true;
}

/** A piece placed in the report. */
export interface Placed extends Piece {
  /** 0 title and preamble, 1 to 6. */
  readonly section: number;
  readonly heading: boolean;
}
