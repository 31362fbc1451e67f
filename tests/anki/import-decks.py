"""Imports decks into a new library of Mnemosyne, one after another, and prints its cards after each, as JSON lines.

python3 import-decks.py FOLDER-OF-MNEMOSYNE EMPTY-FOLDER DECK...
"""

import json
import sys

packages, data, *decks = sys.argv[1:]
sys.path.insert(0, packages)

from mnemosyne.libmnemosyne import Mnemosyne
from mnemosyne.libmnemosyne.ui_components.main_widget import MainWidget


class Window(MainWidget):
    """A headless window that only reports errors."""

    def show_error(self, text):
        sys.exit(text)

    def ignore(self, *_):
        pass

    show_information = set_progress_text = set_progress_range = ignore
    set_progress_update_interval = increase_progress = close_progress = ignore


mnemosyne = Mnemosyne(upload_science_logs=False, interested_in_old_reps=True)
mnemosyne.components.insert(
    0, ("mnemosyne.libmnemosyne.gui_translators.gettext_gui_translator", "GetTextGuiTranslator")
)
mnemosyne.components.append(("__main__", "Window"))
mnemosyne.start_review = lambda: None
mnemosyne.initialise(data, automatic_upgrades=False)

formats = mnemosyne.component_manager.all("file_format")
[anki] = [each for each in formats if type(each).__name__ == "Anki2"]
library = mnemosyne.database()
for deck in decks:
    anki.do_import(deck)
    cards = [library.card(key, is_id_internal=True) for key, _ in library.cards()]
    shown = [
        {
            "id": card.fact.id,
            "tags": card.tag_string(),
            "front": card.question("default"),
            "back": card.answer("default"),
        }
        for card in cards
    ]
    print(json.dumps(sorted(shown, key=lambda card: card["front"])))
