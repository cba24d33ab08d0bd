function ConvertTo-OperationParameter {
    <#
    .SYNOPSIS
    The arguments of a request as the parameters of its command.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [string] $Operation,

        [Parameter(Mandatory)]
        [pscustomobject] $Arguments
    )

    $parameters = @{ RequestId = $RequestId }
    switch -CaseSensitive ($Operation) {
        'probe' {
            $parameters.Kind = Get-TextArgument -Arguments $Arguments -Name 'kind'
            $parameters.OutboundHost = [string[]] @($Arguments.outboundHosts)
        }
        'readVm' {
            $hasId = $null -ne $Arguments.PSObject.Properties['id'] -and $null -ne $Arguments.id
            if ($hasId) {
                $parameters.VmId = [guid] $Arguments.id
            } else {
                $parameters.Name = Get-TextArgument -Arguments $Arguments -Name 'name'
            }
        }
        'checkPorts' {
            $parameters.Address = Get-TextArgument -Arguments $Arguments -Name 'address'
            $parameters.Port = [int[]] @($Arguments.ports)
        }
        'setDownloadThreads' {
            if ($null -eq $Arguments.threads) {
                $parameters.Default = $true
            } else {
                $parameters.Count = [int] $Arguments.threads
            }
        }
        'setStartAction' {
            $parameters.VmId = [guid] $Arguments.id
            $parameters.Action = Get-TextArgument -Arguments $Arguments -Name 'action'
        }
        'createSwitch' {
            $parameters.Name = Get-TextArgument -Arguments $Arguments -Name 'name'
        }
    }
    return $parameters
}
