/** Which wave is meant, behind the id of a run: `wave-2`. */
const WAVE = /^wave-(\d{1,2})$/i;

/** The wave that is named first, where one is, and the words that are left. */
export function readWave(words: readonly string[]): {
  readonly wave?: number;
  readonly words: readonly string[];
} {
  const [first = '', ...others] = words;
  const wave = WAVE.exec(first)?.[1];
  return wave === undefined ? { words } : { wave: Number(wave), words: others };
}
