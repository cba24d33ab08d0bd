function Invoke-RemoteCommand {
    <#
    .SYNOPSIS
    Runs one command with typed parameters in a session, within a limited time.

    .DESCRIPTION
    A JEA session takes no language. The command travels as a command with parameters, as in
    https://learn.microsoft.com/powershell/scripting/security/remoting/jea/using-jea,
    so that the parameters are checked at the far end and its transcript can be read.

    Throws FailbackNoAnswer when the time is over: whether the command had an effect is then not known.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.Runspaces.PSSession] $Session,

        [Parameter(Mandatory)]
        [string] $Command,

        [Parameter(Mandatory)]
        [hashtable] $Parameter
    )

    $shell = [System.Management.Automation.PowerShell]::Create()
    $shell.Runspace = $Session.Runspace
    $null = $shell.AddCommand($Command).AddParameters($Parameter)
    $running = $shell.BeginInvoke()
    if (-not $running.AsyncWaitHandle.WaitOne($script:CallTimeout)) {
        # Not disposed of: that would wait for the far end.
        $null = $shell.BeginStop($null, $null)
        Close-HostSession -Session $Session
        throw (ConvertTo-ErrorRecord -Id 'FailbackNoAnswer' -Category OperationTimeout -Message 'The server did not answer in time.')
    }
    try {
        $answers = @($shell.EndInvoke($running))
    } catch {
        # The endpoint hides what the account's role does not have: it looks like a command that does not exist.
        if ((Get-ErrorFact -ErrorRecord $_).Id.Split(',')[0] -cne 'CommandNotFoundException') {
            throw
        }
        throw (ConvertTo-ErrorRecord -Id 'FailbackCommandHidden' -Category PermissionDenied -Message "The endpoint does not offer $Command to this account.")
    } finally {
        $shell.Dispose()
    }
    if ($answers.Count -ne 1) {
        throw (ConvertTo-ErrorRecord -Id 'FailbackBadAnswer' -Category InvalidResult -Message "The server gave $($answers.Count) answers instead of one.")
    }
    return [string] $answers[0]
}
