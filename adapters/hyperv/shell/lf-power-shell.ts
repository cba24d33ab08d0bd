import { PowerShell, type PowerShellOptions } from 'node-powershell';

/** Windows PowerShell on Windows: the modules of Hyper-V and VMM are at home there. */
const DEFAULT_EXECUTABLE = process.platform === 'win32' ? 'powershell' : 'pwsh';

/**
 * `node-powershell` with the framing that it can read. It looks for its end mark in the last bytes of a chunk only: a
 * mark that is followed by CR LF, in one chunk with the rest, is missed and the call never ends. So marks are written
 * with a line feed alone. Source: `readBulkFromOutput` of child-shell 5.0.0.
 */
export class LfPowerShell extends PowerShell {
  constructor(options: PowerShellOptions) {
    super(options);
    // With DEBUG=* in the bot's environment the library prints all that it sends and hears.
    const { comment, command, output } = this['debuggers'];
    for (const print of [comment, command, output]) print.enabled = false;
  }

  /** `NODE_POWERSHELL` in the bot's environment must not choose what is run. */
  protected override setExecutable({ executable }: { executable?: string }): string {
    return executable ?? DEFAULT_EXECUTABLE;
  }

  protected override writeToOutput(mark: string): string {
    return `[Console]::Out.Write("${mark}\`n")`;
  }

  protected override writeToError(mark: string): string {
    return `[Console]::Error.Write("${mark}\`n")`;
  }
}
