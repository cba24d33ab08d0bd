import { expect, test } from 'vitest';
import { OPERATIONS } from '../../../../adapters/hyperv/operations.ts';
import { type DataFile, readDataFile } from './data-file.ts';
import { nodesOf, type Script } from './powershell-parser.ts';
import { JEA, MODULE, projectScript, projectScripts } from './project-scripts.ts';
import { COMMANDS, METHODS, TYPES } from './surface.ts';

const manifest = readDataFile(projectScript(`${MODULE}/Failback.psd1`));

const stemsOf = (folder: string): readonly string[] =>
  projectScripts
    .filter(({ path }) => path.startsWith(`${MODULE}/${folder}/`))
    .map(({ path }) => path.replace(/^.*\/|\.ps1$/g, ''));

/** Texts in the labels of the one switch of a script. */
function labelsOf(script: Script): readonly string[] {
  return nodesOf(script.root, 'switch_clause_condition').map(({ text }) =>
    text.replaceAll("'", ''),
  );
}

test('every function in public is exported, and nothing else is', () => {
  expect([...manifest.texts('FunctionsToExport')].sort()).toEqual([...stemsOf('public')].sort());
  for (const kind of ['CmdletsToExport', 'VariablesToExport', 'AliasesToExport']) {
    expect(manifest.source(kind)).toBe('@()');
  }
});

test('the module loads every file once, and before it nothing', () => {
  const { source } = projectScript(`${MODULE}/Failback.psm1`);
  const loaded = [...source.matchAll(/^\. "\$PSScriptRoot\/([\w/]+)\/([\w-]+)\.ps1"$/gm)];

  expect(loaded.map(([, folder, stem]) => `${folder}/${stem}`).sort()).toEqual(
    projectScripts
      .map(({ path }) => /^.+\/scripts\/((?:private|public)\/.+)\.ps1$/.exec(path)?.[1])
      .filter((path) => path !== undefined)
      .sort(),
  );
});

test('the module runs in Windows PowerShell 5.1', () => {
  expect(manifest.texts('PowerShellVersion')).toEqual(['5.1']);
  expect(manifest.texts('CompatiblePSEditions')).toEqual(['Desktop', 'Core']);
  expect(manifest.texts('RootModule')).toEqual(['Failback.psm1']);
});

test('the module takes the operations of the connector and no others', () => {
  const listed = labelsOf(projectScript(`${MODULE}/private/answer/Get-OperationCommand.ps1`));

  expect(['handshake', ...listed].sort()).toEqual(Object.keys(OPERATIONS).sort());
});

test('each operation with arguments has its parameters', () => {
  const handled = labelsOf(
    projectScript(`${MODULE}/private/answer/ConvertTo-OperationParameter.ps1`),
  );
  const withArguments = Object.values(OPERATIONS)
    .filter(({ arguments: { shape } }) => Object.keys(shape).length > 0)
    .map(({ name }) => name);

  expect([...handled].sort()).toEqual([...withArguments].sort());
});

test('each operation leads to an exported command that runs here as well', () => {
  const script = projectScript(`${MODULE}/private/answer/Get-OperationCommand.ps1`);
  const led = nodesOf(script.root, 'flow_control_statement')
    .filter(({ text }) => text.startsWith('return'))
    .map(({ text }) => text.replace(/^return '|'$/g, ''));
  const here = labelsOf(projectScript(`${MODULE}/private/session/Invoke-LocalCommand.ps1`));

  expect([...led].sort()).toEqual([...here].sort());
  expect([...led, 'Invoke-FailbackOperation'].sort()).toEqual(
    [...manifest.texts('FunctionsToExport')].sort(),
  );
});

test('the surface names nothing that the module does not use', () => {
  const used = (type: string) =>
    new Set(projectScripts.flatMap(({ root }) => nodesOf(root, type).map(({ text }) => text)));
  const [commands, names, types] = ['command_name', 'member_name', 'type_literal'].map(used);

  expect(Object.keys(COMMANDS).filter((name) => !commands?.has(name))).toEqual([]);
  expect([...METHODS].filter((name) => !names?.has(name))).toEqual([]);
  expect([...TYPES].filter((name) => !types?.has(`[${name}]`))).toEqual([]);
});

const roles: Readonly<Record<string, DataFile>> = {
  FailbackReader: readDataFile(projectScript(`${JEA}/FailbackReader.psrc`)),
  FailbackOperator: readDataFile(projectScript(`${JEA}/FailbackOperator.psrc`)),
};
const endpoints = ['Failback.pssc', 'Failback.gmsa.pssc'].map((name) =>
  readDataFile(projectScript(`${JEA}/${name}`)),
);

