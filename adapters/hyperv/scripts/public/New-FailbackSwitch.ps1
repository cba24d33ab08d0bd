function New-FailbackSwitch {
    <#
    .SYNOPSIS
    Makes a private virtual switch on this host, unless one of that name is there.

    .DESCRIPTION
    A private switch connects the VMs of this host with each other and with nothing else: it changes no network of the
    host. Names of switches are not unique, so all are compared first and none is made where the name is taken. Answers
    with the names of the switches that are then read.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .PARAMETER Name
    The whole name of the switch.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    New-FailbackSwitch -RequestId ([guid]::NewGuid()) -Name 'Production'
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [ValidatePattern('\A[^\p{Cc}\p{Zl}\p{Zp}]{1,512}\z')]
        [string] $Name
    )

    try {
        $there = @(foreach ($one in @(Get-SwitchName)) {
            if ([string]::Equals($one, $Name, [System.StringComparison]::OrdinalIgnoreCase)) { $one }
        })
        if ($there.Count -eq 0 -and $PSCmdlet.ShouldProcess($Name, 'Make a private virtual switch')) {
            $null = Hyper-V\New-VMSwitch -Name $Name -SwitchType Private
        }
        $sight = [ordered] @{ switches = [string[]] @(Get-SwitchName) }
        return ConvertTo-Answer -RequestId $RequestId -Value $sight
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
