"""Units of armies and police in the manner of many lands: their names whole, and who holds what post in them."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import lines, rows

NAMES = """
Troops of 9 Division and 31 Armoured Brigade left Port Amadi. => 9 Division: group ;; 31 Armoured Brigade: group ;; Port Amadi: place
The 12th Region and Military Zone XIV fought in Kosso. => 12th Region: group ;; Military Zone XIV: group ;; Kosso: place
Col. Jun Abaya of the 77th Infantry Battalion met Maj.-Gen. Bala Dutse. => Jun Abaya: person ;; 77th Infantry Battalion: group ;; Bala Dutse: person
The 6th Front of the FRC fought the 4th Brigade of the Lwando National Army. => 6th Front: group ;; FRC: group ;; 4th Brigade: group ;; Lwando National Army: group
The Second Naval Region and the Northern Military District held an exercise. => Second Naval Region: group ;; Northern Military District: group
Joint Task Force Marawa is led by Idris Baro. => Joint Task Force Marawa: group ;; Idris Baro: person
The spokesman for the police in Kebbara State, SP Musa Bello, fled to Wana State. => Kebbara State: place ;; Musa Bello: person ;; Wana State: place
Deputy Superintendent of Police Garba Isa met CSP Uba Sani. => Garba Isa: person ;; Uba Sani: person
The Theatre Commander and the Director of Public Relations met Salma Bishti. => Salma Bishti: person
Kamish District Police Commander Noah Okello met Wing Commander Ali Sow. => Kamish District Police: group ;; Noah Okello: person ;; Ali Sow: person
The 88/ABC Military Command and the Danab brigade fought at Sirr. => 88/ABC Military Command: group ;; Danab brigade: group ;; Sirr: place
The Directorate General of Civil Aviation wrote to Team leader Ali Sow. => Directorate General of Civil Aviation: group ;; Ali Sow: person
The U.S. Justice Department charged a Fellow of the Royal Society in Kosso. => U.S. Justice Department: group ;; Royal Society: group ;; Kosso: place
Chief Operations Officer Ali Sow and the Secretary of Transportation met Noah Okello. => Ali Sow: person ;; Noah Okello: person
Some 12 Army trucks and 3 Police cars were burned in Kosso. => Army: group ;; Police: group ;; Kosso: place
"""  # noqa: E501

POSTS = """
Brigadier General Umar Danladi, commander of the 9 Division of the Lwando Army, fled. => post: person=Umar Danladi; group=9 Division; role=commander
The General Officer Commanding 9 Division, Lwando Army, Amadi, Major-General Obi Eze, spoke. => post: person=Obi Eze; group=9 Division; role=general officer commanding
The GOC 9 Division, Maj.-Gen. Obi Eze, spoke in Port Amadi. => post: person=Obi Eze; group=9 Division; role=goc
The Director, Defence Media Operations, Major General Obi Eze, spoke. => post: person=Obi Eze; group=Defence Media Operations; role=director
The Commander, Joint Task Force Operation Pulo, Major General Obi Eze, spoke. => post: person=Obi Eze; group=Joint Task Force Operation Pulo; role=commander
Col. Ado Isa, Deputy Director Public Relations, 9 Division, spoke. => post: person=Ado Isa; group=9 Division; role=deputy director
Maj. Gen. Obi Eze, the Theatre Commander of Operation Kai, spoke. => post: person=Obi Eze; group=Operation Kai; role=theatre commander
Maj. Gen. Sam Kato, the Deputy Commander Land Forces, spoke. => post: person=Sam Kato; group=Land Forces; role=deputy commander
Major General Obi Eze has been redeployed as General Officer Commanding 9 Division, Amadi. => appointment: person=Obi Eze; group=9 Division; role=general officer commanding
Lt Gen Imran Dar was appointed DG of the ISD. => appointment: person=Imran Dar; group=ISD; role=dg
Chief Supt. Rey Lacsa, director of the Northern Binidan police office, spoke. => post: person=Rey Lacsa; group=Northern Binidan police office; role=director
The deputy chief of the Mazrat provincial police, Col. Nasir Khel, spoke. => post: person=Nasir Khel; group=Mazrat provincial police; role=deputy chief
ASP Juma Nyene, the East Kamish regional police spokesperson, spoke. => post: person=Juma Nyene; group=East Kamish regional police; role=spokesperson
Colonel Omar Ali, the Egyptian armed forces spokesman, spoke. => post: person=Omar Ali; group=Egyptian armed forces; role=spokesman
The head of military intelligence, Colonel Idris Baro, spoke. => post: person=Idris Baro; group=military intelligence; role=head
Deputy army commander Lieutenant General Idris Baro spoke. => post: person=Idris Baro; group=army; role=deputy commander
Latifa Noori, head of the provincial council, spoke. => post: person=Latifa Noori; group=provincial council; role=head
General Luis Prado was appointed army commander on Saturday. => appointment: person=Luis Prado; group=army; role=commander
Col. Musa Harun is the officer commanding the 4th Mechanised Battalion. => post: person=Musa Harun; group=4th Mechanised Battalion; role=officer commanding
The raid was led by men of 3 Battalion, Tamar, under the command of Lt-Col Ali Sow. => post: person=Ali Sow; group=3 Battalion; role=commander
The 12th Brigade, under Colonel Ahmed Omar, entered Kosso. => post: person=Ahmed Omar; group=12th Brigade; role=leader
Brig. Gen. F. Eze has been redeployed from the Army War College to 82 Division as Chief of Staff. => appointment: person=F. Eze; group=82 Division; role=chief of staff
Brig. Gen. F. Eze moves from the Army War College to 82 Division as Chief of Staff. => appointment: person=F. Eze; group=82 Division; role=chief of staff
The council approved the posting of Brig. Gen. Obi Eze as Commander of 31 Artillery Brigade. => appointment: person=Obi Eze; group=31 Artillery Brigade; role=commander
Col. Ali Sow turned over command of the 4th Brigade to Col. Jun Abaya. => succession: person=Jun Abaya; predecessor=Ali Sow; group=4th Brigade
Col. Ali Sow handed over to Col. Jun Abaya as commander of the 4th Brigade. => succession: person=Jun Abaya; predecessor=Ali Sow; role=commander; group=4th Brigade
Maj. Ana Lopez, PIO of the 4th Brigade, and Lt. Col. Jun Abaya, the CO of the 23rd Battalion, spoke. => post: person=Ana Lopez; group=4th Brigade; role=pio ;; post: person=Jun Abaya; group=23rd Battalion; role=co
Samir Haddu, a former navy captain, spoke. => post: person=Samir Haddu; group=navy; role=captain | former
ISD Director General Imran Dar was abroad. => post: person=Imran Dar; group=ISD; role=director general
Capt. Ado Isa, operations officer of the 4th Brigade, said Lt. Col. Noah Okello's men were hit by a mine. => post: person=Ado Isa; group=4th Brigade; role=operations officer
Mawlawi Daud is the Northern Front's provost. => post: person=Mawlawi Daud; group=Northern Front; role=provost
"""  # noqa: E501

NONE = """
The Director, 9 Division said, had left. Idris Baro stayed. => post: person=Idris Baro
Idris Baro gave the Commander 9 Division badges. => post
Idris Baro fled with the Commander, Hill Brigade flags and all. => post: person=Idris Baro
Energy matters. Yuval Stein, the energy minister, met the Greek Energy Forum. => post
An all-women crew ran the Hill Brigade. => post
Capt. Ado Isa, operations officer of the 4th Brigade, said Lt. Col. Noah Okello's men were hit by a mine. => attack: target=Ado Isa
The secretary, Samir Haddu, a former navy captain, resigned. => removal
The group's chief, Adan Hussein, who used to serve as a police sergeant, has stepped down. => removal
A force of the Hill Brigade and the River Brigade, under the command of Ahmed Omar, fled. => post: person=Ahmed Omar; group=River Brigade
He served as director of operations at the National Guard and as CO of the 23rd Battalion. => affiliation
Brig. Gen. F. Eze moves from the Army War College to 82 Division as Chief of Staff. => join
Salma Bishti directs six of the Hill Brigade's committees. => post
General Luis Prado may be appointed army commander. => appointment
General Luis Prado hoped to be redeployed as commander of the 9 Division. => appointment
Col. Musa Harun was posted as missing by the 9 Division. => appointment
Idris Baro was deployed as part of the 9 Division. => appointment
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(NAMES))
def test_units_are_named_whole_and_posts_are_no_names(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    found = [m for m in reader.layers(text).mentions if not m.country and not m.demonym]
    assert {f"{m.name}: {m.kind.value}" for m in found} == set(wanted)


@pytest.mark.parametrize(("text", "want"), rows(POSTS))
def test_posts_of_forces_are_read_as_papers_of_many_lands_write_them(
    reader: EnglishReader, text: str, want: list[str]
) -> None:
    found = lines(reader, text)
    assert all(any(line.startswith(w) for line in found) for w in want), found


@pytest.mark.parametrize(("text", "wrong"), rows(NONE))
def test_what_only_looks_like_a_post_of_a_force_is_none(reader: EnglishReader, text: str, wrong: list[str]) -> None:
    found = lines(reader, text)
    assert not any(line.startswith(w) for line in found for w in wrong), found
