function Get-OutboundSight {
    <#
    .SYNOPSIS
    Whether this server reaches the given names on port 443, directly.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [string[]] $OutboundHost
    )

    if ($OutboundHost.Count -eq 0) {
        return
    }
    $targets = @(foreach ($name in $OutboundHost) { [pscustomobject] @{ Address = $name; Port = 443 } })
    $answers = @(Test-TcpEndpoint -Target $targets)
    for ($index = 0; $index -lt $targets.Count; $index++) {
        [ordered] @{ host = $targets[$index].Address; isOpen = $answers[$index] }
    }
}
