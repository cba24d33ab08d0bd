function Get-Throttle {
    <#
    .SYNOPSIS
    The agent's limit on bandwidth in kilobits per second; nothing when there is none.

    .DESCRIPTION
    The agent has one limit for working hours and one for the rest. The tighter one is given: bringing a VM home often
    runs through both. 0 and the largest 32-bit number mean no limit.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param()

    if (@(Microsoft.PowerShell.Core\Get-Module -Name 'MSOnlineBackup' -ListAvailable).Count -eq 0) {
        return
    }
    Import-HostModule -Name 'MSOnlineBackup'
    $setting = Find-ThrottleSetting -MachineSetting (MSOnlineBackup\Get-OBMachineSetting)
    if ($null -eq $setting) {
        return
    }
    $tightest = [long] 0
    foreach ($bits in @([long] $setting.WorkHourBandwidth, [long] $setting.NonWorkHourBandwidth)) {
        $isLimit = $bits -gt 0 -and $bits -lt [uint32]::MaxValue
        if ($isLimit -and ($tightest -eq 0 -or $bits -lt $tightest)) {
            $tightest = $bits
        }
    }
    if ($tightest -gt 0) {
        return [long] [System.Math]::Floor($tightest / 1024)
    }
}
