# Asks the module, with stand-ins around it, one request after the other.

param([string] $Module, [string] $Request)

$env:PSModulePath = "$PSScriptRoot/modules" + [System.IO.Path]::PathSeparator + $env:PSModulePath
Import-Module -Name $Module
& (Get-Module -Name 'Failback') { param([string] $File) . $File } "$PSScriptRoot/stand-ins.ps1"
foreach ($one in $Request.Split(',')) {
    Invoke-FailbackOperation -Request $one
}
