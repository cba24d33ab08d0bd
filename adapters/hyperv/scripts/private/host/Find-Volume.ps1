function Find-Volume {
    <#
    .SYNOPSIS
    The volume that a file is on, out of those that were read; nothing where that is not certain.

    .DESCRIPTION
    The longest path that the file's path begins with. A cluster's shared volume that was not read would otherwise be
    taken for the system drive, under which it is mounted.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyString()]
        [string] $Path,

        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [object[]] $Volume
    )

    $best = $null
    foreach ($one in $Volume) {
        $isOn = $Path.StartsWith($one.path, [System.StringComparison]::OrdinalIgnoreCase)
        if ($isOn -and ($null -eq $best -or $one.path.Length -gt $best.path.Length)) {
            $best = $one
        }
    }
    $isShared = $Path -match '\A[A-Za-z]:\\ClusterStorage\\'
    if ($isShared -and $null -ne $best -and $best.path.Length -le 3) {
        return
    }
    return $best
}
