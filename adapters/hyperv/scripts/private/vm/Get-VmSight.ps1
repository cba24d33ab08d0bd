function Get-VmSight {
    <#
    .SYNOPSIS
    What the bot knows of a VM. States are the names of Hyper-V's enums: their numbers moved between versions.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)]
        [object] $Vm
    )

    $volumes = @(Get-VolumeSight)
    $adapters = @(Hyper-V\Get-VMNetworkAdapter -VM $Vm)
    $services = Get-IntegrationSight -Service @(Hyper-V\Get-VMIntegrationService -VM $Vm)
    $sight = [ordered] @{
        id             = ([guid] $Vm.Id).ToString()
        name           = [string] $Vm.Name
        state          = $Vm.State.ToString()
        checkpoints    = @(Hyper-V\Get-VMSnapshot -VM $Vm).Count
        startAction    = $Vm.AutomaticStartAction.ToString()
        disks          = [object[]] @(foreach ($drive in @(Hyper-V\Get-VMHardDiskDrive -VM $Vm)) {
            Get-VmDiskSight -Drive $drive -Volume $volumes
        })
        switches       = [string[]] @(foreach ($adapter in $adapters) { [string] $adapter.SwitchName })
        addresses      = [string[]] @(foreach ($adapter in $adapters) {
            foreach ($address in @($adapter.IPAddresses)) { if ($address) { $address } }
        })
        heartbeat      = $services.heartbeat
        silentServices = $services.silentServices
        uptimeSeconds  = [long] [System.Math]::Floor($Vm.Uptime.TotalSeconds)
    }
    # Read from the VM itself: Get-VMReplication answers with an error for a VM that is not replicated.
    $mode = $Vm.ReplicationMode.ToString()
    if ($mode -cne 'None') {
        $sight.replication = [ordered] @{
            state  = $Vm.ReplicationState.ToString()
            health = $Vm.ReplicationHealth.ToString()
        }
    }
    return $sight
}
