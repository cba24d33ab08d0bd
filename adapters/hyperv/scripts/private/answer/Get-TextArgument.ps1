function Get-TextArgument {
    <#
    .SYNOPSIS
    An argument that has to be text, as it was sent. Throws when it is anything else.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [pscustomobject] $Arguments,

        [Parameter(Mandatory)]
        [string] $Name
    )

    $property = $Arguments.PSObject.Properties[$Name]
    if ($null -eq $property -or $property.Value -isnot [string]) {
        throw (ConvertTo-ErrorRecord -Id 'FailbackBadArgument' -Category InvalidArgument -Message "The argument $Name is not text.")
    }
    return $property.Value
}
