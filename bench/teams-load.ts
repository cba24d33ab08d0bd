import { type Load, serveLoads } from './load.ts';

/** Presses, each with an id of its own. */
export interface TeamsLoad extends Load {
  readonly authorization: string;
  /** What Teams sent for a press. */
  readonly activity: object;
}

serveLoads(({ authorization, activity }: TeamsLoad, count) => ({
  headers: { authorization, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ ...activity, id: `f:${count}` }),
}));
