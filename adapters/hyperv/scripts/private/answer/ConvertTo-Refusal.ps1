function ConvertTo-Refusal {
    <#
    .SYNOPSIS
    The answer to a request that did not work, as one line of JSON.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [System.Management.Automation.ErrorRecord] $ErrorRecord
    )

    $fact = Get-ErrorFact -ErrorRecord $ErrorRecord
    $problem = [ordered] @{
        kind     = Get-ErrorKind -Fact $fact
        id       = $fact.Id
        category = $fact.Category
        type     = $fact.Type
        hresult  = $fact.HResult
        message  = $fact.Message
    }
    $answer = [ordered] @{ id = $RequestId.ToString(); ok = $false; error = $problem }
    return Microsoft.PowerShell.Utility\ConvertTo-Json -InputObject $answer -Depth 8 -Compress
}
