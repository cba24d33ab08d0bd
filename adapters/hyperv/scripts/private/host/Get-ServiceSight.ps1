function Get-ServiceSight {
    <#
    .SYNOPSIS
    Whether a Windows service runs, is stopped or is not installed. Throws when it may not be asked about.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [ValidatePattern('\A[A-Za-z]+\z')]
        [string] $Name,

        [Parameter(Mandatory)]
        [bool] $IsExpected
    )

    $state = 'other'
    try {
        $service = Microsoft.PowerShell.Management\Get-Service -Name $Name
        switch -CaseSensitive ($service.Status.ToString()) {
            'Running' { $state = 'running' }
            'Stopped' { $state = 'stopped' }
        }
    } catch {
        if ($_.FullyQualifiedErrorId.Split(',')[0] -cne 'NoServiceFoundForGivenName') {
            throw
        }
        $state = 'missing'
    }
    return [ordered] @{ name = $Name; state = $state; isExpected = $IsExpected }
}
