function Get-DownloadSight {
    <#
    .SYNOPSIS
    What slows or speeds the download of a failback on this host.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param()

    $sight = [ordered] @{}
    $threads = Get-RegistryValue -Key $script:ReplicationKey -Name $script:ThreadsName
    if ($null -ne $threads) {
        $sight.threads = [int] $threads
    }
    $throttle = Get-Throttle
    if ($null -ne $throttle) {
        $sight.throttleKbps = [long] $throttle
    }
    return $sight
}
