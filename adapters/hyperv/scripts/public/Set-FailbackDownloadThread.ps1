function Set-FailbackDownloadThread {
    <#
    .SYNOPSIS
    Sets how many threads the agent uses to download one VM, or goes back to its default.

    .DESCRIPTION
    Writes DownloadThreadsPerVM below HKLM\SOFTWARE\Microsoft\Windows Azure Backup\Replication, and answers with what is
    then read. The value counts for every VM of this host. No service is restarted.

    .PARAMETER RequestId
    The id of the request. It comes back in the answer, and stands in the endpoint's transcript.

    .PARAMETER Count
    1 to 32.

    .PARAMETER Default
    Takes the value away. The agent's default is 4.

    .OUTPUTS
    One line of JSON.

    .EXAMPLE
    Set-FailbackDownloadThread -RequestId ([guid]::NewGuid()) -Count 16
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Count')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [guid] $RequestId,

        [Parameter(Mandatory, ParameterSetName = 'Count')]
        [ValidateRange(1, 32)]
        [int] $Count,

        [Parameter(Mandatory, ParameterSetName = 'Default')]
        [switch] $Default
    )

    try {
        if ($PSCmdlet.ShouldProcess($script:ThreadsName, 'Set')) {
            if ($Default) {
                Clear-RegistryValue -Key $script:ReplicationKey -Name $script:ThreadsName
            } else {
                Write-RegistryDword -Key $script:ReplicationKey -Name $script:ThreadsName -Value $Count
            }
        }
        return ConvertTo-Answer -RequestId $RequestId -Value (Get-DownloadSight)
    } catch {
        return ConvertTo-Refusal -RequestId $RequestId -ErrorRecord $_
    }
}
