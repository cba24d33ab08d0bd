/** Shares out what there is room for in each picture of a vault, so that everybody's turn comes. */
export class FairTurns {
  private readonly room: number;
  private readonly left = new Map<string, number>();
  private readonly next = new Map<string, number>();

  /** `room` for so many per picture. */
  constructor(room: number) {
    this.room = room;
  }

  /** A new picture. The order in which to ask for a turn: it begins with other ones each time. */
  begin<T>(vault: string, all: readonly T[]): readonly T[] {
    const first = (this.next.get(vault) ?? 0) % Math.max(1, all.length);
    this.next.set(vault, first + this.room);
    this.left.set(vault, this.room);
    return [...all.slice(first), ...all.slice(0, first)];
  }

  /** Whether there is room for one more in the vault's picture; if so, it is taken. */
  take(vault: string): boolean {
    const left = this.left.get(vault) ?? 0;
    this.left.set(vault, left - 1);
    return left > 0;
  }
}
