function Get-RegistryValue {
    <#
    .SYNOPSIS
    A value below HKEY_LOCAL_MACHINE; nothing when the key or the value does not exist. Throws when it may not be read.

    .DESCRIPTION
    By the .NET classes instead of the HKLM: drive: they always see the 64-bit side, and a JEA session need not show a
    provider.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string] $Key,

        [Parameter(Mandatory)]
        [string] $Name
    )

    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    try {
        $opened = $root.OpenSubKey($Key)
        if ($null -eq $opened) {
            return
        }
        try {
            return $opened.GetValue($Name)
        } finally {
            $opened.Dispose()
        }
    } finally {
        $root.Dispose()
    }
}
