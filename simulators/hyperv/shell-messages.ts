/** What the process of a simulated PowerShell and the simulated data centre tell each other, over loopback TCP. */

/** Where a shell finds its data centre. Written beside the launcher: environments are emptied by whoever is careful. */
export interface ShellSettings {
  readonly port: number;
  readonly token: string;
}

/** How a console writes, apart from what it is asked. */
export interface ShellStyle {
  /** At the end of what `WriteLine` writes. */
  readonly newline: '\n' | '\r\n';
  /** Everything that belongs to one command arrives in one piece. */
  readonly isCoalescing: boolean;
  /** Escape codes round every line that is read. */
  readonly hasEscapeCodes: boolean;
  /** U+FEFF before the first word. */
  readonly hasByteOrderMark: boolean;
  /** Words on both streams before anything is asked. */
  readonly isNoisy: boolean;
  /** Goes on living when its input has ended. */
  readonly isStubborn: boolean;
}

export const PLAIN_STYLE: ShellStyle = {
  newline: '\n',
  isCoalescing: false,
  hasEscapeCodes: false,
  hasByteOrderMark: false,
  isNoisy: false,
  isStubborn: false,
};

/** What a shell tells of itself when it starts. */
export interface ShellGreeting {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly environment: readonly string[];
}

/** What the process tells, one line of JSON each: who it is, what it reads, that something was said, and the end of its input. */
export type ShellNews =
  | (ShellGreeting & { readonly token: string })
  | { readonly input: string }
  | { readonly isSaid: true }
  | { readonly isOver: true };

/** What the process has to do: to say something, to end, or to stay when its input has ended. One line of JSON each. */
export type ShellCommand =
  | { readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly exit: number }
  | { readonly stays: true };

/** One line that a shell read. Without `request` it is only told about. */
export interface ShellReport {
  readonly pid: number;
  readonly line: string;
  /** The argument of `Invoke-FailbackOperation`, as it stands in the line. */
  readonly request?: string;
}

/** What a shell does about a request, in this order. */
export type Act =
  | { readonly kind: 'say'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'pause'; readonly ms: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'exit'; readonly code: number }
  /** Takes the line for incomplete: what follows is swallowed as its continuation. */
  | { readonly kind: 'readOn' };
