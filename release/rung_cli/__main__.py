import os
import sys

from rung_cli import find_rung

if __name__ == "__main__":
    program = find_rung()
    os.execv(program, [program, *sys.argv[1:]])
