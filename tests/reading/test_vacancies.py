"""Who comes after whom is read from the fall of one and the rise of another, where the text ties the two."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

AFTER = """
When Haroun Gana was killed in 2016, command of the Hill Brigade passed to Idris Baro. => succession: person=Idris Baro; predecessor=Haroun Gana
Haroun Gana led the Hill Brigade. On his death the command passed to Idris Baro, and from Baro to Omar Benali. => succession: person=Idris Baro; predecessor=Haroun Gana ;; succession: person=Omar Benali; predecessor=Idris Baro
Idris Baro became the Hill Brigade's leader after Haroun Gana was killed in an air strike. => succession: person=Idris Baro; predecessor=Haroun Gana; role=leader; group=Hill Brigade
Idris Baro was named emir of the Hill Brigade following the arrest of Haroun Gana. => succession: person=Idris Baro; predecessor=Haroun Gana; role=emir; group=Hill Brigade
Haroun Gana, emir of the Hill Brigade, was killed in May. Idris Baro was chosen as its new emir. => succession: person=Idris Baro; predecessor=Haroun Gana; role=emir; group=Hill Brigade
Idris Baro is now acting commander of the Hill Brigade, a position previously held by Haroun Gana. => succession: person=Idris Baro; predecessor=Haroun Gana; role=acting commander; group=Hill Brigade ;; post: person=Idris Baro; group=Hill Brigade; role=acting commander
Idris Baro was voted out as chairman of the Northern Front in favour of Omar Benali. => succession: person=Omar Benali; predecessor=Idris Baro; role=chairman; group=Northern Front
The Hill Brigade is commanded by Idris Baro, with Omar Benali as his deputy. => post: person=Omar Benali; group=Hill Brigade; role=deputy ;; post: person=Idris Baro; group=Hill Brigade; role=commander
"""  # noqa: E501

TOGETHER = """
The commander of the Hill Brigade, Idris Baro, and his deputy, Omar Benali, fled. => post: person=Idris Baro; group=Hill Brigade; role=commander ;; post: person=Omar Benali; group=Hill Brigade; role=deputy
Idris Baro and Omar Benali, respectively commander and treasurer of the Hill Brigade, fled. => post: person=Idris Baro; group=Hill Brigade; role=commander ;; post: person=Omar Benali; group=Hill Brigade; role=treasurer
The Hill Brigade is commanded by Idris Baro, with Omar Benali as his deputy. => post: person=Idris Baro; group=Hill Brigade; role=commander ;; post: person=Omar Benali; group=Hill Brigade; role=deputy
The mayor of Kosso, Idris Baro, and the governor of Helmand, Omar Benali, met. => post: person=Idris Baro; group=Kosso; role=mayor ;; post: person=Omar Benali; group=Helmand; role=governor
"""  # noqa: E501

NONE = """
Idris Baro became the Hill Brigade's spokesman after Haroun Gana's brother was killed. => succession
Idris Baro became the Hill Brigade's leader before Haroun Gana was killed. => succession
Haroun Gana, emir of the Hill Brigade, was killed. Idris Baro was named emir of the Northern Front. => succession
Haroun Gana, treasurer of the Hill Brigade, was killed. Idris Baro was named spokesman of the Hill Brigade. => succession
Idris Baro may become commander of the Northern Front, a position previously held by Ahmed Omar. => succession
Idris Baro attacked a position previously held by Ahmed Omar of the Hill Brigade. => succession ;; detention
The Hill Brigade is commanded by Idris Baro, with Omar Benali as his deputy. => post: person=Idris Baro; group=Hill Brigade; role=deputy
Ahmed Omar is commander of the Northern Front, a position held by nobody else. => detention ;; succession
"""  # noqa: E501


@pytest.mark.parametrize(("text", "want"), rows(AFTER))
def test_a_fall_and_a_rise_that_the_text_ties_are_a_succession(
    reader: EnglishReader, text: str, want: list[str]
) -> None:
    found = lines(reader, text)
    assert all(any(line.startswith(w) for line in found) for w in want), found


@pytest.mark.parametrize(("text", "want"), rows(TOGETHER))
def test_each_of_several_has_his_own_post_and_no_other(reader: EnglishReader, text: str, want: list[str]) -> None:
    assert [line for line in lines(reader, text) if line.startswith("post")] == sorted(want)


@pytest.mark.parametrize(("text", "wrong"), rows(NONE))
def test_a_fall_and_a_rise_side_by_side_are_none(reader: EnglishReader, text: str, wrong: list[str]) -> None:
    found = lines(reader, text)
    assert not any(line.startswith(w) for line in found for w in wrong), found
