import { describe, expect, test } from 'vitest';
import { lintScripts } from './all-lints.ts';
import { parseScript, type Script } from './powershell-parser.ts';

const HEAD =
  "Microsoft.PowerShell.Core\\Set-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'\n";

/** A function that every lint passes, with a body. */
function functionWith(body: string, name = 'Get-Sample'): Script {
  const lines = [
    `function ${name} {`,
    '    <#',
    '    .SYNOPSIS',
    '    A sample.',
    '    #>',
    '    [CmdletBinding()]',
    '    param(',
    '        [Parameter(Mandatory)]',
    '        [string] $Name,',
    '',
    '        [Parameter()]',
    '        [int] $Count = 1',
    '    )',
    '',
    ...body.split('\n').map((line) => `    ${line}`),
    '}',
    '',
  ];
  return parseScript(`private/${name}.ps1`, lines.join('\n'));
}

const rulesOf = (...scripts: readonly Script[]): readonly string[] => [
  ...new Set(lintScripts(scripts).map(({ rule }) => rule)),
];

test.each([
  ['$seen = @(Hyper-V\\Get-VM)\nreturn $seen.Count + $Count'],
  [
    'foreach ($one in @(1, 2)) {\n    [string]::Equals($Name, $one, [System.StringComparison]::Ordinal)\n}',
  ],
  ['try {\n    Get-Sample -Name $Name\n} catch {\n    throw\n}'],
  ['$options = @{ Name = $Name }\nreturn Get-Sample @options'],
  ['$null = Microsoft.PowerShell.Management\\Get-Service -Name $Name'],
])('code of the house passes: %s', (body) => {
  expect(lintScripts([functionWith(body)])).toEqual([]);
});

describe('what the grammar or its helpers must find', () => {
  test.each([
    ['a block that is not closed', 'if ($Count) {'],
    ['a text that is not closed', "$text = 'open"],
    ['an operator of PowerShell 7', '$Name ?? 1'],
    ['a ternary of PowerShell 7', '$Count ? 1 : 2'],
    ['a try that catches nothing', 'try { 1 }'],
    ['an assignment to a number', '1 = $Count'],
    ['a variable that swallows a colon', '"$Name: x"'],
  ])('%s', (_, body) => {
    expect(rulesOf(functionWith(body))).toContain('syntax');
  });

  test('a chain of PowerShell 7', () => {
    expect(rulesOf(functionWith('Get-Sample -Name a && Get-Sample -Name b'))).toEqual(['5.1']);
  });

  test.each([['caf\u00e9'], ['\u2018quoted\u2019'], ['a\ttab'], ['line\r']])(
    'a character that is not plain ASCII: %j',
    (text) => {
      expect(rulesOf(functionWith(`# ${text}`))).toContain('ascii');
    },
  );
});

describe('what may not be called', () => {
  test.each([
    ['Invoke-Expression $Name'],
    ['Start-VM -Name $Name'],
    ['Hyper-V\\Start-VM -Name $Name'],
    ['Hyper-V\\Stop-VM -Name $Name'],
    ['Hyper-V\\Remove-VM -Name $Name'],
    ['Hyper-V\\Restart-VM -Name $Name'],
    ['Write-Host $Name'],
    ['$text = Read-Host'],
    ['gc $Name'],
    ['iex $Name'],
    ['@(1) | % { $Name }'],
    ['@(1) | ? { $Name }'],
    ['@(1) | foreach { $Name }'],
    ['Get-Service -Name $Name'],
    ['vmconnect.exe $Name'],
    ['Add-Type -TypeDefinition $Name'],
    ['$( Start-VM -Name $Name )'],
    ['"text $(Start-VM -Name $Name)"'],
    ['return @{ a = @(Start-VM) }'],
  ])('%s', (body) => {
    expect(rulesOf(functionWith(body))).toContain('command');
  });

  test.each([
    ['& $Name'],
    ['. $Name'],
    ["& 'Hyper-V\\Start-VM'"],
    ['& "Start-$Name"'],
    ['. "$PSScriptRoot/private/Get-Sample.ps1"'],
    ['$block = { $Name }'],
  ])('%s, out of a variable or a text', (body) => {
    expect(rulesOf(functionWith(body))).toContain('dynamic');
  });

  test.each([['exit'], ['exit 1'], ['if ($Count) { exit }']])('%s', (body) => {
    expect(rulesOf(functionWith(body))).toEqual(['exit']);
  });

  test.each([
    ['$Name.Invoke()'],
    ['$Name.AddScript($Name)'],
    ['$Name.$Count()'],
    ['return $Name.$Count'],
    ['$ExecutionContext.InvokeCommand.InvokeScript($Name)'],
    ['$ExecutionContext.InvokeCommand.NewScriptBlock($Name)'],
  ])('%s', (body) => {
    expect(rulesOf(functionWith(body))).toContain('method');
  });

  test.each([
    ['[scriptblock]::Create($Name)'],
    ['[System.Diagnostics.Process]::new()'],
    ['$made = [wmiclass] $Name'],
    ['[System.Reflection.Assembly]::new()'],
  ])('%s', (body) => {
    expect(rulesOf(functionWith(body))).toContain('type');
  });
});

