declare module 'word-extractor' {
  /** Text of an old Word file. */
  class WordExtractor {
    extract(source: Buffer): Promise<{ getBody(): string }>;
  }
  export = WordExtractor;
}
