function Import-HostModule {
    <#
    .SYNOPSIS
    Loads a module that Windows or the agent brings, or says by an id of its own that it is not there.

    .DESCRIPTION
    Explicit, because a JEA session need not load modules by itself.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)]
        [ValidateSet('CimCmdlets', 'Hyper-V', 'MSOnlineBackup')]
        [string] $Name
    )

    if (@(Microsoft.PowerShell.Core\Get-Module -Name $Name).Count -gt 0) {
        return
    }
    if (@(Microsoft.PowerShell.Core\Get-Module -Name $Name -ListAvailable).Count -eq 0) {
        throw (ConvertTo-ErrorRecord -Id 'FailbackModuleMissing' -Category NotInstalled -Message "The PowerShell module $Name is not installed on this server.")
    }
    $null = Microsoft.PowerShell.Core\Import-Module -Name $Name
}
