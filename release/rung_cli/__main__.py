import os
import sys

from rung_cli import find_rung

if __name__ == "__main__":
    try:
        program = find_rung()
        os.execv(program, [program, *sys.argv[1:]])
    except OSError as error:
        # As the program itself ends when it could not judge.
        print(f"error: {error}; install rung-cli again", file=sys.stderr)
        sys.exit(3)
