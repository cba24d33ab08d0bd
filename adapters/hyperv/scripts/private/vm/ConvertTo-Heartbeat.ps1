function ConvertTo-Heartbeat {
    <#
    .SYNOPSIS
    One word for the state of the heartbeat service.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [bool] $IsEnabled,

        [Parameter(Mandatory)]
        [bool] $IsOperational,

        [Parameter(Mandatory)]
        [bool] $IsSilent
    )

    if (-not $IsEnabled) {
        return 'disabled'
    }
    if ($IsOperational) {
        return 'ok'
    }
    if ($IsSilent) {
        return 'noContact'
    }
    return 'unknown'
}
