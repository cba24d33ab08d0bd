# Stand-ins for the commands of Hyper-V that the module calls. The VMs are invented.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function New-StandInVm {
    param([string] $Id, [string] $Name, [string] $State = 'Off', [string] $Mode = 'None')

    return [pscustomobject] @{
        Id                   = [guid] $Id
        Name                 = $Name
        State                = $State
        AutomaticStartAction = 'StartIfRunning'
        ReplicationMode      = $Mode
        ReplicationState     = 'Replicating'
        ReplicationHealth    = 'Normal'
        Uptime               = [timespan]::FromSeconds(61.9)
    }
}

$script:Vms = @(
    New-StandInVm -Id '11111111-1111-4111-8111-111111111111' -Name 'web-01' -State 'Running' -Mode 'Primary'
    New-StandInVm -Id '22222222-2222-4222-8222-222222222222' -Name 'twin'
    New-StandInVm -Id '33333333-3333-4333-8333-333333333333' -Name 'twin'
    New-StandInVm -Id '44444444-4444-4444-8444-444444444444' -Name 'we[b]*'
)

# What goes wrong when somebody asks for the host: the account may not, in two forms, the way breaks, or something else.
function Get-StandInProblem {
    switch ($env:FAILBACK_STANDIN_PROBLEM) {
        'denied' {
            $denied = [System.InvalidOperationException]::new('Translated text.')
            return [System.Management.Automation.ErrorRecord]::new($denied, 'AccessDenied', 'PermissionDenied', $null)
        }
        'unauthorized' { return [System.UnauthorizedAccessException]::new('Translated text.') }
        'transport' { return [System.Management.Automation.Remoting.PSRemotingTransportException]::new('Translated text.') }
        'other' { return [System.InvalidOperationException]::new('Access denied, not found, unreachable.') }
    }
}

function Get-VMHost {
    $problem = Get-StandInProblem
    if ($null -ne $problem) {
        throw $problem
    }
    return [pscustomobject] @{ Name = 'host-1' }
}

# Without rights the list is empty, as Hyper-V is said to answer.
function Get-VM {
    if ($null -eq (Get-StandInProblem)) {
        $script:Vms
    }
}

$script:Switches = @([pscustomobject] @{ Name = 'Production' })

function Get-VMSwitch {
    $script:Switches
}

function New-VMSwitch {
    param([string] $Name, [string] $SwitchType)

    $script:Switches += [pscustomobject] @{ Name = $Name; SwitchType = $SwitchType }
}

function Get-VMSnapshot {
    param($VM)
}

function Get-VMNetworkAdapter {
    param($VM)

    [pscustomobject] @{ SwitchName = 'Production'; IPAddresses = @('192.0.2.10') }
}

function Get-VMIntegrationService {
    param($VM)

    [pscustomobject] @{ Id = "Microsoft:$($VM.Id)\84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47"; Enabled = $true; PrimaryOperationalStatus = 2 }
    [pscustomobject] @{ Id = "Microsoft:$($VM.Id)\9F8233AC-BE49-4C79-8EE3-E7E1985B2077"; Enabled = $true; PrimaryOperationalStatus = 12 }
}

function Get-VMHardDiskDrive {
    param($VM)

    [pscustomobject] @{ Path = 'D:\VMs\system.vhdx' }
    [pscustomobject] @{ Path = 'C:\ClusterStorage\Volume9\lost.vhdx' }
}

function Get-VHD {
    param([string] $Path)

    if ($Path -like '*lost*') {
        throw 'The file can not be read.'
    }
    [pscustomobject] @{ Size = [uint64] 137438953472; FileSize = [uint64] 5368709120; VhdType = 'Dynamic' }
}

function Set-VM {
    param($VM, [string] $AutomaticStartAction)

    $VM.AutomaticStartAction = $AutomaticStartAction
}
