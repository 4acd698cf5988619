/** One reason to believe that two topics are one; said in words as `topic.evidence-<code>`. */
export type Evidence =
  /** A dictionary says that `word` means `means`. */
  | { code: 'dictionary'; word: string; means: string }
  /** Taken apart, the words of `word` mean those of `means`. */
  | { code: 'word-by-word'; word: string; means: string }
  /** `word` is read `sound`, which is the other's label. */
  | { code: 'sound'; word: string; sound: string }
  /** The labels differ in nothing but number, spelling or a general word like *music*. */
  | { code: 'spelling'; word: string; means: string }
  /** So many notes by so many people carry both. */
  | { code: 'notes'; count: number; people: number }
  /** So many people use both, if on different notes. */
  | { code: 'people'; count: number }
  /** So many times somebody who put a note into another language wrote one where the author wrote the other. */
  | { code: 'layers'; count: number }
