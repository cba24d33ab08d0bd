function Get-FailbackVm {
    <#
    .SYNOPSIS
    Reads one VM of this host, by its id or by its exact name. Changes nothing.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .PARAMETER VmId
    The id of the VM.

    .PARAMETER Name
    The whole name of the VM. Wildcards are plain characters. Refused when several VMs have the name.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    Get-FailbackVm -RequestId ([guid]::NewGuid()) -Name 'web-01'
    #>
    [CmdletBinding(DefaultParameterSetName = 'Id')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory, ParameterSetName = 'Id')]
        [guid] $VmId,

        [Parameter(Mandatory, ParameterSetName = 'Name')]
        [ValidatePattern('\A[^\p{Cc}\p{Zl}\p{Zp}]{1,512}\z')]
        [string] $Name
    )

    try {
        if ($PSCmdlet.ParameterSetName -eq 'Id') {
            $vm = Find-Vm -VmId $VmId
        } else {
            $vm = Find-Vm -Name $Name
        }
        return ConvertTo-Answer -RequestId $RequestId -Value (Get-VmSight -Vm $vm)
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
