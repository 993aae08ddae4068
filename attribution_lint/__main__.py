"""Where a command begins, `attribution-lint` and `python -m attribution_lint` alike.

Ctrl-C ends it with status 130 and no traceback from here on: all that takes time to import is imported inside.
"""

import gc
import os

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit."""
    try:
        import signal

        # Whoever starts us may have Ctrl-C ignored, as a shell does for what runs in the background: it stays so.
        is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if is_ours:
            signal.signal(signal.SIGINT, _leave)
        from attribution_lint.cli import main as command

        if is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            command()
        finally:
            if is_ours:
                signal.signal(signal.SIGINT, _leave)
            gc.freeze()  # Python looks for garbage once more before it ends: a tenth of what one story takes
    except SystemExit as end:
        # An interrupt that has passed through exec() has Python end itself by a signal whatever the status is.
        if end.code == _INTERRUPTED:
            _leave()
        raise
    except KeyboardInterrupt:
        _leave()


def _leave(*_: object) -> None:
    """End at once, where nothing is left to tidy up: an exception would be lost or shown in the midst of an import."""
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
