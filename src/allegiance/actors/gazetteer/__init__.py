"""Places of the world by name, and which of them a report means.

`load_gazetteer` gives the packaged places, `settle` says what a document's names of places stand for, and why.
"""

from allegiance.actors.gazetteer.places import Gazetteer, Level, Place, load_gazetteer
from allegiance.actors.gazetteer.settle import Settled, settle, shown

__all__ = ["Gazetteer", "Level", "Place", "Settled", "load_gazetteer", "settle", "shown"]
