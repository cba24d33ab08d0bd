function Get-SwitchName {
    <#
    .SYNOPSIS
    The names of this host's virtual switches. A name may occur more than once.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    Import-HostModule -Name 'Hyper-V'
    # Without rights on Hyper-V the list may be empty instead of refused; this call is refused.
    $null = Hyper-V\Get-VMHost
    foreach ($one in @(Hyper-V\Get-VMSwitch)) {
        [string] $one.Name
    }
}
