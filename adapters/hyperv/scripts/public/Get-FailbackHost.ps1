function Get-FailbackHost {
    <#
    .SYNOPSIS
    Reads the health of this server: role, services, way out, versions, space, switches. Changes nothing.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .PARAMETER Kind
    hyperV for a Hyper-V host, vmm for a VMM server: they need different services.

    .PARAMETER OutboundHost
    Names to be tried on TCP port 443 from here. At most 16.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    Get-FailbackHost -RequestId ([guid]::NewGuid()) -Kind hyperV -OutboundHost 'management.azure.com'
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [ValidateSet('hyperV', 'vmm', IgnoreCase = $false)]
        [string] $Kind,

        [Parameter()]
        [AllowEmptyCollection()]
        [ValidateCount(0, 16)]
        [ValidatePattern('\A[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?\z')]
        [string[]] $OutboundHost = @()
    )

    try {
        return ConvertTo-Answer -RequestId $RequestId -Value (Get-HostSight -Kind $Kind -OutboundHost $OutboundHost)
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
