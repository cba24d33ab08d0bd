function Get-OperationCommand {
    <#
    .SYNOPSIS
    The list of everything that may be asked: operation of the bot, command on the host. Throws for any other.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [string] $Operation
    )

    switch -CaseSensitive ($Operation) {
        'probe' { return 'Get-FailbackHost' }
        'readVm' { return 'Get-FailbackVm' }
        'checkPorts' { return 'Test-FailbackPort' }
        'readDownload' { return 'Get-FailbackDownload' }
        'setDownloadThreads' { return 'Set-FailbackDownloadThread' }
        'setStartAction' { return 'Set-FailbackStartAction' }
        'createSwitch' { return 'New-FailbackSwitch' }
    }
    throw (ConvertTo-ErrorRecord -Id 'FailbackUnknownOperation' -Category InvalidArgument -Message 'This operation is not on the list.')
}
