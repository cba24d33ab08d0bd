function Get-VolumeSight {
    <#
    .SYNOPSIS
    The local volumes that have a drive letter or a mount point, with their space in megabytes.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param()

    Import-HostModule -Name 'CimCmdlets'
    # DriveType 3 is a fixed disk: https://learn.microsoft.com/previous-versions/windows/desktop/legacy/aa394515(v=vs.85)
    foreach ($volume in @(CimCmdlets\Get-CimInstance -ClassName 'Win32_Volume' -Filter 'DriveType = 3')) {
        $path = [string] $volume.Name
        $hasPlace = $path -ne '' -and -not $path.StartsWith('\\?\', [System.StringComparison]::Ordinal)
        if ($hasPlace -and $null -ne $volume.Capacity -and $null -ne $volume.FreeSpace) {
            [ordered] @{
                path   = $path
                freeMb = ConvertTo-Megabyte -Bytes $volume.FreeSpace
                sizeMb = ConvertTo-Megabyte -Bytes $volume.Capacity
            }
        }
    }
}
