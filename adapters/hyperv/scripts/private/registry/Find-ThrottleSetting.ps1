function Find-ThrottleSetting {
    <#
    .SYNOPSIS
    The part of the agent's settings that limits bandwidth; nothing when there is none.

    .DESCRIPTION
    The cmdlet is documented, the shape of what it returns is not. The parameters of Set-OBMachineSetting name the two
    values, so they are looked for by these names on the settings and one level below.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [AllowNull()]
        [object] $MachineSetting
    )

    if ($null -eq $MachineSetting) {
        return
    }
    $candidates = @($MachineSetting) + @(foreach ($property in $MachineSetting.PSObject.Properties) { $property.Value })
    foreach ($candidate in $candidates) {
        if ($null -ne $candidate) {
            $properties = $candidate.PSObject.Properties
            if ($null -ne $properties['WorkHourBandwidth'] -and $null -ne $properties['NonWorkHourBandwidth']) {
                return $candidate
            }
        }
    }
}
