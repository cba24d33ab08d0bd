function Test-TcpEndpoint {
    <#
    .SYNOPSIS
    Whether TCP ports answer: one boolean for each target, in their order, all of them within one common time.

    .DESCRIPTION
    Test-NetConnection has no parameter for a limit of time and tries one port after the other. The connection is direct:
    a proxy is not used.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        # Objects with Address and Port.
        [Parameter(Mandatory)]
        [ValidateCount(1, 16)]
        [pscustomobject[]] $Target
    )

    $attempts = [System.Collections.Generic.List[object]]::new()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    try {
        foreach ($one in $Target) {
            $attempts.Add((Connect-Tcp -Address $one.Address -Port $one.Port))
        }
        foreach ($attempt in $attempts) {
            $left = [System.Math]::Max(0, $script:TcpTimeout - $clock.ElapsedMilliseconds)
            $isDone = $attempt.Task.AsyncWaitHandle.WaitOne([int] $left)
            $isDone -and $attempt.Task.Status -eq [System.Threading.Tasks.TaskStatus]::RanToCompletion
        }
    } finally {
        foreach ($attempt in $attempts) {
            $attempt.Client.Close()
        }
    }
}
