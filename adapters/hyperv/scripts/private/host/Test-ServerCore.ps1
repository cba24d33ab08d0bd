function Test-ServerCore {
    <#
    .SYNOPSIS
    Whether this Windows came without its desktop; nothing when it does not say.

    .DESCRIPTION
    By the values that are documented for it since Windows Server 2012:
    https://learn.microsoft.com/previous-versions/windows/desktop/legacy/hh846315(v=vs.85)
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\Server\ServerLevels'
    if ((Get-RegistryValue -Key $key -Name 'ServerCore') -ne 1) {
        return
    }
    return (Get-RegistryValue -Key $key -Name 'Server-Gui-Shell') -ne 1
}
