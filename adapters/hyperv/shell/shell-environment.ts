/**
 * Where PowerShell and Windows look for themselves; nothing that could carry a secret. Not `PSModulePath`: each edition
 * finds its own modules, and would be led astray by the path of another one that the bot was started from.
 */
const PASSED_ON = new Set([
  'path',
  'pathext',
  'home',
  'lang',
  'systemroot',
  'systemdrive',
  'windir',
  'comspec',
  'temp',
  'tmp',
  'tmpdir',
  'programfiles',
  'programdata',
  'userprofile',
  'appdata',
  'localappdata',
  'username',
  'userdomain',
  'userdnsdomain',
  'computername',
  'processor_architecture',
  'krb5ccname',
  'krb5_config',
]);

/**
 * The environment of a shell. A terminal that understands nothing keeps escape codes out of the answers; see
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_ansi_terminals
 */
export function shellEnvironment(
  own: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const passed = Object.entries(own).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && PASSED_ON.has(entry[0].toLowerCase()),
  );
  return {
    ...Object.fromEntries(passed),
    TERM: 'dumb',
    NO_COLOR: '1',
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
  };
}
