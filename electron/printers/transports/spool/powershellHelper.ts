/**
 * The helper's own program. It takes one JSON line a question and writes one a answer; names and bytes come as data and
 * are never put together into a command. PowerShell 5.1, as every Windows 10 and 11 has it. It reads and writes the bare
 * streams as UTF-8, for those of the console follow a code page that may not be set without a window; and it never says
 * PowerShell's own variable for what is piped in, at which the host would read the questions itself.
 */
export const powershellHelper = `
$ErrorActionPreference = 'Stop'
$utf8 = New-Object System.Text.UTF8Encoding $false
$questions = New-Object System.IO.StreamReader ([Console]::OpenStandardInput(), $utf8)
$answers = New-Object System.IO.StreamWriter ([Console]::OpenStandardOutput(), $utf8)
$answers.AutoFlush = $true
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class Spool {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public class DocInfo { public string Name; public string File; public string Type; }
  const string D = "winspool.drv";
  [DllImport(D, EntryPoint = "OpenPrinterW", CharSet = CharSet.Unicode)] public static extern bool Open(string name, out IntPtr printer, IntPtr defaults);
  [DllImport(D, EntryPoint = "StartDocPrinterW", CharSet = CharSet.Unicode)] public static extern int Document(IntPtr printer, int level, DocInfo info);
  [DllImport(D, EntryPoint = "StartPagePrinter")] public static extern bool Page(IntPtr printer);
  [DllImport(D, EntryPoint = "WritePrinter")] public static extern bool Write(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport(D, EntryPoint = "EndPagePrinter")] public static extern bool EndPage(IntPtr printer);
  [DllImport(D, EntryPoint = "EndDocPrinter")] public static extern bool EndDocument(IntPtr printer);
  [DllImport(D, EntryPoint = "AbortPrinter")] public static extern bool Abort(IntPtr printer);
  [DllImport(D, EntryPoint = "ClosePrinter")] public static extern bool Close(IntPtr printer);
}
'@
$open = @{}
$names = @{}
$next = 0
while ($null -ne ($line = $questions.ReadLine())) {
  $q = $line | ConvertFrom-Json
  $answer = @{ id = $q.id; ok = $true }
  try {
    $h = if ($null -ne $q.printer) { $open[[int]$q.printer] } else { [IntPtr]::Zero }
    $name = if ($null -ne $q.printer) { $names[[int]$q.printer] } else { '' }
    switch ($q.op) {
      'open' {
        $p = [IntPtr]::Zero
        if ([Spool]::Open($q.name, [ref]$p, [IntPtr]::Zero)) { $next++; $open[$next] = $p; $names[$next] = $q.name; $answer.value = $next } else { $answer.value = 0 }
      }
      'document' {
        $info = New-Object Spool+DocInfo
        $info.Name = $q.name; $info.File = $null; $info.Type = 'RAW'
        $answer.value = [Spool]::Document($h, 1, $info)
      }
      'page' { $answer.value = [Spool]::Page($h) }
      'write' {
        $bytes = [Convert]::FromBase64String($q.bytes)
        $written = 0
        $answer.value = if ([Spool]::Write($h, $bytes, $bytes.Length, [ref]$written)) { $written } else { -1 }
      }
      'endPage' { $answer.value = [Spool]::EndPage($h) }
      'endDocument' { $answer.value = [Spool]::EndDocument($h) }
      'abort' { $answer.value = [Spool]::Abort($h) }
      'close' { $answer.value = [Spool]::Close($h); $open.Remove([int]$q.printer); $names.Remove([int]$q.printer) }
      'jobs' { $answer.value = @(Get-PrintJob -PrinterName $name | ForEach-Object { @{ id = [int]$_.Id; name = [string]$_.DocumentName; status = [int]$_.JobStatus } }) }
      'state' {
        $found = Get-CimInstance Win32_Printer | Where-Object { $_.Name -eq $name } | Select-Object -First 1
        $answer.value = @{ status = [int]$found.PrinterState; attributes = $(if ($found.WorkOffline) { 0x400 } else { 0 }) }
      }
      'names' { $answer.value = @(Get-CimInstance Win32_Printer | ForEach-Object { [string]$_.Name }) }
      default { $answer.ok = $false }
    }
  } catch { $answer.ok = $false }
  $answers.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 4))
}
`;
