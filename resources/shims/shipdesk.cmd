@"%~dp0..\command-line\node.exe" --max-semi-space-size=16 "%~dp0..\command-line\cli.cjs" %*
