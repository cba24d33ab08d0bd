function Invoke-FailbackOperation {
    <#
    .SYNOPSIS
    Carries out one request of the bot and writes one line with the answer to standard output.

    .DESCRIPTION
    The request is base64 of UTF-8 JSON:

        {"id":"<guid>","operation":"<name>","target":{"computer":"<fqdn or empty>","endpoint":"<name>"},"arguments":{}}

    The answer is <<FB:<id>:<base64 of UTF-8 JSON>:FB>>, where the JSON is {"id","ok":true,"value"} or
    {"id","ok":false,"error":{"kind","id","category","type","hresult","message"}}.

    Base64 both ways: no quoting, no code page, no line of a console can change what is said. The line is written past
    the pipeline and the host, which would wrap it.

    A request that can not be read has no id to answer to: it ends in an error, and no line is written.

    .PARAMETER Request
    The request in base64.

    .EXAMPLE
    Invoke-FailbackOperation -Request $request

    Writes the line with the answer.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)]
        [ValidatePattern('\A[A-Za-z0-9+/]+={0,2}\z')]
        [string] $Request
    )

    $call = ConvertFrom-Request -Request $Request
    try {
        $answer = Invoke-HostCommand -Call $call
    } catch {
        $answer = ConvertTo-Refusal -RequestId $call.Id -ErrorRecord $_
    }
    $payload = [System.Convert]::ToBase64String([System.Text.UTF8Encoding]::new($false).GetBytes($answer))
    [System.Console]::Out.Write("<<FB:$($call.Id):${payload}:FB>>`n")
    [System.Console]::Out.Flush()
}
