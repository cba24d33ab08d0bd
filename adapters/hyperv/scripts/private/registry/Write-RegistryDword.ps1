function Write-RegistryDword {
    <#
    .SYNOPSIS
    Writes a DWORD below HKEY_LOCAL_MACHINE. Makes the key when it does not exist, and leaves its other values alone.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)]
        [string] $Key,

        [Parameter(Mandatory)]
        [string] $Name,

        [Parameter(Mandatory)]
        [int] $Value
    )

    $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey([Microsoft.Win32.RegistryHive]::LocalMachine, [Microsoft.Win32.RegistryView]::Registry64)
    try {
        $opened = $root.CreateSubKey($Key)
        try {
            $opened.SetValue($Name, $Value, [Microsoft.Win32.RegistryValueKind]::DWord)
        } finally {
            $opened.Dispose()
        }
    } finally {
        $root.Dispose()
    }
}
