/** Where a VM is brought to. */
export type Destination = OriginalLocation | AlternateLocation;

/** The server that the VM came from. */
export interface OriginalLocation {
  readonly kind: 'originalLocation';
  /** The VM is made anew where its server has none; absent where it must be there. */
  readonly createsVm?: true;
}

/** The server that the VM came from, on which it still is. */
export const ORIGINAL_LOCATION: OriginalLocation = { kind: 'originalLocation' };

/** Another registered Hyper-V server. The VM is made there, unless it is there. */
export interface AlternateLocation {
  readonly kind: 'alternateLocation';
  /** ARM id of the server's provider. */
  readonly providerId: string;
  /** The server's name as Azure spells it. */
  readonly server: string;
}

/** Whether Azure may make the on-premises VM: then it need not be there. */
export const createsVm = (destination: Destination): boolean =>
  destination.kind === 'alternateLocation' || destination.createsVm === true;
