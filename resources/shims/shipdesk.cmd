@"%~dp0..\command-line\node.exe" --max-semi-space-size=16 --heap-growing-percent=45 --no-allocation-site-pretenuring --v8-pool-size=2 "%~dp0..\command-line\cli.cjs" %*
