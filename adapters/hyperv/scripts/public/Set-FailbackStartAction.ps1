function Set-FailbackStartAction {
    <#
    .SYNOPSIS
    Sets what a VM does when this host starts. Starts and stops nothing now.

    .DESCRIPTION
    Used before data is brought home, so that a restart of the host does not start a VM whose disks are not whole.
    Answers with the VM as it is then read. A cluster decides by its own settings, which this does not change.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .PARAMETER VmId
    The id of the VM.

    .PARAMETER Action
    Nothing, StartIfRunning or Start.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    Set-FailbackStartAction -RequestId ([guid]::NewGuid()) -VmId '3f2b6d1c-1111-4222-8333-444455556666' -Action Nothing
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [guid] $VmId,

        [Parameter(Mandatory)]
        [ValidateSet('Nothing', 'StartIfRunning', 'Start', IgnoreCase = $false)]
        [string] $Action
    )

    try {
        $vm = Find-Vm -VmId $VmId
        if ($PSCmdlet.ShouldProcess($vm.Name, "Set AutomaticStartAction to $Action")) {
            $null = Hyper-V\Set-VM -VM $vm -AutomaticStartAction $Action
        }
        return ConvertTo-Answer -RequestId $RequestId -Value (Get-VmSight -Vm (Find-Vm -VmId $VmId))
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
