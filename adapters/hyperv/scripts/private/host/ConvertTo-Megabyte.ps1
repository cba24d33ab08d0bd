function ConvertTo-Megabyte {
    <#
    .SYNOPSIS
    Bytes to whole megabytes of 1,048,576 bytes, rounded down.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param(
        [Parameter(Mandatory)]
        [decimal] $Bytes
    )

    return [long] [System.Math]::Floor($Bytes / 1048576)
}
