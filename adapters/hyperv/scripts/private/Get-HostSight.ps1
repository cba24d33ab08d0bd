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
    return [ordered] @{
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
        providerVersion   = Get-ServiceFileVersion -Name 'dra'
        agentVersion      = Get-ServiceFileVersion -Name 'obengine'
        volumes           = [object[]] @(Get-VolumeSight)
        switches          = [string[]] @(if ($isHypervInstalled) { Get-SwitchName })
    }
}
