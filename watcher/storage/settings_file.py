"""The settings as one readable file, replaced whole, forgiving when read."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path
from typing import Any, TypeVar, cast, get_type_hints

import msgspec

from watcher.domain.clock import Clock, SystemClock
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.settings import Settings
from watcher.storage.atomic import replace_bytes, set_aside

T = TypeVar("T")
log = logging.getLogger(__name__)


def load_settings(path: Path, clock: Clock | None = None) -> tuple[Settings, StoreError | None]:
    """The settings, and what was wrong with the file.

    Keys that are not known are passed over; a single value that cannot be used gives way to its default. A missing
    file is no problem: the defaults.

    Args:
        path: the JSON file.
        clock: names a file set aside; None for the machine's.

    Returns:
        The settings, and None or a StoreError: DAMAGED with `set_aside` (empty where it could not be moved) for what
        is no JSON object, UNWRITABLE for a file that may not be read. With a StoreError come the defaults.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    except OSError:
        log.warning("%s cannot be read", path, exc_info=True)
        return Settings(), StoreError(StoreCode.UNWRITABLE, str(path))
    try:
        table = msgspec.json.decode(content, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        log.warning("%s is damaged", path, exc_info=True)
    else:
        return _fill(Settings, table, "settings"), None
    try:
        aside = str(set_aside(path, (clock or SystemClock()).now()))
    except OSError:
        log.warning("%s cannot be set aside", path, exc_info=True)
        aside = ""
    return Settings(), StoreError(StoreCode.DAMAGED, str(path), set_aside=aside)


def look_at_settings(path: Path) -> StoreError | None:
    """What `load_settings` would find wrong with the file, which is left where it is; None where all is well."""
    try:
        msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return None
    except OSError:
        return StoreError(StoreCode.UNWRITABLE, str(path))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return StoreError(StoreCode.DAMAGED, str(path))
    return None


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the file, so that after a crash either the old or the new one is there, whole.

    Raises:
        StoreError: UNWRITABLE; the old file is untouched then.
    """
    try:
        replace_bytes(path, msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
    except OSError as failure:
        raise StoreError(StoreCode.UNWRITABLE, str(path)) from failure


def _fill(form: type[T], table: dict[str, Any], where: str) -> T:
    """A dataclass from what of `table` fits, the rest by default; `where` names it in the log."""
    hints = get_type_hints(form)
    values: dict[str, Any] = {}
    for entry in dataclasses.fields(cast("Any", form)):
        if entry.name not in table:
            continue
        given, hint, name = table[entry.name], hints[entry.name], f"{where}.{entry.name}"
        if dataclasses.is_dataclass(hint) and isinstance(given, dict):
            values[entry.name] = _fill(cast("type[Any]", hint), given, name)
            continue
        try:
            values[entry.name] = msgspec.convert(given, hint)
        except (msgspec.ValidationError, RecursionError):
            log.warning("%s: %.80r cannot be used; the default is", name, given)
    return form(**values)
