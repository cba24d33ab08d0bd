# Read into the module's own scope, in place of the functions that touch Windows itself.

$script:StandInRegistry = @{
    'SOFTWARE\Microsoft\Windows NT\CurrentVersion|ProductName'               = 'Windows Server 2022 Standard'
    'SOFTWARE\Microsoft\Windows NT\CurrentVersion|CurrentBuildNumber'        = '20348'
    'SOFTWARE\Microsoft\Windows NT\CurrentVersion|CurrentMajorVersionNumber' = 10
    'SOFTWARE\Microsoft\Windows NT\CurrentVersion|CurrentMinorVersionNumber' = 0
}

function script:Get-RegistryValue {
    param([string] $Key, [string] $Name)

    return $script:StandInRegistry["$Key|$Name"]
}

function script:Write-RegistryDword {
    param([string] $Key, [string] $Name, [int] $Value)

    $script:StandInRegistry["$Key|$Name"] = $Value
}

function script:Clear-RegistryValue {
    param([string] $Key, [string] $Name)

    $script:StandInRegistry.Remove("$Key|$Name")
}

function script:Get-ServiceSight {
    param([string] $Name, [bool] $IsExpected)

    $state = 'missing'
    if (@('vmms', 'obengine', 'dra') -ccontains $Name) {
        $state = 'running'
    }
    return [ordered] @{ name = $Name; state = $state; isExpected = $IsExpected }
}
