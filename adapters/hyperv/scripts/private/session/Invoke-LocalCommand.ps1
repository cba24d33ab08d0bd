function Invoke-LocalCommand {
    <#
    .SYNOPSIS
    Runs one of the module's commands on this machine. Spelled out, so that nothing is called by a name in a variable.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string] $Command,

        [Parameter(Mandatory)]
        [hashtable] $Parameter
    )

    switch -CaseSensitive ($Command) {
        'Get-FailbackHost' { return Get-FailbackHost @Parameter }
        'Get-FailbackVm' { return Get-FailbackVm @Parameter }
        'Test-FailbackPort' { return Test-FailbackPort @Parameter }
        'Get-FailbackDownload' { return Get-FailbackDownload @Parameter }
        'Set-FailbackDownloadThread' { return Set-FailbackDownloadThread @Parameter }
        'Set-FailbackStartAction' { return Set-FailbackStartAction @Parameter }
        'New-FailbackSwitch' { return New-FailbackSwitch @Parameter }
    }
}
