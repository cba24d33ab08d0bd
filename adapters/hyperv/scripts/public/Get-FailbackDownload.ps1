function Get-FailbackDownload {
    <#
    .SYNOPSIS
    Reads the agent's download threads and its limit on bandwidth. Changes nothing.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    Get-FailbackDownload -RequestId ([guid]::NewGuid())
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId
    )

    try {
        return ConvertTo-Answer -RequestId $RequestId -Value (Get-DownloadSight)
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
