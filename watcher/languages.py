"""The words of the user's language, with a window and without."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from watcher import resources


def install(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Install the words of a language ("" for the system's); English needs none.

    Returns:
        What was installed, for whoever takes it down again.
    """
    locale = QLocale(language) if language else QLocale.system()
    if language:
        QLocale.setDefault(locale)
    kept = []
    ours = str(resources.resource_path("translations"))
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("watcher", ours),
    ):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)
            kept.append(translator)
    return kept
