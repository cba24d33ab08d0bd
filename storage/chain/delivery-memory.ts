/** How long a delivery id is remembered at least. Chat services give up redelivering after minutes or hours. */
export const DELIVERY_MEMORY_MS = 2 * 24 * 60 * 60 * 1_000;
