function Get-WindowsName {
    <#
    .SYNOPSIS
    Edition and build of this Windows, for people: "Windows Server 2022 Datacenter, 10.0.20348".

    .DESCRIPTION
    From the registry, which needs no rights on WMI. Windows Server 2012 R2 has no CurrentMajorVersionNumber.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $product = Get-RegistryValue -Key $key -Name 'ProductName'
    $build = Get-RegistryValue -Key $key -Name 'CurrentBuildNumber'
    $major = Get-RegistryValue -Key $key -Name 'CurrentMajorVersionNumber'
    if ($null -eq $major) {
        $version = Get-RegistryValue -Key $key -Name 'CurrentVersion'
    } else {
        $version = '{0}.{1}' -f $major, (Get-RegistryValue -Key $key -Name 'CurrentMinorVersionNumber')
    }
    return '{0}, {1}.{2}' -f $product, $version, $build
}
