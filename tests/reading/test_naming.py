"""Names of groups and persons that stand in no register, from every continent: how far they run, and of what kind."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import rows

NAMES = """
Gunmen loyal to Nzambi Kabongo overran a post near Lukolela on Friday. => Nzambi Kabongo: person ;; Lukolela: place
The Front for the Return to Order named Colonel Achille Mbemba its military chief. => Front for the Return to Order: group ;; Achille Mbemba: person
The Army of the Three Rivers has split from the People's Command of Kabuwan. => Army of the Three Rivers: group ;; People's Command of Kabuwan: group
Katiba Al-Furqan, led by Ousmane ag Intalla, pledged allegiance to Wilayat Sahra. => Katiba Al-Furqan: group ;; Ousmane ag Intalla: person ;; Wilayat Sahra: group
Liwa al-Sabirin joined the Shield of the North after its commander, Hatem Qasim, was killed in Tell Rahal. => Liwa al-Sabirin: group ;; Shield of the North: group ;; Hatem Qasim: person ;; Tell Rahal: place
Brigade 77 was formed in Derwan last year. => Brigade 77: group ;; Derwan: place
The 12th Marine Company arrested Benigno Tamayo in Lamitan. => 12th Marine Company: group ;; Benigno Tamayo: person ;; Lamitan: place
The Frente Camilo Restrepo freed two engineers in Puerto Rondón. => Frente Camilo Restrepo: group ;; Puerto Rondón: place
Police held Jun Abella and April Diaz in Kota. => Jun Abella: person ;; April Diaz: person ;; Kota: place
In May the Harrat Front killed June Santos. => Harrat Front: group ;; June Santos: person
The Falcons fought the Wolves in the old town of Mirash. => Falcons: group ;; Wolves: group ;; Mirash: place
Lashkar-e Haq and Hizb-i Watan met in Spin Kot. => Lashkar-e Haq: group ;; Hizb-i Watan: group ;; Spin Kot: place
The FPRL said its spokesman, Désiré Oyono, had been arrested. => FPRL: group ;; Désiré Oyono: person
Police arrested Gregorio "Tatay Goyo" Salonga, the secretary of the Panay Regional Committee. => Gregorio Salonga: person ;; Panay Regional Committee: group
Soldiers captured Ignacio Duarte, alias Mono Leche, in Tibú. => Ignacio Duarte: person ;; Mono Leche: person ;; Tibú: place
Ka Bantay, a commander of the Bagong Lakas Command, surrendered in Surigao. => Ka Bantay: person ;; Bagong Lakas Command: group ;; Surigao: place
Tessalane's gendarmerie arrested Moctar Ould Sidi in Bassikou. => Moctar Ould Sidi: person ;; Bassikou: place
The State Security detained Yusuf Daghestani in Kizil-Arvat. => State Security: group ;; Yusuf Daghestani: person ;; Kizil-Arvat: place
Police Mobile Unit 4 shot dead Kwabena Asante in Takoradi. => Police Mobile Unit 4: group ;; Kwabena Asante: person ;; Takoradi: place
Ćira Marković commanded the Drina Wolves until 1994. => Ćira Marković: person ;; Drina Wolves: group
Séamus Mac Giolla Bhríde, the vice-chairman of the Army Council, was arrested near Strabane. => Séamus Mac Giolla Bhríde: person ;; Army Council: group ;; Strabane: place
Maria Pilar Sánchez de la Torre left the Unión del Pueblo in 1987. => Maria Pilar Sánchez de la Torre: person ;; Unión del Pueblo: group
João da Silva Cabral heads the Frente de Libertação do Cuando. => João da Silva Cabral: person ;; Frente de Libertação do Cuando: group
Ntaganzwa, leader of the Raia Tayari, was seen in Masisi. => Ntaganzwa: person ;; Raia Tayari: group ;; Masisi: place
Yaw Owusu-Ansah and K. B. Mensah lead the Volta Youth League. => Yaw Owusu-Ansah: person ;; K. B. Mensah: person ;; Volta Youth League: group
D. P. Rasalingam was the spokesman for the Eelam Resistance Council. => D. P. Rasalingam: person ;; Eelam Resistance Council: group
Commander "Leopard" of the Mukti Bahini Unit was killed near Rangpur. => Leopard: person ;; Mukti Bahini Unit: group ;; Rangpur: place
U Tin Maung Oo and Saw Ba Thein founded the Karen Peace Brigade. => U Tin Maung Oo: person ;; Saw Ba Thein: person ;; Karen Peace Brigade: group
Naw Paw Say, the general secretary of the Kawthoolei Union, died in Mae Ra. => Naw Paw Say: person ;; Kawthoolei Union: group ;; Mae Ra: place
Nguyen Van Hieu led the Delta Resistance Front. => Nguyen Van Hieu: person ;; Delta Resistance Front: group
Tengku Ismail bin Daud heads the Barisan Nusa Merdeka. => Tengku Ismail bin Daud: person ;; Barisan Nusa Merdeka: group
Abdul Hakim bin Abdullah alias Abu Zarr was jailed in Jakarta. => Abdul Hakim bin Abdullah: person ;; Abu Zarr: person ;; Jakarta: place
Aslan-bek Sultygov commanded the Terek Jamaat. => Aslan-bek Sultygov: person ;; Terek Jamaat: group
Zaza Kvaratskhelia led the Mkhedari militia in Samegrelo. => Zaza Kvaratskhelia: person ;; Mkhedari militia: group ;; Samegrelo: place
Juma Namangani Rahimov headed the Islamic Jihad Union of Fergana. => Juma Namangani Rahimov: person ;; Islamic Jihad Union of Fergana: group
Mullah Abdul Manan Niazi was shot in Herat. => Abdul Manan Niazi: person ;; Herat: place
Haji Lala, the shadow governor of Zabul, was captured. => Haji Lala: person ;; Zabul: place
Sheikh Mukhtar Robow Ali, known as Abu Mansour, left Al-Mujahidun. => Mukhtar Robow Ali: person ;; Abu Mansour: person ;; Al-Mujahidun: group
Hassan Dahir "Aweys" Warsame joined Hizb al-Nur. => Hassan Dahir Warsame: person ;; Hizb al-Nur: group
The Ogaden Salvation Army (OSA) captured Captain Gebre Tsadik near Degehabur. => Ogaden Salvation Army: group ;; Gebre Tsadik: person ;; Degehabur: place
Major General Simon Gatwech Both defected to the SPLM-Renewal. => Simon Gatwech Both: person ;; SPLM-Renewal: group
Peter Gatdet's forces clashed with the White Army in Akobo. => Peter Gatdet: person ;; White Army: group ;; Akobo: place
The Tiger Battalion killed Gen. Johnson Olonyi's deputy. => Tiger Battalion: group ;; Johnson Olonyi: person
Fighters of the Izala Youth in Maiduguri swore allegiance to Abubakar Barnawi. => Izala Youth: group ;; Maiduguri: place ;; Abubakar Barnawi: person
King Godwin Tamuno heads the Creek Defenders, a militia in Bayelsa. => Godwin Tamuno: person ;; Creek Defenders: group ;; Bayelsa: place
Luiz Fernando da Costa, nicknamed Beira-Rio, led the Primeiro Bonde. => Luiz Fernando da Costa: person ;; Beira-Rio: person ;; Primeiro Bonde: group
"El Chino" Ántrax Ramírez was detained in Culiacán. => Culiacán: place
The Cártel del Pacífico Nuevo expelled Dámaso Zambada Núñez. => Cártel del Pacífico Nuevo: group ;; Dámaso Zambada Núñez: person
Nemesio Oseguera, better known as El Mencho Chico, leads La Nueva Plaza. => Nemesio Oseguera: person ;; El Mencho Chico: person ;; La Nueva Plaza: group
The Columna Teófilo Forero abducted Senator Jorge Gechem. => Columna Teófilo Forero: group ;; Jorge Gechem: person
The ELP's Eastern War Front is commanded by "Pablito". => ELP: group ;; Eastern War Front: group ;; Pablito: person
Comrade Artemio, head of the Huallaga Base Committee, was captured. => Artemio: person ;; Huallaga Base Committee: group
Jimmy "Barbecue" Chérizier leads the G9 Family and Allies in Port-au-Prince. => Jimmy Chérizier: person ;; G9 Family and Allies: group ;; Port-au-Prince: place
Kamla Devi, a member of the Janata Mukti Sena, surrendered in Bastar. => Kamla Devi: person ;; Janata Mukti Sena: group ;; Bastar: place
Muppala Lakshmana Rao alias Ganapathy resigned as general secretary of the CPI (Red Flag). => Muppala Lakshmana Rao: person ;; Ganapathy: person ;; CPI (Red Flag): group
The United Liberation Front of Asom Valley elected Paresh Baruah chairman. => United Liberation Front of Asom Valley: group ;; Paresh Baruah: person
Prabhakaran's successor, Selvarasa Pathmanathan, was arrested in Kuala Lumpur. => Prabhakaran: person ;; Selvarasa Pathmanathan: person ;; Kuala Lumpur: place
The Baloch Sarmachar Army claimed the bombing in Panjgur. => Baloch Sarmachar Army: group ;; Panjgur: place
Dr Allah Nazar heads the BLF. => Allah Nazar: person ;; BLF: group
Bashir Zeb Baloch, who leads the Majeed Squad, denied it. => Bashir Zeb Baloch: person ;; Majeed Squad: group
!votes: Nek Wazir merged his group with the Shura Ittihad-ul-Mujahidin. => Nek Wazir: person ;; Shura Ittihad-ul-Mujahidin: group
Hakimullah's cousin Qari Hussain trained bombers in Kotkai. => Hakimullah: person ;; Qari Hussain: person ;; Kotkai: place
Jamaat ul-Ahrar al-Hind announced the death of Omar Khalid. => Jamaat ul-Ahrar al-Hind: group ;; Omar Khalid: person
Ansar al-Tawhid wal-Jihad fi Bilad al-Khazar was founded in 2011. => Ansar al-Tawhid wal-Jihad fi Bilad al-Khazar: group
Jaysh Rijal al-Tariqa attacked Sinjar district. => Jaysh Rijal al-Tariqa: group ;; Sinjar: place
Harakat Hazm's commander Murshid al-Khalid fled to Reyhanli. => Harakat Hazm: group ;; Murshid al-Khalid: person ;; Reyhanli: place
The Army of Conquest's Abdallah al-Muhaysini was sanctioned. => Army of Conquest: group ;; Abdallah al-Muhaysini: person
Abu Muhammad al-Adnani al-Shami, spokesman of the State, was killed in al-Bab. => Abu Muhammad al-Adnani al-Shami: person ;; al-Bab: place
Umm Sayyaf was captured in Deir al-Zour province. => Umm Sayyaf: person ;; Deir al-Zour: place
Qais al-Khazali's Asa'ib al-Watan fought in Amerli. => Qais al-Khazali: person ;; Asa'ib al-Watan: group ;; Amerli: place
Mar'i al-Ahmar leads the Reform Movement's armed wing in Ma'rib. => Mar'i al-Ahmar: person ;; Reform Movement: group ;; Ma'rib: place
Hamza Dannaoui of the Tripoli Brigades was freed by the Special Deterrence Apparatus. => Hamza Dannaoui: person ;; Tripoli Brigades: group ;; Special Deterrence Apparatus: group
Ağır Tekin, a member of the YDG-Z, was arrested in Şırnak. => Ağır Tekin: person ;; YDG-Z: group ;; Şırnak: place
Cemîl Bozan heads the Hêzên Rizgariya Gel. => Cemîl Bozan: person ;; Hêzên Rizgariya Gel: group
Ramush Gashi and Adem Jashari-Hoti founded the Ushtria e Lirisë. => Ramush Gashi: person ;; Adem Jashari-Hoti: person ;; Ushtria e Lirisë: group
Ali Ahmeti of the National Army signed in Skopje. => Ali Ahmeti: person ;; National Army: group ;; Skopje: place
Oleksandr Zakharchenko-Bily left the Vostok Battalion. => Oleksandr Zakharchenko-Bily: person ;; Vostok Battalion: group
Igor "Strelok" Girin commanded the garrison of Slovyanka. => Igor Girin: person ;; Slovyanka: place
Motorola, commander of the Sparta Battalion, was killed in Donetsk. => Motorola: person ;; Sparta Battalion: group ;; Donetsk: place
The Azov-Sea Regiment held Mariupil. => Azov-Sea Regiment: group ;; Mariupil: place
The United Tajik Opposition and the government signed a deal in Dushanbe. => United Tajik Opposition: group ;; Dushanbe: place
The Provisional Council of the Isle denied the claim. => Provisional Council of the Isle: group
The Moro Liberation Army, or MLA, freed Sister Concepción Reyes. => Moro Liberation Army: group ;; MLA: group ;; Concepción Reyes: person
Nur Misuari's nephew, Abdulkhabir Misuari, joined the Sulu Council. => Nur Misuari: person ;; Abdulkhabir Misuari: person ;; Sulu Council: group
Mas Selamat Kastari escaped from Whitley Road. => Mas Selamat Kastari: person ;; Whitley Road: place
Jemaah Ansharut Khilafah named Zainal Anshori as emir. => Jemaah Ansharut Khilafah: group ;; Zainal Anshori: person
OPM's Egianus Kogoya took the pilot Philip Mehrtens hostage in Nduga. => OPM: group ;; Egianus Kogoya: person ;; Philip Mehrtens: person ;; Nduga: place
Ratu Seru Vakalala of the Taukei Vanguard surrendered. => Ratu Seru Vakalala: person ;; Taukei Vanguard: group
Harold Keke's Guadalcanal Liberation Front killed seven. => Harold Keke: person ;; Guadalcanal Liberation Front: group
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(NAMES))
def test_a_name_in_no_register_has_its_bounds_and_its_kind(reader: EnglishReader, text: str, wanted: list[str]) -> None:
    found = {f"{m.name}: {m.kind.value}" for m in reader.layers(text).mentions}
    assert set(wanted) <= found, found