/** Whatever else could make a command visible is not in a role. */
const KEYS_OF_A_ROLE = [
  'GUID',
  'Author',
  'CompanyName',
  'Copyright',
  'Description',
  'ModulesToImport',
  'VisibleFunctions',
];

/** A JEA session does not load modules by itself: https://github.com/PowerShell/JEA/issues/42 */
const MODULES_OF_WINDOWS = [
  'Microsoft.PowerShell.Management',
  'Microsoft.PowerShell.Utility',
  'CimCmdlets',
];

test('what the module calls is in a module that the role loads, or that the module loads itself', () => {
  const importer = projectScript(`${MODULE}/private/host/Import-HostModule.ps1`);
  const [attribute] = nodesOf(importer.root, 'attribute').filter(({ text }) =>
    text.startsWith('[ValidateSet('),
  );
  const own = attribute ? nodesOf(attribute, 'verbatim_string_characters') : [];
  const loaded = ['Microsoft.PowerShell.Core', ...MODULES_OF_WINDOWS].concat(
    own.map(({ text }) => text.slice(1, -1)),
  );
  const called = Object.keys(COMMANDS).map((name) => name.split('\\')[0] ?? '');

  expect([...new Set(called)].filter((name) => !loaded.includes(name))).toEqual([]);
});

test.each(Object.entries(roles))('%s shows functions of the module and nothing else', (_, role) => {
  expect(role.keys).toEqual(KEYS_OF_A_ROLE);
  expect(role.texts('ModulesToImport')).toEqual([...MODULES_OF_WINDOWS, 'Failback']);
  expect(role.texts('VisibleFunctions').length).toBeGreaterThan(0);
  for (const name of role.texts('VisibleFunctions')) {
    expect(manifest.texts('FunctionsToExport')).toContain(name);
  }
});

test('the reader reads; the operator sets and makes; the entry of the connector is shown to nobody', () => {
  const read = roles['FailbackReader']?.texts('VisibleFunctions') ?? [];
  const set = roles['FailbackOperator']?.texts('VisibleFunctions') ?? [];

  expect(read.every((name) => /^(Get|Test)-/.test(name))).toBe(true);
  expect(set.every((name) => /^(Set|New)-/.test(name))).toBe(true);
  expect([...read, ...set, 'Invoke-FailbackOperation'].sort()).toEqual(
    [...manifest.texts('FunctionsToExport')].sort(),
  );
});

test('no role can start, stop or remove a VM: neither by what it shows nor by what that calls', () => {
  const shown = Object.values(roles).flatMap((role) => role.texts('VisibleFunctions'));
  const called = projectScripts
    .filter(({ path }) => path.endsWith('.ps1'))
    .flatMap(({ root }) => nodesOf(root, 'command_name').map(({ text }) => text));
  const changing = [...shown, ...called].filter((name) =>
    /(^|\\)(Add|Checkpoint|Complete|Copy|Disable|Enable|Export|Move|New|Remove|Rename|Repair|Reset|Restart|Restore|Resume|Save|Set|Start|Stop|Suspend|Switch)-/i.test(
      name,
    ),
  );

  expect([...new Set(changing)].sort()).toEqual([
    'Hyper-V\\New-VMSwitch',
    'Hyper-V\\Set-VM',
    'Microsoft.PowerShell.Core\\New-PSSession',
    'Microsoft.PowerShell.Core\\New-PSSessionOption',
    'New-FailbackSwitch',
    'Set-FailbackDownloadThread',
    'Set-FailbackStartAction',
  ]);
});

test.each(endpoints.map((endpoint) => [endpoint.texts('Description')[0], endpoint] as const))(
  'an endpoint takes no language and knows two groups: %s',
  (_, endpoint) => {
    expect(endpoint.texts('SessionType')).toEqual(['RestrictedRemoteServer']);
    expect(endpoint.texts('ExecutionPolicy')).toEqual(['RemoteSigned']);
    expect(endpoint.texts('TranscriptDirectory')).toHaveLength(1);
    expect(endpoint.texts('RoleDefinitions').filter((text) => !text.includes('\\'))).toEqual([
      'FailbackReader',
      'FailbackReader',
      'FailbackOperator',
    ]);
    const identities = ['RunAsVirtualAccount', 'GroupManagedServiceAccount', 'RunAsCredential'];
    expect(endpoint.keys.filter((key) => identities.includes(key))).toHaveLength(1);
    expect(
      endpoint.keys.filter((key) => /^(Visible|ModulesToImport|LanguageMode|Script)/.test(key)),
    ).toEqual([]);
  },
);
