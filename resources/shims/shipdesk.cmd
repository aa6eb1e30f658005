@"%~dp0..\command-line\node.exe" --max-semi-space-size=8 --heap-growing-percent=50 --no-allocation-site-pretenuring "%~dp0..\command-line\cli.cjs" %*
