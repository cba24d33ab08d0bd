function ConvertFrom-Request {
    <#
    .SYNOPSIS
    A request of the bot, read from base64: Id, Operation, Computer, Endpoint, Arguments.

    .DESCRIPTION
    PowerShell 6 and later turn text that looks like a date into a date, which would change the name of a VM. Since 7.5
    that can be switched off; before, such an argument is refused where it is used, because it is no text any more.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)]
        [string] $Request
    )

    $json = [System.Text.UTF8Encoding]::new($false, $true).GetString([System.Convert]::FromBase64String($Request))
    $options = @{ InputObject = $json }
    if ((Microsoft.PowerShell.Core\Get-Command -Name 'Microsoft.PowerShell.Utility\ConvertFrom-Json').Parameters.ContainsKey('DateKind')) {
        $options.DateKind = 'String'
    }
    $body = Microsoft.PowerShell.Utility\ConvertFrom-Json @options
    return [pscustomobject] @{
        Id        = [guid] $body.id
        Operation = [string] $body.operation
        Computer  = [string] $body.target.computer
        Endpoint  = [string] $body.target.endpoint
        Arguments = $body.arguments
    }
}
