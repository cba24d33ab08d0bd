function Get-VmDiskSight {
    <#
    .SYNOPSIS
    One virtual disk: where it is, how large it is and may become, and the free space beside it.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [object] $Drive,

        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [object[]] $Volume
    )

    $path = [string] $Drive.Path
    $sight = [ordered] @{ path = $path }
    try {
        $file = Hyper-V\Get-VHD -Path $path
        $sight.sizeMb = ConvertTo-Megabyte -Bytes $file.Size
        $sight.fileSizeMb = ConvertTo-Megabyte -Bytes $file.FileSize
        $sight.isDifferencing = $file.VhdType.ToString() -ceq 'Differencing'
    } catch {
        # A physical disk, a file in use, a missing parent: the VM is there all the same, and its other facts count.
        $sight.sizeMb = $null
        $sight.fileSizeMb = $null
        $sight.isDifferencing = $null
    }
    $place = Find-Volume -Path $path -Volume $Volume
    if ($null -ne $place) {
        $sight.volumeFreeMb = $place.freeMb
    }
    return $sight
}
