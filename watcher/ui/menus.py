"""The window's main menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QDockWidget, QMenu, QWidget

from watcher.desk.export import Table
from watcher.desk.preferences import Preferences
from watcher.domain.settings import ColourPreset, ThemeChoice
from watcher.ui.portfolio.currency_menu import CurrencyMenu
from watcher.words.exports import export_name

translate = QCoreApplication.translate


def theme_name(choice: ThemeChoice) -> str:
    """What a theme is called."""
    return {
        ThemeChoice.SYSTEM: translate("menus", "As the system says"),
        ThemeChoice.LIGHT: translate("menus", "Light"),
        ThemeChoice.DARK: translate("menus", "Dark"),
    }[choice]


def preset_name(preset: ColourPreset) -> str:
    """What a preset of colours is called: rising first."""
    return {
        ColourPreset.GREEN_RED: translate("menus", "Green rises, red falls"),
        ColourPreset.RED_GREEN: translate("menus", "Red rises, green falls"),
        ColourPreset.BLUE_ORANGE: translate("menus", "Blue rises, orange falls"),
    }[preset]


class MainMenu(QMenu):
    """Everything that is rarely needed, in one place; actions are found by their object names."""

    def __init__(self, preferences: Preferences, undo: QUndoStack, parent: QWidget) -> None:
        """Build the menu; what belongs to a session is added by the window."""
        super().__init__(parent)
        self.setObjectName("main_menu")
        self._preferences = preferences
        self.undoing = self._add_undo(undo)
        self.addSeparator()
        self.import_file = self.add("import", translate("menus", "Import\u2026"), "Ctrl+I")
        self.imports = self.add("imports", translate("menus", "Past imports\u2026"))
        self.exports = self._add_exports()
        self.take_in = self.add("take_in", translate("menus", "Take in an export\u2026"))
        self.addSeparator()
        self.view = self.addMenu(translate("menus", "View"))
        self.view.setObjectName("view_menu")
        self._themes = self._add_choice("theme", translate("menus", "Theme"), ThemeChoice, theme_name)
        self._colours = self._add_choice("colours", translate("menus", "Colours"), ColourPreset, preset_name)
        self.currency = CurrencyMenu(preferences, self)
        self.addMenu(self.currency)
        self.amounts = self.add("hide_amounts", translate("menus", "Hide amounts"), "Ctrl+H")
        self.amounts.setCheckable(True)
        self.amounts.setToolTip(translate("menus", "Mask quantities and amounts of money everywhere"))
        self.amounts.triggered.connect(lambda hide: preferences.change(amounts_hidden=hide))
        self.notices = self.add("notices", translate("menus", "Alerts and tray\u2026"))
        self.autostart = self.add("autostart", translate("menus", "Start with the desktop"))
        self.autostart.setCheckable(True)
        self.autostart.setVisible(False)
        self.addSeparator()
        self.sample = self.add("sample", translate("menus", "2 February 2026, sample"))
        self.live = self.add("live", translate("menus", "Back to live"))
        self.addSeparator()
        self.folder = self.add("folder", translate("menus", "Open data folder"))
        self.contacts = self.add("contacts", translate("menus", "What it contacts"))
        self.keys = self.add("keys", translate("menus", "Keys"), "?")
        self.about = self.add("about", translate("menus", "About"))
        self.addSeparator()
        self.quit = self.add("quit", translate("menus", "Quit"), "Ctrl+Q")
        preferences.changed.connect(self.refresh)
        self.refresh()

    def add(self, name: str, text: str, keys: str = "") -> QAction:
        """Add an action; `keys` are shown beside it."""
        action = self.addAction(text)
        action.setObjectName(f"menu_{name}")
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        return action

    def show_docks(self, docks: Sequence[QDockWidget], reset: Callable[[], None]) -> None:
        """Offer these docks in the view menu, and the way back to the first layout."""
        self.view.clear()
        for dock in docks:
            action = dock.toggleViewAction()
            action.setObjectName(f"view_{dock.objectName()}")
            self.view.addAction(action)
        self.view.addSeparator()
        action = self.view.addAction(translate("menus", "Reset layout"))
        action.setObjectName("view_reset")
        action.triggered.connect(reset)

    def refresh(self, *_: object) -> None:
        """Tick what is chosen."""
        settings = self._preferences.settings
        for menu, chosen in ((self._themes, settings.theme), (self._colours, settings.colours)):
            for action in menu.actions():
                action.setChecked(action.data() == chosen)
        self.amounts.setChecked(settings.amounts_hidden)

    def _add_undo(self, undo: QUndoStack) -> tuple[QAction, ...]:
        made = (
            (undo.createUndoAction(self, translate("menus", "Undo")), "undo", "Ctrl+Z"),
            (undo.createRedoAction(self, translate("menus", "Redo")), "redo", "Ctrl+Shift+Z"),
        )
        for action, name, keys in made:
            action.setObjectName(f"menu_{name}")
            action.setShortcut(QKeySequence(keys))
            self.addAction(action)
        return tuple(action for action, _, _ in made)

    def _add_exports(self) -> dict[Table | None, QAction]:
        """Everything in one file, or a table of one part; by what is exported, None for everything."""
        menu = self.addMenu(translate("menus", "Export"))
        menu.setObjectName("export_menu")
        actions: dict[Table | None, QAction] = {}
        for table in (None, *Table):
            value = "" if table is None else table.value
            actions[table] = menu.addAction(export_name(value))
            actions[table].setObjectName(f"export_{value or 'everything'}")
        return actions

    def _add_choice(
        self,
        name: str,
        title: str,
        choices: type[ThemeChoice | ColourPreset],
        name_of: Callable[[ThemeChoice], str] | Callable[[ColourPreset], str],
    ) -> QMenu:
        menu = self.addMenu(title)
        menu.setObjectName(f"{name}_menu")
        group = QActionGroup(menu)
        for choice in choices:
            action = menu.addAction(name_of(choice))  # type: ignore[arg-type]
            action.setObjectName(f"{name}_{choice.value}")
            action.setCheckable(True)
            action.setData(choice)
            group.addAction(action)
        group.triggered.connect(lambda action: self._preferences.change(**{name: choices(action.data())}))
        return menu
