function Test-FailbackPort {
    <#
    .SYNOPSIS
    Tries TCP ports of an address from this server. Opens connections and closes them; sends nothing.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .PARAMETER Address
    An IP address or a DNS name.

    .PARAMETER Port
    1 to 16 ports.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    Test-FailbackPort -RequestId ([guid]::NewGuid()) -Address '192.0.2.10' -Port 443, 3389
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [ValidatePattern('\A[A-Za-z0-9:](?:[A-Za-z0-9:._%-]{0,253})\z')]
        [string] $Address,

        [Parameter(Mandatory)]
        [ValidateCount(1, 16)]
        [ValidateRange(1, 65535)]
        [int[]] $Port
    )

    try {
        $targets = @(foreach ($one in $Port) { [pscustomobject] @{ Address = $Address; Port = $one } })
        $answers = @(Test-TcpEndpoint -Target $targets)
        $sights = @(for ($index = 0; $index -lt $targets.Count; $index++) {
            [ordered] @{ port = $targets[$index].Port; isOpen = $answers[$index] }
        })
        return ConvertTo-Answer -RequestId $RequestId -Value $sights
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
