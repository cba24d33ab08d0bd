function Get-HostSight {
    <#
    .SYNOPSIS
    The health of this server: role, services, way out, versions, space, switches.

    .DESCRIPTION
    Without VMM the Site Recovery service (dra) runs on the host, with VMM on the VMM server alone.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [ValidateSet('hyperV', 'vmm')]
        [string] $Kind,

        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [string[]] $OutboundHost
    )

    $isVmm = $Kind -ceq 'vmm'
    $isManaged = (Get-ServiceSight -Name 'SCVMMAgent' -IsExpected $false).state -cne 'missing'
    $vmms = Get-ServiceSight -Name 'vmms' -IsExpected (-not $isVmm)
    $isHypervInstalled = $vmms.state -cne 'missing'
    $sight = [ordered] @{
        kind              = $Kind
        windows           = Get-WindowsName
        isHypervInstalled = $isHypervInstalled
        services          = [object[]] @(
            $vmms
            Get-ServiceSight -Name 'obengine' -IsExpected (-not $isVmm)
            Get-ServiceSight -Name 'dra' -IsExpected ($isVmm -or -not $isManaged)
            Get-ServiceSight -Name 'SCVMMService' -IsExpected $isVmm
        )
        outbound          = [object[]] @(Get-OutboundSight -OutboundHost $OutboundHost)
        volumes           = [object[]] @(Get-VolumeSight)
        switches          = [string[]] @(if ($isHypervInstalled) { Get-SwitchName })
    }
    # Left out when not known: Windows PowerShell writes what a function did not return as an empty object,
    # https://github.com/PowerShell/PowerShell/issues/9231
    $versions = @{ providerVersion = 'dra'; agentVersion = 'obengine' }
    foreach ($key in @($versions.Keys)) {
        $version = Get-ServiceFileVersion -Name $versions[$key]
        if ($null -ne $version) {
            $sight[$key] = [string] $version
        }
    }
    $isServerCore = Test-ServerCore
    if ($null -ne $isServerCore) {
        $sight.isServerCore = [bool] $isServerCore
    }
    return $sight
}
