function Find-Vm {
    <#
    .SYNOPSIS
    The one VM of this host with the given id, or with exactly the given name.

    .DESCRIPTION
    Throws FailbackVmAbsent when this host has none, FailbackVmAmbiguous when several have the name.

    All VMs are listed and compared here: asking Hyper-V for one VM gives the same error for a VM that is not there and
    for one that the account may not see.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Id')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Id')]
        [guid] $VmId,

        [Parameter(Mandatory, ParameterSetName = 'Name')]
        [ValidateNotNullOrEmpty()]
        [string] $Name
    )

    Import-HostModule -Name 'Hyper-V'
    # Without rights on Hyper-V the list may be empty instead of refused; this call is refused.
    $null = Hyper-V\Get-VMHost

    $all = @(Hyper-V\Get-VM)
    if ($PSCmdlet.ParameterSetName -eq 'Id') {
        $found = @(foreach ($one in $all) { if ([guid] $one.Id -eq $VmId) { $one } })
    } else {
        $found = @(Select-ExactName -Vm $all -Name $Name)
    }

    if ($found.Count -eq 0) {
        throw (ConvertTo-ErrorRecord -Id 'FailbackVmAbsent' -Category ObjectNotFound -Message 'This host has no such VM.')
    }
    if ($found.Count -gt 1) {
        throw (ConvertTo-ErrorRecord -Id 'FailbackVmAmbiguous' -Category InvalidResult -Message "This host has $($found.Count) VMs of that name. Ask by id.")
    }
    return $found[0]
}
