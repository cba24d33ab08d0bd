function Get-DownloadSight {
    <#
    .SYNOPSIS
    What slows or speeds the download of a failback on this host.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param()

    $sight = [ordered] @{ threads = $null; throttleKbps = Get-Throttle }
    $threads = Get-RegistryValue -Key $script:ReplicationKey -Name $script:ThreadsName
    if ($null -ne $threads) {
        $sight.threads = [int] $threads
    }
    return $sight
}
