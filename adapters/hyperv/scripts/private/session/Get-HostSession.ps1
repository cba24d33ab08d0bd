function Get-HostSession {
    <#
    .SYNOPSIS
    An open session to a host's endpoint, kept for the next call.

    .DESCRIPTION
    Kerberos with the account that this process runs as. No password is given, taken or stored, and no endpoint other
    than the named one is ever opened.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.Runspaces.PSSession])]
    param(
        [Parameter(Mandatory)]
        [ValidatePattern('\A[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?\z')]
        [string] $Computer,

        [Parameter(Mandatory)]
        [ValidatePattern('\A[A-Za-z0-9][A-Za-z0-9._-]{0,127}\z')]
        [string] $Endpoint
    )

    $key = "$Computer|$Endpoint".ToUpperInvariant()
    $now = [System.DateTime]::UtcNow
    $kept = $script:HostSessions[$key]
    if ($null -ne $kept) {
        $isOpen = $kept.Session.State -eq [System.Management.Automation.Runspaces.RunspaceState]::Opened
        if ($isOpen -and ($now - $kept.UsedAt) -lt $script:SessionIdleLimit) {
            $kept.UsedAt = $now
            return $kept.Session
        }
        Close-HostSession -Session $kept.Session
    }

    $options = @{
        ComputerName      = $Computer
        ConfigurationName = $Endpoint
        Authentication    = 'Kerberos'
        SessionOption     = Microsoft.PowerShell.Core\New-PSSessionOption -OpenTimeout $script:OpenTimeout -OperationTimeout $script:CallTimeout -NoMachineProfile
    }
    $session = Microsoft.PowerShell.Core\New-PSSession @options
    $script:HostSessions[$key] = [pscustomobject] @{ Session = $session; UsedAt = $now }
    return $session
}
