"""Register files out of what others publish: which kind of file it is, and the records in it.

    un.py        the UN Security Council's consolidated list (see `un_list`)
    ftm.py       a followthemoney entity file, JSON lines
    wikidata.py  Wikidata entities as JSON, one a line or in an array
    table.py     a CSV file of names
    json_rows.py what those that hold JSON share
    recognise.py which of these a file is
    keeping.py   what was read becomes a file of the user's register

Names, outside ids, the countries of groups, who stands above whom, how good a source calls a name: that is taken. Of
persons nothing but their names is.
"""

from allegiance.actors.imports.keeping import Kept, keep
from allegiance.actors.imports.recognise import Format, Import, recognised

__all__ = ["Format", "Import", "Kept", "keep", "recognised"]
