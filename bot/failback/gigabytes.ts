/** An amount of data in words for people. */
export const gb = (mb: number): string => `${(mb / 1024).toFixed(mb < 10_240 ? 1 : 0)} GB`;
