import type { Destination } from '../../failback/ports/destination.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';
import { SYNCHRONIZATION_KEYWORDS } from './synchronization-words.ts';

/** A VM as it is typed, with what is said of it. */
export interface TypedVm {
  readonly name: string;
  readonly destination: Destination;
  /** Absent where nothing is said of it. */
  readonly synchronization?: Synchronization | undefined;
}

/** What is typed to bring these VMs home, wave after wave; a single VM as it is typed by itself. */
export function typedRun(
  waves: readonly (readonly TypedVm[])[],
  channel?: string,
): { readonly verbatim: string } {
  const vms = waves.flat();
  const names =
    vms.length === 1
      ? vms.map(({ name }) => name)
      : [waves.map((wave) => joined(wave.map(({ name }) => name))).join(' then ')];
  const words = [
    '/failback start',
    ...names,
    ...optionsOf(vms, wayOf),
    ...optionsOf(vms, ({ destination }) => typedDestination(destination)),
    ...(channel === undefined ? [] : [`in ${channel}`]),
  ];
  return { verbatim: words.join(' ') };
}

const wayOf = ({ synchronization: kind }: TypedVm): string =>
  kind === undefined ? '' : SYNCHRONIZATION_KEYWORDS[kind];

/** An option that all of them have stands alone, others with the names of those who have it. */
function optionsOf(vms: readonly TypedVm[], optionOf: (vm: TypedVm) => string): readonly string[] {
  const options = [...new Set(vms.map(optionOf))];
  return options
    .filter((option) => option !== '')
    .map((option) =>
      options.length === 1
        ? option
        : `${option} for ${joined(vms.filter((vm) => optionOf(vm) === option).map(({ name }) => name))}`,
    );
}

/** Where there is a comma in a wave, names may have spaces in them. */
function joined(names: readonly string[]): string {
  if (!names.some((name) => /\s/.test(name))) return names.join(' ');
  return names.length === 1 ? `${names[0]},` : names.join(', ');
}
export const CREATE = 'create-vm';

/** A destination as it is typed behind a VM's name; empty for the original location. */
export function typedDestination(destination: Destination): string {
  if (destination.kind === 'alternateLocation') return `to ${destination.server}`;
  return destination.createsVm ? CREATE : '';
}
