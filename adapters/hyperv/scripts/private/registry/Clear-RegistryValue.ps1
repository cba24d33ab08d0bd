function Clear-RegistryValue {
    <#
    .SYNOPSIS
    Takes a value below HKEY_LOCAL_MACHINE away. Does nothing when it is not there.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)]
        [string] $Key,

        [Parameter(Mandatory)]
        [string] $Name
    )

    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    try {
        $isWritable = $true
        $opened = $root.OpenSubKey($Key, $isWritable)
        if ($null -eq $opened) {
            return
        }
        try {
            $throwIfMissing = $false
            $opened.DeleteValue($Name, $throwIfMissing)
        } finally {
            $opened.Dispose()
        }
    } finally {
        $root.Dispose()
    }
}
