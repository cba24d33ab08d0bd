/**
 * A disk as a row of blocks, each holding the number of the write that last touched it. Two sides hold the same data
 * exactly when all numbers are equal, so "nothing was lost" can be computed.
 */
export class Disk {
  readonly id: string;
  readonly name: string;
  readonly sizeMb: number;
  readonly azure: Uint32Array;
  readonly onPremises: Uint32Array;
  private snapshot: Uint32Array | undefined;
  private copied = 0;
  private writes = 0;

  constructor(options: { id: string; name: string; sizeMb: number; blocks: number }) {
    this.id = options.id;
    this.name = options.name;
    this.sizeMb = options.sizeMb;
    this.azure = new Uint32Array(options.blocks);
    this.onPremises = new Uint32Array(options.blocks);
  }

  /** The Azure VM writes until it has written `total` times in all; which block a write hits depends on its number. */
  writeInAzure(total: number): void {
    for (; this.writes < total; this.writes += 1) {
      this.azure[this.blockOf(this.writes)] = this.writes + 1;
    }
  }

  /** A new disk in place of the on-premises one. */
  emptyOnPremises(): void {
    this.onPremises.fill(0);
  }

  /** What is copied from now on is the data of this moment, whatever the Azure VM writes meanwhile. */
  beginCopy(): void {
    this.snapshot = this.azure.slice();
    this.copied = 0;
  }

  /** Copies on, up to a fraction (0 to 1) of the blocks. Copying stops wherever it was last told to be. */
  copyUpTo(fraction: number): void {
    if (this.snapshot === undefined) return;
    const end = Math.floor(this.snapshot.length * Math.min(1, fraction));
    if (end <= this.copied) return;
    this.onPremises.set(this.snapshot.subarray(this.copied, end), this.copied);
    this.copied = end;
  }

  blocksThatDiffer(): number {
    return this.azure.reduce((sum, block, at) => sum + (block === this.onPremises[at] ? 0 : 1), 0);
  }

  /** Knuth's multiplicative hash: spreads the writes, the same way in every run. */
  private blockOf(write: number): number {
    return (Math.imul(write + 1, 2_654_435_761) >>> 0) % this.azure.length;
  }
}
