# A stand-in for the one query of WMI that the module makes.

function Get-CimInstance {
    param([string] $ClassName, [string] $Filter)

    [pscustomobject] @{ Name = 'C:\'; Capacity = [uint64] 107374182400; FreeSpace = [uint64] 10737418240 }
    [pscustomobject] @{ Name = 'D:\'; Capacity = [uint64] 1099511627776; FreeSpace = [uint64] 549755813888 }
    [pscustomobject] @{ Name = '\\?\Volume{00000000-0000-0000-0000-000000000000}\'; Capacity = [uint64] 1048576; FreeSpace = [uint64] 1048576 }
    [pscustomobject] @{ Name = 'E:\'; Capacity = $null; FreeSpace = $null }
}
