function Invoke-HostCommand {
    <#
    .SYNOPSIS
    Carries out a request where it belongs, here or on another server, and returns the answer as JSON.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        # What ConvertFrom-Request returned.
        [Parameter(Mandatory)]
        [pscustomobject] $Call
    )

    if ($Call.Operation -ceq 'handshake') {
        return ConvertTo-Answer -RequestId $Call.Id -Value (Get-HandshakeSight)
    }
    $command = Get-OperationCommand -Operation $Call.Operation
    $parameters = ConvertTo-OperationParameter -RequestId $Call.Id -Operation $Call.Operation -Arguments $Call.Arguments
    if ($Call.Computer -eq '') {
        return Invoke-LocalCommand -Command $command -Parameter $parameters
    }
    $session = Get-HostSession -Computer $Call.Computer -Endpoint $Call.Endpoint
    return Invoke-RemoteCommand -Session $session -Command $command -Parameter $parameters
}
