function ConvertTo-Answer {
    <#
    .SYNOPSIS
    The answer to a request that worked, as one line of JSON.

    .DESCRIPTION
    Windows PowerShell 5.1 writes an array that went through the pipeline as an object with "value" and "Count", an enum
    as a number, and whatever lies deeper than two levels as text. Hence the depth, and hence every array in a value is
    cast where it is made, and every enum is written by its name.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [object] $Value
    )

    $plain = $Value
    if ($Value -is [System.Array]) {
        $plain = [object[]] $Value
    }
    $answer = [ordered] @{ id = $RequestId.ToString(); ok = $true; value = $plain }
    return Microsoft.PowerShell.Utility\ConvertTo-Json -InputObject $answer -Depth 8 -Compress
}
