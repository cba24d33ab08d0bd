function ConvertTo-ErrorRecord {
    <#
    .SYNOPSIS
    Makes an error that the caller can tell apart by its id. Throw what it returns.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)]
        [ValidatePattern('\AFailback[A-Za-z]+\z')]
        [string] $Id,

        [Parameter(Mandatory)]
        [System.Management.Automation.ErrorCategory] $Category,

        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [string] $Message
    )

    $exception = [System.InvalidOperationException]::new($Message)
    return [System.Management.Automation.ErrorRecord]::new($exception, $Id, $Category, $null)
}
