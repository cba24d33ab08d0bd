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

. "$PSScriptRoot/private/Clear-RegistryValue.ps1"
. "$PSScriptRoot/private/Close-HostSession.ps1"
. "$PSScriptRoot/private/Connect-Tcp.ps1"
. "$PSScriptRoot/private/ConvertFrom-Request.ps1"
. "$PSScriptRoot/private/ConvertTo-Answer.ps1"
. "$PSScriptRoot/private/ConvertTo-ErrorRecord.ps1"
. "$PSScriptRoot/private/ConvertTo-Heartbeat.ps1"
. "$PSScriptRoot/private/ConvertTo-Megabyte.ps1"
. "$PSScriptRoot/private/ConvertTo-OperationParameter.ps1"
. "$PSScriptRoot/private/ConvertTo-Refusal.ps1"
. "$PSScriptRoot/private/Find-ThrottleSetting.ps1"
. "$PSScriptRoot/private/Find-Vm.ps1"
. "$PSScriptRoot/private/Find-Volume.ps1"
. "$PSScriptRoot/private/Get-DownloadSight.ps1"
. "$PSScriptRoot/private/Get-ErrorFact.ps1"
. "$PSScriptRoot/private/Get-ErrorKind.ps1"
. "$PSScriptRoot/private/Get-HandshakeSight.ps1"
. "$PSScriptRoot/private/Get-HostSession.ps1"
. "$PSScriptRoot/private/Get-HostSight.ps1"
. "$PSScriptRoot/private/Get-IntegrationSight.ps1"
. "$PSScriptRoot/private/Get-OperationCommand.ps1"
. "$PSScriptRoot/private/Get-OutboundSight.ps1"
. "$PSScriptRoot/private/Get-RegistryValue.ps1"
. "$PSScriptRoot/private/Get-ServiceFileVersion.ps1"
. "$PSScriptRoot/private/Get-ServiceSight.ps1"
. "$PSScriptRoot/private/Get-SwitchName.ps1"
. "$PSScriptRoot/private/Get-TextArgument.ps1"
. "$PSScriptRoot/private/Get-Throttle.ps1"
. "$PSScriptRoot/private/Get-VmDiskSight.ps1"
. "$PSScriptRoot/private/Get-VmSight.ps1"
. "$PSScriptRoot/private/Get-VolumeSight.ps1"
. "$PSScriptRoot/private/Get-WindowsName.ps1"
. "$PSScriptRoot/private/Import-HostModule.ps1"
. "$PSScriptRoot/private/Invoke-HostCommand.ps1"
. "$PSScriptRoot/private/Invoke-LocalCommand.ps1"
. "$PSScriptRoot/private/Invoke-RemoteCommand.ps1"
. "$PSScriptRoot/private/Select-ExactName.ps1"
. "$PSScriptRoot/private/Test-ServerCore.ps1"
. "$PSScriptRoot/private/Test-TcpEndpoint.ps1"
. "$PSScriptRoot/private/Write-RegistryDword.ps1"

. "$PSScriptRoot/public/Get-FailbackDownload.ps1"
. "$PSScriptRoot/public/Get-FailbackHost.ps1"
. "$PSScriptRoot/public/Get-FailbackVm.ps1"
. "$PSScriptRoot/public/Invoke-FailbackOperation.ps1"
. "$PSScriptRoot/public/New-FailbackSwitch.ps1"
. "$PSScriptRoot/public/Set-FailbackDownloadThread.ps1"
. "$PSScriptRoot/public/Set-FailbackStartAction.ps1"
. "$PSScriptRoot/public/Test-FailbackPort.ps1"
