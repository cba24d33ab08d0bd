/** Where a VM stands in the job of its plan. */
export interface VmTask {
  /** The step of the job as Azure calls it: `Group 1: Start (2)`. */
  readonly step: string;
  readonly state: string;
  /** It went wrong there. The others may go on. */
  readonly isFailed?: true;
  /** Azure has started it on-premises: its data is there. */
  readonly isHome?: true;
}
