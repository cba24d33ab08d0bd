@{
    RootModule           = 'Failback.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = 'b5f0c2a6-6d0e-4c55-9a53-4f2f1c0e7d18'
    Author               = 'Failback'
    CompanyName          = 'Failback'
    Copyright            = 'MIT License'
    Description          = 'What the Failback bot may ask of a Hyper-V host or a VMM server. Nothing in it starts, stops or removes a VM.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @(
        'Invoke-FailbackOperation',
        'Get-FailbackHost',
        'Get-FailbackVm',
        'Test-FailbackPort',
        'Get-FailbackDownload',
        'Set-FailbackDownloadThread',
        'Set-FailbackStartAction',
        'New-FailbackSwitch'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
