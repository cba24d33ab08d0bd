function Get-ErrorFact {
    <#
    .SYNOPSIS
    Takes from an error what does not depend on the language of Windows, and its message for people.

    .DESCRIPTION
    An error out of a .NET method arrives wrapped in a MethodInvocationException. What counts is inside.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)]
        [System.Management.Automation.ErrorRecord] $ErrorRecord
    )

    $record = $ErrorRecord
    $exception = $record.Exception
    while ($exception -is [System.Management.Automation.MethodInvocationException] -and $null -ne $exception.InnerException) {
        $exception = $exception.InnerException
        if ($exception -is [System.Management.Automation.IContainsErrorRecord]) {
            $record = $exception.ErrorRecord
        }
    }
    if ($exception -is [System.Management.Automation.ActionPreferenceStopException]) {
        $exception = $record.Exception
    }

    return [pscustomobject] @{
        Id       = [string] $record.FullyQualifiedErrorId
        Category = $record.CategoryInfo.Category.ToString()
        Type     = $exception.GetType().FullName
        HResult  = [int] $exception.HResult
        Message  = [string] $exception.Message
    }
}