describe('calls that would fail at the host', () => {
  test.each([
    ['an unknown parameter of an own function', 'Get-Sample -Name a -Size 1'],
    ['a needed parameter that is not given', 'Get-Sample -Count 1'],
    ['a parameter that the surface does not name', 'Hyper-V\\Get-VM -ComputerName $Name'],
    ['a wildcard search for a VM', 'Hyper-V\\Get-VM -Name $Name'],
    ['another setting of a VM', 'Hyper-V\\Set-VM -VM $Name -Notes x'],
  ])('%s', (_, body) => {
    expect(rulesOf(functionWith(body))).toEqual(['parameter']);
  });

  test.each([
    ['reading what was never written', 'return $Nmae'],
    ['writing what PowerShell fills', "$home = 'a'"],
    ['a loop over what PowerShell fills', 'foreach ($input in @(1)) {\n    $Name\n}'],
    ['a variable that the module does not set', 'return $script:Nothing'],
    ['a text that reads what was never written', 'return "a $Nmae b"'],
  ])('%s', (_, body) => {
    expect(rulesOf(functionWith(body))).toEqual(['variable']);
  });

  test('a variable that the module does set', () => {
    const module = parseScript('Sample.psm1', `# Sample\n${HEAD}$script:Limit = 1\n`);

    expect(lintScripts([module, functionWith('return $script:Limit')])).toEqual([]);
  });

  test('a decision by a message', () => {
    const body = "if ($_.Exception.Message -match 'not found') {\n    return $Name\n}";

    expect(rulesOf(functionWith(body))).toEqual(['message']);
  });
});

describe('form', () => {
  test('a file is named as its function', () => {
    const other = parseScript('private/Get-Other.ps1', functionWith('$Name').source);

    expect(rulesOf(other)).toEqual(['naming']);
  });

  test('a verb that is not approved', () => {
    expect(rulesOf(functionWith('$Name', 'Fetch-Sample'))).toEqual(['naming']);
  });

  test('a function without help', () => {
    const bare = functionWith('$Name').source.replace(/ {4}<#[\s\S]*#>\n/, '');

    expect(rulesOf(parseScript('private/Get-Sample.ps1', bare))).toEqual(['help']);
  });

  test('an exported function whose help leaves out parameters', () => {
    expect(rulesOf(parseScript('a/public/Get-Sample.ps1', functionWith('$Name').source))).toEqual([
      'help',
    ]);
  });

  test.each([
    ['a parameter without a type', '[string] $Name', '$Name'],
    ['a function that is not advanced', '[CmdletBinding()]\n', '\n'],
  ])('%s', (_, from, to) => {
    const source = functionWith('$Name').source.replace(from, to);

    expect(rulesOf(parseScript('private/Get-Sample.ps1', source))).toEqual(['advanced']);
  });

  test.each([
    ['without strict mode', HEAD.replace('Latest', '1.0')],
    ['that goes on after errors', HEAD.replace('Stop', 'Continue')],
    ['that loads first', `. "$PSScriptRoot/private/Get-Sample.ps1"\n${HEAD}`],
  ])('a module %s', (_, head) => {
    expect(rulesOf(parseScript('Sample.psm1', `# Sample\n${head}`))).toEqual(['strict']);
  });
});
