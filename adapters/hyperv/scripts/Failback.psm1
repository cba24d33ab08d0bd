# The same module on both ends. The connector calls Invoke-FailbackOperation; a host's JEA endpoint shows the other
# exported functions and nothing else. The files are listed by name, so that a file dropped into the folder is not run.

Microsoft.PowerShell.Core\Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$VerbosePreference = 'SilentlyContinue'
$InformationPreference = 'SilentlyContinue'

# Milliseconds. Opening and calling together must stay below the time that the caller allows for one answer.
$script:OpenTimeout = 10000
$script:CallTimeout = 25000
$script:TcpTimeout = 5000

# A session that was idle for longer is made anew: the far end may have closed it without our being told.
$script:SessionIdleLimit = [System.TimeSpan]::FromMinutes(5)
$script:HostSessions = @{}

# Site Recovery documents the value with its capacity planning: 4 threads when it is absent, 32 at most.
$script:ReplicationKey = 'SOFTWARE\Microsoft\Windows Azure Backup\Replication'
$script:ThreadsName = 'DownloadThreadsPerVM'

. "$PSScriptRoot/private/registry/Clear-RegistryValue.ps1"
. "$PSScriptRoot/private/session/Close-HostSession.ps1"
. "$PSScriptRoot/private/host/Connect-Tcp.ps1"
. "$PSScriptRoot/private/answer/ConvertFrom-Request.ps1"
. "$PSScriptRoot/private/answer/ConvertTo-Answer.ps1"
. "$PSScriptRoot/private/answer/ConvertTo-ErrorRecord.ps1"
. "$PSScriptRoot/private/vm/ConvertTo-Heartbeat.ps1"
. "$PSScriptRoot/private/host/ConvertTo-Megabyte.ps1"
. "$PSScriptRoot/private/answer/ConvertTo-OperationParameter.ps1"
. "$PSScriptRoot/private/answer/ConvertTo-Refusal.ps1"
. "$PSScriptRoot/private/registry/Find-ThrottleSetting.ps1"
. "$PSScriptRoot/private/vm/Find-Vm.ps1"
. "$PSScriptRoot/private/host/Find-Volume.ps1"
. "$PSScriptRoot/private/registry/Get-DownloadSight.ps1"
. "$PSScriptRoot/private/answer/Get-ErrorFact.ps1"
. "$PSScriptRoot/private/answer/Get-ErrorKind.ps1"
. "$PSScriptRoot/private/host/Get-HandshakeSight.ps1"
. "$PSScriptRoot/private/session/Get-HostSession.ps1"
. "$PSScriptRoot/private/host/Get-HostSight.ps1"
. "$PSScriptRoot/private/vm/Get-IntegrationSight.ps1"
. "$PSScriptRoot/private/answer/Get-OperationCommand.ps1"
. "$PSScriptRoot/private/host/Get-OutboundSight.ps1"
. "$PSScriptRoot/private/registry/Get-RegistryValue.ps1"
. "$PSScriptRoot/private/host/Get-ServiceFileVersion.ps1"
. "$PSScriptRoot/private/host/Get-ServiceSight.ps1"
. "$PSScriptRoot/private/host/Get-SwitchName.ps1"
. "$PSScriptRoot/private/answer/Get-TextArgument.ps1"
. "$PSScriptRoot/private/registry/Get-Throttle.ps1"
. "$PSScriptRoot/private/vm/Get-VmDiskSight.ps1"
. "$PSScriptRoot/private/vm/Get-VmSight.ps1"
. "$PSScriptRoot/private/host/Get-VolumeSight.ps1"
. "$PSScriptRoot/private/host/Get-WindowsName.ps1"
. "$PSScriptRoot/private/host/Import-HostModule.ps1"
. "$PSScriptRoot/private/session/Invoke-HostCommand.ps1"
. "$PSScriptRoot/private/session/Invoke-LocalCommand.ps1"
. "$PSScriptRoot/private/session/Invoke-RemoteCommand.ps1"
. "$PSScriptRoot/private/vm/Select-ExactName.ps1"
. "$PSScriptRoot/private/host/Test-ServerCore.ps1"
. "$PSScriptRoot/private/host/Test-TcpEndpoint.ps1"
. "$PSScriptRoot/private/registry/Write-RegistryDword.ps1"

. "$PSScriptRoot/public/Get-FailbackDownload.ps1"
. "$PSScriptRoot/public/Get-FailbackHost.ps1"
. "$PSScriptRoot/public/Get-FailbackVm.ps1"
. "$PSScriptRoot/public/Invoke-FailbackOperation.ps1"
. "$PSScriptRoot/public/New-FailbackSwitch.ps1"
. "$PSScriptRoot/public/Set-FailbackDownloadThread.ps1"
. "$PSScriptRoot/public/Set-FailbackStartAction.ps1"
. "$PSScriptRoot/public/Test-FailbackPort.ps1"
