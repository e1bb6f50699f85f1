"""Starts the program; whatever is missing on this machine is named in one sentence."""

# Read by Python versions older than the program supports, so that even those get the sentence: nothing newer here.
import os
import sys

OLDEST = (3, 11)


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
        if arguments.command == "doctor":
            from watcher import doctor

            return doctor.run(arguments)
        if arguments.command == "import":
            from watcher import importing

            return importing.run(arguments)
        lack = preflight.no_library() or preflight.no_display() or preflight.no_x_library()
        if lack:
            sys.stderr.write(lack + "\n")
            return 1
        from watcher import app
    except ImportError as error:
        sys.stderr.write(preflight.missing_module(error) + "\n")
        return 1
    return app.run(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
