function Connect-Tcp {
    <#
    .SYNOPSIS
    Begins to connect to a port and returns at once. The caller closes the client.

    .DESCRIPTION
    On Windows PowerShell a client that was made without an address family knows IPv4 only.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)]
        [string] $Address,

        [Parameter(Mandatory)]
        [int] $Port
    )

    $ip = $null
    if ([System.Net.IPAddress]::TryParse($Address, [ref] $ip)) {
        $client = [System.Net.Sockets.TcpClient]::new($ip.AddressFamily)
        return [pscustomobject] @{ Client = $client; Task = $client.ConnectAsync($ip, $Port) }
    }
    $client = [System.Net.Sockets.TcpClient]::new()
    return [pscustomobject] @{ Client = $client; Task = $client.ConnectAsync($Address, $Port) }
}
