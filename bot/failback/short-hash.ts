/** 32 bit FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv. Enough to tell two states of one question apart. */
export function shortHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
