function Get-IntegrationSight {
    <#
    .SYNOPSIS
    The heartbeat of a VM, and the integration services that are enabled but do not answer.

    .DESCRIPTION
    The names of the services are translated, so they are told apart by the GUID at the end of their id. States are
    compared by number for the same reason:
    https://learn.microsoft.com/windows/win32/hyperv_v2/msvm-heartbeatcomponent
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [object[]] $Service
    )

    $names = @{
        '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47' = 'heartbeat'
        '2A34B1C2-FD73-4043-8A5B-DD2159BC743F' = 'keyValueExchange'
        '9F8233AC-BE49-4C79-8EE3-E7E1985B2077' = 'shutdown'
        '2497F4DE-E9FA-4204-80E4-4B75C46419C0' = 'timeSynchronization'
        '5CED1297-4598-4915-A5FC-AD21BB4D02A4' = 'volumeShadowCopy'
        '6C09BB55-D683-4DA0-8931-C9BF705F6480' = 'guestServices'
    }
    $operational = 2
    $silent = @(12, 13)

    $heartbeat = 'unknown'
    $silentServices = @(foreach ($one in $Service) {
        $guid = ([string] $one.Id).Split('\')[-1].ToUpperInvariant()
        $name = $names[$guid]
        if ($null -eq $name) {
            continue
        }
        $status = 0
        if ($null -ne $one.PrimaryOperationalStatus) {
            $status = [int] $one.PrimaryOperationalStatus
        }
        $isSilent = [bool] $one.Enabled -and $status -in $silent
        if ($name -ceq 'heartbeat') {
            $heartbeat = ConvertTo-Heartbeat -IsEnabled ([bool] $one.Enabled) -IsOperational ($status -eq $operational) -IsSilent $isSilent
        }
        if ($isSilent) {
            $name
        }
    })
    return [ordered] @{ heartbeat = $heartbeat; silentServices = [string[]] $silentServices }
}
