function Select-ExactName {
    <#
    .SYNOPSIS
    Those of the VMs whose name is the given one: to the letter, or else without regard to case.

    .DESCRIPTION
    Get-VM -Name takes wildcards, and the operators of PowerShell compare by rules of a language: they pass over
    characters that nobody sees. A name is compared character by character here.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [object[]] $Vm,

        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [string] $Name
    )

    $comparisons = @([System.StringComparison]::Ordinal, [System.StringComparison]::OrdinalIgnoreCase)
    foreach ($comparison in $comparisons) {
        $named = @(foreach ($one in $Vm) { if ([string]::Equals([string] $one.Name, $Name, $comparison)) { $one } })
        if ($named.Count -gt 0) {
            return $named
        }
    }
}
