"""Rung, a compiler and linter for live-streaming configurations, as a program.

The package installs `rung` beside the interpreter; `find_rung()` says where, and `python -m rung_cli` runs it.
"""

import os
import sysconfig

__all__ = ["find_rung"]


def find_rung() -> str:
    """The path of the program that this package installed."""
    here = os.path.dirname(os.path.abspath(__file__))
    # Beside this package first: elsewhere there may be a program of another version.
    folders = [
        os.path.join(os.path.dirname(here), "bin"),  # pip install --target
        os.path.join(os.path.dirname(here), "..", "..", "..", "bin"),  # pip install, with --prefix and --user as well
        sysconfig.get_path("scripts"),
        sysconfig.get_path("scripts", scheme=sysconfig.get_preferred_scheme("user")),
    ]
    for folder in folders:
        path = os.path.join(folder, "rung")
        if os.path.isfile(path):
            return os.path.normpath(path)
    raise FileNotFoundError("the program `rung` is in none of: " + ", ".join(map(os.path.normpath, folders)))
