function Get-HandshakeSight {
    <#
    .SYNOPSIS
    What this shell is: version of the protocol, of PowerShell, its edition and its language mode.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param()

    return [ordered] @{
        protocol     = 1
        psVersion    = $PSVersionTable.PSVersion.ToString()
        edition      = [string] $PSVersionTable.PSEdition
        languageMode = $ExecutionContext.SessionState.LanguageMode.ToString()
    }
}
