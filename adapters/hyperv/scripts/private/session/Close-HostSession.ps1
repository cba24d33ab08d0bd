function Close-HostSession {
    <#
    .SYNOPSIS
    Lets a session go without waiting for the far end, which may not answer any more.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.Runspaces.PSSession] $Session
    )

    foreach ($key in @($script:HostSessions.Keys)) {
        if ($script:HostSessions[$key].Session -eq $Session) {
            $script:HostSessions.Remove($key)
        }
    }
    try {
        $Session.Runspace.CloseAsync()
    } catch {
        # It was closed or broken already, which is as good.
        return
    }
}
