function Get-ServiceFileVersion {
    <#
    .SYNOPSIS
    The file version of the program that a service runs; nothing when that can not be told.

    .DESCRIPTION
    From the service's own entry in the registry, so that it does not matter where the product was installed: on a VMM
    server the provider lies in the folder of VMM.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [ValidatePattern('\A[A-Za-z]+\z')]
        [string] $Name
    )

    $image = [string] (Get-RegistryValue -Key "SYSTEM\CurrentControlSet\Services\$Name" -Name 'ImagePath')
    $image = [System.Environment]::ExpandEnvironmentVariables($image)
    if (-not ($image -match '\A"?(?<file>[^"]+?\.exe)(?:["\s]|\z)')) {
        return
    }
    $file = $Matches['file']
    $isShared = [System.IO.Path]::GetFileName($file) -eq 'svchost.exe'
    if ($isShared -or -not [System.IO.File]::Exists($file)) {
        return
    }
    $version = [System.Diagnostics.FileVersionInfo]::GetVersionInfo($file)
    return '{0}.{1}.{2}.{3}' -f $version.FileMajorPart, $version.FileMinorPart, $version.FileBuildPart, $version.FilePrivatePart
}
