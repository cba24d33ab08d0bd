/**
 * The names of VMs, wave after wave: a wave ends with `then`. Where there is a comma in a wave, its names are parted by
 * commas and may have spaces in them; else every word is a name. What is empty is left out.
 */
export function readWaves(words: readonly string[]): readonly (readonly string[])[] {
  const waves: string[][] = [[]];
  for (const word of words) {
    if (word.toLowerCase() === 'then') waves.push([]);
    else waves.at(-1)?.push(word);
  }
  return waves.map(namesIn).filter((wave) => wave.length > 0);
}

/** The names of VMs in one wave. */
export function namesIn(words: readonly string[]): readonly string[] {
  const text = words.join(' ');
  const names = text.includes(',') ? text.split(',') : words;
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
