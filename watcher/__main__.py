"""Starts the program; whatever is missing on this machine is named in one sentence."""

# Read by Python versions older than the program supports, so that even those get the sentence: nothing newer here.
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.cli import Arguments

OLDEST = (3, 11)
STOPPED = 130  # the shell's number for what Ctrl+C ended


def main() -> int:
    """Run what the command line asks for; returns the exit status."""
    if sys.version_info < OLDEST:
        sys.stderr.write("watcher: needs Python 3.11 or newer, this is %d.%d.\n" % sys.version_info[:2])  # noqa: UP031
        return 1
    from watcher import cli, preflight

    arguments = cli.parse(sys.argv[1:])
    if arguments.screenshot is not None and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        if arguments.command != "run":
            return _without_window(arguments)
        lack = preflight.no_library() or preflight.no_display() or preflight.no_x_library()
        if lack:
            sys.stderr.write(lack + "\n")
            return 1
        from watcher import app
    except ImportError as error:
        sys.stderr.write(preflight.missing_module(error) + "\n")
        return 1
    except KeyboardInterrupt:  # while the libraries are loaded
        return STOPPED
    return app.run(arguments)


def _without_window(arguments: "Arguments") -> int:
    if arguments.command == "doctor":
        from watcher import doctor

        return doctor.run(arguments)
    from watcher import importing

    return importing.run(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
