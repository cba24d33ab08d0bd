function Get-ErrorKind {
    <#
    .SYNOPSIS
    Sorts an error into one of the four kinds that the bot tells apart.

    .DESCRIPTION
    Decides by error id, category, exception type and HResult, never by the message, which Windows translates.
    "absent" is only ever our own finding, made after the right to look was proven: not-found errors of Hyper-V may
    also mean that the account may not see the VM.

    The ids of WinRM errors are the ones that PowerShell gives to transport error codes:
    https://github.com/PowerShell/PowerShell/blob/v7.6.5/src/System.Management.Automation/engine/remoting/fanin/WSManTransportManager.cs
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [pscustomobject] $Fact
    )

    $head = $Fact.Id.Split(',')[0]
    if ($head -ceq 'FailbackVmAbsent') {
        return 'absent'
    }

    # E_ACCESSDENIED, 0x80070005.
    $accessDenied = -2147024891
    $forbiddenIds = @('AccessDenied', 'LogonFailure', 'RemoteConnectionDisallowed', 'RemoteSessionDisallowed')
    $forbiddenCategories = @('PermissionDenied', 'AuthenticationError')
    $forbiddenTypes = @('System.UnauthorizedAccessException', 'System.Security.SecurityException')
    if ($forbiddenIds -ccontains $head -or $forbiddenCategories -ccontains $Fact.Category -or
        $forbiddenTypes -ccontains $Fact.Type -or $Fact.HResult -eq $accessDenied) {
        return 'forbidden'
    }

    # The server was reached, but it knows no endpoint of that name.
    if (@('InvalidResourceUri', 'SessionCreateFailedInvalidName') -ccontains $head) {
        return 'failed'
    }

    $transportTypes = @(
        'System.Management.Automation.Remoting.PSRemotingTransportException',
        'System.Management.Automation.Remoting.PSRemotingTransportRedirectException',
        'System.Management.Automation.Remoting.PSRemotingDataStructureException',
        'System.Management.Automation.Runspaces.InvalidRunspaceStateException'
    )
    if ($head -ceq 'FailbackNoAnswer' -or $transportTypes -ccontains $Fact.Type) {
        return 'unreachable'
    }
    return 'failed'
}
