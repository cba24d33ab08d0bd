import { z } from 'zod';

/** On the wire `null` is the same as absent. */
export const text = z.string().nullish();

export const texts = listOf(z.string());

/** A list that may be left out. */
export function listOf<S extends z.ZodType>(entry: S) {
  return z
    .array(entry)
    .nullish()
    .transform((list) => list ?? []);
}
